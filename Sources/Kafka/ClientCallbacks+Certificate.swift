// The callback that librdkafka asks about each certificate of a broker's chain, from the root down. It looks and decides nothing: what
// OpenSSL has refused stays refused. Unlike most others it runs on the threads of connections.

internal import CRdKafka

extension ClientCallbacks {
    /// Registers the callback (`rd_kafka_conf_set_ssl_cert_verify_cb`), for a client that verifies certificates.
    @unsafe
    static func installCertificateWatch(on configuration: OpaquePointer) {
        // SAFETY: the closure captures nothing; the opaque value is the client's context, alive until after its destruction.
        unsafe rd_kafka_conf_set_ssl_cert_verify_cb(configuration) {
            _,
            broker,
            _,
            code,
            depth,
            der,
            size,
            text,
            capacity,
            opaque in
            guard let code = unsafe code?.pointee, let opaque = unsafe opaque else { return 0 }
            let watch = unsafe ClientCallbacks.context(opaque).certificates
            let broker = unsafe ClientCallbacks.text(broker)
            guard code != 0 else {
                if depth == 0 { watch.noteGood(broker) }
                return 1
            }
            // SAFETY: the library lends `size` bytes of the certificate for the length of the call.
            let bytes = unsafe [UInt8](UnsafeRawBufferPointer(start: der, count: der == nil ? 0 : size))
            let fault = CertificateFault(broker: broker, code: code, depth: depth, certificate: Certificate(der: bytes))
            watch.note(fault)
            unsafe ClientCallbacks.write(fault.description, to: text, capacity)
            return 0
        }
    }

    /// Writes text with its NUL into the library's buffer, cut to what fits.
    @unsafe
    private static func write(_ text: String, to buffer: UnsafeMutablePointer<CChar>?, _ capacity: Int) {
        guard let buffer = unsafe buffer, capacity > 0 else { return }
        var end = 0
        for byte in text.utf8.prefix(capacity - 1) {
            // SAFETY: `end` stays below the capacity that the library states.
            unsafe buffer[end] = CChar(bitPattern: byte)
            end += 1
        }
        unsafe buffer[end] = 0
    }
}
