// Where OAUTHBEARER tokens come from: a file that something else keeps fresh, or a command. Debian's librdkafka is built without
// its own way to fetch one. Safe from every thread: the clients of all lanes ask.

internal import Kafka
internal import Synchronization

/// The source of a worker's tokens.
public final class OAuthTokens: Sendable {
    enum Origin: Equatable {
        case file(String)
        case command([String])
    }

    /// The property that names the file.
    static let fileKey = "sasl.oauthbearer.token.file"
    /// The property that holds the command.
    static let commandKey = "sasl.oauthbearer.token.command"

    let origin: Origin
    private let now: @Sendable () -> Int64
    private let last = Mutex<(time: Int64, result: Result<OAuthToken, OAuthTokenFailure>)?>(nil)

    /// Names an origin; `now` gives milliseconds since 1970.
    init(_ origin: Origin, now: @escaping @Sendable () -> Int64 = { SystemClock.epochMilliseconds }) {
        self.origin = origin
        self.now = now
    }

    /// Whether a property names an origin, and so is not librdkafka's.
    static func isOrigin(_ key: String) -> Bool { key == fileKey || key == commandKey }

    /// The next token.
    ///
    /// Clients that ask at the same time share the answer: the command runs once.
    func next() throws(OAuthTokenFailure) -> OAuthToken {
        let result = last.withLock { last in
            if let last, now() - last.time < 5000 { return last.result }
            let result = fetch()
            last = (now(), result)
            return result
        }
        return try result.get()
    }

    private func fetch() -> Result<OAuthToken, OAuthTokenFailure> {
        let text: String?
        let place: String
        // However long a token is good for: one that brokers refuse is exchanged that soon.
        let longest: Int64
        switch origin {
        case .file(let path):
            (text, place, longest) = (TokenReader.contents(of: path), "\(OAuthTokens.fileKey) '\(path)'", 30_000)
        case .command(let words):
            (text, place, longest) = (TokenReader.output(of: words), "the command '\(words[0])'", 600_000)
        }
        guard let text else { return .failure(.init("no OAUTHBEARER token: \(place) cannot be read, or failed")) }
        let token = String(text.prefix { !$0.isNewline }.trimmingBlanks())
        guard !token.isEmpty, token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            return .failure(.init("no OAUTHBEARER token: \(place) holds no token in its first line"))
        }
        let claims = TokenClaims(token)
        let time = now()
        let expiry = claims?.expiresAt.map { $0.multipliedReportingOverflow(by: 1000) }.map {
            $0.overflow ? .max : $0.partialValue
        }
        guard expiry ?? .max > time else {
            return .failure(.init("no OAUTHBEARER token: that of \(place) has expired"))
        }
        return .success(
            OAuthToken(token, expiresAt: min(expiry ?? .max, time + longest), principal: claims?.subject ?? "worker")
        )
    }
}

extension SettingValues {
    /// Where the properties say that tokens come from; what does not fit together is noted as a fault.
    mutating func oauthTokens(_ properties: [(key: String, value: String)]) -> OAuthTokens? {
        func value(_ keys: String...) -> String? { properties.first { keys.contains($0.key) }?.value }
        let isWanted = value("sasl.mechanism", "sasl.mechanisms")?.uppercased() == "OAUTHBEARER"
        let file = value(OAuthTokens.fileKey)
        let words = (value(OAuthTokens.commandKey) ?? "").split(separator: " ").map(String.init)
        let ownWays = ["sasl.oauthbearer.method", "enable.sasl.oauthbearer.unsecure.jwt"]
        if isWanted, file == nil, words.isEmpty, !properties.contains(where: { ownWays.contains($0.key) }) {
            fail("--kafka sasl.mechanism=OAUTHBEARER: needs \(OAuthTokens.fileKey) or \(OAuthTokens.commandKey)")
        }
        guard file != nil || !words.isEmpty else { return nil }
        if !isWanted {
            fail("--kafka \(OAuthTokens.fileKey), \(OAuthTokens.commandKey): only for sasl.mechanism=OAUTHBEARER")
        }
        if file != nil, !words.isEmpty {
            fail("--kafka \(OAuthTokens.fileKey), \(OAuthTokens.commandKey): only one of them")
        }
        return OAuthTokens(file.map(OAuthTokens.Origin.file) ?? .command(words))
    }
}
