// Cisco 717001 to 717032: enrollment, revocation lists and validation of certificates.
// Names and serial numbers of certificates have no token; reasons do.

extension Certificates {
    @MessageBuilder static var certificates: [Message] {
        Message(717001, "Querying keypair failed", .system, .failure) { "Querying keypair failed." }
        Message(717002, "Certificate enrollment failed", .system, .failure) {
            "Certificate enrollment failed for trustpoint \(.text). Reason: \(.reason)"
        }
        Message(717003, "Certificate received from certificate authority", .system, .success) {
            "Certificate \(action: "received") from Certificate Authority for trustpoint \(.text)"
        }
        Message(717004, "PKCS12 export failed", .system, .failure) {
            "PKCS #12 export failed for trustpoint \(.text)"
        }
        Message(717005, "PKCS12 export succeeded", .system, .success) {
            "PKCS #12 export succeeded for trustpoint \(.text)"
        }
        Message(717006, "PKCS12 import failed", .system, .failure) {
            "PKCS #12 import failed for trustpoint \(.text)"
        }
        Message(717007, "PKCS12 import succeeded", .system, .success) {
            "PKCS #12 import succeeded for trustpoint \(.text)"
        }
        Message(717008, "Insufficient memory for PKI operation", .system, .failure) {
            "Insufficient memory to \(.text)"
        }
        Message(717009, "Certificate validation failed", .system, .failure) {
            "Certificate validation failed. Reason: \(.reason)"
            "Certificate validation failed. \(.reason), serial number: \(.text), subject name: \(.text)"
            "Certificate validation failed. \(.reason)"
        }
        Message(717010, "CRL polling failed", .system, .failure) { "CRL polling failed for trustpoint \(.text)" }
        Message(717011, "Unexpected PKI event", .system, .failure) {
            "Unexpected event: \(.text)"
            "Unexpected event \(.text)"
        }
        Message(717012, "Failed to refresh CRL cache entry", .system, .failure) {
            "Failed to refresh CRL cache entry from the server for trustpoint \(.text) at \(.text)"
        }
        Message(717013, "Removing a cached CRL", .system) {
            "\(action: "Removing") a cached CRL to accommodate an incoming CRL. Issuer: \(.text)"
        }
        Message(717014, "Unable to cache CRL, size limitation", .system, .failure) {
            """
            Unable to cache a CRL received from \(.text) due to size limitations (CRL size = \(.text), available \
            cache space = \(.text))
            """
        }
        Message(717015, "CRL too large to process", .system, .failure) {
            "CRL received from \(.text) is too large to process (CRL size = \(.text), maximum CRL size = \(.text))"
        }
        Message(717016, "Removing expired CRL from cache", .system) {
            "\(action: "Removing") expired CRL from the CRL cache. Issuer: \(.text)"
        }
        Message(717017, "Failed to query CA certificate", .system, .failure) {
            "Failed to query CA certificate for trustpoint \(.text) from \(.text)"
        }
        Message(717018, "CRL has too many entries", .system, .failure) {
            """
            CRL received from \(.text) has too many entries to process (number of entries = \(.text), maximum number \
            allowed = \(.text))
            """
        }
        Message(717019, "Failed to insert CRL", .system, .failure) {
            "Failed to insert CRL for trustpoint \(.text). Reason: \(.reason)"
        }
        Message(717020, "Failed to install device certificate", .system, .failure) {
            "Failed to install device certificate for trustpoint \(.text). Reason: \(.reason)"
        }
        Message(717021, "Certificate data could not be verified", .system, .failure) {
            """
            Certificate data could not be verified. Locate Reason: \(.reason) serial number: \(.text), subject name: \
            \(.text), key length \(.text) bits.
            """
            "Certificate data could not be verified. Reason: \(.reason), key length in certificate: \(.text) bits."
        }
        Message(717022, "Certificate was successfully validated", .system, .success) {
            "Certificate was successfully \(action: "validated"). \(.text)"
        }
        Message(717023, "SSL failed to set device certificate", .system, .failure) {
            "SSL failed to set device certificate for trustpoint \(.text). Reason: \(.reason)"
        }
        Message(717024, "Checking CRL from trustpoint", .system) {
            "Checking CRL from trustpoint: \(.text) for \(.text)"
        }
        Message(717025, "Validating certificate chain", .system) {
            "Validating certificate chain containing \(.text) certificate(s)."
        }
        Message(717026, "Name lookup failed during PKI operation", .system, .failure) {
            "Name lookup failed for hostname \(.text) during PKI operation."
        }
        Message(717027, "Certificate chain failed validation", .system, .failure) {
            "Certificate chain failed validation. \(.reason)"
        }
        Message(717028, "Certificate chain was successfully validated", .system, .success) {
            "Certificate chain was successfully \(action: "validated") \(.text)"
            "Certificate chain was successfully \(action: "validated")"
        }
        Message(717029, "Identified client certificate within chain", .system, .success) {
            "Identified client certificate within certificate chain. serial number: \(.text), subject name: \(.text)"
        }
        Message(717030, "Found suitable trustpoint to validate certificate", .system, .success) {
            "Found a suitable trustpoint \(.text) to validate certificate."
        }
        Message(717031, "Failed to find suitable trustpoint for issuer", .system, .failure) {
            "Failed to find a suitable trustpoint for the issuer: \(foreign: .text) Reason: \(.reason)"
        }
        Message(717032, "OCSP status check failed", .system, .failure) {
            "OCSP status check failed. Reason: \(.reason)"
        }
    }
}
