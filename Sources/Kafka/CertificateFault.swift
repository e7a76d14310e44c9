// Why OpenSSL has refused a broker's certificate, in a sentence that names the certificate. A value: any thread.

/// A certificate that was refused.
struct CertificateFault: Equatable {
    /// The broker, as `host:port`.
    let broker: String
    /// OpenSSL's reason: `X509_V_ERR_…` of its `x509_vfy.h`, the same numbers in all versions but for those in `reason` that say so.
    let code: Int32
    /// 0 for the broker's own certificate, more for those of the authorities above it.
    let depth: Int32
    /// The certificate; nil if it cannot be read.
    let certificate: Certificate?

    /// `kafka-1:9093: the broker's certificate CN=kafka-1 (issued by CN=Example) has expired, on 2026-01-31T00:00:00Z`.
    var description: String {
        "\(broker): the \(depth == 0 ? "broker's" : "authority's") certificate\(identity) \(reason)"
    }

    private var identity: String {
        guard let certificate else { return "" }
        let subject = certificate.subject.isEmpty ? "" : " \(certificate.subject)"
        return certificate.issuer.isEmpty ? subject : "\(subject) (issued by \(certificate.issuer))"
    }

    private var reason: String {
        switch code {
        case 9: "is not yet valid" + (certificate.map { ", but from \($0.notBefore) on" } ?? "")
        case 10: "has expired" + (certificate.map { ", on \($0.notAfter)" } ?? "")
        case 18, 19: "is self-signed and not trusted"
        case 2, 20, 21, 27: "is of an unknown authority"
        case 23: "was revoked"
        case 28: "is rejected by the authority that is trusted for it"
        case 62, 64: "does not match the name \(host)" + nameList
        case 3: "cannot be checked: its authority's revocation list is missing"
        case 11: "cannot be checked: its authority's revocation list is not yet valid"
        case 12: "cannot be checked: its authority's revocation list has expired"
        case 7: "has a wrong signature"
        case 26: "is not for servers"
        // 24 is the same until OpenSSL 1.1.1.
        case 24, 25, 79: "may not stand above others"
        case 66, 67: "has a key that is too weak"
        case 68: "is signed by a method that is too weak"
        default: "is refused for another reason: OpenSSL's x509 error \(code)"
        }
    }

    private var nameList: String {
        guard let names = certificate?.names, !names.isEmpty else { return "" }
        return ": it is for \(names.joined(separator: ", "))"
    }

    private var host: Substring {
        broker.lastIndex(of: ":").map { broker[..<$0] } ?? broker[...]
    }
}
