// Reads addresses in every spelling that devices print, and writes them in the guide's two forms. A name that is no
// address is no address: nothing is resolved. Pure.

/// An IPv4 or IPv6 address.
enum IPAddress: Equatable {
    case v4(IPv4Address)
    case v6(UInt64, UInt64)

    /// Whether it is the address that stands for "none": `0.0.0.0` or `::`.
    var isUnspecified: Bool {
        switch self {
        case .v4(let address): address.isUnspecified
        case .v6(let high, let low): high == 0 && low == 0
        }
    }

    /// Longest text worth reading: eight groups, a dotted tail, brackets and a zone id.
    static let longestText = 80

    /// Reads the whole range as one address: dotted quad, any IPv6 spelling, brackets, zone id, IPv4-mapped (which is
    /// IPv4).
    static func parse(_ range: ByteRange, in line: Span<UInt8>) -> IPAddress? {
        var text = range
        guard text.count >= 2, text.count <= longestText else { return nil }
        if line[text.lowerBound] == ASCII.openBracket, line[text.upperBound - 1] == ASCII.closeBracket {
            text.start += 1
            text.end -= 1
        }
        if let address = ipv4(text, in: line) { return .v4(address) }
        guard let (high, low) = ipv6(text, in: line) else { return nil }
        if high == 0, low >> 32 == 0xFFFF { return .v4(IPv4Address(UInt32(truncatingIfNeeded: low))) }
        return .v6(high, low)
    }

    /// A dotted quad, nothing before or after.
    static func ipv4(_ range: ByteRange, in line: Span<UInt8>) -> IPv4Address? {
        var position = range.lowerBound
        guard let address = IPv4Address.take(&position, range.upperBound, line), position == range.upperBound else {
            return nil
        }
        return address
    }

    /// Eight groups of up to four hexadecimal digits, one `::`, a dotted tail and a zone id allowed.
    private static func ipv6(_ range: ByteRange, in line: Span<UInt8>) -> (UInt64, UInt64)? {
        let end = Text.first(ASCII.percent, in: range, of: line) ?? range.upperBound
        var groups = Groups()
        var index = range.lowerBound
        while index < end {
            if line[index] == ASCII.colon {
                guard index + 1 < end, line[index + 1] == ASCII.colon, groups.gap == nil else { return nil }
                groups.gap = groups.count
                index += 2
                continue
            }
            var value: UInt64 = 0
            let start = index
            while index < end, let digit = ASCII.hexValue(line[index]) {
                value = value << 4 | UInt64(digit)
                index += 1
            }
            if index < end, line[index] == ASCII.dot {
                guard let tail = ipv4(ByteRange(start, end), in: line), groups.append(UInt64(tail.bits >> 16)),
                    groups.append(UInt64(tail.bits & 0xFFFF))
                else { return nil }
                return groups.bits
            }
            guard index > start, index - start <= 4, groups.append(value) else { return nil }
            guard index < end else { break }
            guard line[index] == ASCII.colon, index + 1 < end else { return nil }
            if line[index + 1] != ASCII.colon { index += 1 }
        }
        return groups.bits
    }

    /// Groups read so far, and where the `::` stood among them.
    private struct Groups {
        private var values = InlineArray<8, UInt64>(repeating: 0)
        var count = 0
        var gap: Int?

        mutating func append(_ value: UInt64) -> Bool {
            guard count < 8 else { return false }
            values[count] = value
            count += 1
            return true
        }

        /// The 128 bits, or nil if groups are missing or `::` stands for none.
        var bits: (UInt64, UInt64)? {
            guard gap == nil ? count == 8 : count < 8 else { return nil }
            var high: UInt64 = 0
            var low: UInt64 = 0
            for index in 0..<count {
                let place = index < (gap ?? 8) ? index : 8 - count + index
                if place < 4 {
                    high |= values[index] << UInt64((3 - place) * 16)
                } else {
                    low |= values[index] << UInt64((7 - place) * 16)
                }
            }
            return (high, low)
        }
    }
}

extension OutputCursor {
    /// Appends eight groups of four upper-case hexadecimal digits.
    mutating func append(ipv6 high: UInt64, _ low: UInt64) {
        for group in 0..<8 {
            if group > 0 { append(ASCII.colon) }
            let bits = group < 4 ? high >> UInt64((3 - group) * 16) : low >> UInt64((7 - group) * 16)
            append(hex: bits, digits: 4, letters: UInt8(ascii: "A"))
        }
    }
}
