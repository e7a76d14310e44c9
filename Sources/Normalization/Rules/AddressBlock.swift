// Blocks of addresses (RFC 4632, RFC 4291), IPv4 and IPv6. Pure.

/// The addresses that begin with the same bits.
struct AddressBlock: Sendable, Equatable, CustomStringConvertible {
    /// Whether it is one of IPv6.
    let isIPv6: Bool
    /// How many bits its addresses have in common.
    let length: Int
    /// As it was written.
    let description: String
    /// Its first address; the 32 bits of IPv4 are the first ones.
    private let bits: UInt128

    /// Reads `10.0.0.0/8`, `2001:db8::/32`, or one address; nil for anything else, and for bits behind the prefix.
    init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let bytes = Array(parts[0].utf8)
        guard let address = IPAddress.parse(ByteRange(0, bytes.count), in: bytes.span) else { return nil }
        (isIPv6, bits) = AddressBlock.bits(address)
        let most = isIPv6 ? 128 : 32
        var length = most
        if parts.count == 2 {
            guard parts[1].utf8.allSatisfy(ASCII.isDigit), let number = Int(parts[1]), number <= most else {
                return nil
            }
            length = number
        }
        self.length = length
        description = text
        guard bits << UInt128(length) == 0 else { return nil }
    }

    private static func bits(_ address: IPAddress) -> (isIPv6: Bool, bits: UInt128) {
        switch address {
        case .v4(let address): (false, UInt128(address.bits) << 96)
        case .v6(let high, let low): (true, UInt128(high) << 64 | UInt128(low))
        }
    }

    /// Whether an address is one of the block.
    func contains(_ address: IPAddress) -> Bool {
        let (isOther, other) = AddressBlock.bits(address)
        return isIPv6 == isOther && (bits ^ other) >> UInt128(128 - length) == 0
    }

    /// Whether all addresses of another block are in this one.
    func covers(_ other: AddressBlock) -> Bool {
        isIPv6 == other.isIPv6 && length <= other.length && (bits ^ other.bits) >> UInt128(128 - length) == 0
    }

    /// Whether an address of the block can have the `width` bits `value` behind the first `depth` ones, which are the
    /// block's own.
    func mayHave(_ value: Int, _ width: Int, at depth: Int) -> Bool {
        let own = Int(truncatingIfNeeded: bits >> UInt128(128 - depth - width)) & (1 << width - 1)
        return length <= depth || (own ^ value) >> max(0, depth + width - length) == 0
    }
}
