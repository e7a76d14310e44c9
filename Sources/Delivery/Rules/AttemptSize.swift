// How many records one attempt holds: all of the batch, fewer after repeated failures, and ever fewer while a record
// that brokers refuse is looked for. Pure.

/// The size of the next attempt at a batch.
package struct AttemptSize {
    private let maximum: Int
    /// What an attempt may hold: halved when attempts fail again and again, doubled by successes.
    package private(set) var limit: Int
    /// How many successes are to come before the limit is doubled: many once an attempt of that size took too long, so
    /// that not every other attempt does.
    private var probation = 0
    /// So many records from the first on hold one that is refused.
    private var suspects: Int?
    /// How many attempts have failed in a row.
    package private(set) var failuresInARow = 0

    /// Starts with whole batches of at most `maximum` records.
    package init(maximum: Int) {
        self.maximum = maximum
        limit = maximum
    }

    /// The records to try next out of `count`.
    package func next(of count: Int) -> Int { min(count, suspects.map { max(1, $0 / 2) } ?? limit) }

    /// Books that the first `count` records were taken.
    package mutating func succeeded(_ count: Int) {
        failuresInARow = 0
        if probation > 0 { probation -= 1 } else { limit = min(maximum, limit * 2) }
        if let left = suspects { suspects = left > count ? left - count : nil }
    }

    /// Books a failure that has nothing to do with a single record; each third in a row halves the attempts.
    package mutating func failed(_ count: Int) {
        failuresInARow += 1
        if failuresInARow % 3 == 0 { limit = max(1, min(limit, count) / 2) }
    }

    /// Books that an attempt took longer than a transaction may: the next one holds half as many records.
    package mutating func overdue(_ count: Int) {
        failuresInARow += 1
        limit = max(1, min(limit, count) / 2)
        probation = AttemptSize.successesOnProbation
    }

    private static let successesOnProbation = 16

    /// Books that one of the first `count` records is refused.
    ///
    /// - Returns: Whether it is known which: the first.
    package mutating func refused(_ count: Int) -> Bool {
        failuresInARow = 0
        suspects = count == 1 ? nil : count
        return count == 1
    }

    /// Forgets what belongs to the batch at hand.
    package mutating func beginBatch() {
        suspects = nil
        failuresInARow = 0
    }
}
