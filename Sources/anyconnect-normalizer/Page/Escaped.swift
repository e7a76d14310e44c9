// Texts of strangers, made fit for a terminal: what could move its cursor, color it or turn the direction of its text
// is shown as JSON writes it. Text only.

internal import Normalization

enum Escaped {
    /// The bytes as the inside of a JSON string, with those that are no UTF-8 replaced; without quotes around them.
    static func text(_ bytes: Span<UInt8>) -> String {
        var buffer = OutputBuffer()
        buffer.append(jsonString: bytes)
        return controls(in: String(buffer.text.dropFirst().dropLast()))
    }

    /// The text as the inside of a JSON string.
    static func text(_ text: String) -> String { self.text(text.utf8.span) }

    /// The text with each control character but the line feed as `\u009b`, which in a JSON string is the same
    /// character.
    ///
    /// Those are C0, DEL and C1 (ECMA-48), what separates lines and paragraphs, and what turns the direction of text
    /// (Unicode Standard Annex 9).
    static func controls(in text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard isControl(scalar) else {
                result.append(scalar)
                continue
            }
            let digits = String(scalar.value, radix: 16)
            result += "\\u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)".unicodeScalars
        }
        return String(result)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value >= 0x20, scalar.value < 0x7F { return false }
        if scalar == "\n" { return false }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return true
        case .format: return scalar.properties.isBidiControl
        default: return false
        }
    }
}
