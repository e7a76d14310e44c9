// Signs of life as they are looked at: a lane that gives none is found, a process that was stopped is not taken for one
// that hangs.

import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct SilenceWatchTests {
    @Test func looksAreCountedWhileNothingChanges() {
        var watch = SilenceWatch()
        #expect([7, 7, 7, 8, 8, 9].map { watch.look($0) } == [0, 1, 2, 0, 1, 0])
    }

    /// The lane is held where a call of the library's could hold it; once let go, it delivers as if nothing had been.
    @Test func aLaneThatIsHeldIsTold() async throws {
        try await onOwnThread {
            let rig = try FaultRig(.atLeastOnce)
            let isTold = SharedFlag()
            let worker = Worker(
                configuration: rig.configuration,
                catalogue: standardCatalogue,
                log: rig.probe.log,
                silenceMilliseconds: 3000
            ) { isTold.raise() }
            rig.probe.once(at: .committing) {
                #expect(throws: Never.self) { try eventually("the silence is told") { isTold.isRaised } }
            }
            try rig.write(0..<5)
            let thread = BackgroundThread { worker.run() }
            try rig.probe.awaitCommitted(5)
            worker.requestStop()
            rig.expectSound(try thread.value(within: .seconds(60)), read: 5)
            #expect(isTold.isRaised)
            #expect(rig.probe.count("lane-silent") >= 1, "\(rig.probe.story)")
        }
    }

    @Test func aLaneThatNormalizesGivesSignsOfLife() throws {
        let broker = try TestBroker.embedded()
        var configuration = WorkerConfiguration()
        configuration.bootstrapServers = broker.bootstrapServers
        configuration.inputTopic = try broker.makeTopic()
        configuration.outputTopic = try broker.makeTopic()
        configuration.deadLetterTopic = try broker.makeTopic()
        configuration.delivery = .atLeastOnce
        try broker.write((0..<40).map { "line \($0)" }, to: configuration.inputTopic)
        let consumer = try Consumer(broker.consumerConfiguration())
        let heartbeat = WorkerStatus.Heartbeat(now: 0)
        let keeper = GroupKeeper(consumer, StopSignal(), heartbeat, onChange: { _, _ in }, onDelay: { _ in })
        let producer = try ProducerCalls(configuration, lane: 0, keeper) { _ in }
        defer {
            producer.close()
            consumer.close(within: .seconds(10))
        }
        try consumer.subscribe(to: [configuration.inputTopic])
        var batch = MessageBatch()
        try consumer.collect(40, into: &batch)
        var normalizer = BatchNormalizer(configuration, standardCatalogue)
        let counts = normalizer.send(batch, first: 40, Refusals(), to: producer.sender, heartbeat)
        #expect(counts.partitions(of: batch).map(\.counts.deadLetters) == [40])
        #expect(heartbeat.time > 0)
    }

    @Test func theOldestOfTheLanesCounts() {
        var configuration = WorkerConfiguration()
        configuration.lanes = 2
        let status = WorkerStatus(configuration)
        status.heartbeat(of: 0).beat(at: 20)
        status.heartbeat(of: 1).beat(at: 10)
        #expect(status.oldestHeartbeat == 10)
        status.heartbeat(of: 1).beat(at: 30)
        #expect(status.oldestHeartbeat == 20)
    }
}
