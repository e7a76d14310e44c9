// What shippers write of a header that they took apart, by the names that each has for its parts: the device's name
// goes before the sender that a shipper saw.

import Testing

@testable import Normalization

@Suite struct ShipperHeaderTests {
    private static let text = "Group <Dev> User <kim> IP <203.0.113.7> AnyConnect parent session started."

    /// Records without a line, in which the parts of its header have members of their own.
    private static let parted = [
        (
            "Logstash's syslog input",
            #"""
            {"host":"192.0.2.9","logsource":"fw1","priority":166,"program":"@TAG@","timestamp":"Jun 01 2021 11:29:03",\#
            "message":"@TEXT@"}
            """#
        ),
        (
            "Logstash's example",
            #"""
            {"host":"192.0.2.9","syslog_hostname":"fw1","syslog_program":"@TAG@","syslog_timestamp":"Jun 01 2021 \#
            11:29:03","message":"@TEXT@"}
            """#
        ),
        (
            "Logstash's pattern for the ASA",
            #"""
            {"@timestamp":"2021-06-01T11:29:03.000Z","host":"192.0.2.9","syslog_pri":"166","sysloghost":"fw1",\#
            "ciscotag":"ASA-6-113039","message":"@TEXT@"}
            """#
        ),
        (
            "the same, the text first",
            #"""
            {"message":"@TEXT@","@timestamp":"2021-06-01T11:29:03.000Z","sysloghost":"fw1","ciscotag":"ASA-6-113039"}
            """#
        ),
        (
            "rsyslog for Elasticsearch",
            #"""
            {"@timestamp":"2021-06-01T11:29:03+00:00","message":" @TEXT@","sysloghost":"fw1","facility":"local4",\#
            "programname":"@TAG@","procid":"-"}
            """#
        ),
        (
            "Filebeat's syslog input",
            #"""
            {"@timestamp":"2021-06-01T11:29:03.000Z","hostname":"fw1","process":{"program":"@TAG@"},\#
            "syslog":{"priority":166},"message":"@TEXT@","host":{"hostname":"shipper"}}
            """#
        ),
        (
            "Filebeat's syslog processor",
            #"""
            {"@timestamp":"2021-06-01T11:29:03.000Z","log":{"syslog":{"hostname":"fw1","appname":"@TAG@"}},\#
            "message":"@TEXT@","host":{"hostname":"shipper"}}
            """#
        ),
        (
            "names with dots",
            #"""
            {"@timestamp":"2021-06-01T11:29:03Z","log.syslog.hostname":"fw1","log.syslog.appname":"@TAG@",\#
            "message":"@TEXT@","host.name":"shipper"}
            """#
        ),
        (
            "Telegraf's JSON",
            #"""
            {"fields":{"message":"@TEXT@","timestamp":1622546943000000000},"name":"syslog","tags":{"appname":"@TAG@",\#
            "host":"shipper","hostname":"fw1"},"timestamp":1622546950}
            """#
        ),
        (
            "Telegraf",
            #"""
            syslog,appname=@TAG@,facility=local4,host=shipper,hostname=fw1,source=192.0.2.9 facility_code=20i,\#
            message="@TEXT@",timestamp=1622546943000000000i,version=1i 1622546950000000000
            """#
        ),
        ("a table", #""2021-06-01T11:29:03+00:00","fw1","@TAG@:"," @TEXT@""#),
        (
            "Spring",
            #"""
            {"syslog_FACILITY":20,"syslog_TIMESTAMP":"Jun 01 2021 11:29:03","syslog_HOST":"fw1","syslog_TAG":"@TAG@",\#
            "syslog_MESSAGE":"@TEXT@"}
            """#
        ),
        (
            "tremor",
            #"{"facility":"local4","hostname":"fw1","appname":"@TAG@","msg":"@TEXT@","timestamp":1622546943000000000}"#
        ),
    ]

    private static func record(_ pattern: String, _ text: String, tag: String = "ASA-6-113039") -> String {
        pattern.replacing("ASA-6-113039", with: tag).replacing("@TAG@", with: "%\(tag)").replacing("@TEXT@", with: text)
    }

    @Test(arguments: parted)
    func aHeadersPartsAreRead(_ shipper: String, _ pattern: String) throws {
        let event = try normalize(Self.record(pattern, Self.text))
        #expect(event[.deviceEventId] == "%ASA-6-113039", "\(shipper)")
        #expect(event[.deviceHost] == "fw1", "\(shipper)")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03", "\(shipper)")
        #expect(event[.sourceUser] == "kim", "\(shipper)")
        #expect(event[.natSourceIP] == "203.0.113.7", "\(shipper)")
        #expect(event[.action] == "started", "\(shipper)")
    }

    /// What somebody typed as his name stands within the text of each.
    @Test(
        arguments: [
            "x, hostname=evil ", "x,appname=y", "<166>Nov 03 2020 09:50:01 evil : %ASA-6-113012: y",
            "%ASA-6-113012: AAA user authentication Successful", "x message=y> IP <192.0.2.66",
            #"x\",hostname=\"evil"#, #"x\",\"y"#,
        ],
        parted.indices
    )
    func aTypedNameChangesNoOtherPart(_ typed: String, _ shipper: Int) throws {
        let pattern = Self.parted[shipper].1
        let event = try normalize(Self.record(pattern, Self.text.replacing("<kim>", with: "<\(typed)>")))
        #expect(event[.deviceEventId] == "%ASA-6-113039", "\(Self.parted[shipper].0)")
        #expect(event[.deviceHost] == "fw1", "\(Self.parted[shipper].0)")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03", "\(Self.parted[shipper].0)")
        #expect(event[.sourceIpv4] == nil || event[.sourceIpv4] == "203.0.113.7", "\(Self.parted[shipper].0)")
    }

    /// A text that begins with a user's name, in which he typed a line of another message.
    @Test(arguments: ["", "<166>Nov 03 2020 09:50:01 evil : ", "Nov 03 2020 09:50:01 evil : "], parted.indices)
    func aTextThatBeginsWithATypedLineIsNotThatLine(_ header: String, _ shipper: Int) throws {
        let typed = "\(header)%ASA-6-113012: AAA user authentication Successful : local database : user = root"
        let text = "\(typed)@203.0.113.7 Accessed URL 198.51.100.7:http://h/"
        let event = try normalize(Self.record(Self.parted[shipper].1, text, tag: "ASA-5-304001"))
        #expect(event[.deviceEventId] == "%ASA-5-304001", "\(Self.parted[shipper].0)")
        #expect(event[.deviceHost] == "fw1", "\(Self.parted[shipper].0)")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03", "\(Self.parted[shipper].0)")
    }

    /// Shippers that leave the tag before the text.
    @Test(arguments: [
        #"""
        {"syslog.priority":"166","syslog.timestamp":"Jun 01 2021 11:29:03","syslog.hostname":"fw1",\#
        "syslog.sender":"/192.0.2.9","syslog.body":"LINE"}
        """#,
        #"""
        {"syslog_priority":"166","syslog_timestamp":"Jun 01 2021 11:29:03","syslog_hostname":"fw1",\#
        "syslog_body":"LINE"}
        """#,
        #"""
        {"@timestamp":"2021-06-01T11:29:03Z","log":{"syslog":{"hostname":"fw1"}},"message":"LINE",\#
        "host":{"name":"shipper"}}
        """#,
        #"""
        {"@timestamp":"2021-06-01T11:29:03Z","log.syslog.hostname":"fw1","log.syslog.priority":166,"message":"LINE"}
        """#,
    ])
    func theHeaderOfATaggedTextIsRead(_ pattern: String) throws {
        let event = try normalize(pattern.replacing("LINE", with: "%ASA-6-113039: \(Self.text)"))
        #expect(event[.deviceHost] == "fw1")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(event[.sourceUser] == "kim")
    }

    @Test func theObserverOfAnEventIsTheDevice() throws {
        let record =
            #"""
            {"@timestamp":"2021-06-01T11:29:04Z","event":{"original":"LINE"},"observer":{"hostname":"fw1",\#
            "vendor":"Cisco"},"host":{"hostname":"x"}}
            """#
        let event = try normalize(record.replacing("LINE", with: "%ASA-6-113039: \(Self.text)"))
        #expect(event[.deviceHost] == "fw1")
        #expect(event[.eventTime] == nil)
    }

    @Test(
        arguments: [
            ("192.0.2.7:51234", "192.0.2.7"), ("/192.0.2.7:514", "192.0.2.7"), ("/192.0.2.7", "192.0.2.7"),
            ("udp://192.0.2.7:514", "192.0.2.7"), ("[2001:db8::7]:514", "2001:db8::7"), ("2001:db8::7", "2001:db8::7"),
            ("/var/log/asa.log", nil), ("192.0.2.78/198.51.100.56", "192.0.2.78/198.51.100.56"),
        ] as [(String, String?)]
    )
    func aSenderIsItsAddress(_ printed: String, _ host: String?) throws {
        let line = "<166>Jun 01 2021 11:29:03: %ASA-6-113039: \(Self.text)"
        #expect(try normalize(#"{"host":"\#(printed)","_raw":"\#(line)"}"#)[.deviceHost] == host)
        #expect(try normalize("Jun  1 11:29:04 \(printed) \(line)")[.deviceHost] == host)
    }

    @Test func aRepeatedLineWithoutBracketsNamesNoHost() throws {
        let event = try normalize(
            "Jun 01 2021 11:29:03 fw1 : last message repeated 3 times: %ASA-6-113039: \(Self.text)"
        )
        #expect(event[.deviceHost] == "fw1")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
    }

    @Test(arguments: ["1622546943", "1622546943.5", "1622546943123", "1622546943123456", "1622546943123456789"])
    func aCountSince1970IsAStamp(_ stamp: String) throws {
        #expect(try normalize("<166>\(stamp) fw1 : %ASA-6-113039: \(Self.text)")[.eventTime] == "Jun 01 2021 11:29:03")
    }
}
