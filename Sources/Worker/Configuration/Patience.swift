// How long commands wait for answers of the cluster, and what they say while they wait. Any thread.

package import Kafka
internal import Synchronization

/// The time limit of each question to the cluster, with somebody to tell what is waited for.
public final class Patience: Sendable {
    private struct Question {
        var text: String
        var since: ContinuousClock.Instant
        var isShown = false
    }

    /// The time limit.
    public let limit: Duration
    private let question = Mutex<Question?>(nil)
    private let show: (@Sendable (String?) -> Void)?

    /// What is waited for is shown after so long.
    private static let silence = Duration.seconds(2)

    /// Takes the time limit.
    ///
    /// - Parameters:
    ///   - limit: For each question.
    ///   - show: Takes what has been waited for since two seconds, on a thread of its own, and nil once the answer is there; nil for
    ///     nobody to tell.
    public init(_ limit: Duration = .seconds(15), show: (@Sendable (String?) -> Void)? = nil) {
        self.limit = limit
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

    /// Asks a question, of which `text` says whom about what.
    package func ask<Answer>(
        _ text: String,
        _ body: () throws(KafkaError) -> Answer
    ) throws(KafkaError) -> Answer {
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
