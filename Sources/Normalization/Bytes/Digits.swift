// Numbers as text, decimal and hexadecimal, a word at a time. Pure.

/// Decimal digits, packed into a word in the order of the text.
enum Decimal {
    /// The digits of a number below 100,000,000, at least `digits` of them, which are 1 to 8.
    ///
    /// All eight at once: the number is split into fours, those into pairs, and the pairs into digits, each in a byte
    /// of its own.
    @inline(__always)
    static func text(_ value: UInt32, digits: Int = 1) -> (word: UInt64, length: Int) {
        let high = UInt64(value / 10_000)
        let fours = high | (UInt64(value) &- high &* 10_000) << 32
        let hundreds = (fours &* 10_486) >> 20 & 0x0000_007F_0000_007F
        let pairs = hundreds | (fours &- hundreds &* 100) << 16
        let tens = (pairs &* 103) >> 10 & 0x000F_000F_000F_000F
        let word = tens | (pairs &- tens &* 10) << 8
        let zeros = min(word.trailingZeroBitCount >> 3, 8 &- digits)
        return ((word | 0x3030_3030_3030_3030) &>> UInt64(truncatingIfNeeded: zeros &* 8), 8 &- zeros)
    }

    /// The two digits of a number below 100.
    @inline(__always)
    static func twoDigits(_ value: Int) -> UInt64 {
        let value = UInt64(truncatingIfNeeded: value)
        let tens = (value &* 103) >> 10
        return 0x3030 &+ tens &+ (value &- tens &* 10) << 8
    }
}

/// Hexadecimal digits, packed into a word in the order of the text.
enum Hexadecimal {
    /// The low `digits` digits of a number, 1 to 8 of them.
    @inline(__always)
    static func text(_ value: UInt64, digits: Int, letters: UInt8) -> UInt64 {
        // The four-bit digits move into a byte each.
        let last = value &<< UInt64(truncatingIfNeeded: 32 &- digits &* 4) & 0xFFFF_FFFF
        var word = (last | last << 16) & 0x0000_FFFF_0000_FFFF
        word = (word | word << 8) & 0x00FF_00FF_00FF_00FF
        word = (word | word << 4) & 0x0F0F_0F0F_0F0F_0F0F
        let areLetters = (word &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        return (word &+ 0x3030_3030_3030_3030 &+ areLetters &* UInt64(letters &- ASCII.nine &- 1)).byteSwapped
    }
}

extension OutputCursor {
    /// Appends a decimal number of at least `digits` digits; the number must not be negative.
    @inline(__always)
    mutating func append(decimal value: Int, digits: Int = 1) {
        precondition(value >= 0)
        if value >= 100_000_000 || digits > 8 {
            self = OutputCursor.appending(long: value, digits, to: self)
            return
        }
        let text = Decimal.text(UInt32(truncatingIfNeeded: value), digits: digits)
        append(word: text.word, length: text.length)
    }

    /// Appends a number of more than eight digits: what stands before the last eight, then those.
    private static func appending(long value: Int, _ digits: Int, to cursor: OutputCursor) -> OutputCursor {
        var cursor = cursor
        cursor.append(decimal: value / 100_000_000, digits: max(1, digits - 8))
        cursor.append(decimal: value % 100_000_000, digits: 8)
        return cursor
    }

    /// Appends a number below 100 in two digits, and a byte behind it.
    @inline(__always)
    mutating func append(twoDigits value: Int, _ byte: UInt8) {
        append(word: Decimal.twoDigits(value) | UInt64(byte) << 16, length: 3)
    }

    /// Appends the low `digits` hexadecimal digits of a number, 1 to 8 of them, with letters from `letters` on.
    @inline(__always)
    mutating func append(hex value: UInt64, digits: Int, letters: UInt8) {
        append(word: Hexadecimal.text(value, digits: digits, letters: letters), length: digits)
    }
}
