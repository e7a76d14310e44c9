// The parts of a header that a shipper wrote into members beside the text: those that it took apart, stamp and name,
// and the name that it has of the device otherwise. Pure; linear.

extension WrappedLine {
    /// A value, with the place of its member's name among those that are read.
    typealias Ranked = (value: ByteRange, rank: Int)

    /// What the members of one object say of a header.
    private struct Header {
        var time: Ranked = (ByteRange.absent, Int.max)
        var host: Ranked = (ByteRange.absent, Int.max)
        var sender: Ranked = (ByteRange.absent, Int.max)
        var hasPriority = false
        /// The member of the line itself, and what may be the device's name beside it.
        var line = RecordStrings.Member()
        /// For each of `RecordNames.devices`, twelve at most, the name, and whether the sign is there.
        var names = InlineArray<12, ByteRange>(repeating: .absent)
        var hasSign = InlineArray<12, Bool>(repeating: false)

        /// Takes a member that stands beside the line.
        mutating func take(_ member: RecordStrings.Member, _ line: Span<UInt8>) {
            guard RecordNames.mayBeRead(member.name, line) else { return }
            if RecordNames.rank(member, RecordNames.priority, line) != nil { hasPriority = true }
            WrappedLine.note(member, RecordNames.time, &time, line)
            for (index, device) in RecordNames.devices.enumerated() {
                if let sign = device.sign, member.isNamed(sign, line) { hasSign[index] = true }
            }
            guard member.isText, !member.value.isEmpty else { return }
            // `"syslogtag":":"`, what rsyslog finds between the name and the tag.
            if line[member.value.lowerBound] == ASCII.colon, RecordNames.isProgram(member, line) { hasPriority = true }
            WrappedLine.note(member, RecordNames.senderRank(member, line), &sender)
            // A tag for which a shipper took the name of a line without one.
            guard line[member.value.lowerBound] != ASCII.percent else { return }
            WrappedLine.note(member, RecordNames.host, &host, line)
            for (index, device) in RecordNames.devices.enumerated() where member.isNamed(device.host, line) {
                names[index] = member.value
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

    /// Takes the name of the device from the members beside a line, and the stamp where the line has none and a member
    /// beside it holds a priority or its tag: a shipper has taken the header apart then.
    ///
    /// Without these the stamp may say when a shipper read the line, and the name, where; only some shippers are known
    /// to name the device. The line's own name stands nearer to its tag than any of these, and the sender that a
    /// shipper saw farther away than all.
    mutating func takeHeader(
        of member: RecordStrings.Member,
        tag: ASATag,
        isParted: Bool,
        _ line: Span<UInt8>,
        _ end: Int,
        _ effort: inout Effort
    ) {
        let value = member.value
        var (header, named, peer) = header(beside: value, depth: member.depth, line, end, &effort)
        if isParted { header.hasPriority = true }
        var time = header.time.value
        if time.isPresent {
            let isTaken =
                Text.afterColons(value.lowerBound, line, tag.end) == tag.start
                ? header.hasPriority || named.rank == 0
                : header.hasPriority && !WrappedLine.beginsWithPriority(value, line)
                    && WrappedLine.rank(value, line, &effort) < 2
            if !isTaken { time = .absent }
        }
        var name = header.device(line)
        if !name.isPresent { name = named.value }
        if !name.isPresent { name = header.sender.value }
        if !name.isPresent { name = peer }
        pieces = [time, name, value, .absent]
    }

    /// Whether a line begins with a priority, escaped or not: it is the first part of a header that would be taken.
    private static func beginsWithPriority(_ value: ByteRange, _ line: Span<UInt8>) -> Bool {
        line[value.lowerBound] == ASCII.lessThan || line[value.lowerBound] == ASCII.backslash
    }

    /// Takes the text of a tag that stands alone, and the stamp and the name beside it, from their own members.
    mutating func join(
        _ tag: RecordStrings.Member,
        _ line: Span<UInt8>,
        _ end: Int,
        _ effort: inout Effort
    ) {
        var text: Ranked = (ByteRange.absent, Int.max)
        var textDepth = 0
        var members = RecordStrings(line, after: brace, to: end)
        while let member = members.next(line, &effort) {
            guard member.isText, member.value != tag.value else { continue }
            WrappedLine.note(member, RecordNames.text, &text, line)
            if text.value == member.value { textDepth = member.depth }
        }
        let (header, named, peer) = header(
            beside: tag.value,
            depth: tag.depth,
            in: RecordNames.isProcess(tag, line) ? RecordNames.parsedHeaders : RecordNames.headers,
            line,
            end,
            &effort
        )
        var (time, host) = (header.time.value, header.host.value.isPresent ? header.host.value : named.value)
        var sender = header.sender.value.isPresent ? header.sender.value : peer
        if !time.isPresent || !host.isPresent, text.value.isPresent, RecordNames.isProgram(tag, line) {
            // The tag may have an object of its own: what stands beside the text is the header's, too.
            let other = self.header(beside: text.value, depth: textDepth, line, end, &effort).0
            if !time.isPresent { time = other.time.value }
            if !host.isPresent, other.host.rank < RecordNames.plainHosts { host = other.host.value }
            if other.sender.value.isPresent { sender = other.sender.value }
        }
        if !host.isPresent { host = sender }
        pieces = [time, host, tag.value, text.value]
        let start = tag.value.lowerBound
        lacksPercent = ASATag.parse(line, start, tag.value.upperBound, start: start) != nil
    }

    /// What the other members say that stand in the object of `value`, the name of the device in the objects that a
    /// shipper has for a header, and the address that Filebeat had a line from.
    private func header(
        beside value: ByteRange,
        depth: Int,
        in headers: [StaticString] = RecordNames.headers,
        _ line: Span<UInt8>,
        _ end: Int,
        _ effort: inout Effort
    ) -> (Header, named: Ranked, peer: ByteRange) {
        var header = Header()
        var named: Ranked = (ByteRange.absent, Int.max)
        var peer = ByteRange.absent
        var isItsObject = false
        var hasEnded = false
        var members = RecordStrings(line, after: brace, to: end)
        while let member = members.next(line, &effort) {
            if member.isText, member.isNamed("hostname", line),
                let rank = headers.firstIndex(where: {
                    Text.readsIgnoringCase(member.outer, $0, in: line)
                }), rank <= named.rank
            {
                named = (member.value, rank)
            }
            if RecordNames.isPeer(member, line), !peer.isPresent { peer = member.value }
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
            } else if member.depth == depth + 1, RecordNames.isPriority(member, line) {
                header.hasPriority = true
            }
        }
        return (header, named, peer)
    }

    /// Takes the value of a member that has one of some names, if it comes before that of the one so far.
    static func note(
        _ member: RecordStrings.Member,
        _ names: [StaticString],
        _ best: inout Ranked,
        _ line: Span<UInt8>
    ) {
        note(member, RecordNames.rank(member, names, line), &best)
    }

    private static func note(_ member: RecordStrings.Member, _ rank: Int?, _ best: inout Ranked) {
        guard let rank, rank < best.rank, !member.value.isEmpty else { return }
        best = (member.value, rank)
    }
}
