// What a token that is a JWT says of itself: when it expires and whose it is. Nothing is verified, that is the broker's
// business. Pure.

/// The claims of a token that matter to the one who shows it.
struct TokenClaims: Equatable {
    /// Seconds since 1970.
    var expiresAt: Int64?
    var subject: String?

    /// Reads the claims; nil if the token is not a JWT.
    init?(_ token: String) {
        let parts = token.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let payload = TokenClaims.decode(parts[1]) else { return nil }
        read(payload)
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Decodes base64url without padding.
    private static func decode(_ text: Substring.UTF8View.SubSequence) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for character in text {
            guard let value = alphabet.firstIndex(of: character) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    /// Finds the claims among the members of the outermost object; what is nested is passed over.
    private mutating func read(_ json: [UInt8]) {
        var rest = json[...]
        var depth = 0
        var isName = false
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                isName = byte == UInt8(ascii: "{")
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ","): isName = true
            case UInt8(ascii: "\""):
                let name = TokenClaims.string(&rest)
                guard depth == 1, isName else { continue }
                isName = false
                rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: ":") }
                if name == "exp" {
                    expiresAt = Int64(String(decoding: rest.prefix { $0 >= 0x30 && $0 <= 0x39 }, as: UTF8.self))
                }
                if name == "sub", rest.popFirst() == UInt8(ascii: "\"") { subject = TokenClaims.string(&rest) }
            default: break
            }
        }
    }

    /// Takes the rest of a string with its closing quote; escapes stay as they are written.
    private static func string(_ rest: inout ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = []
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            bytes.append(byte)
            if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() { bytes.append(escaped) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
