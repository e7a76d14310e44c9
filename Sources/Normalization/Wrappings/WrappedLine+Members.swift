// The parts of a header that a shipper wrote into members beside the text: those that it took apart, stamp and name,
// and the name that it has of the device otherwise. Pure; linear.

extension WrappedLine {
    /// A value, with the place of its member's name among those that are read.
    private typealias Ranked = (value: ByteRange, rank: Int)

    /// What the members of one object say of a header.
    private struct Header {
        var time: Ranked = (ByteRange.absent, Int.max)
        var host: Ranked = (ByteRange.absent, Int.max)
        var hasPriority = false
        /// The member of the line itself, and what may be the device's name beside it.
        var line = RecordStrings.Member()
        /// For each of `RecordNames.devices`, eight at most, the name, and whether the sign is there.
        var names = InlineArray<8, ByteRange>(repeating: .absent)
        var hasSign = InlineArray<8, Bool>(repeating: false)

        /// Takes a member that stands beside the line.
        mutating func take(_ member: RecordStrings.Member, _ line: Span<UInt8>) {
            if RecordNames.rank(member, RecordNames.priority, line) != nil { hasPriority = true }
            WrappedLine.note(member, RecordNames.time, &time, line)
            guard member.isText else { return }
            WrappedLine.note(member, RecordNames.host, &host, line)
            for (index, device) in RecordNames.devices.enumerated() {
                if member.isNamed(device.host, line) { names[index] = member.value }
                if let sign = device.sign, member.isNamed(sign, line) { hasSign[index] = true }
            }
        }

        /// The name of the device: what stands beside the priority of a header, or what the shipper whose record it is
        /// calls the device.
        func device(_ line: Span<UInt8>) -> ByteRange {
            if hasPriority, host.value.isPresent { return host.value }
            for (index, device) in RecordNames.devices.enumerated()
            where names[index].isPresent && (device.sign == nil || hasSign[index]) {
                if self.line.isNamed(device.line, line) { return names[index] }
            }
            return .absent
        }
    }

    /// Takes the name of the device from the members beside a line, and the stamp where the line begins with its tag
    /// and a member beside it holds a priority: a shipper has taken the header apart then.
    ///
    /// Without a priority the stamp may say when a shipper read the line, and the name, where; only some shippers are
    /// known to name the device. The line's own name stands nearer to its tag than any of these.
    mutating func takeHeader(
        of value: ByteRange,
        depth: Int,
        isMissing: Bool,
        _ line: Span<UInt8>,
        _ end: Int,
        _ effort: inout Effort
    ) {
        let (header, named) = header(beside: value, depth: depth, line, end, &effort)
        let device = header.device(line)
        let time = isMissing && header.hasPriority ? header.time.value : .absent
        pieces = [time, device.isPresent ? device : named, value, .absent]
    }

    /// Takes the text of a tag that stands alone, and the stamp and the name beside it, from their own members.
    mutating func join(
        _ tag: RecordStrings.Member,
        _ line: Span<UInt8>,
        _ end: Int,
        _ effort: inout Effort
    ) {
        pieces[0] = tag.value
        var text: Ranked = (ByteRange.absent, Int.max)
        var members = RecordStrings(line, after: brace, to: end)
        while let member = members.next(line, &effort) {
            guard member.isText, member.value != tag.value else { continue }
            WrappedLine.note(member, RecordNames.text, &text, line)
        }
        guard text.value.isPresent else { return }
        let (header, named) = header(beside: tag.value, depth: tag.depth, line, end, &effort)
        let host = header.host.value
        pieces = [header.time.value, host.isPresent ? host : named, tag.value, text.value]
    }

    /// What the other members say that stand in the object of `value`, and the name of the device in the object that a
    /// shipper has for a header.
    private func header(
        beside value: ByteRange,
        depth: Int,
        _ line: Span<UInt8>,
        _ end: Int,
        _ effort: inout Effort
    ) -> (Header, named: ByteRange) {
        var header = Header()
        var named = ByteRange.absent
        var isItsObject = false
        var hasEnded = false
        var members = RecordStrings(line, after: brace, to: end)
        while let member = members.next(line, &effort) {
            if member.isText, member.isNamed(RecordNames.headerHost.name, line),
                Text.readsIgnoringCase(member.outer, RecordNames.headerHost.outer, in: line)
            {
                named = member.value
            }
            if hasEnded { continue }
            if member.leastDepth < depth {
                // The object of the members so far has ended.
                if isItsObject {
                    hasEnded = true
                    continue
                }
                header = Header()
            }
            if member.value == value {
                isItsObject = true
                header.line = member
            } else if member.depth == depth {
                header.take(member, line)
            }
        }
        return (header, named)
    }

    /// Takes the value of a member that has one of some names, if it comes before that of the one so far.
    private static func note(
        _ member: RecordStrings.Member,
        _ names: [StaticString],
        _ best: inout Ranked,
        _ line: Span<UInt8>
    ) {
        guard let rank = RecordNames.rank(member, names, line), rank < best.rank, !member.value.isEmpty else { return }
        best = (member.value, rank)
    }
}
