// A commit of offsets that is under way: it is asked for once, and the caller may wait for it several times, for a
// short time each. Runs on the consumer's thread.

internal import CRdKafka

/// A commit that the library has been asked for and has not answered yet.
///
/// The library repeats a request whose answer is lost, and keeps the request while the group has no coordinator. So a
/// commit without an answer may reach the group late, even after a later commit, and then sets the group's offsets back
/// to its own.
public final class OffsetCommit {
    static let operation = "commit offsets"
    private let queue: EventQueue

    init(_ queue: consuming EventQueue) { self.queue = queue }

    /// Waits for the answer, for at most `time`.
    ///
    /// - Returns: true if the group has the offsets, false if there is no answer yet.
    /// - Throws: The group's refusal, with `partitions` filled if it refuses some of them. The commit is over then.
    public func wait(for time: Duration) throws(KafkaError) -> Bool {
        try unsafe queue.wait(for: RD_KAFKA_EVENT_OFFSET_COMMIT, until: Deadline(after: time)) {
            (event) throws(KafkaError) in
            // SAFETY: the event is alive during this closure, and with it the list it lends.
            let list = unsafe rd_kafka_event_topic_partition_list(event)
            let failures = unsafe list.map { unsafe PartitionList.failures(in: $0) } ?? []
            let code = unsafe KafkaErrorCode(rd_kafka_event_error(event))
            guard code == .noError, failures.isEmpty else {
                // An answer without an error of its own takes that of the first partition that is refused.
                let cause = code == .noError ? failures[0].code : code
                throw KafkaError(code: cause, operation: OffsetCommit.operation, partitions: failures)
            }
            return true
        } ?? false
    }
}
