// Where OAUTHBEARER tokens come from: claims, files, commands, and what is told when there is none.

import Foundation
import Kafka
import Synchronization
import Testing

@testable import Worker

@Suite struct OAuthTokensTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "tokens-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func jwt(_ claims: String) -> String {
        let payload = Data(claims.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
        return "eyJhIjoxfQ.\(payload.replacing("=", with: "")).c2ln"
    }

    private func file(_ name: String, _ text: String) throws -> String {
        let path = folder.appending(path: name).path()
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    @Test(arguments: [
        (#"{"exp":1700000000,"sub":"w"}"#, 1_700_000_000, "w"),
        (#"{"sub" : "a b", "x":{"exp":1,"sub":"n"},"y":["exp",{"sub":"m"}], "exp" : 12.5}"#, 12, "a b"),
        (#"{"name":"\"exp\":3","sub":"ü>?"}"#, nil, "ü>?"), (#"{"exp":"soon"}"#, nil, nil), (#"{"exp""#, nil, nil),
        (#"{"exp":99999999999999999999}"#, nil, nil),
    ])
    func claimsOfTheOutermostObjectAreRead(_ json: String, _ expiry: Int64?, _ subject: String?) {
        let claims = TokenClaims(jwt(json))
        #expect(claims?.expiresAt == expiry)
        #expect(claims?.subject == subject)
    }

    @Test(arguments: ["", "opaque", "a.b", "a.!.c", "a.b.c.d"])
    func whatIsNoJWTHasNoClaims(_ token: String) {
        #expect(TokenClaims(token) == nil)
    }

    @Test func aFileIsReadAgain() throws {
        let now = Mutex<Int64>(1_000_000)
        let path = try file("token", "  first \nmore")
        let tokens = OAuthTokens(.file(path)) { now.withLock { $0 } }
        let first = try tokens.next()
        #expect(dumped(first) == "token of worker")
        _ = try file("token", jwt(#"{"sub":"other"}"#))
        #expect(dumped(try tokens.next()) == "token of worker", "clients that ask together share the answer")
        now.withLock { $0 += 6000 }
        #expect(dumped(try tokens.next()) == "token of other")
    }

    private func dumped(_ token: OAuthToken) -> String {
        var text = ""
        dump(token, to: &text)
        #expect(!text.contains("first"))
        return token.description
    }

    @Test(arguments: ["", "\n", "with blank", "caf\u{e9}"])
    func aFileWithoutATokenIsAFailureThatDoesNotShowIt(_ text: String) throws {
        let path = try file("token", text)
        #expect(
            throws: OAuthTokenFailure(
                "no OAUTHBEARER token: sasl.oauthbearer.token.file '\(path)' holds no token in its first line"
            )
        ) {
            try OAuthTokens(.file(path)).next()
        }
    }

    @Test func anExpiredTokenIsAFailure() throws {
        let path = try file("token", jwt(#"{"exp":1700000000}"#))
        #expect(
            throws: OAuthTokenFailure("no OAUTHBEARER token: that of sasl.oauthbearer.token.file '\(path)' has expired")
        ) {
            try OAuthTokens(.file(path)).next()
        }
    }

    // No script is written for it: one that is run at once may still be open in a process that another test has just started.
    @Test func aCommandGetsItsArgumentsAsTheyAre() throws {
        let words = ["/bin/sh", "-c", "[ \"$1\" = '$HOME' ] && echo tok && echo noise >&2", "sh", "$HOME"]
        #expect(try OAuthTokens(.command(words)).next().description == "token of worker")
    }

    @Test(arguments: ["exit 3", "echo token; exit 1", "kill -9 $$", "head -c 100000 /dev/zero | tr '\\0' x"])
    func aCommandThatFailsOrSaysTooMuchIsAFailure(_ script: String) throws {
        #expect(throws: OAuthTokenFailure("no OAUTHBEARER token: the command '/bin/sh' cannot be read, or failed")) {
            try OAuthTokens(.command(["/bin/sh", "-c", script])).next()
        }
    }

    @Test func aCommandThatIsNotThereIsAFailure() {
        #expect(throws: OAuthTokenFailure.self) { try OAuthTokens(.command(["/nowhere/get"])).next() }
    }

    @Test(arguments: [
        (["sasl.mechanism": "OAUTHBEARER"], "needs sasl.oauthbearer.token.file or sasl.oauthbearer.token.command"),
        (["sasl.mechanism": "PLAIN", "sasl.oauthbearer.token.file": "/t"], "only for sasl.mechanism=OAUTHBEARER"),
        (
            [
                "sasl.mechanism": "OAUTHBEARER", "sasl.oauthbearer.token.file": "/t",
                "sasl.oauthbearer.token.command": "c",
            ],
            "only one of them"
        ),
    ])
    func propertiesThatDoNotFitAreFaults(_ properties: [String: String], _ fault: String) {
        var values = SettingValues([])
        _ = values.oauthTokens(properties.map { ($0.key, $0.value) })
        #expect(values.faults.contains { $0.hasSuffix(fault) }, "\(values.faults)")
    }

    @Test func thePropertiesAreNotPassedToTheLibrary() throws {
        var values = SettingValues(Setting.ofWorker)
        values.read(environment: [
            ("NORMALIZER_BOOTSTRAP_SERVERS", "x:1"), ("NORMALIZER_KAFKA_SASL_MECHANISM", "OAUTHBEARER"),
            ("NORMALIZER_KAFKA_SASL_OAUTHBEARER_TOKEN_COMMAND", "get  token"),
        ])
        let configuration = try WorkerConfiguration(values)
        #expect(configuration.oauthTokens?.origin == .command(["get", "token"]))
        #expect(configuration.kafkaProperties.map(\.key) == ["sasl.mechanism"])
        #expect(ClientSettings.connection(configuration).tokenSource != nil)
    }
}
