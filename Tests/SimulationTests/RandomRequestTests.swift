import Simulation
import TestSupport
import Testing

/// Requests in any order and of any producer, member and epoch.
@Suite struct RandomRequestTests {
    private struct Run {
        var kafka: SimulatedKafka
        var random: SeededGenerator
        var now: Int64 = 0
        var trace: [String] = []
        var errors: Set<String> = []
        /// What brokers have said last.
        var producers = ["t": ProducerIdentity(id: 0, epoch: 0), "u": ProducerIdentity(id: 1, epoch: 0)]
        var memberships = (1...3).map { Membership(member: "member-\($0)", generation: 1) }
        /// What a reader of committed records has read of each partition of `out` so far.
        var read: [[RecordRun]] = [[], []]
        var next: [Int64] = [0, 0]

        private mutating func pick<Element>(_ elements: [Element]) -> Element {
            elements[Int.random(in: 0..<elements.count, using: &random)]
        }

        mutating func step() {
            now += Int64.random(in: 0...40, using: &random)
            let request = anyRequest()
            let response = kafka.handle(request, at: now)
            trace.append("\(now) \(request): \(response)")
            if let error = response.error { errors.insert(error.rawValue) }
            if case .initProducerID(let id?, _, _) = request, case .producer(let producer) = response {
                producers[id] = producer
            }
            note(response)
            for held in kafka.takeHeldAnswers() {
                trace.append("\(now) held \(held.number): \(held.response)")
                note(held.response)
            }
            for number in 0..<2 {
                let fetch = Fetch(PartitionID("out", number), offset: next[number], maxRecords: 7)
                guard case .fetched(let fetched) = kafka.handle(.fetch(fetch), at: now) else { continue }
                read[number] += fetched.runs
                next[number] = fetched.next
            }
        }

        private mutating func note(_ response: Response) {
            switch response {
            case .memberIDRequired(let id):
                memberships.removeFirst()
                memberships.append(Membership(member: id, generation: -1))
            case .joined(let joined):
                for index in memberships.indices where memberships[index].member == joined.member {
                    memberships[index].generation = joined.generation
                }
            default: break
            }
        }

        private mutating func anyRequest() -> Request {
            let id = pick(["t", "u"])
            var producer = producers[id] ?? ProducerIdentity(id: 0, epoch: 0)
            producer.epoch -= pick([0, 0, 0, 0, 0, 0, 0, 1])
            if pick(Array(0..<40)) == 0 { producer.id += 1 }
            let out = PartitionID("out", pick([0, 1]))
            var membership = pick(memberships + [.none])
            membership.generation -= pick([0, 0, 0, 0, 1])
            let offset = PartitionOffset(PartitionID("in", 0), pick([1, 5, 9]))
            switch Int.random(in: 0..<24, using: &random) {
            case 0: return .initProducerID(transactionalID: id, timeout: 500, current: pick([nil, producer]))
            case 1, 2: return .addPartitionsToTxn(transactionalID: id, producer, [out])
            case 3: return .addOffsetsToTxn(transactionalID: id, producer, group: "g")
            case 4, 5, 6, 19, 20:
                let sequence = pick([0, 1, 2, 3, 4, 5])
                let payload = Payload(partition: out.number, first: now)
                return .produce(
                    Produce(out, transactionalID: id, producer, sequence: sequence, count: pick([1, 2]), payload)
                )
            case 7:
                return .txnOffsetCommit(
                    TxnOffsetCommit(transactionalID: id, producer, group: "g", membership, [offset])
                )
            case 8, 9: return .endTxn(transactionalID: id, producer, commits: pick([true, false]))
            case 10, 11, 12:
                return .joinGroup(
                    JoinGroup(
                        group: "g",
                        member: pick(memberships.map(\.member) + [""]),
                        topics: ["in"],
                        sessionTimeout: 300,
                        rebalanceTimeout: 200
                    )
                )
            case 13, 14, 15: return .heartbeat(group: "g", membership)
            case 16: return .offsetCommit(group: "g", membership, [offset])
            case 17: return .offsetFetch(group: "g", [PartitionID("in", 0)], requiresStable: pick([true, false]))
            case 18: return .leaveGroup(group: "g", member: membership.member)
            default: return .append(out, count: pick([1, 3]), Payload(partition: out.number, first: now))
            }
        }
    }

    private func run(seed: UInt64) -> Run {
        var settings = SimulatedKafka.Settings()
        settings.transactionVersion = Int(seed % 3)
        settings.markerDelay = 30
        settings.expiryInterval = 100
        var run = Run(kafka: SimulatedKafka(settings), random: SeededGenerator(seed: seed))
        _ = run.kafka.handle(.createTopic("in", partitions: 3), at: 0)
        _ = run.kafka.handle(.createTopic("out", partitions: 2), at: 0)
        for _ in 0..<2000 { run.step() }
        return run
    }

    @Test(arguments: [UInt64](1...6))
    func whatIsReadAsCommittedStaysSo(seed: UInt64) {
        let run = run(seed: seed)
        for number in 0..<2 {
            var kafka = run.kafka
            let all = Fetch(PartitionID("out", number), offset: 0)
            guard case .fetched(let fetched) = kafka.handle(.fetch(all), at: run.now) else {
                Issue.record("no records")
                continue
            }
            #expect(!run.read[number].isEmpty)
            let records = run.read[number].flatMap { run in (run.first..<run.end).map { $0 } }
            let again = fetched.runs.flatMap { run in (run.first..<run.end).map { $0 } }
            #expect(again.prefix(records.count) == records[...])
            #expect(records == records.sorted())
        }
    }

    @Test(arguments: [UInt64](1...3))
    func sameSeedGivesTheSameTrace(seed: UInt64) {
        #expect(run(seed: seed).trace == run(seed: seed).trace)
    }

    /// Runs without these would show nothing.
    @Test func everyErrorOfTransactionsAndGroupsIsReached() {
        let errors = (1...6).reduce(into: Set<String>()) { $0.formUnion(run(seed: $1).errors) }
        let expected: [ErrorCode] = [
            .outOfOrderSequenceNumber, .invalidProducerEpoch, .invalidProducerIDMapping, .invalidTxnState,
            .concurrentTransactions, .producerFenced, .notEnoughReplicas, .illegalGeneration, .unknownMemberID,
            .rebalanceInProgress,
        ]
        #expect(Set(expected.map(\.rawValue)).subtracting(errors).isEmpty)
    }
}
