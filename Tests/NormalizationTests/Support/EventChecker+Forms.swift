// The forms that values have, and how bytes are compared with them; shares nothing with the writer.

import Normalization

extension EventChecker {
    func isTime(_ value: Range<Int>, _ token: Token, _ json: Span<UInt8>) -> Bool {
        let form: StaticString =
            switch (settings.timeForm, token) {
            case (.rfc3339, _): "yyyy-mm-ddThh:nn:ssZ"
            case (_, .eventTime): "MMM dd yyyy hh:nn:ss"
            default: "MMM dd, yyyy hh:nn:ss AM"
            }
        guard value.count == form.utf8CodeUnitCount else { return false }
        let letters = form.withUTF8Buffer { bytes in unsafe Array(bytes) }
        var numbers: [UInt8: Int] = [:]
        for (offset, letter) in letters.enumerated() {
            let byte = json[value.lowerBound + offset]
            switch letter {
            case UInt8(ascii: "y"), UInt8(ascii: "m"), UInt8(ascii: "d"), UInt8(ascii: "h"), UInt8(ascii: "n"),
                UInt8(ascii: "s"):
                guard isDigit(byte) else { return false }
                numbers[letter] = (numbers[letter] ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "M") where offset < 3: continue
            case UInt8(ascii: "A"): guard byte == letter || byte == UInt8(ascii: "P") else { return false }
            default: guard byte == letter else { return false }
            }
        }
        let hasMonth =
            numbers[UInt8(ascii: "m")].map { (1...12).contains($0) }
            ?? EventChecker.months.contains { equal(json, value.lowerBound..<value.lowerBound + 3, $0) }
        let hours = letters.last == UInt8(ascii: "M") ? 1...12 : 0...23
        return hasMonth && (1...31).contains(numbers[UInt8(ascii: "d")] ?? 0)
            && hours.contains(numbers[UInt8(ascii: "h")] ?? -1) && (numbers[UInt8(ascii: "n")] ?? 60) < 60
            && (numbers[UInt8(ascii: "s")] ?? 60) < 60
    }

    /// Four numbers from 0 to 255 without leading zeros; not 0.0.0.0.
    func isIPv4(_ value: Range<Int>, _ json: Span<UInt8>) -> Bool {
        var parts = 1
        var number = 0
        var digits = 0
        var sum = 0
        for index in value {
            if json[index] == UInt8(ascii: ".") {
                guard digits > 0 else { return false }
                parts += 1
                (number, digits) = (0, 0)
                continue
            }
            guard isDigit(json[index]), digits == 0 || number > 0 else { return false }
            number = number * 10 + Int(json[index] - UInt8(ascii: "0"))
            digits += 1
            sum += number
            guard number <= 255 else { return false }
        }
        return parts == 4 && digits > 0 && sum > 0
    }

    /// Eight groups of four upper-case hexadecimal digits; not all zero.
    func isIPv6(_ value: Range<Int>, _ json: Span<UInt8>) -> Bool {
        guard value.count == 39 else { return false }
        var isZero = true
        for offset in 0..<39 {
            let byte = json[value.lowerBound + offset]
            if offset % 5 == 4 {
                guard byte == UInt8(ascii: ":") else { return false }
            } else {
                guard isDigit(byte) || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte) else { return false }
                if byte != UInt8(ascii: "0") { isZero = false }
            }
        }
        return !isZero
    }

    /// What a lower-case 8-4-4-4-12 form says; nil if it is none.
    func uuid(_ value: Range<Int>, _ json: Span<UInt8>) -> UUID? {
        guard value.count == 36 else { return nil }
        var result = UUID(high: 0, low: 0)
        for offset in 0..<36 {
            let byte = json[value.lowerBound + offset]
            if [8, 13, 18, 23].contains(offset) {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            default: return nil
            }
            result.high = result.high << 4 | result.low >> 60
            result.low = result.low << 4 | UInt64(digit)
        }
        return result
    }

    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    func equal(_ json: Span<UInt8>, _ range: Range<Int>, _ word: [UInt8]) -> Bool {
        range.count == word.count && word.indices.allSatisfy { json[range.lowerBound + $0] == word[$0] }
    }

    func equal(_ json: Span<UInt8>, _ range: Range<Int>, _ word: String) -> Bool {
        equal(json, range, Array(word.utf8))
    }

    func equalIgnoringCase(_ json: Span<UInt8>, _ range: Range<Int>, _ word: String) -> Bool {
        let word = Array(word.utf8)
        return range.count == word.count && word.indices.allSatisfy { json[range.lowerBound + $0] | 0x20 == word[$0] }
    }

    func text(_ json: Span<UInt8>, _ range: Range<Int>) -> String {
        String(decoding: range.map { json[$0] }, as: UTF8.self)
    }
}
