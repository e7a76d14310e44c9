// The parts of a header that a shipper took apart and wrote into members beside the text: stamp and name of the device.
// Pure; linear.

extension WrappedLine {
    /// What the members of one object say of a header.
    private struct Header {
        /// Values, with the place of their member's name among those that are read.
        var time = (value: ByteRange.absent, rank: Int.max)
        var host = (value: ByteRange.absent, rank: Int.max)
        var hasPriority = false
    }

    /// Takes the stamp and the name of a line that begins with its tag from the members beside it, if one of them holds
    /// a priority: a shipper has taken the header apart then.
    ///
    /// Without it they may say when and where a shipper read the line.
    mutating func takeHeader(
        of value: ByteRange,
        depth: Int,
        _ line: Span<UInt8>,
        _ end: Int,
        _ effort: inout Effort
    ) {
        let header = header(beside: value, depth: depth, line, end, &effort)
        if header.hasPriority { pieces = [header.time.value, header.host.value, value, .absent] }
    }

    /// Takes the text of a tag that stands alone, and the stamp and the name beside it, from their own members.
    mutating func join(
        _ tag: RecordStrings.Member,
        _ line: Span<UInt8>,
        _ end: Int,
        _ effort: inout Effort
    ) {
        pieces[0] = tag.value
        var text = (value: ByteRange.absent, rank: Int.max)
        var members = RecordStrings(line, after: brace, to: end)
        while let member = members.next(line, &effort) {
            if member.value != tag.value { WrappedLine.note(member, RecordNames.text, &text, line) }
        }
        guard text.value.isPresent else { return }
        let header = header(beside: tag.value, depth: tag.depth, line, end, &effort)
        pieces = [header.time.value, header.host.value, tag.value, text.value]
    }

    /// What the other members say that stand in the object of `value`.
    private func header(
        beside value: ByteRange,
        depth: Int,
        _ line: Span<UInt8>,
        _ end: Int,
        _ effort: inout Effort
    ) -> Header {
        var header = Header()
        var isItsObject = false
        var members = RecordStrings(line, after: brace, to: end)
        while let member = members.next(line, &effort) {
            if member.leastDepth < depth {
                // The object of the members so far has ended.
                if isItsObject { break }
                header = Header()
            }
            if member.value == value { isItsObject = true }
            guard member.depth == depth, member.value != value else { continue }
            if RecordNames.rank(member, RecordNames.priority, line) != nil { header.hasPriority = true }
            WrappedLine.note(member, RecordNames.time, &header.time, line)
            WrappedLine.note(member, RecordNames.host, &header.host, line)
        }
        return header
    }

    /// Takes the value of a member that has one of some names, if it comes before that of the one so far.
    private static func note(
        _ member: RecordStrings.Member,
        _ names: [StaticString],
        _ best: inout (value: ByteRange, rank: Int),
        _ line: Span<UInt8>
    ) {
        guard let rank = RecordNames.rank(member, names, line), rank < best.rank, !member.value.isEmpty else { return }
        best = (member.value, rank)
    }
}
