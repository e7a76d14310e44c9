// The three sources of values: the command line, the environment, and a file of `key = value` lines. Each is read
// whole, and what is wrong in it is noted. Knows how values are written, not what they mean. Pure: texts are handed in.

extension SettingValues {
    /// Reads `--name value` and `--name=value`, and words without a flag: anything else is a fault.
    ///
    /// Behind `--` every word is one without a flag.
    ///
    /// - Parameters:
    ///   - arguments: The words behind the command's name.
    ///   - positionals: The settings that words without a flag are the values of, in this order; one that may be given
    ///     several times takes all that are left.
    public mutating func read(arguments: [String], positionals: [Setting] = []) {
        var seen: [String: [Entry]] = [:]
        func take(_ name: String, _ value: some StringProtocol) {
            seen[name, default: []].append(Entry(value: String(value), origin: .flag))
        }
        var places = positionals[...]
        var hasEnded = false
        var index = 0
        while index < arguments.count {
            let argument = arguments[index]
            index += 1
            if argument == "--", !hasEnded {
                hasEnded = true
                continue
            }
            guard argument.hasPrefix("--"), !hasEnded else {
                guard let place = places.first, hasEnded || argument == "-" || !argument.hasPrefix("-") else {
                    fail("unexpected argument '\(argument)'")
                    continue
                }
                take(place.name, argument)
                if !place.isRepeatable { places.removeFirst() }
                continue
            }
            let text = argument.dropFirst(2)
            let equals = text.firstIndex(of: "=")
            let name = String(equals.map { text[..<$0] } ?? text)
            guard let setting = settings.first(where: { $0.name == name }) else {
                fail(unknown("--\(name)", name) { "--\($0.name)" })
                if equals == nil, index < arguments.count, !arguments[index].hasPrefix("--") { index += 1 }
                continue
            }
            if let equals {
                take(name, text[text.index(after: equals)...])
            } else if setting.isSwitch {
                take(name, "true")
            } else if index < arguments.count {
                take(name, arguments[index])
                index += 1
            } else {
                fail("--\(name) needs a value: \(setting.placeholder)")
            }
        }
        merge(seen) { "--\($0)" }
    }

    /// Reads the variables that start with `NORMALIZER_`; others are none of our business.
    ///
    /// `NORMALIZER_KAFKA_SECURITY_PROTOCOL=ssl` is `--kafka security.protocol=ssl`. One line end behind a value is not
    /// part of it: secrets of Kubernetes often have one.
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
                fail(unknown(name, name) { $0.environmentName })
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
                fail("\(place): a control character in the line")
                continue
            }
            guard let equals = line.firstIndex(of: "=") else {
                fail("\(place): expected 'key = value'")
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
                fail("\(place): " + unknown(key, key) { $0.name })
            }
        }
        merge(seen) { "\(path): \($0)" }
    }

    /// Reads the file that setting `config` names, if it is given; one that cannot be read is a fault.
    public mutating func readFile() {
        guard let path = text(.config), let text = contents(of: path, for: "--\(Setting.config.name)") else { return }
        self.read(file: path, text: text)
    }

    func unknown(_ shown: String, _ name: String, _ spelling: (Setting) -> String) -> String {
        let names = settings.map(spelling)
        if let word = Setting.otherNames[name] { return "unknown setting \(shown): it is called --\(word)" }
        let nearest = NearestName.of(shown, among: names)
        return "unknown setting \(shown)" + (nearest.map { ", did you mean \($0)?" } ?? "")
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
