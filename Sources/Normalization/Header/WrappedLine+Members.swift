// The parts of a header that a shipper took apart and wrote into members beside the text: stamp and name of the device.
// Pure; linear.

extension WrappedLine {
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
        var time = (value: ByteRange.absent, rank: Int.max)
        var host = (value: ByteRange.absent, rank: Int.max)
        var (isParted, isBeside) = (false, false)
        var members = RecordStrings(line, after: brace, to: end)
        while let member = members.next(line, &effort) {
            if member.leastDepth < depth {
                // The object of the members so far has ended.
                if isBeside { break }
                (isParted, time.rank, host.rank) = (false, .max, .max)
                (time.value, host.value) = (.absent, .absent)
            }
            if member.value == value { isBeside = true }
            guard member.depth == depth, !member.value.isEmpty, member.value != value else { continue }
            if RecordNames.rank(member, RecordNames.priority, line) != nil { isParted = true }
            if let rank = RecordNames.rank(member, RecordNames.time, line), rank < time.rank {
                time = (member.value, rank)
            }
            if let rank = RecordNames.rank(member, RecordNames.host, line), rank < host.rank {
                host = (member.value, rank)
            }
        }
        if isParted { pieces = [time.value, host.value, value, .absent] }
    }

    /// Takes the text of a tag that stands alone, and the stamp and the name beside it, from their own members.
    mutating func join(
        _ tag: RecordStrings.Member,
        _ line: Span<UInt8>,
        _ end: Int,
        _ effort: inout Effort
    ) {
        pieces[0] = tag.value
        var found = (
            time: (ByteRange.absent, Int.max), host: (ByteRange.absent, Int.max), text: (ByteRange.absent, Int.max)
        )
        func note(_ member: RecordStrings.Member, _ names: [StaticString], _ place: inout (ByteRange, Int)) {
            guard let rank = RecordNames.rank(member, names, line),
                rank < place.1, !member.value.isEmpty
            else { return }
            place = (member.value, rank)
        }
        var members = RecordStrings(line, after: brace, to: end)
        while let member = members.next(line, &effort) {
            if member.value == tag.value { continue }
            note(member, RecordNames.text, &found.text)
            guard member.depth == tag.depth else { continue }
            note(member, RecordNames.time, &found.time)
            note(member, RecordNames.host, &found.host)
        }
        guard found.text.0.isPresent else { return }
        pieces = [found.time.0, found.host.0, tag.value, found.text.0]
    }
}
