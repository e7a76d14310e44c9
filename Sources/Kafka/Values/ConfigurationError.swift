// What is wrong with a client's settings, all of it at once.
// Must not hold the value of a secret. A value: any thread.

/// Settings that librdkafka refuses.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Every fault found, in the order of the settings; never empty.
    public let faults: [Fault]

    /// One refused setting.
    public struct Fault: Hashable, Sendable, CustomStringConvertible {
        /// The property; nil if the library refused the settings as a whole.
        public let key: String?
        /// Why, without the value of a secret.
        public let message: String

        /// `key: message`.
        public var description: String { key.map { "\($0): \(message)" } ?? message }
    }

    /// All faults, one a line.
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
