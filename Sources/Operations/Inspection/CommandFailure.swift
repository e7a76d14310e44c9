// Why a command ends without having done what it was asked to. A value.

internal import Kafka
public import Worker

/// Why a command cannot do what it was asked to.
public struct CommandFailure: Error, Sendable, CustomStringConvertible {
    /// What is wrong, and what to do about it.
    public let description: String
    /// Whether the same command may succeed later without a change.
    public let isTransient: Bool
    /// The right that is missing, if that is it.
    let missing: Grant?

    /// Says what is wrong.
    public init(_ description: String, isTransient: Bool = false) {
        self.description = description
        self.isTransient = isTransient
        missing = nil
    }

    /// Does what settings may forbid, within a command that has begun.
    public static func settings<Result>(
        _ body: () throws(ConfigurationFaults) -> Result
    ) throws(CommandFailure) -> Result {
        do throws(ConfigurationFaults) {
            return try body()
        } catch {
            throw CommandFailure(error.description)
        }
    }

    /// Says what failed.
    ///
    /// - Parameters:
    ///   - error: What the call threw.
    ///   - rights: What the call needs.
    ///   - silent: Who was asked, and for what.
    ///   - cause: Why no broker answers, if a client has said that.
    init(_ error: KafkaError, _ rights: Rights, silent: String? = nil, cause: String? = nil) {
        isTransient = error.isRetriable
        missing = rights.missing(error.code)
        if let missing {
            description = "\(error): a right is missing: \(missing.text); grant it to this user, and try again"
        } else if error.code == .transport || error.code == .timedOut || error.code == .allBrokersDown {
            // Of the call the library knows no more than that nothing came.
            let question = "; are --bootstrap-servers and the properties for TLS and SASL right?"
            description =
                "\(error.operation): no answer from \(silent ?? "any broker")"
                + (cause.map { ": \($0)" } ?? (silent == nil ? question : ""))
        } else {
            description = error.description
        }
    }
}
