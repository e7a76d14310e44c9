// How a message's layouts go on behind a shared beginning: what tells the device's own end of it from one that a name
// imitates. A place costs no more than the wording there, so that looking at many is linear. Pure.

/// The wording of a message's layouts behind their beginning.
struct Wording: ~Copyable {
    /// Longest wording worth comparing; the first bytes rule out nearly all places.
    private static let longest = 256
    private static let shortest = 16

    /// How a layout goes on somewhere.
    struct Fit {
        /// With words of the device, not with a hole that any text may stand in.
        var isWording: Bool
        /// Bytes of the words that it begins with.
        var length: Int
        var reach: Reach
        /// Whether somebody outside chooses a part of what follows.
        var holdsForeign: Bool
    }

    private let matcher: Matcher
    private let formats: ArraySlice<CompiledFormat>
    /// What is looked at, folded; whoever looks often keeps its memory.
    var folded = FoldedText()
    /// What looking has cost.
    var effort: Effort

    init(_ matcher: Matcher, _ formats: ArraySlice<CompiledFormat>, _ effort: Effort) {
        self.effort = effort
        self.matcher = matcher
        self.formats = formats
    }

    /// How one of the layouts goes on at `offset`, letter case, blanks and brackets forgiven; nil if none does.
    mutating func fit(_ text: Span<UInt8>, at offset: Int, to end: Int) -> Fit? {
        var effort = effort
        defer { self.effort = effort }
        effort.spend(Wording.shortest)
        guard !effort.isExhausted else { return nil }
        folded.fold(text, from: offset, to: min(end, offset + Wording.shortest))
        let byte = folded.bytes.first
        guard formats.contains(where: { mayBegin($0, byte) }) else { return nil }
        effort.spend(min(end - offset, Wording.longest))
        folded.fold(text, from: offset, to: min(end, offset + Wording.longest))
        for format in formats where mayBegin(format, byte) {
            let reach = matcher.reach(format.folded, folded.bytes.span, 0, folded.bytes.count, &effort)
            if reach.isThere {
                let isWording = matcher.beginsWithWording(format.folded)
                return Fit(
                    isWording: isWording,
                    length: length(of: format),
                    reach: reach,
                    holdsForeign: format.holdsForeign
                )
            }
        }
        return nil
    }

    private func length(of format: CompiledFormat) -> Int {
        guard case .literal(let literal) = matcher.segments[format.exact] else { return 0 }
        return literal.count
    }

    private func mayBegin(_ format: CompiledFormat, _ byte: UInt8?) -> Bool {
        guard format.beginning != .plain else { return false }
        guard case .literal(let literal) = matcher.segments[format.folded] else { return true }
        return byte == UInt8(truncatingIfNeeded: literal.head)
    }
}

extension Matcher {
    /// Whether the layout at segment `index` begins with words of the device.
    func beginsWithWording(_ index: Int) -> Bool {
        switch segments[index] {
        case .literal, .words: true
        default: false
        }
    }
}
