// Reads one line of the rules: an action, then conditions. Everything that is wrong with it is told. Pure.

/// Reads lines of rules.
struct RuleReader {
    private var words: ArraySlice<RuleWord>
    private(set) var faults: [String] = []

    /// Takes a line apart; what is wrong is in `faults`.
    private init(_ line: String) {
        do throws(RuleFault) {
            words = try RuleWord.words(of: line)[...]
        } catch {
            words = []
            faults = [error.text]
        }
    }

    /// Reads a line.
    ///
    /// - Parameters:
    ///   - line: The line, without its end.
    ///   - place: Where it was given.
    /// - Returns: The rule, nil for a line without one, and what is wrong.
    static func read(_ line: String, at place: String) -> (rule: Rule?, faults: [String]) {
        var reader = RuleReader(line)
        guard !reader.words.isEmpty else { return (nil, reader.faults) }
        let action = reader.action()
        let conditions = reader.conditions()
        guard let action, reader.faults.isEmpty else { return (nil, reader.faults) }
        return (Rule(action: action, conditions: conditions, place: place), [])
    }

    private mutating func fail(_ fault: String) { faults.append(fault) }

    /// Takes a word that has no values; nil if there is none, or one that has.
    private mutating func takePlain() -> String? {
        guard let word = words.first, word.values == nil else { return nil }
        words.removeFirst()
        return word.name
    }

    // MARK: - The action

    private mutating func action() -> Rule.Action? {
        let word = takePlain()
        switch word {
        case "keep": return .keep
        case "drop": return .drop
        case "sample": return sample()
        case "topic":
            if let name = takePlain() { return .topic(name) }
            fail("topic: the name of a topic has to follow")
        default:
            let shown = word ?? words.removeFirst().name
            fail("'\(shown)' is no action: a rule begins with keep, drop, sample 1/N, or topic NAME")
        }
        return nil
    }

    private mutating func sample() -> Rule.Action? {
        let text = takePlain() ?? ""
        let share = Share(text)
        if share == nil { fail("sample: '\(text)' is not a share from 1/1 to 1/1000000") }
        var token = Token.eventId
        if words.first?.name == "by", takePlain() != nil {
            let name = takePlain() ?? ""
            if let found = Rule.samplingTokens.first(where: { $0.rawValue == name }) {
                token = found
            } else {
                fail("sample by '\(name)': it is none of \(RuleReader.list(Rule.samplingTokens.map(\.rawValue)))")
            }
        }
        return share.map { .sample($0, by: token) }
    }

    // MARK: - The conditions

    private mutating func conditions() -> [RuleCondition] {
        var conditions: [RuleCondition] = []
        while let word = words.popFirst() {
            guard let values = word.values else {
                fail("'\(word.name)' is no condition: those are written NAME=VALUE,...")
                continue
            }
            guard let condition = condition(word.name, values) else { continue }
            if conditions.contains(where: { $0.name == condition.name }) {
                fail("\(word.name) is given twice: name all values behind one, with commas between them")
            }
            conditions.append(condition)
        }
        return conditions
    }

    private mutating func condition(_ name: String, _ values: [String]) -> RuleCondition? {
        if let side = AddressSide(rawValue: name) {
            let expected = "an address or a block such as 10.0.0.0/8 or 2001:db8::/32, without bits behind its prefix"
            return read(name, values, expected, AddressBlock.init).map { .addresses(side, $0) }
        }
        if let token = RuleCondition.texts.first(where: { $0.rawValue == name }) {
            return read(name, values, "a value") { $0.isEmpty ? nil : $0 }.map { .text(token, $0) }
        }
        switch name {
        case "id":
            let expected = "a message id such as 302013, or a range such as 302013-302016"
            return read(name, values, expected, MessageNumbers.Interval.init).map {
                .numbers(MessageNumbers(intervals: $0))
            }
        case Token.severity.rawValue:
            return read(name, values, "a level from 0 to 7, or a range such as 6-7", RuleReader.levels).map { levels in
                .severities(levels.reduce(0, |))
            }
        case Token.outcome.rawValue:
            return read(name, values, "Success or Failure", EventOutcome.init(rawValue:)).map { .outcomes($0) }
        case Token.eventType.rawValue:
            let expected = "TRAFFIC, SYSTEM or \"SVC connection\""
            return read(name, values, expected, EventType.init(rawValue:)).map { .types($0) }
        case Token.customerId.rawValue: return read(name, values, "a UUID", { UUID($0) }).map { .customers($0) }
        default:
            fail("unknown condition '\(name)': it is none of \(RuleReader.list(RuleCondition.names))")
            return nil
        }
    }

    /// Reads all values of a condition; nil if one of them is wrong.
    private mutating func read<Value>(
        _ name: String,
        _ values: [String],
        _ expected: String,
        _ parse: (String) -> Value?
    ) -> [Value]? {
        var read: [Value] = []
        for text in values {
            if let value = parse(text) {
                read.append(value)
            } else {
                fail("\(name): '\(text)' is not \(expected)")
            }
        }
        return read.count == values.count ? read : nil
    }

    /// A bit for each level of `6` or `4-6`.
    private static func levels(_ text: String) -> UInt16? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            .map { $0.utf8.allSatisfy(ASCII.isDigit) ? UInt16($0) ?? 8 : 8 }
        guard let first = parts.first, let last = parts.last, parts.count <= 2, first <= last, last <= 7 else {
            return nil
        }
        return (first...last).reduce(0) { $0 | 1 << $1 }
    }

    private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
