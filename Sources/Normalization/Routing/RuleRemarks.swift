// What an operator is told of rules that say nothing wrong and cannot be meant: those that no event can fulfil, and
// those that leave an alert without events. Pure.

extension Rules {
    /// The alert of deploy/observe/alerts.yml that looks at events: whether they fit a layout of their message.
    static let alertOfEvents = "NormalizerLayoutMisses"

    /// What is to be told of the rules, one sentence each, in their order.
    public func remarks(_ catalogue: Catalogue) -> [String] {
        var remarks: [String] = []
        var isAlertBlind = false
        for (index, rule) in list.enumerated() {
            func tell(_ text: String) { remarks.append("\(rule.place): \(text)") }
            rule.emptyParts(catalogue).forEach(tell)
            if let reason = rule.impossibility(catalogue) {
                tell("never matches: \(reason)")
            } else if let others = places(hiding: index) {
                tell("never matches: \(others) decides about all its events before")
            }
            if !isAlertBlind, rule.action == .drop, leavesNoLayouts(upTo: index, catalogue) {
                isAlertBlind = true
                tell("leaves no event that alert \(Rules.alertOfEvents) could look at")
            }
        }
        return remarks
    }

    /// Where the rules stand that together decide about every event of a rule before it is asked; nil if they do not.
    private func places(hiding index: Int) -> String? {
        let rule = list[index]
        var left = rule.numbers
        var places: [String] = []
        for earlier in list[..<index] where earlier.coversButNumbers(rule) {
            let rest = left.subtracting(earlier.numbers)
            if rest != left { places.append(earlier.place) }
            left = rest
            if left.isEmpty { return "what stands at " + places.joined(separator: " and ") }
        }
        return nil
    }

    /// Whether the rules up to `index` drop every event of every message that has layouts.
    private func leavesNoLayouts(upTo index: Int, _ catalogue: Catalogue) -> Bool {
        catalogue.messages.allSatisfy { message in
            if message.formats.isEmpty { return true }
            for rule in list[...index] where rule.numbers.contains(message.id) {
                guard rule.action == .drop else { return false }
                if rule.isByNumberAlone { return true }
            }
            return false
        }
    }
}

extension Rule {
    /// What is to be told of values that no event has.
    fileprivate func emptyParts(_ catalogue: Catalogue) -> [String] {
        conditions.flatMap { condition -> [String] in
            switch condition {
            case .numbers(let numbers):
                numbers.intervals.compactMap { interval in
                    if interval.isEmpty { return "names nothing by \(interval): it ends before it begins" }
                    let isKnown = catalogue.messages.contains { interval.first <= $0.id && $0.id <= interval.last }
                    return isKnown ? nil : "names no message of the catalogue by \(interval)"
                }
            case .text(.action, let actions):
                actions.compactMap { action in
                    let isWritten = !ValueTables.verbs(action).isEmpty
                    return isWritten ? nil : "names no event by action \(action): events have the guide's word for it"
                }
            default: []
            }
        }
    }

    /// Why no event can fulfil the conditions; nil if one can.
    fileprivate func impossibility(_ catalogue: Catalogue) -> String? {
        if numbers.isEmpty { return "it has no message id" }
        for case .addresses(.destination, let blocks) in conditions where blocks.allSatisfy(\.isIPv6) {
            return "no event has a destination of IPv6"
        }
        let named = catalogue.messages.filter { numbers.contains($0.id) }
        let isPossible = named.contains { message in
            conditions.allSatisfy { condition in
                switch condition {
                case .types(let types): types.contains(message.type)
                case .outcomes(let outcomes):
                    switch message.outcome {
                    case .success: outcomes.contains(.success)
                    case .failure: outcomes.contains(.failure)
                    case .unstated, .stated, .worded, .teardown: true
                    }
                default: true
                }
            }
        }
        return named.isEmpty || isPossible ? nil : "no message that it names has such an eventType and outcome"
    }
}
