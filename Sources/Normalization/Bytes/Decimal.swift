// Decimal numbers as text, a word at a time. Pure.

/// Decimal digits, packed into a word in the order of the text.
enum Decimal {
    /// The digits of a number below 100,000,000, at least `digits` of them.
    @inline(__always)
    static func text(_ value: UInt32, digits: Int = 1) -> (word: UInt64, length: Int) {
        var rest = value
        var word: UInt64 = 0
        var length = 0
        repeat {
            word = word << 8 | UInt64(0x30 + rest % 10)
            rest /= 10
            length += 1
        } while rest > 0 || length < digits
        return (word, length)
    }

    /// The digits of a number below 256, and `byte` behind them.
    @inline(__always)
    static func octet(_ value: UInt32, _ byte: UInt8) -> (word: UInt64, length: Int) {
        let value = UInt64(value)
        let behind = UInt64(byte)
        if value < 10 { return (0x30 + value | behind << 8, 2) }
        let hundreds = (value &* 41) >> 12
        let rest = value &- hundreds &* 100
        let tens = (rest &* 103) >> 10
        let last = 0x3030 &+ tens &+ (rest &- tens &* 10) << 8 | behind << 16
        return value < 100 ? (last, 3) : (last << 8 | 0x30 + hundreds, 4)
    }

    /// The two digits of a number below 100.
    @inline(__always)
    static func twoDigits(_ value: Int) -> UInt64 {
        let value = UInt64(truncatingIfNeeded: value)
        let tens = (value &* 103) >> 10
        return 0x3030 &+ tens &+ (value &- tens &* 10) << 8
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
}
