// Cisco 402101 to 402150: IPsec packets that were refused, and the crypto accelerator.
// The user behind an address is the one whose tunnel it is.

extension KeyExchange {
    /// The user of a tunnel, behind its address; relays drop the blank before the parenthesis.
    static let tunnelOwner: MessageFormat = """
        \(oneOf: " (user= ", " (user=", "(user= ", "(user=", " (", "(")\(.user))
        """

    @MessageBuilder static var ipsecPackets: [Message] {
        Message(402101, "IPSEC packet has invalid spi", .system, .failure) {
            """
            decaps: rec'd IPSEC packet has invalid spi for destaddr=\(.destinationAddress), prot=\(.networkProtocol), \
            spi=\(.text)
            """
        }
        Message(402102, "decapsulate packet missing AH or ESP", .system, .failure) {
            "decapsulate: packet missing \(.text), destadr=\(.destinationAddress), actual prot=\(.networkProtocol)"
        }
        Message(402114, "IPSEC received packet with an invalid SPI", .system, .failure) {
            """
            IPSEC: \(action: "Received") an \(.networkProtocol) packet (SPI= \(.text), sequence number= \(.text)) \
            from \(.sourceAddress) to \(.destinationAddress) with an invalid SPI.
            """
        }
        Message(402115, "IPSEC received packet with unexpected protocol data", .system, .failure) {
            """
            IPSEC: \(action: "Received") a packet from \(.sourceAddress) to \(.destinationAddress) containing \
            \(.text) data instead of \(.text) data.
            """
        }
        Message(402116, "IPSEC inner packet does not match negotiated SA policy", .system, .failure) {
            """
            IPSEC: \(action: "Received") an \(.networkProtocol) packet (SPI= \(.text), sequence number= \(.text)) \
            from \(.sourceAddress)\(tunnelOwner) to \(.destinationAddress). \(.reason). The packet \
            specifies its destination as \(.text)
            """
        }
        Message(402117, "IPSEC received non-IPsec packet", .system, .failure) {
            """
            IPSEC: \(action: "Received") a non-IPSec packet (protocol= \(.networkProtocol)) from \(.sourceAddress) to \
            \(.destinationAddress)
            """
            """
            IPSEC: \(action: "Received") a non-IPSec (\(.networkProtocol)) packet from \(.sourceAddress) to \
            \(.destinationAddress)
            """
        }
        Message(402118, "IPSEC received illegal IP fragment", .system, .failure) {
            """
            IPSEC: \(action: "Received") an \(.networkProtocol) packet (SPI= \(.text), sequence number \(.text)) from \
            \(.sourceAddress)\(tunnelOwner) to \(.destinationAddress) containing an illegal IP \
            fragment of length \(.text) with offset \(.text)
            """
        }
        Message(402119, "IPSEC packet failed anti-replay checking", .system, .failure) {
            """
            IPSEC: \(action: "Received") an \(.networkProtocol) packet (SPI= \(.text), sequence number= \(.text)) \
            from \(.sourceAddress)\(tunnelOwner) to \(.destinationAddress) that \(.reason)
            """
        }
        Message(402120, "IPSEC packet failed authentication", .system, .failure) {
            """
            IPSEC: \(action: "Received") an \(.networkProtocol) packet (SPI= \(.text), sequence number= \(.text)) \
            from \(.sourceAddress)\(tunnelOwner) to \(.destinationAddress) that \(.reason)
            """
        }
        Message(402121, "IPSEC packet dropped by IPsec", .traffic, .failure) {
            """
            IPSEC: Received an \(.networkProtocol) packet (SPI= \(.text), sequence number= \(.text)) from \
            \(.sourceAddress)\(tunnelOwner) to \(.destinationAddress) that was \(action: "dropped") \
            by IPSec (\(.reason)).
            """
        }
        Message(402122, "Cleartext packet dropped by IPsec", .traffic, .failure) {
            """
            Received a cleartext packet from \(.sourceAddress) to \(.destinationAddress) that was to be encapsulated \
            in IPSec that was \(action: "dropped") by IPSec (\(.reason)).
            """
        }
        Message(402123, "CRYPTO hardware accelerator encountered an error", .system, .failure) {
            """
            CRYPTO: The \(.text) hardware accelerator encountered an error (code=\(.reason)) while executing crypto \
            command \(.text)
            """
        }
        Message(402124, "CRYPTO hardware accelerator encountered an error", .system, .failure) {
            "CRYPTO: The ASA hardware accelerator encountered an error (\(.reason))."
        }
        Message(402125, "hardware accelerator timed out", .system, .failure) {
            "The ASA hardware accelerator \(.text) timed out (\(.text))."
        }
        Message(402126, "CRYPTO Crypto Archive File created as a Soft Reset was necessary", .system) {
            "CRYPTO: The ASA \(action: "created") Crypto Archive File \(.text) as a Soft Reset was necessary. \(.text)"
        }
        Message(402127, "CRYPTO skipping the writing of latest Crypto Archive File", .system) {
            """
            CRYPTO: The ASA is \(action: "skipping") the writing of latest Crypto Archive File as \(.reason). Please \
            archive \(.text)
            """
        }
        Message(402128, "CRYPTO attempt to allocate a large memory block failed", .system, .failure) {
            "CRYPTO: An attempt to allocate a large memory block failed, size: \(.text), limit: \(.text)"
        }
        Message(402129, "CRYPTO attempt to release a DMA memory block failed", .system, .failure) {
            "CRYPTO: An attempt to release a DMA memory block failed, location: \(.text)"
        }
        Message(402130, "IPSEC packet with incorrect padding", .system, .failure) {
            """
            CRYPTO: \(action: "Received") an \(.networkProtocol) packet (SPI = \(.text), sequence number=\(.text)) \
            from \(.sourceAddress)\(tunnelOwner) to \(.destinationAddress) with incorrect IPsec padding.
            """
        }
        Message(402131, "CRYPTO changing the hardware accelerator's configuration bias", .system) {
            "CRYPTO: \(.text) changing the \(.text) hardware accelerator's configuration bias from \(.text) to \(.text)"
        }
        Message(402140, "CRYPTO RSA key generation error", .system, .failure) {
            "CRYPTO: RSA key generation error: \(.text)"
        }
        Message(402141, "CRYPTO Key zeroization error", .system, .failure) {
            "CRYPTO: Key zeroization error: key set \(.text), reason \(.reason)"
        }
        Message(402142, "CRYPTO Bulk data error", .system, .failure) {
            "CRYPTO: Bulk data \(.text) error: algorithm \(.text), mode \(.text)"
        }
        Message(402143, "CRYPTO key operation", .system) { "CRYPTO: \(.text) key \(.text)" }
        Message(402144, "CRYPTO Digital signature error", .system, .failure) {
            "CRYPTO: Digital signature error: signature algorithm \(.text), hash algorithm \(.text)"
        }
        Message(402145, "CRYPTO Hash generation error", .system, .failure) {
            "CRYPTO: Hash generation error: algorithm \(.text)"
        }
        Message(402146, "CRYPTO Keyed hash generation error", .system, .failure) {
            "CRYPTO: Keyed hash generation error: algorithm \(.text), key len \(.text)"
        }
        Message(402147, "CRYPTO HMAC generation error", .system, .failure) {
            "CRYPTO: HMAC generation error: algorithm \(.text)"
        }
        Message(402148, "CRYPTO Random Number Generator error", .system, .failure) {
            "CRYPTO: Random Number Generator error"
        }
        Message(402149, "CRYPTO weak encryption or key", .system, .failure) {
            "CRYPTO: weak \(.text) (\(.text)). \(.reason)"
        }
        Message(402150, "CRYPTO Deprecated hash algorithm used for RSA", .system, .failure) {
            "CRYPTO: Deprecated hash algorithm used for RSA \(.text) (\(.text)). \(.reason)"
        }
    }
}
