// What a client's settings say of its credentials: which of them must not be shown, and which of them is not the
// library's. Pure.

/// The properties of a client that are about credentials.
public enum Security {
    /// The property that names the file with the token for `sasl.mechanism=OAUTHBEARER`: ours, not the library's.
    public static let tokenFileKey = "sasl.oauthbearer.token.file"

    /// What is shown in place of a secret.
    static let mask = "***"

    private static let secretParts = [
        "password", "passphrase", "secret", "token", "credential", "private", "key.pem", "oauthbearer.config", "jaas",
    ]

    /// Whether a property's name looks as if its value must not be shown.
    public static func isSecret(_ key: String) -> Bool {
        let name = key.lowercased()
        return name != tokenFileKey && secretParts.contains { name.contains($0) }
    }
}
