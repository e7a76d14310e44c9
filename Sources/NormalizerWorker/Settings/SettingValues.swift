// Values of settings from their three sources, flags over environment over file, with every fault kept.
// Knows names and origins, not what a value means. Pure: sources are handed in.

/// Where a value came from.
public enum SettingOrigin: Sendable, Equatable {
    case flag
    case environment(String)
    case file(String, line: Int)
    case standard
}

/// Everything that is wrong with the settings.
public struct ConfigurationFaults: Error, CustomStringConvertible, Equatable {
    /// One sentence for each fault.
    public var faults: [String]

    /// Makes the error of a list that is not empty.
    public init(_ faults: [String]) { self.faults = faults }

    /// One line for each fault.
    public var description: String { faults.joined(separator: "\n") }
}

/// Values as text, before they are given types.
public struct SettingValues: Sendable {
    private struct Entry: Sendable {
        var value: String
        var origin: SettingOrigin
    }

    private let settings: [Setting]
    private var entries: [String: [Entry]] = [:]
    /// What is wrong so far; reading goes on, so that a user sees all of it at once.
    public private(set) var faults: [String] = []

    /// The text of a file; nil if it cannot be read.
    let readText: @Sendable (String) -> String?

    /// Starts with the settings that a command knows.
    ///
    /// - Parameters:
    ///   - settings: The settings.
    ///   - readText: Reads the file with settings, and files that hold a secret.
    public init(_ settings: [Setting], readText: @escaping @Sendable (String) -> String? = { _ in nil }) {
        self.settings = settings
        self.readText = readText
    }

    /// Reads `--name value` and `--name=value`; anything else is a fault.
    public mutating func read(arguments: [String]) {
        var seen: [String: [Entry]] = [:]
        var index = 0
        while index < arguments.count {
            let argument = arguments[index]
            index += 1
            guard argument.hasPrefix("--") else {
                faults.append("unexpected argument '\(argument)'")
                continue
            }
            let text = argument.dropFirst(2)
            let equals = text.firstIndex(of: "=")
            let name = String(equals.map { text[..<$0] } ?? text)
            guard let setting = settings.first(where: { $0.name == name }) else {
                faults.append(unknown("--\(name)", name) { "--\($0.name)" })
                if equals == nil, index < arguments.count, !arguments[index].hasPrefix("--") { index += 1 }
                continue
            }
            if let equals {
                seen[name, default: []].append(Entry(value: String(text[text.index(after: equals)...]), origin: .flag))
            } else if setting.isSwitch {
                seen[name, default: []].append(Entry(value: "true", origin: .flag))
            } else if index < arguments.count {
                seen[name, default: []].append(Entry(value: arguments[index], origin: .flag))
                index += 1
            } else {
                faults.append("--\(name) needs a value: \(setting.placeholder)")
            }
        }
        merge(seen) { "--\($0)" }
    }

    /// Reads the variables that start with `NORMALIZER_`; others are none of our business.
    ///
    /// `NORMALIZER_KAFKA_SECURITY_PROTOCOL=ssl` is `--kafka security.protocol=ssl`. One line end behind a value is not part of it:
    /// secrets of Kubernetes often have one.
    public mutating func read(environment: [(name: String, value: String)]) {
        var seen: [String: [Entry]] = [:]
        let kafkaPrefix = Setting.kafka.environmentName + "_"
        for (name, text) in environment.sorted(by: { $0.name < $1.name })
        where name.hasPrefix(Setting.environmentPrefix) {
            let value = text.droppingLineEnd()
            guard !value.isEmpty else { continue }
            if let setting = settings.first(where: { $0.environmentName == name }) {
                let values = setting.isRepeatable ? value.split(separator: "\n").map(String.init) : [value]
                for value in values {
                    seen[setting.name, default: []].append(Entry(value: value, origin: .environment(name)))
                }
            } else if name.hasPrefix(kafkaPrefix), settings.contains(where: { $0.name == Setting.kafka.name }) {
                let property = String(name.dropFirst(kafkaPrefix.count).lowercased().map { $0 == "_" ? "." : $0 })
                let text = (property == "log.level" ? "log_level" : property) + "=" + value
                seen[Setting.kafka.name, default: []].append(Entry(value: text, origin: .environment(name)))
            } else if !(Setting.ofWorker + Setting.ofCommands).contains(where: { $0.environmentName == name }) {
                faults.append(unknown(name, name) { $0.environmentName })
            }
        }
        let known = settings
        merge(seen) { name in known.first { $0.name == name }?.environmentName ?? name }
    }

