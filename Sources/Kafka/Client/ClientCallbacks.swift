// The C functions librdkafka calls, each translating its arguments for the client's CallbackContext.
// No decision but one: a rebalance is always answered. All that are registered here run on the thread that polls,
// flushes or closes the client: logs too, because `log.queue` sends them through the client's own queue.

internal import CRdKafka
internal import Glibc

enum ClientCallbacks {
    /// Registers everything a client of this role may call, with the context as the one opaque value.
    @unsafe
    static func install(_ role: ClientRole, on configuration: OpaquePointer, context: UnsafeMutableRawPointer) {
        // SAFETY: none of the closures captures anything, and each finds the context through the opaque value, which
        // the client's owner keeps alive until after rd_kafka_destroy.
        unsafe rd_kafka_conf_set_opaque(configuration, context)
        unsafe rd_kafka_conf_set_log_cb(configuration) { client, level, facility, message in
            guard let client = unsafe client, let context = unsafe rd_kafka_opaque(client) else { return }
            unsafe ClientCallbacks.log(level, facility, message, to: ClientCallbacks.context(context))
        }
        unsafe rd_kafka_conf_set_error_cb(configuration) { client, code, reason, context in
            guard let client = unsafe client, let context = unsafe context else { return }
            unsafe ClientCallbacks.error(of: client, code, reason, to: ClientCallbacks.context(context))
        }
        unsafe rd_kafka_conf_set_stats_cb(configuration) { _, json, size, context in
            guard let context = unsafe context else { return 0 }
            unsafe ClientCallbacks.context(context).report(.statistics(json: String(library: json, size: size)))
            return 0
        }
        switch role {
        case .consumer:
            unsafe rd_kafka_conf_set_rebalance_cb(configuration) { client, code, partitions, context in
                guard let client = unsafe client, let context = unsafe context else { return }
                unsafe ClientCallbacks.rebalance(client, code, partitions, in: ClientCallbacks.context(context))
            }
        case .producer:
            unsafe installRequestWatch(on: configuration, context: context)
            unsafe rd_kafka_conf_set_dr_msg_cb(configuration) { _, message, context in
                guard let message = unsafe message, let opaque = unsafe context else { return }
                // One report for each record: counting references would take a twentieth of a worker's time.
                unsafe Unmanaged<CallbackContext>.fromOpaque(opaque)._withUnsafeGuaranteedRef { context in
                    unsafe context.sharedHeaders?.leave(message)
                    let isFailure = unsafe message.pointee.err != RD_KAFKA_RESP_ERR_NO_ERROR
                    guard isFailure || context.deliveryHandler != nil else { return }
                    let report = unsafe ClientCallbacks.delivery(message)
                    if report.error == .purgedFromQueue { context.requests.noteDropped() }
                    context.deliveryHandler?(report)
                    if isFailure { context.failureHandler?(report) }
                }
            }
        }
    }

    /// Has the library log which certificate of a broker's chain was refused, and why
    /// (`rd_kafka_conf_set_ssl_cert_verify_cb`).
    ///
    /// For a client that verifies certificates. The callback runs on the threads of connections and decides nothing:
    /// what OpenSSL has refused stays refused.
    @unsafe
    static func installCertificateCheck(on configuration: OpaquePointer) {
        // SAFETY: the closure captures nothing; the library lends the number, and `capacity` bytes for the reason.
        unsafe rd_kafka_conf_set_ssl_cert_verify_cb(configuration) { _, _, _, code, _, _, _, text, capacity, _ in
            guard let code = unsafe code?.pointee else { return 0 }
            guard code != 0 else { return 1 }
            guard let text = unsafe text, capacity > 0 else { return 0 }
            unsafe strncpy(text, CertificateRefusal.reason(code), capacity - 1)
            unsafe text[capacity - 1] = 0
            return 0
        }
    }

    /// The context behind an opaque value.
    @unsafe
    static func context(_ opaque: UnsafeMutableRawPointer) -> CallbackContext {
        // SAFETY: the opaque value of every client is a retained CallbackContext.
        unsafe Unmanaged<CallbackContext>.fromOpaque(opaque).takeUnretainedValue()
    }

    /// Passes on a log line.
    @unsafe
    static func log(
        _ level: Int32,
        _ facility: UnsafePointer<CChar>?,
        _ message: UnsafePointer<CChar>?,
        to context: CallbackContext
    ) {
        // SAFETY: both texts are NUL-ended and outlive the call.
        let (facility, message) = unsafe (String(library: facility), String(library: message))
        if let refusal = CertificateRefusal.words(logged: message, facility: facility) {
            context.certificateRefusal = refusal
        }
        context.report(.log(level: .init(rawValue: level) ?? .debug, facility: facility, message: message))
    }

    /// Passes on an error that belongs to no call; for a fatal one, the error behind it.
    @unsafe
    static func error(
        of client: OpaquePointer,
        _ code: Int32,
        _ reason: UnsafePointer<CChar>?,
        to context: CallbackContext
    ) {
        // SAFETY: the client is alive during its own callback; the texts are NUL-ended.
        let code = KafkaErrorCode(rawValue: code)
        // One that was not polled any more comes while the consumer closes, and is no error.
        guard code != .partitionEnd else { return }
        guard code == .fatal else {
            let words = unsafe String(library: reason)
            guard CertificateRefusal.isReason(words), let refusal = context.certificateRefusal else {
                return context.report(.error(KafkaError(code: code, operation: "client", message: words)))
            }
            // The library says now and then `_TRANSPORT` where it means `_SSL`.
            return context.report(.error(KafkaError(code: .tls, operation: "client", message: refusal)))
        }
        unsafe context.report(.error(fatalError(of: client, "client")))
    }

    /// The error that has made a client useless (`rd_kafka_fatal_error`).
    @unsafe
    static func fatalError(of client: OpaquePointer, _ operation: String) -> KafkaError {
        // SAFETY: the caller keeps the client alive; the text is copied.
        let (cause, message) = unsafe withErrorText { buffer, size in
            unsafe KafkaErrorCode(rd_kafka_fatal_error(client, buffer, size))
        }
        return KafkaError(code: cause, operation: operation, message: message, isFatal: true)
    }

    /// Reads the answer for one record.
    @unsafe
    private static func delivery(_ message: UnsafePointer<rd_kafka_message_t>) -> DeliveryReport {
        // SAFETY: the message is valid during the callback; `_private` is the number given to produce and never
        // followed as an address.
        let message = unsafe message.pointee
        let code = unsafe KafkaErrorCode(message.err)
        return unsafe DeliveryReport(
            token: UInt(bitPattern: message._private),
            error: code == .noError ? nil : code,
            partition: message.partition,
            offset: code == .noError && message.offset >= 0 ? message.offset : nil
        )
    }
}
