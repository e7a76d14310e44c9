// What the doctor says of copies and clocks.

import Testing

@testable import Kafka
@testable import Operations
@testable import Worker

@Suite struct ClusterRulesTests {
    /// Copies that a topic has on so many brokers, and what is said of them.
    struct Copies: Sendable {
        var fewest: Int
        var brokers: Int
        var outOfSync: [Int32] = []
        var minimum: Int?
        var verdicts: [Finding.Verdict]
    }

    private static let copies: [Copies] = [
        Copies(fewest: 1, brokers: 3, minimum: 1, verdicts: [.warning]),
        Copies(fewest: 1, brokers: 1, minimum: 1, verdicts: [.good]),
        Copies(fewest: 3, brokers: 3, minimum: 2, verdicts: [.good]),
        Copies(fewest: 3, brokers: 3, minimum: 3, verdicts: [.warning]),
        Copies(fewest: 2, brokers: 3, minimum: nil, verdicts: [.good]),
        Copies(fewest: 3, brokers: 3, outOfSync: [1, 4], minimum: 2, verdicts: [.good, .warning]),
    ]

    @Test(arguments: copies)
    func copiesAreJudged(_ copies: Copies) {
        let found = ClusterRules.copies(
            "t",
            copies.fewest,
            of: copies.brokers,
            outOfSync: copies.outOfSync,
            minimum: copies.minimum
        )
        let verdicts = copies.verdicts
        #expect(found.map(\.verdict) == verdicts)
        #expect(found.allSatisfy { $0.verdict == .good || !$0.advice.isEmpty })
    }

    @Test(arguments: [
        (5_000, "agree"), (4_500, "agree"), (7_000, "agree"), (9_500, "3500 ms ahead of"), (1_000, "4000 ms behind"),
    ])
    func clocksAreCompared(_ time: Int64, _ words: String) {
        let stamp = RecordTimestamp(epochMilliseconds: time, kind: .appended)
        let finding = ClusterRules.clock(stamp, between: 5_000, and: 6_000)
        #expect(finding.detail.contains(words), "\(finding)")
        #expect(finding.verdict == (words == "agree" ? .good : .warning))
    }

    @Test func partitionCountsThatDifferAreRemarked() {
        #expect(ClusterRules.partitions("out", 3, input: 3) == nil)
        let remark = ClusterRules.partitions("out", 3, input: 6)
        #expect(remark?.verdict == .good && remark?.detail.contains("the input has 6") == true)
    }

    @Test func aTimeOfTheProducerSaysNothing() {
        let stamp = RecordTimestamp(epochMilliseconds: 0, kind: .created)
        #expect(ClusterRules.clock(stamp, between: 5, and: 6).verdict == .unknown)
        #expect(ClusterRules.clock(nil, between: 5, and: 6).verdict == .unknown)
    }
}
