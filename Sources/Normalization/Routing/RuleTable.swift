// Decides what is done with an event: each of its values leaves some of the rules, the first one left decides, and
// where that is a sample the lot is drawn. Made once at start, never changed. Pure.

/// What the rules say of an event.
struct RuleDecision {
    /// The place of the rule that decides, in their order; nil if none does.
    var rule: Int?
    var isDropped = false
}

/// Rules, compiled for a catalogue: up to 64, and a table of the same kind with those behind them.
///
/// A class: a lane takes one reference to it and counts none of what hangs on it.
final class RuleTable: Sendable {
    /// By place of a message in the catalogue: the rules that may be about it and its type.
    private let byMessage: [RuleSet]
    /// The same for numbers that the catalogue does not know, by the ranges that begin at `starts`.
    private let byNumber: (starts: [Int32], rules: [RuleSet])
    /// The rules that ask for no type.
    private let typeless: RuleSet
    /// By level and outcome.
    private let byKind: [RuleSet]
    /// The rules that ask for a text or a customer, and those that ask for these or an address.
    private let nameAskers: RuleSet
    private let askers: RuleSet
    /// By number of the member that a word of a layout makes: the rules that take it as an action.
    private let byMember: [RuleSet]
    private let actions: ValueIndex
    private let groups: ValueIndex
    private let devices: ValueIndex
    private let customers: ValueIndex
    private let addresses: AddressIndex
    /// The rules that deliver all events.
    private let delivering: RuleSet
    /// By rule: what it delivers of the events; nil if that is none of them, or all.
    let samplings: [Sampling?]
    /// Token `customerId` of records that bring none.
    let customer: UUID?
    /// How many rules stand before these.
    private let start: Int
    /// The rules behind these.
    private let next: RuleTable?
    /// Whether there are no rules to ask.
    let isEmpty: Bool

    /// Levels 0 to 9, and none.
    private static let levelCount = 11

    /// Compiles rules; `customer` is token `customerId` of records that bring none.
    convenience init(_ rules: Rules, _ catalogue: Catalogue, customer: UUID?) {
        self.init(rules.list[...], catalogue, customer)
    }

    private init(_ list: ArraySlice<Rule>, _ catalogue: Catalogue, _ customer: UUID?) {
        let rules = Array(list.prefix(RuleSet.room))
        let rest = list.dropFirst(RuleSet.room)
        start = list.startIndex
        next = rest.isEmpty ? nil : RuleTable(rest, catalogue, customer)
        isEmpty = rules.isEmpty
        self.customer = customer
        byMessage = catalogue.messages.map { message in
            RuleSet(rules) { $0.numbers.contains(message.id) && $0.takes(type: message.type) }
        }
        let intervals = rules.flatMap(\.numbers.intervals).filter { !$0.isEmpty }
        let starts = Set([0] + intervals.flatMap { [$0.first, $0.last + 1] }).sorted()
        byNumber = (starts, starts.map { start in RuleSet(rules) { $0.numbers.contains(start) } })
        typeless = RuleSet(rules) { $0.takes(type: nil) }
        byKind = (0..<RuleTable.levelCount).flatMap { level in
            EventOutcome?.all.map { outcome in
                RuleSet(rules) { $0.takes(level: level) && $0.takes(outcome: outcome) }
            }
        }
        byMember = catalogue.program.members.fragments.pieces.map { member in
            RuleSet(rules) { $0.takes(action: member) }
        }
        actions = ValueIndex(rules.map { $0.values(of: .action) })
        groups = ValueIndex(rules.map { $0.values(of: .group) })
        devices = ValueIndex(rules.map { $0.values(of: .deviceHost) }, ignoringCase: true)
        customers = ValueIndex(rules.map(\.customers))
        addresses = AddressIndex(rules)
        nameAskers = [actions, groups, devices, customers].reduce(into: []) { $0.formUnion($1.askers) }
        askers = nameAskers.union(addresses.askers)
        delivering = RuleSet(rules) { rule in
            switch rule.action {
            case .keep, .topic: true
            case .drop, .sample: false
            }
        }
        samplings = rules.map { rule in
            guard case .sample(let share, by: let token) = rule.action else { return nil }
            return Sampling(share: share, token: token)
        }
    }

