// A commit of offsets under way: asked for once, waited for in as many slices as the caller likes. Runs on the
// consumer's thread.

internal import CRdKafka

/// A commit that the library has been asked for and has not answered yet.
///
/// The library repeats a request whose answer was lost, and keeps it while no coordinator is there. So an unanswered
/// commit may still reach the group, after later ones too: whoever commits again while this one is under way may be
/// undone by it.
public final class OffsetCommit {
    private let queue: EventQueue

    init(_ queue: consuming EventQueue) {
        self.queue = queue
    }

    /// Waits so long for the answer.
    ///
    /// - Returns: Whether the offsets are the group's; false if there is no answer yet.
    /// - Throws: The group's answer; with `partitions` filled if some were refused. After it the commit is over.
    public func wait(for time: Duration) throws(KafkaError) -> Bool {
        try unsafe queue.wait(for: RD_KAFKA_EVENT_OFFSET_COMMIT, until: Deadline(after: time)) {
            (event) throws(KafkaError) in
            // SAFETY: the event is alive during this closure, and with it the list it lends.
            let list = unsafe rd_kafka_event_topic_partition_list(event)
            let failures = unsafe list.map { unsafe PartitionList.failures(in: $0) } ?? []
            let code = unsafe KafkaErrorCode(rd_kafka_event_error(event))
            guard code == .noError, failures.isEmpty else {
                let first = code == .noError ? failures[0].code : code
                throw KafkaError(code: first, operation: OffsetCommit.operation, partitions: failures)
            }
            return true
        } ?? false
    }

    static let operation = "commit offsets"
}
