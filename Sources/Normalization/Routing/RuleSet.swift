// Some of the rules of a table as the bits of one word: a single instruction tells those that two values of an event
// leave, and the lowest bit is the rule that is asked first. Pure.

/// A bit for each of up to 64 rules, the lowest for the first of them.
struct RuleSet: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    /// Most rules of a set.
    static let room = 64

    @inline(__always)
    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The rules whose places in a list have elements that `isIn` picks.
    init<Element>(_ list: [Element], where isIn: (Element) -> Bool) {
        rawValue = list.reversed().reduce(0) { $0 << 1 | (isIn($1) ? 1 : 0) }
    }

    /// The place of the first rule; nil if there is none.
    @inline(__always)
    var first: Int? { rawValue == 0 ? nil : rawValue.trailingZeroBitCount }

    /// Whether the rule at a place is one of them.
    @inline(__always)
    func holds(_ place: Int) -> Bool { rawValue &>> UInt64(truncatingIfNeeded: place) & 1 == 1 }

    /// Those that come before the first one of `others`, and that one itself; all of them if there are no others.
    @inline(__always)
    func upToFirst(of others: RuleSet) -> RuleSet {
        RuleSet(rawValue: rawValue & (others.rawValue ^ (others.rawValue &- 1)))
    }
}
