// Why OpenSSL refuses a certificate of a broker's chain, for a person who has to put it right. Verifies nothing:
// OpenSSL has done that. librdkafka gives the same words for every reason, "certificate verify failed", and in its log
// the subject and the issuer. Values: any thread.

enum CertificateRefusal {
    /// What OpenSSL's number stands for, `X509_V_ERR_…` of its `x509_vfy.h`, as words that follow the certificate's
    /// name.
    static func reason(_ code: Int32) -> String {
        switch code {
        case 9: "it is not yet valid"
        case 10: "it has expired"
        case 18, 19: "it is self-signed and not trusted"
        case 2, 20, 21, 27: "it is of an unknown authority"
        case 23: "it was revoked"
        case 3, 11, 12: "it cannot be checked, because its authority's revocation list is missing or out of date"
        case 62, 64: "it is not for the name under which the broker is reached"
        case 66, 67, 68: "its key or its signature is too weak"
        default: "OpenSSL's x509 error \(code)"
        }
    }

    /// The broker, the certificate and the reason in a line that librdkafka logs about a refusal; nil for other lines.
    static func words(logged message: String, facility: String) -> String? {
        guard facility == "SSLCERTVRFY" else { return nil }
        var words = message[...]
        // The name of the thread stands in front, in brackets.
        if words.hasPrefix("[thrd:"), let end = words.firstRange(of: "]: ") { words = words[end.upperBound...] }
        return String(words.replacing("verification callback failed", with: "was refused"))
    }

    /// Whether the library says of a connection that it has failed for a certificate.
    static func isReason(_ words: String) -> Bool { words.contains("certificate verify failed") }
}
