// Ends a wait of a client from another thread: the one thing of a client that is safe to use from every thread, at any
// time.

internal import CRdKafka
internal import Synchronization

/// Wakes the thread that polls a consumer.
///
/// librdkafka waits until a moment of the wall clock, so that a wait which is under way while the clock is set back
/// lasts longer by as much.
public final class ClientWaker: Sendable {
    /// A reference to the queue that is polled.
    // Sendable because the library's queues have locks of their own.
    @safe
    private struct Queue: @unchecked Sendable {
        // SAFETY: ours from init on; destroyed once, in `end`, while the client lives.
        @unsafe let pointer: OpaquePointer
    }

    private let queue: Mutex<Queue?>

    /// Takes the queue of a consumer (`rd_kafka_queue_get_consumer`), which lives until `end` has been called.
    @unsafe
    init(_ consumer: OpaquePointer) {
        // SAFETY: the consumer is alive; one without a group has no queue.
        queue = Mutex(unsafe rd_kafka_queue_get_consumer(consumer).map { unsafe Queue(pointer: $0) })
    }

    /// Ends the wait that is under way, or the next one if there is none (`rd_kafka_queue_yield`); nothing once the
    /// client is gone.
    public func wake() {
        // SAFETY: the reference is ours while the lock is held.
        queue.withLock { if let queue = $0 { unsafe rd_kafka_queue_yield(queue.pointer) } }
    }

    /// Gives the reference back; before the client is destroyed.
    func end() {
        // SAFETY: taken out under the lock, so that it is destroyed once and not used after that.
        queue.withLock { held in
            if let queue = held { unsafe rd_kafka_queue_destroy(queue.pointer) }
            held = nil
        }
    }
}
