// Who takes which share of a range, told by what can be seen of other processes. No broker and no waiting.

import Testing

@testable import Worker

@Suite struct RangeClaimsTests {
    private let start = ContinuousClock.now

    /// Shares of ten offsets each, with so many done.
    private func shares(_ done: Int64...) -> [ReplayPlan.Share] {
        done.enumerated().map { partition, done in
            var step = ReplayStep(plan: 1, partition: Int32(partition), from: 100, to: 110)
            step.progress.next = 100 + done
            return ReplayPlan.Share(steps: [step])
        }
    }

    private func claims(_ shares: [ReplayPlan.Share]) -> RangeClaims {
        RangeClaims(shares, patience: .seconds(20), at: start)
    }

    @Test func aloneItTakesAllThatIsNotDoneAtOnce() {
        let claims = claims(shares(3, 10, 0))
        #expect(claims.take(at: start)?.number == 2, "rather what nobody has begun")
        #expect(claims.take(at: start)?.number == 0)
        #expect(claims.take(at: start) == nil)
        for partition in [Int32(0), 2] {
            #expect(!claims.isDone)
            claims.end(shares(0, 0, 0)[Int(partition)], .done, at: start)
        }
        #expect(claims.isDone)
    }

    @Test func whatOthersAreAtIsTakenOnlyOnceItStandsStill() {
        let claims = claims(shares(3, 3))
        claims.see(shares(4, 3), at: start + .seconds(1))
        #expect(claims.take(at: start + .seconds(2)) == nil, "another process is there")
        #expect(claims.take(at: start + .seconds(20))?.number == 1)
        claims.see(shares(5, 3), at: start + .seconds(15))
        #expect(claims.take(at: start + .seconds(34)) == nil)
        #expect(claims.take(at: start + .seconds(35))?.number == 0)
    }

    @Test func whatWasLostIsLeftAloneEachTimeForLonger() {
        let claims = claims(shares(0))
        var now = start
        for losses in 1...3 {
            #expect(claims.take(at: now)?.number == 0)
            claims.end(shares(0)[0], .lost, at: now)
            let patience = Duration.seconds(20) * (1 + losses)
            #expect(claims.take(at: now + patience - .seconds(1)) == nil)
            now += patience
        }
    }

    @Test func whatOthersHaveDoneIsDone() {
        let claims = claims(shares(0, 9))
        claims.see(shares(10, 10), at: start)
        #expect(claims.isDone && claims.take(at: start) == nil)
    }

    @Test func ownProgressIsNotTakenForThatOfOthers() {
        let claims = claims(shares(0, 4))
        #expect(claims.take(at: start)?.number == 0)
        claims.see(shares(5, 4), at: start)
        claims.end(shares(0)[0], .done, at: start)
        claims.see(shares(10, 4), at: start)
        #expect(claims.take(at: start)?.number == 1)
    }

    @Test(arguments: [(1, 1000, 1), (8, 1000, 8), (9, 1000, 8), (64, 1000, 8), (64, 100_000, 25), (64, 1_000_000, 64)])
    func manyPartitionsWithLittleInEachAreReadTogether(_ partitions: Int, _ each: Int64, _ shares: Int) {
        var ranges: [Int32: Range<Int64>] = [:]
        for partition in 0..<partitions { ranges[Int32(partition)] = 5..<5 + each }
        ranges[Int32(partitions)] = 7..<7
        let plan = ReplayPlan(group: "g", ranges)
        #expect(plan.shares.count == shares)
        #expect(plan.shares.flatMap(\.steps).map(\.partition).sorted() == (0..<Int32(partitions)).map { $0 })
        #expect(Set(plan.shares.map(\.number)).count == shares)
    }
}
