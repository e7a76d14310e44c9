// Texts of strangers, made fit for a terminal: what JSON escapes is escaped. Text only.

internal import Normalization

enum Escaped {
    /// The bytes with control characters escaped, and those that are no UTF-8 replaced; without quotes around them.
    static func text(_ bytes: Span<UInt8>) -> String {
        var buffer = OutputBuffer()
        buffer.append(jsonString: bytes)
        return String(buffer.text.dropFirst().dropLast())
    }

    /// The text with control characters escaped.
    static func text(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return self.text(bytes.span)
    }
}
