// Cisco 717033 to 717064: OCSP, certificate maps, the local authority, SCEP and the trust pool.
// Names of certificates have no token; users, groups and reasons do.

extension Certificates {
    @MessageBuilder static var certificateMaps: [Message] {
        Message(717033, "OCSP response received", .system, .success) {
            "OCSP response status - Successful."
            "\(oneOf: "OCSP", "CSP") response received."
        }
        Message(717034, "OCSP check bypassed", .system) {
            "No-check extension found in certificate. \(oneOf: "OCSP", "CRL") check \(action: "bypassed")."
        }
        Message(717035, "OCSP status being checked", .system) {
            "OCSP status is being checked for certificate. \(.text)"
        }
        Message(717036, "Looking for tunnel group match by certificate maps", .system) {
            "Looking for a tunnel group match based on certificate maps for peer certificate with \(.text)"
        }
        Message(717037, "Tunnel group search by certificate maps failed", .system, .failure) {
            "Tunnel group search using certificate maps failed for peer certificate: \(.text)"
        }
        Message(717038, "Tunnel group match found", .system, .success) {
            "Tunnel group match found. Tunnel Group: \(.group), Peer certificate: \(.text)"
        }
        Message(717039, "Local CA server internal error", .system, .failure) {
            "Local CA Server internal error detected: \(.reason)"
        }
        Message(717040, "Local CA server failed and disabled", .system, .failure) {
            "Local CA Server has failed and is being disabled. Reason: \(.reason)"
        }
        Message(717041, "Local CA server event", .system) { "Local CA Server event: \(.text)" }
        Message(717042, "Failed to enable local CA server", .system, .failure) {
            "Failed to enable Local CA Server. Reason: \(.reason)"
        }
        Message(717043, "Local CA certificate enrollment info for user", .system) {
            "Local CA Server certificate enrollment related info for user: \(.user). Info: \(.text)"
        }
        Message(717044, "Local CA certificate enrollment error for user", .system, .failure) {
            "Local CA server certificate enrollment related error for user: \(.user). Error: \(.reason)"
        }
        Message(717045, "Local CA CRL info", .system) { "Local CA Server CRL info: \(.text)" }
        Message(717046, "Local CA CRL error", .system, .failure) { "Local CA Server CRL error: \(.reason)" }
        Message(717047, "Certificate revoked", .system, .success) {
            "\(action: "Revoked") certificate issued to user: \(.user), with serial number \(.text)"
        }
        Message(717048, "Certificate unrevoked", .system, .success) {
            "\(action: "Unrevoked") certificate issued to user: \(.user), with serial number \(.text)"
        }
        Message(717049, "Local CA certificate due to expire", .system) {
            """
            Local CA Server certificate is due to expire in \(.text) days and a replacement certificate is available \
            for export.
            """
        }
        Message(717050, "SCEP proxy processed request", .system, .success) {
            """
            SCEP Proxy: \(action: "Processed") request type \(.text) from IP \(.publicAddress), User \(.user), \
            TunnelGroup \(.group), GroupPolicy \(.policy) to CA\(optional: " IP") \(.text)
            """
        }
        Message(717051, "SCEP proxy denied request", .system, .failure) {
            """
            SCEP Proxy: \(action: "Denied") processing the request type \(.text)\(optional: " received") from IP \
            \(.publicAddress), User \(.user), TunnelGroup \(.group), GroupPolicy \(.policy)\(oneOf: " to CA ", ", CA ")\
            \(.text). Reason: \(.reason)
            """
        }
        Message(717052, "Session disconnected, periodic certificate authentication failure", .system, .failure) {
            """
            \(.groupUserIP) Session \(action: "disconnected") due to \(.reason). Subject Name <\(foreign: .text)> \
            Issuer Name <\
            \(foreign: .text)> Serial Number <\(.text)>
            """
        }
        Message(717053, "Periodic certificate authentication succeeded", .system, .success) {
            """
            \(.groupUserIP) Periodic certificate authentication succeeded. Subject Name <\(foreign: .text)> Issuer \
            Name <\
            \(foreign: .text)> Serial Number <\(.text)>
            """
        }
        Message(717054, "Certificate due to expire", .system) {
            """
            The <\(.text)> certificate in the trustpoint <\(.text)> is due to expire in \(.text) days. Expiration <\
            \(.text)> Subject Name <\(.text)> Issuer Name <\(.text)> Serial Number <\(.text)>
            """
        }
        Message(717055, "Certificate expired", .system, .failure) {
            """
            The <\(.text)> certificate in the trustpoint <\(.text)> has \(action: "expired"). Expiration <\(.text)> \
            Subject Name <\(.text)> Issuer Name <\(.text)> Serial Number <\(.text)>
            """
        }
        Message(717056, "Attempting certificate revocation check", .system) {
            """
            \(action: "Attempting") \(.text) revocation check from \(.source) to \(.destination) using \
            \(.networkProtocol)
            """
        }
        Message(717057, "Trustpool bundle import failed", .system, .failure) {
            "Automatic import of trustpool certificate bundle has failed. \(.reason)"
        }
        Message(717058, "Trustpool bundle import successful", .system, .success) {
            "Automatic import of trustpool certificate bundle is successful: \(.reason)"
        }
        Message(717059, "Peer certificate matched certificate map", .system, .success) {
            """
            Peer certificate with serial number: \(.text), subject: \(.text), issuer: \(.text) \(action: "matched") \
            the configured certificate map \(.text)
            """
        }
        Message(717060, "Peer certificate failed to match certificate map", .system, .failure) {
            """
            Peer certificate with serial number: \(.text), subject: \(.text), issuer: \(.text) failed to match the \
            configured certificate map \(.text)
            """
        }
        Message(717061, "Starting certificate enrollment", .system) {
            """
            \(action: "Starting") \(.networkProtocol) certificate enrollment for the trustpoint \(.text) with the CA \
            \(.text). Request Type \(.text) Mode \(.text)
            """
        }
        Message(717062, "Certificate enrollment succeeded", .system, .success) {
            """
            \(.networkProtocol) Certificate enrollment succeeded for the trustpoint \(.text) with the CA \(.text). \
            Received a new certificate with Subject Name \(.text) Issuer Name \(.text) Serial Number \(.text)
            """
        }
        Message(717063, "Certificate enrollment failed", .system, .failure) {
            "\(.networkProtocol) Certificate enrollment failed for the trustpoint \(.text) with the CA \(.text)"
        }
        Message(717064, "Keypair regenerated for certificate renewal", .system, .success) {
            """
            Keypair \(.text) in the trustpoint \(.text) is \(action: "regenerated") for \(.text) \(.networkProtocol) \
            certificate renewal
            """
        }
    }
}
