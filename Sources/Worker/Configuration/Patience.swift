// How long commands wait for answers of the cluster, and what they say while they wait. Any thread.

internal import Synchronization

/// The time limit of each question to the cluster, with somebody to tell what is waited for.
public final class Patience: Sendable {
    private struct Question {
        var text: String
        var since: ContinuousClock.Instant
        var isShown = false
    }

    /// The time limit that was given.
    package let whole: Duration
    /// When the time for all questions together is over; nil where each has the whole limit.
    private let end: ContinuousClock.Instant?
    private let question = Mutex<Question?>(nil)
    private let show: (@Sendable (String?) -> Void)?

    /// What is waited for is shown after so long.
    private static let silence = Duration.seconds(2)

    /// Takes the time limit.
    ///
    /// - Parameters:
    ///   - limit: For each question.
    ///   - show: Takes what has been waited for since two seconds, on a thread of its own, and nil once the answer is
    ///     there; nil if it is not to be shown.
    public init(_ limit: Duration = .seconds(15), show: (@Sendable (String?) -> Void)? = nil) {
        whole = limit
        end = nil
        self.show = show
        guard show != nil else { return }
        _ = WorkerThread(name: "patience") { [weak self] in
            WorkerThread.leaveSignalsToOthers()
            while let patience = self {
                patience.look()
                WorkerThread.sleep(milliseconds: 100)
            }
        }
    }

    private init(_ limit: Duration, until end: ContinuousClock.Instant) {
        whole = limit
        self.end = end
        show = nil
    }

    /// The same limit for all questions together, from now on; what they wait for is not shown.
    package func together() -> Patience { Patience(whole, until: .now + whole) }

    /// A question that is put when the time for all is over has so long: brokers that are well answer within that.
    private static let least = Duration.milliseconds(250)

    /// How long the next answer may take.
    public var limit: Duration {
        guard let end else { return whole }
        return max(Patience.least, end - .now)
    }

    /// Asks a question; `text` says whom about what.
    package func ask<Answer, Failure: Error>(
        _ text: String,
        _ body: () throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        question.withLock { $0 = Question(text: text, since: .now) }
        defer {
            question.withLock { question in
                if question?.isShown == true { show?(nil) }
                question = nil
            }
        }
        return try body()
    }

    private func look() {
        question.withLock { question in
            guard let open = question, !open.isShown, ContinuousClock.now - open.since >= Patience.silence else {
                return
            }
            question?.isShown = true
            show?(open.text)
        }
    }
}
