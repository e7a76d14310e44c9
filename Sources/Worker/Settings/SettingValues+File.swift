// The third source of values: a file of `key = value` lines. What is wrong is noted for each line, or as one fault for
// a file that holds no settings at all. Pure: the text is handed in.

internal import Kafka

extension SettingValues {
    /// Reads `key = value` lines; `#` starts a comment line.
    ///
    /// A comment behind a value is refused: it might be a part of it. Line ends may be those of Windows, and a byte
    /// order mark may come first. A text without a setting, most of whose lines have another form, is one fault.
    public mutating func read(file path: String, text: String) {
        var seen: [String: [Entry]] = [:]
        var lineFaults: [String] = []
        var otherForms = 0
        var holdsSettings = false
        // By scalars: a carriage return and a line feed are one character.
        let scalars = text.unicodeScalars
        let content = scalars.first == "\u{FEFF}" ? scalars.dropFirst() : scalars[...]
        for (number, line) in content.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = Substring(line).trimmingBlanks()
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let place = "\(path):\(number + 1)"
            guard !line.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\t" })
            else {
                lineFaults.append("\(place): a control character in the line")
                otherForms += 1
                continue
            }
            guard let equals = line.firstIndex(of: "=") else {
                lineFaults.append("\(place): expected 'key = value'")
                otherForms += 1
                continue
            }
            let key = String(line[..<equals].trimmingBlanks())
            let value = String(line[line.index(after: equals)...].trimmingBlanks())
            let origin = SettingOrigin.file(path, line: number + 1)
            let property = key.hasPrefix(propertyPrefix) ? String(key.dropFirst(propertyPrefix.count)) : nil
            let isKnown = (Setting.ofWorker + Setting.ofCommands).contains { $0.name == key }
            holdsSettings = holdsSettings || property != nil || isKnown
            // A password may begin and end with quotes.
            if value.isInQuotes, property.map({ !Security.isSecret($0) }) ?? isKnown {
                lineFaults.append("\(place): \(SettingValues.quotesAreNoPart)")
            } else if SettingValues.holdsComment(value), property == nil, isKnown, key != Setting.rule.name {
                lineFaults.append("\(place): a comment needs a line of its own: ' #' would be part of the value")
            } else if let property {
                seen[Setting.kafka.name, default: []].append(Entry(value: "\(property)=\(value)", origin: origin))
            } else if settings.contains(where: { $0.name == key }) {
                seen[key, default: []].append(Entry(value: value, origin: origin))
            } else if !isKnown {
                lineFaults.append(
                    "\(place): " + unknown(key, key, property: { (propertyPrefix + key, key) }) { $0.name }
                )
            }
        }
        if !holdsSettings, otherForms * 2 > lineFaults.count {
            let reason =
                scalars.contains("\0")
                ? "is not a text in UTF-8" : "holds no settings: a line is 'key = value', such as 'group-id = workers'"
            fail("--\(Setting.config.name): '\(path)' \(reason)")
            return
        }
        for fault in lineFaults { fail(fault) }
        merge(seen) { "\(path): \($0)" }
    }

    /// Reads the file that setting `config` names, if it is given; one that cannot be read is a fault.
    public mutating func readFile() {
        guard let path = text(.config), let text = contents(of: path, for: "--\(Setting.config.name)") else { return }
        self.read(file: path, text: text)
    }

    /// What is said of a value in quotes, which neither a file nor the environment takes off.
    static let quotesAreNoPart = "the quotes would be part of the value: leave them out"

    /// Whether a value goes on as a comment would, which a rule may: it is read like one of a file.
    private static func holdsComment(_ value: String) -> Bool {
        let scalars = value.unicodeScalars
        return zip(scalars, scalars.dropFirst()).contains { ($0 == " " || $0 == "\t") && $1 == "#" }
    }

    /// What stands before a property's name in a file.
    private var propertyPrefix: String { Setting.kafka.name + "." }
}
