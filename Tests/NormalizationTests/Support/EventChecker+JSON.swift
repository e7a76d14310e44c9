// Reads the JSON of an event strictly (RFC 8259), byte by byte; shares nothing with the writer.

extension EventChecker {
    mutating func take(_ byte: Unicode.Scalar, _ json: Span<UInt8>) throws(EventFault) {
        guard isTaken(byte, json) else { throw EventFault("no \(byte) at offset \(position)") }
    }

    mutating func isTaken(_ byte: Unicode.Scalar, _ json: Span<UInt8>) -> Bool {
        guard position < json.count, json[position] == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    /// Reads an integer that is not negative and has no leading zero; false if it is over the limit.
    mutating func integer(_ json: Span<UInt8>, limit: Int) throws(EventFault) -> Bool {
        let start = position
        var value = 0
        while position < json.count, isDigit(json[position]) {
            let (product, isOver) = value.multipliedReportingOverflow(by: 10)
            let (sum, isOverAgain) = product.addingReportingOverflow(Int(json[position] - UInt8(ascii: "0")))
            guard !isOver, !isOverAgain else { return false }
            value = sum
            position += 1
        }
        guard position > start, json[start] != UInt8(ascii: "0") || position == start + 1 else {
            throw EventFault("no number at offset \(start)")
        }
        return value <= limit
    }

    /// Reads a string and gives what stands between its quotes.
    mutating func string(_ json: Span<UInt8>) throws(EventFault) -> Range<Int> {
        try take("\"", json)
        let start = position
        while position < json.count {
            let byte = json[position]
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return start..<position - 1
            case UInt8(ascii: "\\"): try escape(json)
            case 0x00...0x1F, 0x7F: throw EventFault("a raw control character at offset \(position)")
            case 0x80...: try multibyte(json)
            default: position += 1
            }
        }
        throw EventFault("a string without end")
    }

    mutating func escape(_ json: Span<UInt8>) throws(EventFault) {
        let start = position
        let letter = position + 1 < json.count ? json[position + 1] : 0
        position += 2
        if letter != UInt8(ascii: "u") {
            guard "\"\\/bfnrt".utf8.contains(letter) else { throw EventFault("an unknown escape at offset \(start)") }
            return
        }
        var value = 0
        for _ in 0..<4 {
            guard position < json.count, let digit = Character(Unicode.Scalar(json[position])).hexDigitValue else {
                throw EventFault("an escape cut short at offset \(start)")
            }
            value = value * 16 + digit
            position += 1
        }
        guard !(0xD800...0xDFFF).contains(value) else { throw EventFault("an escaped surrogate at offset \(start)") }
    }

    /// Reads one scalar of more than one byte: shortest form, no surrogate, nothing over U+10FFFF.
    mutating func multibyte(_ json: Span<UInt8>) throws(EventFault) {
        let lead = json[position]
        let length = (~lead).leadingZeroBitCount
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        guard (2...4).contains(length), position + length <= json.count else {
            throw EventFault("no UTF-8 at offset \(position)")
        }
        for offset in 1..<length {
            let next = json[position + offset]
            guard next & 0xC0 == 0x80 else { throw EventFault("no UTF-8 at offset \(position)") }
            value = value << 6 | UInt32(next & 0x3F)
        }
        let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000
        guard value >= smallest, Unicode.Scalar(value) != nil else {
            throw EventFault("no UTF-8 at offset \(position)")
        }
        position += length
    }
}
