// Lists of pairs in which a tag is the value of a program, as Telegraf writes a syslog message into InfluxDB's line
// protocol: the text is the quoted value of another pair. Pure; linear.

extension WrappedLine {
    /// Takes text, stamp and name from the pairs of `syslog,appname=%ASA-6-113039,hostname=fw1 message="..."`.
    @inline(never)
    init?(_ line: Span<UInt8>, pairing tag: ASATag, to end: Int, _ effort: inout Effort) {
        guard tag.start > 0, line[tag.start - 1] == ASCII.equals, tag.end < end, WrappedLine.endsValue(line[tag.end])
        else { return nil }
        effort.spend(2 * end)
        var text: Ranked = (ByteRange.absent, Int.max)
        var time = text
        var host = text
        var isProgram = false
        var position = 0
        while let equals = ByteSearch.first(ASCII.equals, in: line, from: position, to: end) {
            var member = RecordStrings.Member()
            member.name = ByteRange(equals, equals)
            while member.name.lowerBound > position, !WrappedLine.endsValue(line[member.name.lowerBound - 1]) {
                member.name.start -= 1
            }
            let isQuoted = equals + 1 < end && line[equals + 1] == ASCII.quote
            member.value = WrappedLine.value(in: line, after: equals, to: end)
            position = member.value.upperBound + (isQuoted ? 1 : 0)
            if member.value.lowerBound == tag.start {
                isProgram = RecordNames.rank(member, RecordNames.program, line) != nil
            } else if isQuoted, equals > tag.end {
                WrappedLine.note(member, RecordNames.text, &text, line)
            } else {
                WrappedLine.note(member, RecordNames.host, &host, line)
                // `1622546943000000000i`, a whole number of that protocol.
                if !isQuoted, line[member.value.upperBound - 1] == UInt8(ascii: "i") { member.value.end -= 1 }
                WrappedLine.note(member, RecordNames.time, &time, line)
            }
        }
        guard isProgram, text.value.isPresent else { return nil }
        brace = 0
        escapes = WrappedLine.isEscaped(text.value, line) ? .json : .none
        pieces = [time.value, host.value, ByteRange(tag.start, tag.end), text.value]
    }

    /// The value behind an equals sign: in quotes, or up to a blank or a comma that no backslash escapes.
    private static func value(in line: Span<UInt8>, after equals: Int, to end: Int) -> ByteRange {
        var stop = equals + 1
        if stop < end, line[stop] == ASCII.quote {
            return ByteRange(stop + 1, JSONEscape.stringEnd(line, from: stop + 1, to: end))
        }
        while stop < end, !endsValue(line[stop]) { stop += line[stop] == ASCII.backslash ? 2 : 1 }
        return ByteRange(equals + 1, min(stop, end))
    }

    private static func endsValue(_ byte: UInt8) -> Bool { ASCII.isBlank(byte) || byte == ASCII.comma }
}
