// An input of several topics: by name and by pattern, some of them missing or yet to come. On the embedded cluster or
// on the broker that the environment names.

import Kafka
import KafkaTestSupport
import Normalization
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct InputTopicsTests {
    private static func lines(_ numbers: Range<Int>, _ device: Int32) -> [String] {
        numbers.map { FaultRig.line($0, partition: device) }
    }

    /// Makes a rig whose input is `topics` of its first topic and of another one.
    private func rig(
        _ broker: TestBroker,
        configure: (inout WorkerConfiguration) -> Void = { _ in },
        topics: (String, String) -> InputTopics
    ) throws -> (rig: WorkerRig, names: [String]) {
        var names: [String] = []
        let rig = try WorkerRig(broker) { configuration in
            let first = configuration.inputTopic
            names = [first, first + ".more"]
            configuration.inputTopics = topics(names[0], names[1])
            // A topic that appears is to be seen soon.
            configuration.kafkaProperties.append(("topic.metadata.refresh.interval.ms", "300"))
            configure(&configuration)
        }
        return (rig, names)
    }

    /// What the ids of events are made of, by topic.
    private func places(_ rig: WorkerRig, _ names: [String]) throws -> [String: [RecordPosition]] {
        let events = try rig.outputs().events
        let ids = events.compactMap { event in
            event.value.flatMap { $0.firstMatch(of: #/"eventId":"([0-9a-f-]+)"/#) }
                .flatMap { UUID(String($0.output.1)) }.flatMap { RecordPosition(eventID: $0) }
        }
        #expect(ids.count == events.count)
        return Dictionary(grouping: ids) { id in
            names.first { RecordPosition.namespace(of: rig.configuration.eventName(of: $0)) == id.namespace } ?? "?"
        }
    }

    @Test func eachTopicHasItsLedgerAndItsIds() async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let (rig, names) = try rig(broker) {
                $0.shortenSessions()
            } topics: {
                .named([$0, $1])
            }
            _ = try broker.makeTopic(partitions: 2, named: names[1])
            try broker.write(Self.lines(0..<30, 0), to: names[0], partition: 1)
            try broker.write(Self.lines(0..<20, 1) + ["no tag"], to: names[1], partition: 1)
            let probe = WorkerProbe()
            let result = try rig.run(log: probe.log) { _ in try probe.awaitCommitted(51) }
            #expect(result.failure == nil)
            #expect(result.report.addsUp, "\(probe.story)")
            #expect(result.report.partitions[TopicPartition(names[0], 1)]?.events == 30)
            #expect(result.report.partitions[TopicPartition(names[1], 1)]?.events == 20)
            #expect(result.report.partitions[TopicPartition(names[1], 1)]?.deadLetters == 1)
            #expect(result.report.partitions[TopicPartition(names[1], 1)]?.next == 21)
            let places = try places(rig, names)
            #expect(Set(places[names[0]]?.map(\.offset) ?? []) == Set(0..<30))
            #expect(Set(places[names[1]]?.map(\.offset) ?? []) == Set(0..<20))
            #expect(try rig.outputs().deadLetters.map { $0.headers["source"] } == ["\(names[1])/1/20"])
            // Started again, it goes on in both where it was.
            try broker.write(Self.lines(30..<35, 0), to: names[0], partition: 1)
            let again = WorkerProbe()
            let second = try rig.run(log: again.log) { _ in try again.awaitCommitted(5) }
            #expect(second.report.read == 5)
        }
    }

    /// Records of both topics have the same partition and offset.
    @Test func aNamespaceTellsTopicsApartToo() async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let (rig, names) = try rig(broker) {
                $0.namespace = "site-a"
            } topics: {
                .named([$0, $1])
            }
            _ = try broker.makeTopic(partitions: 2, named: names[1])
            for name in names { try broker.write(Self.lines(0..<10, 0), to: name, partition: 0) }
            let probe = WorkerProbe()
            _ = try rig.run(log: probe.log) { _ in try probe.awaitCommitted(20) }
            let places = try places(rig, names)
            #expect(places.mapValues(\.count) == [names[0]: 10, names[1]: 10])
        }
    }

    /// Where nothing is skipped: not what is in a topic before the group has seen it.
    @Test(arguments: [WorkerConfiguration.OffsetReset.earliest, .latest])
    func aTopicThatAppearsIsReadFromItsBeginning(_ reset: WorkerConfiguration.OffsetReset) async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let (rig, names) = try rig(broker) {
                $0.autoOffsetReset = reset
                $0.isObserved = true
            } topics: { first, _ in
                .matching("^\(first)")
            }
            let probe = WorkerProbe()
            let result = try rig.run(log: probe.log) { worker in
                try eventually("both partitions are owned and looked at") {
                    let snapshot = worker.status.snapshot()
                    return snapshot.partitions.count == 2 && snapshot.lag == 0
                }
                try probe.await("start-offset-chosen", 2)
                try broker.write(Self.lines(0..<10, 0), to: names[0], partition: 0)
                try probe.awaitCommitted(10)
                _ = try broker.makeTopic(partitions: 2, named: names[1])
                for partition in 0..<2 as Range<Int32> {
                    try broker.write(Self.lines(0..<25, partition), to: names[1], partition: partition)
                }
                try probe.awaitCommitted(60)
                try eventually("all four partitions are looked at") {
                    let snapshot = worker.status.snapshot()
                    return snapshot.partitions.count == 4 && snapshot.lag == 0 && snapshot.obstacles.isEmpty
                }
            }
            #expect(result.failure == nil)
            #expect(result.report.addsUp, "\(probe.story)")
            #expect(result.report.partitions[TopicPartition(names[1], 0)]?.events == 25)
            #expect(result.report.partitions[TopicPartition(names[1], 1)]?.events == 25)
        }
    }

    /// A worker that starts after the topic has come has its group's word for that.
    @Test func aTopicThatCameWhileNoWorkerRanIsReadFromItsBeginning() async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let (rig, names) = try rig(broker) {
                $0.autoOffsetReset = .latest
                $0.shortenSessions()
            } topics: { first, _ in
                .matching("^\(first)")
            }
            try broker.write(Self.lines(0..<10, 0), to: names[0], partition: 0)
            let first = WorkerProbe()
            _ = try rig.run(log: first.log) { _ in try first.await("start-offset-chosen", 2) }
            _ = try broker.makeTopic(named: names[1])
            try broker.write(Self.lines(0..<25, 1), to: names[1])
            let second = WorkerProbe()
            let result = try rig.run(log: second.log) { _ in try second.awaitCommitted(25) }
            #expect(result.report.read == 25, "\(second.story)")
        }
    }

    @Test func oneMissingTopicIsNamedAndTheOthersAreRead() async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let (rig, names) = try rig(broker) {
                $0.isObserved = true
            } topics: {
                .named([$0, $1])
            }
            // The embedded cluster makes a topic of an error that it is to have.
            if let cluster = broker.cluster {
                _ = try broker.makeTopic(named: names[1])
                cluster.setError(.unknownTopicOrPartition, ofTopic: names[1])
            }
            try broker.write(Self.lines(0..<10, 0), to: names[0])
            let probe = WorkerProbe()
            let result = try rig.run(log: probe.log) { worker in
                try probe.awaitCommitted(10)
                try eventually("the missing one is named") {
                    worker.status.snapshot().obstacles.map(\.subject) == [names[1]]
                }
                if let cluster = broker.cluster {
                    cluster.setError(.noError, ofTopic: names[1])
                } else {
                    _ = try broker.makeTopic(named: names[1])
                }
                try broker.write(Self.lines(0..<5, 1), to: names[1])
                try probe.awaitCommitted(15)
                try eventually("it is ready") { worker.status.snapshot().obstacles.isEmpty }
            }
            #expect(result.failure == nil)
            #expect(result.report.addsUp, "\(probe.story)")
        }
    }

    @Test func aPatternWithoutATopicIsNamed() async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let (rig, names) = try rig(broker) {
                $0.isObserved = true
            } topics: { _, other in
                .matching("^\(other)$")
            }
            let probe = WorkerProbe()
            _ = try rig.run(log: probe.log) { worker in
                try eventually("the pattern is named") {
                    worker.status.snapshot().obstacles.contains {
                        $0.kind == .missingTopic && $0.subject == "^\(names[1])$"
                    }
                }
                _ = try broker.makeTopic(named: names[1])
                try broker.write(Self.lines(0..<5, 1), to: names[1])
                try probe.awaitCommitted(5)
                try eventually("it is ready") { worker.status.snapshot().obstacles.isEmpty }
            }
        }
    }

    // MARK: - The setting

    private func faults(_ topics: String) -> [String] {
        do throws(ConfigurationFaults) {
            var values = SettingValues(Setting.ofWorker)
            values.read(arguments: ["--bootstrap-servers", "a:1", "--input-topic", topics])
            _ = try WorkerConfiguration(values)
            return []
        } catch {
            return error.faults
        }
    }

    @Test func namesAndPatternsAreRead() {
        #expect(SettingParsers.topics("a") == .named(["a"]))
        #expect(SettingParsers.topics("a, b.c") == .named(["a", "b.c"]))
        #expect(SettingParsers.topics("^fw[0-9]{1,3}$") == .matching("^fw[0-9]{1,3}$"))
        for wrong in ["", "a,", ",a", "a,a", "a b", "a,^b", "^fw[", "^(a"] {
            #expect(SettingParsers.topics(wrong) == nil, "\(wrong)")
        }
        #expect(InputTopics.matching("^fw").admits("fw.raw"))
        #expect(!InputTopics.matching("^fw$").admits("fw.raw"))
        #expect(InputTopics.matching("^(a|b)\\.raw$").admits("b.raw"))
        #expect(!InputTopics.named(["fw"]).admits("fw.raw"))
    }

    /// Else the worker would read for ever what it writes.
    @Test(arguments: ["qualys.events", "asa.raw,asa.dead-letters", "^asa", "^[a-z.-]*$", "^qualys\\.events$"])
    func anInputThatTakesInAnOutputIsRefused(_ topics: String) {
        let faults = faults(topics)
        #expect(!faults.isEmpty)
        for fault in faults { #expect(fault.hasSuffix("the worker would read what it writes"), "\(fault)") }
        #expect(self.faults("^asa\\.raw") == [])
        #expect(self.faults("asa.raw,fw.raw") == [])
    }
}
