// What the doctor says of copies and clocks.

import Kafka
import Testing

@testable import NormalizerWorker

@Suite struct ClusterRulesTests {
    @Test(arguments: [
        (1, 3, [], 1, [Finding.Verdict.warning]), (1, 1, [], 1, [.good]), (3, 3, [], 2, [.good]),
        (3, 3, [], 3, [.warning]), (2, 3, [], nil, [.good]), (3, 3, [1, 4], 2, [.good, .warning]),
    ])
    func copiesAreJudged(
        _ fewest: Int,
        _ brokers: Int,
        _ outOfSync: [Int32],
        _ minimum: Int?,
        _ verdicts: [Finding.Verdict]
    ) {
        let found = ClusterRules.copies("t", fewest, of: brokers, outOfSync: outOfSync, minimum: minimum)
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
