// What a field of a log line or of a page of JSON holds: a number stays a number for who reads the JSON. Values only.

internal import Normalization

/// The value of a named field.
package enum FieldValue: Sendable, Equatable, CustomStringConvertible {
    case text(String)
    case integer(Int64)
    case flag(Bool)

    /// A number of any width that fits.
    static func number(_ value: some BinaryInteger) -> FieldValue { .integer(Int64(clamping: value)) }

    /// As a person reads it.
    package var description: String {
        switch self {
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .flag(let flag): "\(flag)"
        }
    }

    /// As JSON: text in quotation marks, numbers and flags as they are.
    package var json: String {
        guard case .text(let text) = self else { return description }
        var buffer = OutputBuffer()
        buffer.append(jsonString: text.utf8.span)
        return buffer.text
    }
}
