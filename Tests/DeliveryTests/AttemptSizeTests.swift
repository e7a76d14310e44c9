// The search for refused records and the shrinking of attempts, against a model with random refusals.

import Foundation
import TestSupport
import Testing

@testable import Delivery

@Suite struct AttemptSizeTests {
    /// What a batch came to.
    private struct Run {
        var accepted: [Int] = []
        var found: [Int] = []
        var attempts = 0
    }

    /// Hands over a batch as a lane does: an attempt fails if a record in it is refused that is not known yet.
    private static func handOver(_ count: Int, refused: Set<Int>, _ size: inout AttemptSize) -> Run {
        var run = Run()
        var first = 0
        size.beginBatch()
        while first < count, run.attempts < 1_000_000 {
            let attempt = size.next(of: count - first)
            run.attempts += 1
            if (first..<first + attempt).contains(where: { refused.contains($0) && !run.found.contains($0) }) {
                if size.refused(attempt) { run.found.append(first) }
            } else {
                size.succeeded(attempt)
                run.accepted += first..<first + attempt
                first += attempt
            }
        }
        return run
    }

    @Test(arguments: [UInt64](1...20))
    func theSearchFindsExactlyTheRefusedRecords(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let count = Int.random(in: 1...2000, using: &random)
            let places = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                Int.random(in: 0..<count, using: &random)
            }
            let refused = Set(places)
            var size = AttemptSize(maximum: Int.random(in: 1...3000, using: &random))
            let limit = size.limit
            let run = Self.handOver(count, refused: refused, &size)
            #expect(run.found == refused.sorted(), "seed \(seed)")
            #expect(run.accepted == Array(0..<count), "each record once, in order; seed \(seed)")
            let whole = (count + limit - 1) / limit
            let bound = whole + (refused.count + 1) * 2 * Int(log2(Double(count)) + 1) + refused.count
            #expect(run.attempts <= bound, "seed \(seed): \(count) records, \(refused.count) refused")
        }
    }

    @Test func allRecordsRefusedIsFoundToo() {
        var size = AttemptSize(maximum: 64)
        let run = Self.handOver(64, refused: Set(0..<64), &size)
        #expect(run.found == Array(0..<64))
        #expect(run.accepted == Array(0..<64))
    }

    @Test func attemptsHoldAsManyAsThereAre() {
        let size = AttemptSize(maximum: 100)
        #expect(size.next(of: 7) == 7)
        #expect(size.next(of: 100) == 100)
        #expect(size.next(of: 1000) == 100)
    }

    @Test func eachThirdFailureInARowHalves() {
        var size = AttemptSize(maximum: 1000)
        var sizes: [Int] = []
        for _ in 0..<9 {
            sizes.append(size.next(of: 400))
            size.failed(size.next(of: 400))
        }
        #expect(sizes == [400, 400, 400, 200, 200, 200, 100, 100, 100])
        #expect(size.failuresInARow == 9)
    }

    @Test func anOverdueAttemptHalvesAtOnceAndSizesGrowBackSlowly() {
        var size = AttemptSize(maximum: 1000)
        size.overdue(size.next(of: 1000))
        #expect(size.next(of: 1000) == 500)
        size.overdue(size.next(of: 400))
        #expect(size.next(of: 1000) == 200)
        var successes = 0
        while size.next(of: 1000) == 200, successes < 1000 {
            size.succeeded(200)
            successes += 1
        }
        #expect(successes > 10, "a batch that takes too long is not tried again after each one that passes")
        #expect(size.next(of: 1000) == 400)
    }

    @Test func overdueAttemptsShrinkUntilTheyPass() {
        var size = AttemptSize(maximum: 10_000)
        var attempts = 0
        while size.next(of: 10_000) > 70 {
            size.overdue(size.next(of: 10_000))
            size.beginBatch()
            attempts += 1
        }
        #expect(attempts == 8)
    }

    @Test func failuresNeverMakeAttemptsEmpty() {
        var size = AttemptSize(maximum: 1000)
        for _ in 0..<100 { size.failed(size.next(of: 1000)) }
        #expect(size.next(of: 1000) == 1)
    }

    @Test func successesGrowBack() {
        var size = AttemptSize(maximum: 1000)
        for _ in 0..<12 { size.failed(size.next(of: 1000)) }
        var sizes: [Int] = []
        for _ in 0..<6 {
            sizes.append(size.next(of: 1000))
            size.succeeded(size.next(of: 1000))
        }
        #expect(sizes == [62, 124, 248, 496, 992, 1000])
        #expect(size.failuresInARow == 0)
    }

    @Test func aSuccessBetweenFailuresStartsTheCountAgain() {
        var size = AttemptSize(maximum: 8)
        for _ in 0..<10 {
            size.failed(8)
            size.failed(8)
            size.succeeded(8)
        }
        #expect(size.next(of: 8) == 8)
    }

    @Test func aNewBatchForgetsTheSearch() {
        var size = AttemptSize(maximum: 100)
        _ = size.refused(100)
        #expect(size.next(of: 100) == 50)
        size.beginBatch()
        #expect(size.next(of: 100) == 100)
    }

    @Test func aFailureDuringTheSearchDoesNotEndIt() {
        var size = AttemptSize(maximum: 100)
        _ = size.refused(100)
        size.failed(50)
        #expect(size.next(of: 100) == 50)
        _ = size.refused(50)
        #expect(size.next(of: 100) == 25)
    }
}
