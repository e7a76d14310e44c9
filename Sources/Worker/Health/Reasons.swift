// Why a client could not connect, as it says itself: the call that waited for it only knows that it was in vain.

package import Kafka
internal import Synchronization

/// The last thing that a client said went wrong, before all others that brokers do not let it in.
package final class Reasons: Sendable {
    private let last = Mutex<KafkaError?>(nil)

    package init() {}

    /// Takes an event of the client.
    package func note(_ event: ClientEvent) {
        // That all brokers are away follows from what was said before.
        guard case .error(let error) = event, error.code != .allBrokersDown else { return }
        // Of a refusal more is learnt than of the connection that ends with it.
        last.withLock { last in
            if error.code.isConnectionLoss || last?.code.isConnectionLoss != true { last = error }
        }
    }

    /// Lets the client say what it has to say; nil if that is nothing.
    package func last(of consumer: Consumer) -> String? {
        _ = consumer.spokenErrors()
        return last.withLock { $0?.message }
    }
}

extension Consumer {
    /// Lets the client say what it has to say, and hands over what is about consuming: that its group is forbidden, for
    /// one, comes only so, while the question for the group's offsets runs out of time.
    package func spokenErrors() -> [KafkaError] {
        var batch = MessageBatch()
        // An event is handled in each call; a client that is closed has nothing to say.
        return (0..<20).flatMap { _ in (try? serve(into: &batch))?.errors.map(\.error) ?? [] }
    }
}
