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
        "message", "msg", "cisco_message", "full_message", "short_message", "log", "text", "body", "content", "event",
        "raw", "syslogmessage", "syslog_message",
    ]
    /// The members that hold the stamp of a header.
    static let time: [StaticString] = [
        "timestamp", "timereported", "time", "eventtime", "syslog_timestamp", "isodate", "date",
    ]
    /// The members that hold the name of a header.
    static let host: [StaticString] = ["hostname", "host", "logsource", "syslog_hostname", "source"]

    /// The members in which a shipper writes the priority of a header that it took apart.
    static let priority: [StaticString] = [
        "facility", "facility_label", "syslogfacility", "syslog_facility", "_facility", "pri", "priority", "syslog_pri",
    ]

    /// Place of a member's name in a list; nil if it is not there.
    static func rank(_ member: RecordStrings.Member, _ names: [StaticString], _ line: Span<UInt8>) -> Int? {
        names.firstIndex { Text.readsIgnoringCase(member.name, $0, in: line) }
    }
}
