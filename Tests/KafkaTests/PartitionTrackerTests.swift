// The books of partitions: what is let through, and what a rebalance changes. No broker.

import Testing

@testable import Kafka

@Suite struct PartitionTrackerTests {
    private let first = TopicPartition("in", 0)
    private let second = TopicPartition("in", 1)

    @Test func letsThroughOnlyWhatIsOwned() {
        var tracker = PartitionTracker()
        let slot = tracker.slot(of: first)
        #expect(tracker.admit(offset: 5, slot: slot) == .notOwned)
        tracker.assign([first])
        #expect(tracker.admit(offset: 5, slot: slot) == .expected)
        tracker.revoke([first])
        #expect(tracker.admit(offset: 6, slot: slot) == .notOwned)
        #expect(tracker.nextOffset(of: first) == nil)
    }

    @Test(arguments: [
        ([5, 6, 7], [PartitionTracker.Verdict.expected, .expected, .expected]),
        ([5, 5, 6], [.expected, .duplicate, .expected]),
        ([5, 4, 3], [.expected, .duplicate, .duplicate]),
        ([5, 9, 10], [.expected, .afterGap(expected: 6), .expected]),
        ([5, 9, 7], [.expected, .afterGap(expected: 6), .duplicate]),
        ([0, 1], [.expected, .expected]),
    ])
    func judgesByTheNextOffset(offsets: [Int64], verdicts: [PartitionTracker.Verdict]) {
        var tracker = PartitionTracker()
        tracker.assign([first])
        let slot = tracker.slot(of: first)
        #expect(offsets.map { tracker.admit(offset: $0, slot: slot) } == verdicts)
    }

    @Test func aNewAssignmentStartsWithWhateverArrives() {
        var tracker = PartitionTracker()
        tracker.assign([first])
        let slot = tracker.slot(of: first)
        #expect(tracker.admit(offset: 100, slot: slot) == .expected)
        tracker.revoke([first])
        tracker.assign([first])
        #expect(tracker.slot(of: first) == slot)
        #expect(tracker.admit(offset: 40, slot: slot) == .expected)
    }

    @Test func aSeekChangesWhatIsExpected() {
        var tracker = PartitionTracker()
        tracker.assign([first])
        let slot = tracker.slot(of: first)
        _ = tracker.admit(offset: 100, slot: slot)
        tracker.expect(40, of: first)
        #expect(tracker.admit(offset: 39, slot: slot) == .duplicate)
        #expect(tracker.admit(offset: 40, slot: slot) == .expected)
        tracker.expect(nil, of: first)
        #expect(tracker.admit(offset: 7, slot: slot) == .expected)
    }

    @Test func remembersRevocationsEvenIfThePartitionCameBack() {
        var tracker = PartitionTracker()
        tracker.assign([first, second])
        tracker.revoke([first])
        tracker.assign([first])
        #expect(tracker.hasRevocations)
        #expect(tracker.takeRevocations() == [first])
        #expect(!tracker.hasRevocations)
        #expect(tracker.takeRevocations() == [])
        #expect(tracker.owned == [first, second])
    }

    @Test func revokingWhatWasNeverOwnedChangesNothing() {
        var tracker = PartitionTracker()
        tracker.assign([first])
        tracker.revoke([second])
        #expect(tracker.takeRevocations() == [])
        #expect(tracker.owned == [first])
        #expect(!tracker.owns(second))
    }

    /// In any order of records, seeks and rebalances, nothing is let through twice or out of order between two
    /// interruptions, and nothing of a partition that is not owned.
    @Test(arguments: 1...50)
    func holdsUnderRandomInterleavings(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var tracker = PartitionTracker()
        var isOwned = false
        var last: Int64?
        let slot = tracker.slot(of: first)
        for _ in 0..<200 {
            switch random(10) {
            case 0:
                tracker.assign([first])
                isOwned = true
                last = nil
            case 1:
                tracker.revoke([first])
                isOwned = false
                last = nil
            case 2:
                let offset = Int64(random(30))
                tracker.expect(offset, of: first)
                last = offset - 1
            default:
                let offset = Int64(random(30))
                let verdict = tracker.admit(offset: offset, slot: slot)
                let expected: PartitionTracker.Verdict
                if !isOwned {
                    expected = .notOwned
                } else if let last, offset <= last {
                    expected = .duplicate
                } else if let previous = last, offset > previous + 1 {
                    expected = .afterGap(expected: previous + 1)
                } else {
                    expected = .expected
                }
                #expect(verdict == expected, "seed \(seed)")
                if isOwned, expected != .duplicate { last = offset }
            }
        }
    }
}
