// Tells well-formed UTF-8 from other bytes. Pure.

/// Well-formed UTF-8 (Unicode 15, table 3-7).
enum UTF8Sequence {
    /// Length of the well-formed sequence of two to four bytes at `index`; 0 if none stands there.
    static func length(at index: Int, in text: Span<UInt8>, to end: Int) -> Int {
        let lead = text[index]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard index + length <= end, second.contains(text[index + 1]) else { return 0 }
        for offset in 2..<max(2, length) where !(0x80...0xBF).contains(text[index + offset]) { return 0 }
        return length
    }
}
