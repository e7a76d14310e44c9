// The names under which shippers write the parts of a line that they took apart, in lower case. Pure.

enum RecordNames {
    /// The members in which a shipper writes the program of a header, which a tag is to it.
    static let program: [StaticString] = [
        "appname", "app_name", "app-name", "program", "programname", "ident", "tag", "syslogtag", "syslog-tag",
        "syslog_tag", "syslog_program", "syslog_appname", "syslogidentifier", "syslog_identifier", "sourcename",
        "processname",
    ]
    /// The members that hold what stands behind a tag, the likeliest first.
    static let text: [StaticString] = [
        "message", "msg", "@message", "cisco_message", "full_message", "short_message", "log", "text", "body",
        "content", "event",
        "raw", "syslogmessage", "syslog_message",
    ]
    /// The members that hold the stamp of a header.
    static let time: [StaticString] = [
        "timestamp", "timereported", "time", "eventtime", "syslog_timestamp", "isodate", "date",
    ]
    /// The members that hold the name of a header.
    static let host: [StaticString] = ["hostname", "host", "logsource", "syslog_hostname", "source"]

    /// The shippers that keep a line whole beside the name of the device: the member of the line, that of the name, and
    /// one beside them that tells whose record it is, where the others do not.
    static let devices: [(line: StaticString, host: StaticString, sign: StaticString?)] = [
        ("event", "host", nil), ("_raw", "host", nil), ("short_message", "host", nil), ("full_message", "host", nil),
        ("@message", "@source_host", nil), ("message", "@source_host", nil),
        ("message", "source", "gl2_source_input"), ("message", "source", "gl2_remote_ip"),
    ]
    /// The member that names the device in an object for what a line's header says, wherever the line stands.
    static let headerHost: (outer: StaticString, name: StaticString) = ("syslog", "hostname")

    /// The members in which a shipper writes the priority of a header that it took apart.
    static let priority: [StaticString] = [
        "facility", "facility_label", "syslogfacility", "syslog_facility", "_facility", "pri", "priority", "syslog_pri",
    ]

    /// Place of a member's name in a list; nil if it is not there.
    static func rank(_ member: RecordStrings.Member, _ names: [StaticString], _ line: Span<UInt8>) -> Int? {
        names.firstIndex { member.isNamed($0, line) }
    }
}
