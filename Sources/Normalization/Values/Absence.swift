// What devices and relays print where they have no value. Pure.

/// The signs for "no value": a token with one of them is left out.
enum Absence {
    /// Whether the range reads `-` or `N/A`.
    @inline(__always)
    static func isNone(_ range: ByteRange, in line: Span<UInt8>) -> Bool {
        switch range.count {
        case 1: line[range.lowerBound] == ASCII.dash
        case 3: Text.reads(range, "N/A", in: line)
        default: false
        }
    }

    /// Whether the range reads `unknown`, in any case, as devices print for a protocol that they do not know.
    @inline(__always)
    static func isUnknown(_ range: ByteRange, in line: Span<UInt8>) -> Bool {
        Text.readsIgnoringCase(range, "unknown", in: line)
    }
}
