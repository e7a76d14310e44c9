// A token for SASL OAUTHBEARER, and where a client gets one from. Values; a source is asked on a thread of the library.

/// A token for SASL mechanism OAUTHBEARER.
public struct OAuthToken: Sendable {
    /// What the broker is shown.
    let value: String
    /// When it is of no use any more, in milliseconds since 1970; the client asks for the next one at four fifths of the way.
    let expiresAt: Int64
    /// Whose it is.
    let principal: String

    /// Takes a token as it is.
    public init(_ value: String, expiresAt: Int64, principal: String) {
        self.value = value
        self.expiresAt = expiresAt
        self.principal = principal
    }
}

extension OAuthToken: CustomStringConvertible, CustomReflectable {
    /// Whose it is, without the token.
    public var description: String { "token of \(principal)" }

    /// Reflection sees no more than `description`, so that `dump` shows no secret.
    public var customMirror: Mirror { Mirror(self, children: ["principal": principal]) }
}

/// Why there is no token; the client asks again after some seconds.
public struct OAuthTokenFailure: Error, Equatable {
    /// What to tell the operator; holds no secret.
    public let message: String

    /// Takes the text.
    public init(_ message: String) {
        self.message = message
    }
}

/// Gives a client its next token.
///
/// Called on a thread of the library's own, never on two at once for one client.
public typealias OAuthTokenSource = @Sendable () throws(OAuthTokenFailure) -> OAuthToken
