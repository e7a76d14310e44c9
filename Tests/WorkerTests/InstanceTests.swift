// Of two workers with one instance id the newer ends: the lock of one machine, and the look at a group's members
// elsewhere.

import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Kafka
@testable import Worker

@Suite struct InstanceTests {
    private static func isTaken(_ outcome: InstanceLock.Outcome) -> InstanceLock? {
        if case .taken(let lock) = outcome { lock } else { nil }
    }

    @Test func aNameIsHeldUntilItsHolderIsGone() throws {
        let group = TestBroker.uniqueName("group")
        func take(_ brokers: String = "a:1,b:2", _ instance: String = "i") -> InstanceLock.Outcome {
            InstanceLock.take(brokers: brokers, group: group, instance: instance)
        }
        var first = Self.isTaken(take())
        #expect(first != nil)
        for brokers in ["a:1,b:2", "b:2, a:1"] {
            guard case .held = take(brokers) else {
                Issue.record("a second process has the name as well")
                continue
            }
        }
        #expect(Self.isTaken(take("a:1,b:2", "j")) != nil)
        #expect(Self.isTaken(take("c:1")) != nil)
        first = nil
        #expect(Self.isTaken(take()) != nil)
    }

    private func watch(lanes: Int = 1) -> InstanceWatch {
        var configuration = WorkerConfiguration()
        configuration.groupID = "g"
        configuration.groupInstanceID = "i"
        configuration.lanes = lanes
        configuration.kafkaProperties = [("consumer.session.timeout.ms", "10000")]
        return InstanceWatch(configuration)
    }

    private func member(_ client: String, _ instance: String?) -> GroupDescription.Member {
        .init(clientID: client, memberID: "m", instanceID: instance, host: "/192.0.2.1", partitions: [])
    }

    @Test(arguments: [
        ("anyconnect-normalizer-elsewhere-0", "i", 1, false), ("anyconnect-normalizer-elsewhere-0", "j", 1, true),
        ("anyconnect-normalizer-elsewhere-0", nil, 1, true), ("another-program", "i", 1, true),
        ("anyconnect-normalizer-elsewhere-1", "i-1", 2, false), ("anyconnect-normalizer-elsewhere-1", "i-1", 1, true),
        (ClientSettings.clientID("0"), "i", 1, true),
    ])
    func onlyAMemberOfAnotherMachineWithTheSameIdIsARival(
        _ client: String,
        _ instance: String?,
        _ lanes: Int,
        _ isFree: Bool
    ) {
        let answer = watch(lanes: lanes).judge([member(client, instance)], after: .zero)
        #expect((answer == .free) == isFree, "\(answer)")
    }

    @Test func aRivalThatOutlivesItsSessionIsAlive() {
        let members = [member("anyconnect-normalizer-elsewhere-0", "i")]
        guard case .waiting = watch().judge(members, after: .milliseconds(12_999)) else {
            Issue.record("it may be one that is gone")
            return
        }
        let holder = "anyconnect-normalizer-elsewhere-0 at /192.0.2.1"
        #expect(watch().judge(members, after: .milliseconds(13_000)) == .held(holder))
        #expect(watch().judge([], after: .seconds(60)) == .free)
    }

    @Test func aSecondWorkerOfTheMachineEndsBeforeItJoins() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .any()) { $0.groupInstanceID = TestBroker.uniqueName("instance") }
            let result = try rig.run { worker in
                try eventually("the first worker owns the partitions") {
                    worker.status.snapshot().partitions.count == 2
                }
                let second = rig.makeWorker().run()
                guard case .instanceInUse = second.failure else {
                    Issue.record("\(String(describing: second.failure))")
                    return
                }
                try rig.broker.write([FaultRig.line(0, partition: 0)], to: rig.configuration.inputTopic)
                try rig.awaitCommitted(1)
            }
            #expect(result.failure == nil)
            #expect(result.report.fenced == 0)
        }
    }
}
