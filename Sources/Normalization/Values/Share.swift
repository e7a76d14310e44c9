// Which of too many records are looked at or delivered: the hash of a value decides, the same in every worker, run and
// version, so that a record that is read again is decided the same way. Pure.

/// A share of all values, always the same ones.
public struct Share: Sendable, Equatable, CustomStringConvertible {
    /// One in so many.
    public let divisor: Int

    /// All records.
    public static let all = Share(divisor: 1)

    private init(divisor: Int) { self.divisor = divisor }

    /// Reads a share from `1/1` to `1/1000000`; nil for anything else.
    public init?(_ text: String) {
        let number = text.dropFirst(2)
        guard text.hasPrefix("1/"), number.utf8.allSatisfy(ASCII.isDigit), let divisor = Int(number),
            1...1_000_000 ~= divisor
        else { return nil }
        self.init(divisor: divisor)
    }

    /// `1/100`.
    public var description: String { "1/\(divisor)" }

    /// Whether an id belongs to it.
    public func holds(_ id: UUID) -> Bool { holds(id.high, id.low) }

    /// Whether a value of two words does.
    func holds(_ high: UInt64, _ low: UInt64) -> Bool { holds(mixed: Share.mixed(Share.mixed(high) ^ low)) }

    /// Whether a text does, in which the case of ASCII letters is of no account, as in names of devices and users.
    func holds(_ range: ByteRange, in text: Span<UInt8>) -> Bool {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var start = range.lowerBound
        while start <= range.upperBound &- 8 {
            // The highest bit of each byte with a capital, moved to where the cases differ.
            let word = ByteSearch.word(text, at: start)
            let lower = word | ByteSearch.marks(UInt8(ascii: "A")...UInt8(ascii: "Z"), in: word) >> 2
            for byte in 0..<UInt64(8) { hash = Share.hash(hash, lower >> (byte * 8) & 0xFF) }
            start &+= 8
        }
        for index in start..<range.upperBound { hash = Share.hash(hash, UInt64(ASCII.lowercased(text[index]))) }
        return holds(mixed: Share.mixed(hash))
    }

    /// A hash of bytes so far, and of one more (FNV-1a).
    @inline(__always)
    private static func hash(_ hash: UInt64, _ byte: UInt64) -> UInt64 { (hash ^ byte) &* 0x0000_0100_0000_01B3 }

    private func holds(mixed hash: UInt64) -> Bool { hash % UInt64(divisor) == 0 }

    /// A value with its bits so mixed that each hangs on all (the end of SplitMix64).
    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value &+ 0x9E37_79B9_7F4A_7C15
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
