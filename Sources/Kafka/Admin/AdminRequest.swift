// A question to the coordinator of a group, asked as an administrator does; any client may ask.

internal import CRdKafka

extension Client {
    /// Asks, and waits for the answer.
    ///
    /// Not for librdkafka's mock cluster: it cannot say, and up to 2.14.1 the library ends the process for that (its
    /// issue 4605).
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
    /// - Throws: `timedOut` if no answer has come by the deadline.
    @unsafe
    func askCoordinator<Answer>(
        _ question: rd_kafka_admin_op_t,
        _ kind: Int32,
        until deadline: Deadline,
        _ operation: String,
        send: (_ options: OpaquePointer?, _ queue: OpaquePointer) -> Void,
        read: (OpaquePointer) -> Result<Answer, KafkaError>
    ) throws(KafkaError) -> Answer {
        let queue = EventQueue(self)
        // SAFETY: client and queue are alive; the options are freed once, and the text for errors is ours.
        let options = unsafe rd_kafka_AdminOptions_new(pointer, question)
        defer { unsafe rd_kafka_AdminOptions_destroy(options) }
        _ = unsafe withErrorText { buffer, size in
            unsafe rd_kafka_AdminOptions_set_request_timeout(
                options,
                Duration.neverInTime.libraryMilliseconds,
                buffer,
                size
            )
        }
        unsafe send(options, queue.pointer)
        let answer: Result<Answer, KafkaError>? = unsafe queue.wait(for: kind, until: deadline) { event in
            // SAFETY: the event is alive, and with it its text.
            let code = unsafe KafkaErrorCode(rd_kafka_event_error(event))
            guard code == .noError else {
                let message = unsafe String(library: rd_kafka_event_error_string(event))
                return .failure(KafkaError(code: code, operation: operation, message: message))
            }
            return unsafe read(event)
        }
        guard let answer else { throw KafkaError(code: .timedOut, operation: operation, isRetriable: true) }
        return try answer.get()
    }
}

extension Duration {
    /// The library is not to end the question itself.
    ///
    /// If the coordinator is found after that, it ends the process for the same reason. A question that is left goes
    /// with the client.
    fileprivate static let neverInTime = Duration.seconds(3600)
}
