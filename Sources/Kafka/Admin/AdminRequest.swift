// A question of the admin API, asked with any client and answered on a queue of its own.

internal import CRdKafka

extension Client {
    /// Asks, and waits for the answer.
    ///
    /// A question to the coordinator of a group is not for librdkafka's mock cluster: it cannot say, and up to 2.14.1
    /// the library ends the process for that (its issue 4605).
    ///
    /// The library remembers where a group's coordinator is, as long as it is asked for: a client that lives for long
    /// asks in the wrong place after the coordinator has moved.
    ///
    /// - Parameters:
    ///   - question: What is asked.
    ///   - kind: The kind of event that answers it.
    ///   - deadline: How long to wait.
    ///   - operation: What errors call it.
    ///   - send: Sends the question with these options, to be answered on this queue.
    ///   - read: Reads an event that is no error.
    /// - Returns: What was read.
    /// - Throws: `timedOut` if no answer has come by the deadline; the question then goes with the client.
    @unsafe
    func ask<Answer>(
        _ question: rd_kafka_admin_op_t,
        answeredBy kind: Int32,
        until deadline: Deadline,
        _ operation: String,
        send: (_ options: OpaquePointer?, _ queue: OpaquePointer) -> Void,
        read: (OpaquePointer) throws(KafkaError) -> Answer
    ) throws(KafkaError) -> Answer {
        let queue = EventQueue(self)
        // SAFETY: client and queue are alive; the options are freed once, and the text for errors is ours.
        let options = unsafe rd_kafka_AdminOptions_new(pointer, question)
        defer { unsafe rd_kafka_AdminOptions_destroy(options) }
        // The library is not to end the question itself: if a group's coordinator is found after that, it ends the
        // process.
        _ = unsafe withErrorText { buffer, size in
            unsafe rd_kafka_AdminOptions_set_request_timeout(options, 3_600_000, buffer, size)
        }
        unsafe send(options, queue.pointer)
        let answer = try unsafe queue.wait(for: kind, until: deadline) { (event) throws(KafkaError) in
            // SAFETY: the event is alive, and with it its text.
            let code = unsafe KafkaErrorCode(rd_kafka_event_error(event))
            guard code == .noError else {
                let message = unsafe String(library: rd_kafka_event_error_string(event))
                throw KafkaError(code: code, operation: operation, message: message)
            }
            return try unsafe read(event)
        }
        guard let answer else { throw KafkaError(code: .timedOut, operation: operation) }
        return answer
    }
}
