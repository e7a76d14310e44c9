// The time at which a collector had a line, as its header gives it. Pure.

/// Reads the header `collectorReceivedTime`.
public enum ReceivedTime {
    /// Milliseconds since 1970 of a value in epoch milliseconds, RFC 3339, or another stamp with a year; nil for
    /// anything else.
    ///
    /// A stamp that states no zone is in UTC. Fractions of seconds are cut.
    public static func milliseconds(_ text: Span<UInt8>) -> Int64? {
        let range = Text.trimmed(ByteRange(0, text.count), of: text)
        var value: Int64 = 0
        var isNumber = !range.isEmpty && range.count <= 15
        for index in range.lowerBound..<range.upperBound where isNumber {
            isNumber = ASCII.isDigit(text[index])
            if isNumber { value = value * 10 + Int64(text[index] - ASCII.zero) }
        }
        if isNumber { return value }
        guard !Text.isDigits(range, in: text),
            let stamp = TimestampParser.parse(text, at: range.lowerBound, to: range.upperBound),
            stamp.end == range.upperBound, stamp.time.year != nil,
            let reading = stamp.time.reading(Reception(seconds: 0), .offset(0))
        else { return nil }
        return reading.clock.moment * 1000
    }
}
