// The one owner of rd_kafka_conf_t: filled from a ClientConfiguration, given to rd_kafka_new, or freed.
// Knows nothing of callbacks. Runs on the thread that makes a client.

internal import CRdKafka

enum ClientRole {
    case consumer
    case producer

    var libraryType: rd_kafka_type_t {
        switch self {
        case .consumer: RD_KAFKA_CONSUMER
        case .producer: RD_KAFKA_PRODUCER
        }
    }
}

/// Owns settings that no client has taken yet.
@safe
struct LibraryConfiguration: ~Copyable {
    // SAFETY: made in init, freed in deinit unless a client took it, handed to C only while self lives.
    @unsafe private var pointer: OpaquePointer?

    init() {
        // SAFETY: the object is ours from here on.
        unsafe pointer = required(rd_kafka_conf_new())
    }

    /// Sets every property, and reports all that are refused together.
    init(_ configuration: ClientConfiguration) throws(ConfigurationError) {
        self.init()
        var faults: [ConfigurationError.Fault] = []
        for setting in configuration.settings where setting.key != Security.tokenFileKey {
            let (result, text) = set(setting.key, setting.value)
            if result == RD_KAFKA_CONF_OK { continue }
            if result == RD_KAFKA_CONF_UNKNOWN, setting.isOptional { continue }
            let hidesText = Security.isSecret(setting.key) && result == RD_KAFKA_CONF_INVALID
            let message = hidesText ? "the value is refused (not shown: it looks secret)" : text
            faults.append(.init(key: setting.key, message: message))
        }
        guard faults.isEmpty else { throw ConfigurationError(faults: faults) }
    }

    /// Sets a property (`rd_kafka_conf_set`); the text says why it is refused.
    func set(_ key: String, _ value: String) -> (result: rd_kafka_conf_res_t, text: String) {
        // SAFETY: the settings are alive; the library copies both strings, and writes at most `size` bytes of NUL-ended
        // text.
        unsafe withErrorText { buffer, size in unsafe rd_kafka_conf_set(pointer, key, value, buffer, size) }
    }

    /// Whether the client will speak TLS and refuse brokers whose certificate is not good.
    var verifiesCertificates: Bool {
        ["ssl", "sasl_ssl"].contains(value(of: "security.protocol"))
            && value(of: "enable.ssl.certificate.verification") == "true"
    }

    /// A property as the library understands it (`rd_kafka_conf_get`); empty if there is no such property.
    func value(of key: String) -> String {
        // SAFETY: the settings are alive; the library writes no more than the size that it is given.
        let (result, text) = unsafe withErrorText { buffer, capacity in
            var size = capacity
            return unsafe rd_kafka_conf_get(pointer, key, buffer, &size)
        }
        return result == RD_KAFKA_CONF_OK ? text : ""
    }

    /// Registers callbacks and their context before the client is made.
    @unsafe
    mutating func withPointer(_ body: (OpaquePointer) -> Void) {
        // SAFETY: lent for the length of the call.
        if let pointer = unsafe pointer { unsafe body(pointer) }
    }

    /// Makes the client, which then owns the settings (`rd_kafka_new`).
    ///
    /// On failure a consumer's stay here and are freed here. A producer's are given up: the library has freed their
    /// interceptors by then and would free them again with the settings.
    @unsafe
    mutating func makeClient(_ role: ClientRole) throws(ConfigurationError) -> OpaquePointer {
        // SAFETY: rd_kafka_new takes the settings only when it succeeds, and exactly then the pointer is given up.
        let (client, text) = unsafe withErrorText { buffer, size in
            unsafe rd_kafka_new(role.libraryType, pointer, buffer, size)
        }
        guard let client = unsafe client else {
            if role == .producer { unsafe pointer = nil }
            throw ConfigurationError(faults: [.init(key: nil, message: text)])
        }
        unsafe pointer = nil
        return unsafe client
    }

    deinit {
        // SAFETY: the only owner ends here, and no client has taken the settings.
        if let pointer = unsafe pointer { unsafe rd_kafka_conf_destroy(pointer) }
    }
}
