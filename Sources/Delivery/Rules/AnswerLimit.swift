// How long a call may wait for the group's coordinator, learned from how long its answers take. Pure.

/// The time limit of the next question to the group.
///
/// A call that has run out of time starts from the beginning when it is made again, so that brokers which need longer
/// than one call need a longer one; and what they needed for one question, they need for the next. Otherwise an answer
/// that is lost should cost little.
package struct AnswerLimit: Sendable {
    /// In milliseconds.
    private var limit = AnswerLimit.least
    private var asked: Int64 = 0
    private static let least: Int64 = 500
    private static let most: Int64 = 4000

    /// Books that a question is asked.
    ///
    /// - Parameters:
    ///   - now: The time, in nanoseconds.
    ///   - isBrief: Whether going on without an answer is better than waiting for it.
    /// - Returns: How long to wait for the answer, in milliseconds.
    package mutating func ask(at now: Int64, isBrief: Bool = false) -> Int64 {
        asked = now
        return isBrief ? AnswerLimit.least : limit
    }

    /// Books that the answer has come.
    package mutating func answer(at now: Int64) {
        limit = min(max(3 * (now - asked) / .millisecond, AnswerLimit.least), AnswerLimit.most)
    }

    /// Books that none came in time.
    package mutating func runOut() { limit = min(limit * 2, AnswerLimit.most) }
}
