// How values of settings are written: what stands for one in the help, what is said of a wrong one, and both directions
// between text and type. Declarations only.

internal import Normalization

struct SettingForm<Value>: Sendable {
    let placeholder: String
    /// What a value has to be, behind "is not"; nil for one of the words of the placeholder.
    let expected: String?
    let read: @Sendable (String) -> Value?
    /// The text of a default; nil for none.
    let text: @Sendable (Value) -> String?

    init(
        _ placeholder: String,
        _ expected: String? = nil,
        text: @escaping @Sendable (Value) -> String?,
        read: @escaping @Sendable (String) -> Value?
    ) {
        self.placeholder = placeholder
        self.expected = expected
        self.read = read
        self.text = text
    }
}

extension SettingForm where Value == String {
    static let brokers = SettingForm(
        "HOST:PORT,...",
        "a list of brokers such as kafka1:9092,kafka2:9092",
        text: { $0.isEmpty ? nil : $0 },
        read: SettingParsers.brokers
    )
    static let topic = SettingForm(
        "TOPIC",
        "the name of a topic (letters, digits, '.', '_', '-', at most 249)",
        text: { $0 },
        read: SettingParsers.topic
    )
    static let group = SettingForm("GROUP", "the name of a group", text: { $0 }, read: { $0.isEmpty ? nil : $0 })
    static let name = SettingForm("NAME", "a name", text: { $0 }, read: { $0.isEmpty ? nil : $0 })
}

extension SettingForm where Value == String? {
    static func optional(_ placeholder: String) -> SettingForm {
        SettingForm(placeholder, "a name", text: { $0 }, read: { $0.isEmpty ? nil : .some($0) })
    }
}

extension SettingForm where Value == UUID? {
    static let uuid = SettingForm("UUID", "a UUID", text: { _ in nil }, read: { UUID($0).map(Optional.some) })
}

extension SettingForm where Value == [String] {
    static let names = SettingForm(
        "NAME,...",
        text: { $0.isEmpty ? nil : $0.joined(separator: ",") },
        read: { $0.split(separator: ",").map { String($0.trimmingBlanks()) } }
    )
}

extension SettingForm where Value == InputTopics {
    /// Names of topics with commas between them, or a pattern, which may hold commas.
    static let topics = SettingForm(
        "TOPIC,...|^PATTERN",
        "a list of topics (letters, digits, '.', '_', '-', at most 249 each), each once, or a regular expression that "
            + "starts with ^",
        text: { "\($0)" },
        read: SettingParsers.topics
    )
}

extension SettingForm where Value == Bool {
    static let onOff = SettingForm(
        "true|false",
        "true or false",
        text: { "\($0)" },
        read: { ["true": true, "false": false][$0] }
    )
}

extension SettingForm where Value == ListenAddress? {
    static let address = SettingForm(
        "HOST:PORT|off",
        "an address such as 127.0.0.1:9464, or off",
        text: { $0.map { "\($0)" } ?? "off" },
        read: { $0 == "off" ? .some(nil) : ListenAddress($0).map(Optional.some) }
    )
}

extension SettingForm where Value == Int {
    static func count(_ range: ClosedRange<Int>) -> SettingForm {
        SettingForm(
            "N",
            "a number from \(range.lowerBound) to \(range.upperBound)",
            text: { "\($0)" },
            read: SettingParsers.count(range)
        )
    }

    /// Bytes.
    static func size(_ example: String) -> SettingForm {
        SettingForm("SIZE", "a size such as \(example)", text: SettingParsers.text(size:), read: SettingParsers.size)
    }

    /// Milliseconds; the library counts them in 32 bits, which a day fits into.
    static let duration = duration(1...86_400_000, "a duration such as 200ms, 25s or 5m, 24h at most")

    static func duration(_ range: ClosedRange<Int>, _ expected: String) -> SettingForm {
        SettingForm("DURATION", expected, text: SettingParsers.text(milliseconds:)) { text in
            SettingParsers.milliseconds(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// Seconds east of UTC.
    static let utcOffset = SettingForm(
        "+HH:MM",
        "an offset such as +02:00",
        text: SettingParsers.text(utcOffset:),
        read: SettingParsers.utcOffset
    )
}

extension SettingForm where Value: CaseIterable & RawRepresentable & Sendable, Value.RawValue == String {
    /// One of the words of a type.
    static var choice: SettingForm {
        SettingForm(
            Value.allCases.map(\.rawValue).joined(separator: "|"),
            text: { $0.rawValue },
            read: Value.init(rawValue:)
        )
    }
}
