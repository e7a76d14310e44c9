// Decides what is done with an event: finds its rule in a few reads of a table, and draws the lot where that is a
// sample. Made once at start, never changed. Pure.

/// What the rules say of an event.
struct RuleDecision {
    /// The place of the rule that decides, in their order; nil if none does.
    var rule: Int?
    var isDropped = false
}

/// The rules, compiled for a catalogue.
///
/// A class: a lane takes one reference to it and counts none of what hangs on it.
final class RuleTable: Sendable {
    private enum Fate: Sendable {
        case delivered
        case dropped
        case sampled(Sampling)
    }

    private let fates: [Fate]
    /// By message of the catalogue, then by the numbers that it does not know, then by level and outcome, then by text
    /// and customer.
    private let sets: RuleSets
    /// Of numbers that the catalogue does not know: the first one of each row, and where their rows begin.
    private let unknown: (starts: [Int32], rows: Int)
    /// Where the rows by level and outcome begin.
    private let kinds: Int
    /// The row of those that ask for no text and no customer, and of those that ask for no type.
    private let nameless: Int
    private let typeless: Int
    private let actions: ValueIndex
    private let groups: ValueIndex
    private let devices: ValueIndex
    /// Customers that rules name, in order; their rows begin with that of those that name none.
    private let customers: (ids: [UUID], rows: Int)
    /// Token `customerId` of records that bring none.
    private let customer: UUID?
    private let addresses: AddressIndex

    /// Levels 0 to 9, and none.
    private static let levelCount = 11

    /// Compiles rules; `customer` is token `customerId` of records that bring none.
    init(_ rules: Rules, _ catalogue: Catalogue, customer: UUID?) {
        let list = rules.list
        var sets = RuleSets(count: list.count)
        for message in catalogue.messages {
            sets.add { list[$0].takes(message.id) && list[$0].takes(type: message.type) }
        }
        let intervals = list.flatMap(\.numbers.intervals).filter { !$0.isEmpty }
        let starts = Set([0] + intervals.flatMap { [$0.first, $0.last + 1] }).sorted()
        let unknowns = starts.map { start in sets.add { list[$0].takes(start) } }
        unknown = (starts, unknowns[0])
        let levels = (0..<RuleTable.levelCount).flatMap { level in
            EventOutcome?.all.map { outcome in
                sets.add { list[$0].takes(level: level) && list[$0].takes(outcome: outcome) }
            }
        }
        kinds = levels[0]
        nameless = sets.add { list[$0].isNameless }
        typeless = sets.add { list[$0].takes(type: nil) }
        actions = ValueIndex(.action, list, &sets)
        groups = ValueIndex(.group, list, &sets)
        devices = ValueIndex(.deviceHost, list, &sets)
        let named = list.map(\.customers)
        let ids = Set(named.flatMap { $0 ?? [] }).sorted { ($0.high, $0.low) < ($1.high, $1.low) }
        customers = (ids, sets.add { named[$0] == nil })
        for id in ids { sets.add { named[$0]?.contains(id) ?? true } }
        self.customer = customer
        addresses = AddressIndex(list, sets)
        self.sets = sets
        fates = list.map { rule in
            switch rule.action {
            case .keep, .topic: .delivered
            case .drop: .dropped
            case .sample(let share, by: let token):
                .sampled(Sampling(share: share, token: token, customer: customer))
            }
        }
    }

    /// Whether there are no rules to ask.
    var isEmpty: Bool { fates.isEmpty }

    /// Decides about an event of a message of the catalogue, or of an unknown one.
    ///
    /// It takes the fields as `inout` and changes nothing: borrowed, they would be copied.
    @inline(never)
    func decide(
        _ event: EventSource,
        message: Int?,
        _ fields: inout EventFields,
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope
    ) -> RuleDecision {
        let number = message.map { $0 &* sets.width } ?? rowOfUnknown(event.tag.id)
        let kind = kinds &+ (Int(event.tag.level ?? 10) &* EventOutcome.placeCount &+ event.outcome.place) &* sets.width
        for word in 0..<sets.width {
            var open = sets[number, word] & sets[kind, word]
            // An unknown message has none, nor has one whose text fits none of several.
            if event.type == nil { open &= sets[typeless, word] }
            if open & ~sets[nameless, word] != 0 { open = named(open, word, event, &fields, line, envelope) }
            if open & ~addresses.unasked(word) != 0 { open &= addresses.rules(&fields, word) }
            guard open != 0 else { continue }
            let rule = word &* 64 &+ open.trailingZeroBitCount
            let isDropped =
                switch fates[rule] {
                case .delivered: false
                case .dropped: true
                case .sampled(let sampling): !sampling.takes(event, &fields, line, envelope)
                }
            return RuleDecision(rule: rule, isDropped: isDropped)
        }
        return RuleDecision()
    }

    private func rowOfUnknown(_ id: Int32) -> Int {
        unknown.rows + (unknown.starts.count(before: { $0 <= id }) - 1) * sets.width
    }

    /// Those of `rules` whose texts and customers an event has.
    ///
    /// Apart: what it reads of the table would be read for rules that ask for none, too.
    @inline(never)
    private func named(
        _ rules: UInt64,
        _ word: Int,
        _ event: EventSource,
        _ fields: inout EventFields,
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope
    ) -> UInt64 {
        var open = rules
        if open & ~sets[actions.none, word] != 0 { open &= sets[actions.row(of: fields.action, in: line), word] }
        if open & ~sets[groups.none, word] != 0 { open &= sets[groups.row(of: fields.group, in: line), word] }
        if open & ~sets[devices.none, word] != 0 {
            open &= sets[event.withHost(line, envelope) { devices.row(of: $0, in: $1) }, word]
        }
        if open & ~sets[customers.rows, word] != 0 { open &= sets[rowOfCustomer(envelope), word] }
        return open
    }

    private func rowOfCustomer(_ envelope: borrowing Envelope) -> Int {
        guard let id = envelope.customerID ?? customer else { return customers.rows }
        let place = customers.ids.count(before: { ($0.high, $0.low) < (id.high, id.low) })
        let isNamed = place < customers.ids.count && customers.ids[place] == id
        return isNamed ? customers.rows + (place + 1) * sets.width : customers.rows
    }
}

extension Rule {
    fileprivate func takes(_ id: Int32) -> Bool { numbers.contains(id) }

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

    fileprivate var customers: [UUID]? {
        for case .customers(let customers) in conditions { return customers }
        return nil
    }

    /// Whether it asks for no text and no customer.
    fileprivate var isNameless: Bool {
        conditions.allSatisfy { condition in
            switch condition {
            case .text, .customers: false
            default: true
            }
        }
    }
}
