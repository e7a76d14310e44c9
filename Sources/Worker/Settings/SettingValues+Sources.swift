// Two of the three sources of values: the command line and the environment. Each is read whole, and what is wrong in it
// is noted. Knows how values are written, not what they mean. Pure: texts are handed in.

internal import Kafka

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
        // The last flag that stands for itself, and the index behind it.
        var lastSwitch: (name: String, end: Int)?
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
                    let isForSwitch = ["true", "false"].contains(argument) && lastSwitch?.end == index - 1
                    let advice = isForSwitch ? lastSwitch.map { ": write --\($0.name)=\(argument)" } : nil
                    fail("unexpected argument '\(argument)'" + (advice ?? ""))
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
                fail(unknown("--\(name)", name, property: { ("--kafka \(name)=VALUE", name) }) { "--\($0.name)" })
                if equals == nil, index < arguments.count, !arguments[index].hasPrefix("--") { index += 1 }
                continue
            }
            if let equals {
                take(name, text[text.index(after: equals)...])
            } else if setting.isSwitch {
                take(name, "true")
                lastSwitch = (name, index)
            } else if index < arguments.count {
                take(name, arguments[index])
                index += 1
            } else {
                fail("--\(name) needs a value: \(setting.placeholder)")
            }
        }
        merge(seen) { "--\($0)" }
    }

    /// Reads the variables that start with `NORMALIZER_`, and `TZDIR`, the folder of tzdata; others are none of our
    /// business.
    ///
    /// `NORMALIZER_KAFKA_SECURITY_PROTOCOL=ssl` is `--kafka security.protocol=ssl`. One line end behind a value is not
    /// part of it: secrets of Kubernetes often have one.
    public mutating func read(environment: [(name: String, value: String)]) {
        var seen: [String: [Entry]] = [:]
        if let folder = environment.last(where: { $0.name == "TZDIR" && !$0.value.isEmpty }) {
            zoneFolder = folder.value
        }
        let kafkaPrefix = Setting.kafka.environmentName + "_"
        for (name, text) in environment.sorted(by: { $0.name < $1.name })
        where name.hasPrefix(Setting.environmentPrefix) {
            let value = text.droppingLineEnd()
            guard !value.isEmpty else { continue }
            if value.isInQuotes, Setting.ofWorker.contains(where: { $0.environmentName == name }) {
                fail("\(name): \(SettingValues.quotesAreNoPart)")
            } else if let setting = settings.first(where: { $0.environmentName == name }) {
                let values = setting.isRepeatable ? value.split(separator: "\n").map(String.init) : [value]
                for value in values {
                    seen[setting.name, default: []].append(Entry(value: value, origin: .environment(name)))
                }
            } else if name.hasPrefix(kafkaPrefix) {
                let property = SettingValues.property(inVariable: name.dropFirst(kafkaPrefix.count))
                let text = (property == "log.level" ? "log_level" : property) + "=" + value
                seen[Setting.kafka.name, default: []].append(Entry(value: text, origin: .environment(name)))
            } else if !(Setting.ofWorker + Setting.ofCommands).contains(where: { $0.environmentName == name }) {
                let rest = name.dropFirst(Setting.environmentPrefix.count)
                fail(
                    unknown(name, name, property: { (kafkaPrefix + rest, SettingValues.property(inVariable: rest)) }) {
                        $0.environmentName
                    }
                )
            }
        }
        let known = settings
        merge(seen) { name in known.first { $0.name == name }?.environmentName ?? name }
    }

    /// The property that a variable is named for: `SASL_PASSWORD` is `sasl.password`.
    private static func property(inVariable name: Substring) -> String {
        String(name.lowercased().map { $0 == "_" ? "." : $0 })
    }

    /// What is said of a name that no setting has.
    ///
    /// - Parameters:
    ///   - shown: The name as it was given.
    ///   - name: The name without what its source puts before it.
    ///   - property: How a property of librdkafka is given in the same source, and the property that may be meant.
    ///   - spelling: How a setting is given in the same source.
    /// - Returns: The fault, with the name that may be meant.
    func unknown(
        _ shown: String,
        _ name: String,
        property: () -> (spelling: String, name: String)? = { nil },
        _ spelling: (Setting) -> String
    ) -> String {
        if let word = Setting.otherNames[name] { return "unknown setting \(shown): it is called --\(word)" }
        let takesProperties = settings.contains { $0.name == Setting.kafka.name }
        let advice =
            NearestName.of(shown, among: settings.map(spelling))
            ?? property().flatMap { property in
                let isFree =
                    KafkaLibrary.hasProperty(property.name)
                    && !WorkerConfiguration.ownedProperties.contains(property.name)
                return takesProperties && isFree ? property.spelling : nil
            }
        return "unknown setting \(shown)" + (advice.map { ", did you mean \($0)?" } ?? "")
    }
}

extension String {
    /// The text without one line end behind it.
    func droppingLineEnd() -> String { last == "\n" || last == "\r\n" ? String(dropLast()) : self }
}

extension StringProtocol {
    /// Whether the text begins and ends with the same kind of quotes.
    var isInQuotes: Bool { count > 1 && first == last && (first == "\"" || first == "'") }
}

extension Substring {
    func trimmingBlanks() -> Substring {
        var text = drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
