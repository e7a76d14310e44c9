// Tells a producer that was too slow from one that has a rival with the same transactional id. Pure.

/// The fencings of one lane.
package struct FencingWatch {
    /// Fencings closer together than this come from a rival: two producers that take the id from each other in turn.
    private let window: Int64
    private var last: Int64?

    init(window: Int64) { self.window = window }

    /// Books a fencing.
    ///
    /// - Parameters:
    ///   - moment: When it was noticed.
    ///   - isOverdue: Whether the transaction was open for longer than its timeout, which explains it.
    /// - Returns: Whether another process uses the same id.
    package mutating func isRival(at moment: Int64, isOverdue: Bool) -> Bool {
        guard !isOverdue else { return false }
        defer { last = moment }
        return last.map { moment - $0 < window } ?? false
    }
}