    /// Decides about an event of a message of the catalogue, or of an unknown one.
    ///
    /// It takes the fields as `inout` and changes nothing: borrowed, they would be copied. Few events have more to be
    /// asked than their kind, which is so little that a call would double it.
    @inline(__always)
    func decide(
        _ event: EventSource,
        message: Int?,
        _ fields: inout EventFields,
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope
    ) -> RuleDecision {
        var open = message.map { byMessage[$0] } ?? rules(ofUnknown: event.tag.id)
        open.formIntersection(byKind[Int(event.tag.level ?? 10) &* EventOutcome.placeCount &+ event.outcome.place])
        // An unknown message has none, nor has one whose text fits none of several.
        if event.type == nil { open.formIntersection(typeless) }
        // The first rule that asks for nothing else decides if none before it does: those behind it need no look.
        open = open.upToFirst(of: open.subtracting(askers))
        if !open.isDisjoint(with: nameAskers) { open = named(open, event, &fields, line, envelope) }
        if !open.isDisjoint(with: addresses.askers) { open = addresses.rules(open, &fields) }
        guard let rule = open.first else {
            return next?.decideBehind(event, message: message, &fields, line, envelope) ?? RuleDecision()
        }
        let isDelivered = delivering.holds(rule) || delivers(rule, event, &fields, line, envelope)
        return RuleDecision(rule: start &+ rule, isDropped: !isDelivered)
    }

    /// Decides about an event about which no rule of the table before does.
    @inline(never)
    private func decideBehind(
        _ event: EventSource,
        message: Int?,
        _ fields: inout EventFields,
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope
    ) -> RuleDecision {
        decide(event, message: message, &fields, line, envelope)
    }

    private func rules(ofUnknown id: Int32) -> RuleSet {
        byNumber.rules[byNumber.starts.count(before: { $0 <= id }) - 1]
    }

    /// Those of some rules whose texts and customers an event has; what costs least is asked first.
    @inline(never)
    private func named(
        _ some: RuleSet,
        _ event: EventSource,
        _ fields: inout EventFields,
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope
    ) -> RuleSet {
        var open = some
        if !open.isDisjoint(with: actions.askers) {
            let member = Int(fields.actionMember)
            open.formIntersection(member >= 0 ? byMember[member] : actions.rules(naming: fields.action, in: line))
        }
        if !open.isDisjoint(with: groups.askers) {
            open.formIntersection(groups.rules(naming: fields.group, in: line))
        }
        if !open.isDisjoint(with: devices.askers) {
            open.formIntersection(event.withHost(line, envelope) { devices.rules(naming: $0, in: $1) })
        }
        if !open.isDisjoint(with: customers.askers) {
            if let id = envelope.customerID ?? customer {
                open.formIntersection(customers.rules(naming: id))
            } else {
                open.subtract(customers.askers)
            }
        }
        return open
    }
}

extension Rule {
    fileprivate func takes(type: EventType?) -> Bool {
        for case .types(let types) in conditions { return type.map(types.contains) ?? false }
        return true
    }

    fileprivate func takes(outcome: EventOutcome?) -> Bool {
        for case .outcomes(let outcomes) in conditions { return outcome.map(outcomes.contains) ?? false }
        return true
    }

    fileprivate func takes(level: Int) -> Bool {
        for case .severities(let levels) in conditions { return levels >> level & 1 == 1 }
        return true
    }

    fileprivate func takes(action member: ArraySlice<UInt8>) -> Bool {
        for case .text(.action, let values) in conditions {
            return values.contains { JSONText.member(.action, $0)[...] == member }
        }
        return true
    }

    /// The texts that it asks of a token, as lines print them; nil if it asks for none.
    fileprivate func values(of token: Token) -> [NamedValue]? {
        for case .text(token, let values) in conditions {
            if token == .deviceHost { return values.map { NamedValue($0, ignoringCase: true) } }
            // The event has the guide's word for some verbs, and the line has the verb.
            let printed = token == .action ? values.flatMap(ValueTables.verbs) : values
            // A line that prints a sign for none has no value.
            let present = printed.filter { text in
                let bytes = Array(text.utf8)
                return !Absence.isNone(ByteRange(0, bytes.count), in: bytes.span)
            }
            return present.map { NamedValue($0, ignoringCase: false) }
        }
        return nil
    }

    fileprivate var customers: [NamedValue]? {
        for case .customers(let customers) in conditions { return customers.map { NamedValue($0) } }
        return nil
    }
}
