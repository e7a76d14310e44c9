// Sets of rules as bits, a row for each value that an event may have: the rows of an event's values together leave the
// rules that it fulfils, and the lowest bit is the first of these. Made once, read only. Pure.

/// Rows of bits, a bit for each rule.
struct RuleSets: Sendable {
    /// How many rules there are.
    let count: Int
    /// Words of a row.
    let width: Int
    private var words: [UInt64] = []

    /// Makes room for rows of so many rules.
    init(count: Int) {
        self.count = count
        width = max(1, (count + 63) / 64)
    }

    /// Adds a row with the rules that `isIn` picks by their places.
    ///
    /// - Returns: Where it begins.
    @discardableResult
    mutating func add(_ isIn: (Int) -> Bool) -> Int {
        let start = words.count
        words += row(isIn)
        return start
    }

    /// A row with the rules that `isIn` picks by their places.
    func row(_ isIn: (Int) -> Bool) -> [UInt64] {
        var row = [UInt64](repeating: 0, count: width)
        for place in 0..<count where isIn(place) { row[place / 64] |= 1 << UInt64(place % 64) }
        return row
    }

    /// A word of the row that begins at `row`.
    @inline(__always)
    subscript(_ row: Int, _ word: Int) -> UInt64 { words[row &+ word] }
}
