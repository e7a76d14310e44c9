// OAUTHBEARER tokens from a file: claims are read, and what is told when there is no token shows nothing of the file.

import Foundation
import Testing

@testable import Kafka

@Suite struct TokenFileTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "token-\(UUID().uuidString)").path()
    private static let now: Int64 = 1_000_000

    private func jwt(_ claims: String) -> String {
        let payload = Data(claims.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
        return "eyJhIjoxfQ.\(payload.replacing("=", with: "")).c2ln"
    }

    private func write(_ text: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }

    private func failure() -> TokenFailure? {
        #expect(throws: TokenFailure.self) { try TokenFile(path: path).token() }
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

    @Test func theFirstLineIsTheTokenForThirtySecondsAtMost() throws {
        try write("  first \r\nmore")
        let opaque = OAuthToken(value: "first", expiresAt: Self.now + 30_000, principal: "worker")
        #expect(try TokenFile(path: path).token(at: Self.now) == opaque)
        let later = jwt(#"{"sub":"other","exp":9223372036854775807}"#)
        try write(later)
        let capped = OAuthToken(value: later, expiresAt: Self.now + 30_000, principal: "other")
        #expect(try TokenFile(path: path).token(at: Self.now) == capped)
        let short = jwt(#"{"exp":1010}"#)
        try write(short)
        #expect(try TokenFile(path: path).token(at: Self.now).expiresAt == 1_010_000)
    }

    @Test(arguments: ["", "\n", "with blank", "caf\u{e9}", "\na", String(repeating: "x", count: 70_000)])
    func aFileWithoutATokenIsAFailureThatDoesNotShowIt(_ text: String) throws {
        try write(text)
        let reason = text.utf8.count > 65_536 ? "cannot be read" : "holds no token in its first line"
        #expect(
            failure()
                == TokenFailure("no OAUTHBEARER token: sasl.oauthbearer.token.file '\(path)' \(reason)")
        )
    }

    @Test func aMissingFileIsAFailure() {
        #expect(failure()?.message.hasSuffix("cannot be read") == true)
    }

    @Test func anExpiredTokenIsAFailure() throws {
        try write(jwt(#"{"exp":1700000000}"#))
        #expect(failure()?.message == "no OAUTHBEARER token: that of sasl.oauthbearer.token.file '\(path)' has expired")
    }

    @Test func theLibraryIsNotGivenThePropertyAndItIsNoSecret() throws {
        let configuration: ClientConfiguration = [
            "security.protocol": "sasl_plaintext", "sasl.mechanism": "OAUTHBEARER",
            Security.tokenFileKey: path,
        ]
        #expect(configuration.faults.isEmpty)
        #expect(configuration.description.hasSuffix("\(Security.tokenFileKey)=\(path)"))
        _ = try Producer(configuration)
    }
}
