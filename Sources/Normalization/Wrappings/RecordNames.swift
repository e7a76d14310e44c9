// The names under which shippers write the parts of a line that they took apart, in lower case. Pure.

enum RecordNames {
    /// The members in which a shipper writes the program of a header, which a tag is to it.
    static let program: [StaticString] = [
        "appname", "app_name", "app-name", "program", "programname", "ident", "tag", "syslogtag", "syslogidentifier",
        "identifier", "sourcename", "processname", "ciscotag",
    ]
    /// The members that hold what stands behind a tag, the likeliest first.
    static let text: [StaticString] = [
        "message", "msg", "@message", "cisco_message", "full_message", "short_message", "log", "text", "body",
        "content", "event", "raw", "syslogmessage", "_raw", "logmessage", "log_message", "payload", "data",
    ]
    /// The members that hold the stamp of a header; the last one may be the time at which a shipper read the line,
    /// where it made nothing of the header's.
    static let time: [StaticString] = [
        "timestamp", "timereported", "time", "eventtime", "isodate", "s_isodate", "date", "unixtime", "s_unixtime",
        "_time", "timeunixnano", "@timestamp",
    ]
    /// The members that hold the name of a header; the last two may be the sender that a shipper saw.
    static let host: [StaticString] = ["hostname", "logsource", "sysloghost", "host", "source"]
    /// How many of them name the device wherever a tag stands.
    static let plainHosts = 3

    /// The shippers that keep a line whole beside the name of the device: the member of the line, that of the name, and
    /// one beside them that tells whose record it is, where the others do not.
    static let devices: [(line: StaticString, host: StaticString, sign: StaticString?)] = [
        ("event", "host", nil), ("_raw", "host", nil), ("short_message", "host", nil), ("full_message", "host", nil),
        ("@message", "@source_host", nil), ("message", "@source_host", nil),
        ("message", "source", "gl2_source_input"), ("message", "source", "gl2_remote_ip"),
        // The peer's port shows that the name beside it is the peer's, and the kind of a source that it has peers.
        ("message", "host", "port"), ("message", "source_ip", "source_type"),
    ]
    /// The members that hold the sender of a line as a shipper saw it, and nothing else.
    static let senders: [StaticString] = [
        "fromhost", "fromhost-ip", "senderhost", "host_from", "sourceip", "messagesourceaddress", "gl2_remote_ip",
        "remoteaddress", "remote_address", "net.peer.ip", "network.peer.address", "syslog.sender", "log.source.address",
    ]
    /// The objects whose member `hostname` names the device, wherever the line stands: one for what a line's header
    /// says, and one for what made the event.
    static let headers: [StaticString] = ["syslog", "observer"]
    /// The same beside a tag that is the name of a process: Logstash's input for syslog writes both from one header.
    static let parsedHeaders: [StaticString] = headers + ["host"]

    /// The members in which a shipper writes the priority of a header that it took apart.
    static let priority: [StaticString] = [
        "facility", "facility_label", "syslogfacility", "_facility", "pri", "priority",
    ]

    /// Whether a member's name may be among those that are read beside a line: most have another length and beginning.
    static func mayBeRead(_ name: ByteRange, _ line: Span<UInt8>) -> Bool {
        guard !name.isEmpty else { return false }
        let first = ASCII.lowercased(line[name.lowerBound])
        // `syslog` and `log.syslog` stand before others.
        if name.count > 7, first == UInt8(ascii: "s") || first == UInt8(ascii: "l") { return true }
        let place = place(first, name.count)
        return known[place >> 6] >> UInt64(place & 63) & 1 == 1
    }

    private static let known: InlineArray<4, UInt64> = {
        var known = InlineArray<4, UInt64>(repeating: 0)
        var names = program + time + host + senders + priority
        for device in devices { names += [device.host, device.sign ?? device.host] }
        for name in names {
            let first = name.withUTF8Buffer { bytes in unsafe bytes[0] }
            let place = place(first, name.utf8CodeUnitCount)
            known[place >> 6] |= 1 << UInt64(place & 63)
        }
        return known
    }()

    private static func place(_ first: UInt8, _ count: Int) -> Int { (Int(first) &* 11 &+ count) & 255 }

    /// Whether a member holds the program of a header.
    static func isProgram(_ member: RecordStrings.Member, _ line: Span<UInt8>) -> Bool {
        rank(member, program, line) != nil || isProcess(member, line)
    }

    /// Whether a member is the name of a process, which a program is to Logstash.
    static func isProcess(_ member: RecordStrings.Member, _ line: Span<UInt8>) -> Bool {
        member.isNamed("name", line) && Text.readsIgnoringCase(member.outer, "process", in: line)
    }

    /// Whether a member is the priority in an object `syslog`, as Filebeat's input for syslog keeps it.
    static func isPriority(_ member: RecordStrings.Member, _ line: Span<UInt8>) -> Bool {
        member.isNamed("priority", line) && Text.readsIgnoringCase(member.outer, "syslog", in: line)
    }

    /// Whether a member is `log.source.address`, from which Filebeat and the Elastic Agent had a line.
    static func isPeer(_ member: RecordStrings.Member, _ line: Span<UInt8>) -> Bool {
        member.isText && !member.value.isEmpty && member.isNamed("address", line)
            && Text.readsIgnoringCase(member.outer, "source", in: line)
            && Text.readsIgnoringCase(member.outermost, "log", in: line) && !isLoopback(member.value, line)
    }

    /// Place of a member's name among those of senders; nil for another, and for a sender on the shipper's own machine.
    static func senderRank(_ member: RecordStrings.Member, _ line: Span<UInt8>) -> Int? {
        senders.firstIndex { member.isNamed($0, line) }.flatMap { isLoopback(member.value, line) ? nil : $0 }
    }

    private static func isLoopback(_ value: ByteRange, _ line: Span<UInt8>) -> Bool {
        Text.reads(value, "localhost", in: line) || Text.reads(value, "::1", in: line)
            || ByteSearch.holds("127.", in: line, at: value.lowerBound, to: value.upperBound)
            || ByteSearch.holds("[::1]", in: line, at: value.lowerBound, to: value.upperBound)
    }

    /// Place of a member's name in a list; nil if it is not there.
    static func rank(_ member: RecordStrings.Member, _ names: [StaticString], _ line: Span<UInt8>) -> Int? {
        let name = withoutPrefix(member.name, line)
        return names.firstIndex { Text.readsIgnoringCase(name, $0, in: line) }
    }

    /// `hostname` of `syslog.hostname`, `syslog_hostname` or `log.syslog.hostname`, as members of an object are named
    /// where a record has no objects in it.
    private static func withoutPrefix(_ name: ByteRange, _ line: Span<UInt8>) -> ByteRange {
        let start = name.lowerBound
        let end = name.upperBound
        let prefix = ByteSearch.holdsIgnoringCase("log.", in: line, at: start, to: end) ? start + 4 : start
        guard ByteSearch.holdsIgnoringCase("syslog", in: line, at: prefix, to: end), prefix + 7 < end else {
            return name
        }
        switch line[prefix + 6] {
        case ASCII.dot, ASCII.dash, UInt8(ascii: "_"): return ByteRange(prefix + 7, end)
        default: return name
        }
    }
}
