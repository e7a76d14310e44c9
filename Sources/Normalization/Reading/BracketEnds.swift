// Where the bracket of a label's value closes. Linear in the text, however many labels ask. Pure.

/// Closing brackets, looked for from left to right: a place where none stands is not looked at again.
struct BracketEnds {
    /// Just past the text.
    let end: Int
    /// The next one that ends a value, with a blank, punctuation or nothing behind it; -1 before any was looked for.
    private var next = -1

    init(to end: Int) { self.end = end }

    /// The first closing bracket behind `value` that ends a value, else the first one; `limit` if the text is cut off.
    mutating func end(_ text: Span<UInt8>, _ value: Int, _ limit: Int) -> Int {
        if next < value {
            next = end
            var position = value
            while let close = ByteSearch.first(ASCII.greaterThan, in: text, from: position, to: end) {
                position = close + 1
                if position == end || !LabelScanner.isWordByte(text[position]) {
                    next = close
                    break
                }
            }
        }
        if next < limit { return next }
        return ByteSearch.first(ASCII.greaterThan, in: text, from: value, to: limit) ?? limit
    }
}
