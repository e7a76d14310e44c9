// All rules, in the order in which they are asked (deploy/rules.md). Values; where they come from is the worker's
// business.

/// The rules of a worker: the first one that an event fulfils decides what is done with it; without one it is
/// delivered.
public struct Rules: Sendable, Equatable {
    /// The rules, in order.
    public private(set) var list: [Rule] = []

    /// Most rules: each is a value of a label of the metrics.
    public static let most = 256

    /// Makes a set without rules, which delivers every event.
    public init() {}

    /// Whether there is none.
    public var isEmpty: Bool { list.isEmpty }

    /// Topics that rules send events to, each once, in order.
    public var topics: [String] {
        list.reduce(into: []) { topics, rule in
            if case .topic(let name) = rule.action, !topics.contains(name) { topics.append(name) }
        }
    }

    /// The topic that a rule sends events to, by its place in the order; nil if it sends them nowhere else.
    public func topic(ofRule index: Int?) -> String? {
        if let index, case .topic(let name) = list[index].action { name } else { nil }
    }

    /// Adds the rule of a line, if it has one.
    ///
    /// - Parameters:
    ///   - line: The line, without its end.
    ///   - place: Where it was given.
    /// - Returns: What is wrong with it, one sentence for each fault.
    public mutating func add(_ line: String, at place: String) -> [String] {
        let (rule, faults) = RuleReader.read(line, at: place)
        if let rule {
            guard list.count < Rules.most else { return ["\(place): there are more than \(Rules.most) rules"] }
            list.append(rule)
        }
        return faults.map { "\(place): \($0)" }
    }

    /// Adds the rules of a file.
    ///
    /// Line ends may be those of Windows, and a byte order mark may come first.
    ///
    /// - Returns: What is wrong with it, one sentence for each fault.
    public mutating func add(file path: String, text: String) -> [String] {
        var faults: [String] = []
        // By scalars: a carriage return and a line feed are one character.
        let scalars = text.unicodeScalars
        let content = scalars.first == "\u{FEFF}" ? scalars.dropFirst() : scalars[...]
        for (number, line) in content.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            faults += add(String(line), at: "\(path):\(number + 1)")
        }
        return faults
    }
}