    /// Reads `key = value` lines; `#` starts a comment line.
    ///
    /// Line ends may be those of Windows, and a byte order mark may come first.
    public mutating func read(file path: String, text: String) {
        var seen: [String: [Entry]] = [:]
        // By scalars: a carriage return and a line feed are one character.
        let scalars = text.unicodeScalars
        let content = scalars.first == "\u{FEFF}" ? scalars.dropFirst() : scalars[...]
        for (number, line) in content.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = Substring(line).trimmingBlanks()
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let place = "\(path):\(number + 1)"
            guard !line.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\t" })
            else {
                faults.append("\(place): a control character in the line")
                continue
            }
            guard let equals = line.firstIndex(of: "=") else {
                faults.append("\(place): expected 'key = value'")
                continue
            }
            let key = String(line[..<equals].trimmingBlanks())
            let value = String(line[line.index(after: equals)...].trimmingBlanks())
            let origin = SettingOrigin.file(path, line: number + 1)
            if key.hasPrefix(Setting.kafka.name + ".") {
                let property = key.dropFirst(Setting.kafka.name.count + 1)
                seen[Setting.kafka.name, default: []].append(Entry(value: "\(property)=\(value)", origin: origin))
            } else if settings.contains(where: { $0.name == key }) {
                seen[key, default: []].append(Entry(value: value, origin: origin))
            } else if !(Setting.ofWorker + Setting.ofCommands).contains(where: { $0.name == key }) {
                faults.append("\(place): " + unknown(key, key) { $0.name })
            }
        }
        merge(seen) { "\(path): \($0)" }
    }

    /// Reads the file that setting `config` names, if it is given; one that cannot be read is a fault.
    public mutating func readFile() {
        guard let path = text(.config) else { return }
        guard let text = readText(path) else {
            fail("--\(Setting.config.name): cannot read '\(path)'")
            return
        }
        self.read(file: path, text: text)
    }

    /// Takes over what a source gave for settings that no earlier source gave; repeatable ones add up, the earlier source first.
    private mutating func merge(_ seen: [String: [Entry]], describe: (String) -> String) {
        for (name, found) in seen.sorted(by: { $0.key < $1.key }) {
            guard let setting = settings.first(where: { $0.name == name }) else { continue }
            if setting.isRepeatable {
                entries[name, default: []] += found
            } else {
                if found.count > 1 { faults.append("\(describe(name)) is given \(found.count) times") }
                if entries[name] == nil { entries[name] = found }
            }
        }
    }

    private func unknown(_ shown: String, _ name: String, _ spelling: (Setting) -> String) -> String {
        let names = settings.map(spelling)
        if let word = Setting.otherNames[name] { return "unknown setting \(shown): it is called --\(word)" }
        let nearest = NearestName.of(shown, among: names)
        return "unknown setting \(shown)" + (nearest.map { ", did you mean \($0)?" } ?? "")
    }

    /// The values with another setting that a command cannot do without.
    public func requiring(_ setting: Setting) -> SettingValues {
        var values = self
        if text(setting) == nil {
            values.fail("--\(setting.name) (or \(setting.environmentName)) is required: \(setting.placeholder)")
        }
        return values
    }

    /// The values with those of `assignments`, each `name=value`, in place of what was given for these settings.
    ///
    /// A repeatable setting is replaced as a whole. Only the settings of `known` may be assigned; what is wrong is noted in the
    /// copy's `faults`, which holds nothing else.
    func replacing(_ assignments: [String], of known: [Setting], by name: String) -> SettingValues {
        var values = SettingValues(known)
        for assignment in assignments {
            guard let equals = assignment.firstIndex(of: "=") else {
                values.fail("--\(name): '\(assignment)' is not SETTING=VALUE")
                continue
            }
            let key = String(assignment[..<equals])
            guard let setting = known.first(where: { $0.name == key }) else {
                values.fail("--\(name): " + values.unknown(key, key) { $0.name })
                continue
            }
            let entry = Entry(value: String(assignment[assignment.index(after: equals)...]), origin: .flag)
            if !setting.isRepeatable, values.entries[key] != nil {
                values.fail("--\(name) \(key) is given more than once")
            }
            values.entries[key, default: []].append(entry)
        }
        values.entries.merge(entries) { assigned, _ in assigned }
        return values
    }

    // MARK: - Reading values

    /// The value of a setting, its default where none was given; nil if it has neither.
    public func text(_ setting: Setting) -> String? { entries[setting.name]?.first?.value ?? setting.defaultValue }

    /// Every value of a repeatable setting, the strongest source first.
    func texts(_ setting: Setting) -> [String] { given(setting).map(\.text) }

    /// Every value that was given for a setting, with where it was given, the strongest source first.
    public func given(_ setting: Setting) -> [(text: String, origin: SettingOrigin)] {
        entries[setting.name]?.map { ($0.value, $0.origin) } ?? []
    }

    /// Where the value of a setting came from.
    public func origin(_ setting: Setting) -> SettingOrigin { entries[setting.name]?.first?.origin ?? .standard }

    /// Whether a switch is on; a value that is neither `true` nor `false` is a fault.
    public mutating func isOn(_ setting: Setting) -> Bool {
        value(setting, "true or false") { ["true": true, "false": false][$0] } ?? false
    }

    /// Notes a fault.
    public mutating func fail(_ fault: String) { faults.append(fault) }

    /// The value of a setting as `parse` reads it; a value that it refuses is a fault.
    public mutating func value<Value>(
        _ setting: Setting,
        _ expected: String,
        _ parse: (String) -> Value?
    ) -> Value? {
        guard let text = text(setting) else {
            if setting.isRequired {
                fail("--\(setting.name) (or \(setting.environmentName)) is required: \(setting.placeholder)")
            }
            return nil
        }
        if let value = parse(text) { return value }
        fail("--\(setting.name): '\(text)' is not \(expected)")
        return nil
    }
}

extension String {
    /// The text without one line end behind it.
    func droppingLineEnd() -> String { last == "\n" || last == "\r\n" ? String(dropLast()) : self }
}

extension Substring {
    func trimmingBlanks() -> Substring {
        var text = self
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}
