// Why a command ends without having done what it was asked to. A value.

internal import Kafka
internal import Normalization

/// Why a command cannot do what it was asked to.
public struct CommandFailure: Error, Sendable, CustomStringConvertible {
    /// What is wrong, and what to do about it.
    public let description: String
    /// Whether the same command may succeed later without a change.
    public let isTransient: Bool

    /// Says what is wrong.
    public init(_ description: String, isTransient: Bool = false) {
        self.description = description
        self.isTransient = isTransient
    }

    /// A time in RFC 3339.
    static func text(time: Int64) -> String {
        var buffer = OutputBuffer(capacity: 32)
        buffer.append(timestamp: time)
        return buffer.text
    }

    /// Says what failed; `cause` is why no broker answers, if a client has said that.
    init(_ error: KafkaError, cause: String? = nil) {
        let advice: String
        if error.code.isAuthorization {
            advice = ": a right is missing; grant it to this user, and try again"
        } else if error.code == .transport || error.code == .timedOut || error.code == .allBrokersDown {
            let question = "; are --bootstrap-servers and the properties for TLS and SASL right?"
            advice = ": no broker answers" + (cause.map { ": \($0)" } ?? question)
        } else {
            advice = ""
        }
        self.init(error.description + advice, isTransient: error.isRetriable)
    }
}
