// Just enough JSON to write the figures down.

/// A JSON value.
indirect enum JSONText {
    case string(String)
    case number(Double)
    case array([JSONText])
    case object([(String, JSONText)])

    /// The value as text, without blanks.
    var text: String {
        switch self {
        case .string(let text): JSONText.quoted(text)
        case .number(let value): "\(value)"
        case .array(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { JSONText.quoted($0.0) + ":" + $0.1.text }.joined(separator: ",") + "}"
        }
    }

    func write(toFile path: String) throws {
        try Files.write(text + "\n", to: path)
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            default: result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
            }
        }
        return result + "\""
    }
}
