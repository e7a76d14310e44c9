// Where OAUTHBEARER tokens come from: a file that something else keeps fresh. Debian 12's librdkafka is built without
// its own way to fetch one. A value; a client asks it on a thread of the library.

internal import Glibc

/// A file that holds a token for SASL mechanism OAUTHBEARER in its first line.
struct TokenFile {
    let path: String

    /// However long a token is good for: one that brokers refuse is exchanged this soon, in milliseconds.
    private static let longest: Int64 = 30_000

    /// Reads the token that the file holds now.
    ///
    /// - Parameter time: The time of day, in milliseconds since 1970.
    /// - Returns: The token, with the moment at which it is to be read again.
    /// - Throws: The reason why there is none, without anything of the file's text.
    func token(at time: Int64) throws(TokenFailure) -> OAuthToken {
        let place = "\(Security.tokenFileKey) '\(path)'"
        guard let text = SmallFile.text(of: path) else {
            throw TokenFailure("no OAUTHBEARER token: \(place) cannot be read")
        }
        let token = text.utf8.prefix { $0 != 0x0A && $0 != 0x0D }.split { $0 == 0x20 || $0 == 0x09 }
        guard token.count == 1, let token = token.first, token.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw TokenFailure("no OAUTHBEARER token: \(place) holds no token in its first line")
        }
        let value = String(decoding: token, as: UTF8.self)
        let claims = TokenClaims(value)
        let expiry = claims?.expiresAt.map { $0.multipliedReportingOverflow(by: 1000) }
            .map { $0.overflow ? .max : $0.partialValue }
        guard expiry ?? .max > time else { throw TokenFailure("no OAUTHBEARER token: that of \(place) has expired") }
        let end = min(expiry ?? .max, time + Self.longest)
        return OAuthToken(value: value, expiresAt: end, principal: claims?.subject ?? "worker")
    }

    /// Reads the token that the file holds now, at the time of the machine's clock.
    func token() throws(TokenFailure) -> OAuthToken {
        var now = timespec()
        // SAFETY: the call writes the structure that it is lent, and nothing else.
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        return try token(at: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
    }
}

struct OAuthToken: Equatable {
    /// What the broker is shown.
    let value: String
    /// When it is of no use any more, in milliseconds since 1970; the client asks for the next one at four fifths of
    /// the way.
    let expiresAt: Int64
    let principal: String
}

/// Why there is no token; the client asks again after some seconds.
struct TokenFailure: Error, Equatable {
    /// What to tell the operator; holds no secret.
    let message: String

    init(_ message: String) { self.message = message }
}
