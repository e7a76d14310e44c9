// Who takes which partition of a range, told by what can be seen of other processes. No broker and no waiting.

import Testing

@testable import NormalizerWorker

@Suite struct RangeClaimsTests {
    private let start = ContinuousClock.now

    /// Steps of ten offsets each, with so many done.
    private func steps(_ done: Int64...) -> [ReplayStep] {
        done.enumerated().map { partition, done in
            var step = ReplayStep(plan: 1, partition: Int32(partition), from: 100, to: 110)
            step.progress.next = 100 + done
            return step
        }
    }

    private func claims(_ steps: [ReplayStep]) -> RangeClaims {
        RangeClaims(steps, patience: .seconds(20), at: start)
    }

    @Test func aloneItTakesAllThatIsNotDoneAtOnce() {
        let claims = claims(steps(3, 10, 0))
        #expect(claims.take(at: start)?.partition == 2, "rather what nobody has begun")
        #expect(claims.take(at: start)?.partition == 0)
        #expect(claims.take(at: start) == nil)
        for partition in [Int32(0), 2] {
            #expect(!claims.isDone)
            claims.end(partition, .done, at: start)
        }
        #expect(claims.isDone)
    }

    @Test func whatOthersAreAtIsTakenOnlyOnceItStandsStill() {
        let claims = claims(steps(3, 3))
        claims.see(steps(4, 3), at: start + .seconds(1))
        #expect(claims.take(at: start + .seconds(2)) == nil, "another process is there")
        #expect(claims.take(at: start + .seconds(20))?.partition == 1)
        claims.see(steps(5, 3), at: start + .seconds(15))
        #expect(claims.take(at: start + .seconds(34)) == nil)
        #expect(claims.take(at: start + .seconds(35))?.partition == 0)
    }

    @Test func whatWasLostIsLeftAloneEachTimeForLonger() {
        let claims = claims(steps(0))
        var now = start
        for losses in 1...3 {
            #expect(claims.take(at: now)?.partition == 0)
            claims.end(0, .lost, at: now)
            let patience = Duration.seconds(20) * (1 + losses)
            #expect(claims.take(at: now + patience - .seconds(1)) == nil)
            now += patience
        }
    }

    @Test func whatOthersHaveDoneIsDone() {
        let claims = claims(steps(0, 9))
        claims.see(steps(10, 10), at: start)
        #expect(claims.isDone && claims.take(at: start) == nil)
    }

    @Test func ownProgressIsNotTakenForThatOfOthers() {
        let claims = claims(steps(0, 4))
        #expect(claims.take(at: start)?.partition == 0)
        claims.see(steps(5, 4), at: start)
        claims.end(0, .done, at: start)
        claims.see(steps(10, 4), at: start)
        #expect(claims.take(at: start)?.partition == 1)
    }
}
