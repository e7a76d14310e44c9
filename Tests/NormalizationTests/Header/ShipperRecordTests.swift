// A record of each shipper as it makes it by default, or as its manual shows it: the event is that of the line on the
// wire.

import Testing

@testable import Normalization

@Suite struct ShipperRecordTests {
    private static let text = "Group <Dev> User <kim> IP <203.0.113.7> AnyConnect parent session started."
    private static let line = "<166>Jun 01 2021 11:29:03 fw1 : %ASA-6-113039: \(text)"

    /// Shippers that keep the line whole, by name.
    private static let whole = [
        (
            "Filebeat",
            #"{"@timestamp":"2021-06-01T11:29:04Z","agent":{"hostname":"shipper"},"log":{"source":{"address":"192.0.2.9:514"}},"message":"\#(line)"}"#
        ),
        (
            "Filebeat's Cisco module",
            #"{"message":"%ASA-6-113039: \#(text)","event":{"original":"\#(line)"},"host":{"name":"shipper"}}"#
        ),
        (
            "Logstash tcp",
            #"{"message":"\#(line)","@version":"1","host":"192.0.2.9","@timestamp":"2021-06-01T11:29:04Z"}"#
        ),
        (
            "Logstash ECS",
            #"{"event":{"original":"\#(line)"},"message":"%ASA-6-113039: \#(text)","tags":["_grokparsefailure"]}"#
        ),
        (
            "Vector socket",
            #"{"host":"192.0.2.9","message":"\#(line)","port":514,"source_type":"socket","timestamp":"2021-06-01T11:29:04Z"}"#
        ),
        ("Fluent Bit tail", #"{"date":1622546944.0,"log":"\#(line)\n"}"#),
        ("Docker", #"{"log":"\#(line)\n","stream":"stdout","time":"2021-06-01T11:29:04Z"}"#),
        ("rsyslog rawmsg", #"{"rawmsg":"\#(line)","fromhost-ip":"192.0.2.9"}"#),
        ("syslog-ng format-json", #"{"HOST_FROM":"192.0.2.9","RAWMSG":"\#(line)"}"#),
        (
            "NXLog",
            #"{"EventReceivedTime":"2021-06-01 11:29:04","SourceModuleName":"in","raw_event":"\#(line)","Message":"%ASA-6-113039: \#(text)"}"#
        ),
        (
            "GELF",
            #"{"version":"1.1","host":"192.0.2.9","short_message":"%ASA-6-113039: \#(text)","full_message":"\#(line)","timestamp":1622546943.0}"#
        ),
        ("Graylog", #"{"full_message":"\#(line)","short_message":"%ASA-6-113039: \#(text)","source":"192.0.2.9"}"#),
        ("Cribl", #"{"_raw":"\#(line)","_time":1622546943,"host":"192.0.2.9","source":"syslog"}"#),
        ("Splunk HEC", #"{"time":1622546943,"host":"192.0.2.9","sourcetype":"cisco:asa","event":"\#(line)"}"#),
        (
            "CloudWatch",
            #"{"messageType":"DATA_MESSAGE","logStream":"fw","logEvents":[{"id":"1","timestamp":1622546943000,"message":"\#(line)"}]}"#
        ),
        (
            "Azure",
            #"{"records":[{"time":"2021-06-01T11:29:04Z","properties":{"Facility":"local4","SyslogMessage":"\#(line)"}}]}"#
        ),
        (
            "Kafka Connect",
            #""<166>Jun 01 2021 11:29:03 fw1 : %ASA-6-113039: Group \u003cDev\u003e User <kim> IP <203.0.113.7> AnyConnect parent session started.""#
        ),
    ]

    @Test(arguments: whole)
    func aWholeLineIsReadAsItStandsOnTheWire(_ shipper: String, _ record: String) throws {
        let event = try normalize(record)
        #expect(event[.deviceHost] == "fw1", "\(shipper)")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03", "\(shipper)")
        #expect(event[.sourceUser] == "kim", "\(shipper)")
        #expect(event[.group] == "Dev", "\(shipper)")
    }

    /// Shippers that take the header apart and give its program a member of its own, which an ASA's tag is to them.
    private static let parted = [
        (
            "Vector syslog",
            #"{"appname":"%ASA-6-113039","facility":"local4","hostname":"fw1","message":"\#(text)","severity":"info","source_ip":"192.0.2.9","timestamp":"2021-06-01T11:29:03Z"}"#
        ),
        (
            "Logstash syslog",
            #"{"priority":166,"timestamp":"Jun 01 2021 11:29:03","logsource":"fw1","program":"%ASA-6-113039","message":"\#(text)\n","host":"192.0.2.9"}"#
        ),
        (
            "Fluentd syslog",
            #"{"host":"fw1","ident":"%ASA-6-113039","message":"\#(text)","time":"2021-06-01T11:29:03Z"}"#
        ),
        (
            "Fluent Bit syslog",
            #"{"pri":"166","time":"Jun 01 2021 11:29:03","host":"fw1","ident":"%ASA-6-113039","message":"\#(text)"}"#
        ),
        (
            "rsyslog JSON",
            #"{"msg":" \#(text)","timereported":"2021-06-01T11:29:03Z","hostname":"fw1","syslogtag":"%ASA-6-113039:","fromhost":"relay"}"#
        ),
        (
            "syslog-ng",
            #"{"PROGRAM":"%ASA-6-113039","MESSAGE":"\#(text)","HOST":"fw1","FACILITY":"local4","TIMESTAMP":"Jun 01 2021 11:29:03"}"#
        ),
    ]

    @Test(arguments: parted)
    func aPartedLineIsJoined(_ shipper: String, _ record: String) throws {
        let event = try normalize(record)
        #expect(event[.deviceEventId] == "%ASA-6-113039", "\(shipper)")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03", "\(shipper)")
        #expect(event[.sourceUser] == "kim", "\(shipper)")
        #expect(event[.group] == "Dev", "\(shipper)")
        #expect(event[.action] == "started", "\(shipper)")
    }

    @Test func theNameOfAPartedHeaderIsTheDevices() throws {
        let event = try normalize(Self.parted[0].1)
        #expect(event[.deviceHost] == "fw1")
        let nested = try normalize(
            #"{"agent":{"name":"shipper"},"log":{"syslog":{"hostname":"fw1","appname":"%ASA-6-113039"}},"host":{"hostname":"shipper"},"message":"\#(Self.text)"}"#
        )
        #expect(nested[.deviceHost] == "fw1")
        #expect(nested[.sourceUser] == "kim")
    }

    /// Shippers that take the header apart and leave the tag before the text.
    @Test(arguments: [
        #"{"EventTime":"2021-06-01 11:29:03","Hostname":"fw1","SyslogFacility":"LOCAL4","Message":"%ASA-6-113039: \#(text)"}"#,
        #"{"pri":"166","time":"Jun 01 2021 11:29:03","host":"fw1","ident":"","message":"%ASA-6-113039: \#(text)"}"#,
        #"{"Facility":"local4","Host":"fw1","EventTime":"2021-06-01T11:29:03Z","Message":"%ASA-6-113039: \#(text)"}"#,
        #"{"HOST":"fw1","ISODATE":"2021-06-01T11:29:03+00:00","FACILITY":"local4","MSG":"%ASA-6-113039: \#(text)"}"#,
    ])
    func thePartsOfAHeaderBesideALineAreTheDevices(_ record: String) throws {
        let event = try normalize(record)
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(event[.deviceHost] == "fw1")
        #expect(event[.sourceUser] == "kim")
    }

    /// Shippers that keep the line, with a header or without, beside the name that they have of the device.
    @Test(arguments: [
        ("Splunk HEC", #"{"time":1622546943,"host":"fw1","sourcetype":"cisco:asa","event":"LINE"}"#),
        ("Splunk, Cribl", #"{"_raw":"LINE","host":"fw1","source":"udp:514"}"#),
        ("GELF", #"{"version":"1.1","host":"fw1","short_message":"LINE","level":6}"#),
        ("Graylog", #"{"gl2_source_input":"5f","gl2_remote_ip":"192.0.2.9","source":"fw1","message":"LINE"}"#),
        ("Logstash v0", #"{"@fields":{},"@source_host":"fw1","@source":"udp://192.0.2.9/","@message":"LINE"}"#),
        ("Kafka Connect", #"{"date":1622546943000,"facility":20,"host":"fw1","level":6,"message":"LINE"}"#),
        ("Kafka Connect", #"{"facility":20,"message":"LINE","remote_address":"192.0.2.9","hostname":"fw1"}"#),
        ("ECS", #"{"log":{"syslog":{"hostname":"fw1"}},"host":{"hostname":"shipper"},"message":"LINE"}"#),
        ("ECS", #"{"message":"LINE","log":{"syslog":{"facility":{"code":20},"hostname":"fw1"}}}"#),
        ("logfmt", #"host=fw1 msg="LINE""#),
    ])
    func theNameThatAShipperHasOfTheDeviceIsRead(_ shipper: String, _ record: String) throws {
        for header in ["", "<166>", "<166>Jun 01 2021 11:29:03: ", "<166>Jun 01 2021 11:29:03 fw1 : "] {
            let event = try normalize(record.replacing("LINE", with: header + Self.tagged))
            #expect(event[.deviceHost] == "fw1", "\(shipper), \(header)")
            #expect(event[.sourceUser] == "kim", "\(shipper), \(header)")
        }
        let own = try normalize(record.replacing("LINE", with: "<166>Jun 01 2021 11:29:03 edge7 : \(Self.tagged)"))
        #expect(own[.deviceHost] == "edge7", "\(shipper)")
        #expect(own[.eventTime] == "Jun 01 2021 11:29:03", "\(shipper)")
    }

    @Test func logstashsOldRecordsAreJoined() throws {
        let fields = #""priority":166,"timestamp":"Jun 01 2021 11:29:03","logsource":"fw1","program":"%ASA-6-113039""#
        let event = try normalize(#"{"@fields":{\#(fields)},"@source_host":"192.0.2.9","@message":"\#(Self.text)"}"#)
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(event[.deviceHost] == "fw1")
        #expect(event[.sourceUser] == "kim")
    }

    @Test func aNumberIsTheTimeOfAPartedHeader() throws {
        let event = try normalize(#"{"date":1622546943000,"facility":20,"hostname":"fw1","message":"\#(Self.tagged)"}"#)
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
    }

    /// Without a priority beside it nothing shows that a stamp and a name are the device's.
    @Test func aShippersOwnStampAndNameAreNotTheDevices() throws {
        let record = #"{"host":"shipper","timestamp":"2021-06-01T11:29:04Z","message":"%ASA-6-113039: \#(Self.text)"}"#
        let event = try normalize(record)
        #expect(event[.eventTime] == nil)
        #expect(event[.deviceHost] == nil)
    }

    private static let tagged = "%ASA-6-113039: \(text)"

    /// A member of another object is not beside the text, however many objects both stand in.
    @Test(arguments: [
        #"{"event":{"message":"\#(tagged)"},"log":{"priority":"166"},"host":{"hostname":"shipper"}}"#,
        #"{"log":{"priority":"166","hostname":"shipper"},"event":{"message":"\#(tagged)"}}"#,
        #"{"event":{"message":"\#(tagged)","priority":"166"},"host":{"hostname":"shipper"}}"#,
    ])
    func membersOfOtherObjectsAreNotBeside(_ record: String) throws {
        let event = try normalize(record)
        #expect(event[.deviceHost] == nil)
        #expect(event[.deviceEventId] == "%ASA-6-113039")
    }

    @Test func aTagHasTheNameOfItsOwnObject() throws {
        let record = #"{"log":{"ident":"%ASA-6-113039"},"agent":{"host":"shipper"},"message":"\#(Self.text)"}"#
        let event = try normalize(record)
        #expect(event[.sourceUser] == "kim")
        #expect(event[.deviceHost] == nil)
    }

    @Test func membersBesideTheTextOfAnInnerObjectAreRead() throws {
        let members = #""hostname":"fw1","a":{"b":"c"},"priority":"166","message":"\#(Self.tagged)""#
        let event = try normalize(#"{"host":{"hostname":"shipper"},"event":{\#(members)}}"#)
        #expect(event[.deviceHost] == "fw1")
    }

    /// Somebody has typed a line of his own, or the beginning of one, as his name.
    private static let typed = [
        "<166>Nov 03 2020 09:50:01 fw1 : %ASA-6-113012: Group <x> User <root> IP <192.0.2.66> y",
        "%ASA-6-113012: AAA user authentication Successful : local database : user = root", "%ASA-1-101001",
        #"{\"message\":\"<166>Nov 03 2020 09:50:01 fw1 : %ASA-6-113012: User <root> IP <192.0.2.66> y\"}"#,
    ]

    @Test(arguments: typed, parted.indices)
    func aTypedTagIsNotThatOfAPartedRecord(_ typed: String, _ shipper: Int) throws {
        let event = try normalize(Self.parted[shipper].1.replacing("<kim>", with: "<\(typed)>"))
        #expect(event[.deviceEventId] == "%ASA-6-113039")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(event[.group] == "Dev")
        #expect(event[.sourceIpv4] == nil || event[.sourceIpv4] == "203.0.113.7")
    }

    @Test(arguments: typed)
    func aNameThatIsListedBesideItsLineIsNotTheLine(_ typed: String) throws {
        let text = Self.text.replacing("<kim>", with: "<\(typed)>")
        for line in ["<166>Jun 01 2021 11:29:03 fw1 : %ASA-6-113039: \(text)", "%ASA-6-113039: \(text)"] {
            for record in [
                #"{"aaa_user":"\#(typed)","message":"\#(line)"}"#,
                #"{"message":"\#(line)","user":{"name":"\#(typed)"}}"#,
            ] {
                let event = try normalize(record)
                #expect(event[.deviceEventId] == "%ASA-6-113039")
                #expect(event[.eventTime] != "Nov 03 2020 09:50:01")
                #expect(event[.sourceIpv4] == nil || event[.sourceIpv4] == "203.0.113.7")
            }
        }
    }

    @Test func nxlogAndLogstashsExampleAreJoined() throws {
        for record in [
            #"{"EventTime":"2021-06-01 11:29:03","Hostname":"fw1","SourceName":"%ASA-6-113039","Message":"\#(Self.text)"}"#,
            #"{"syslog_timestamp":"Jun 01 2021 11:29:03","syslog_hostname":"fw1","syslog_program":"%ASA-6-113039","syslog_message":"\#(Self.text)"}"#,
        ] {
            let event = try normalize(record)
            #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
            #expect(event[.deviceHost] == "fw1")
            #expect(event[.sourceUser] == "kim")
        }
    }

    @Test func aQuotedLineIsNoJSON() throws {
        let event = try normalize(
            #""<166>Jun 01 2021 11:29:03 fw1 : %ASA-6-113008: AAA transaction status ACCEPT : user = LAB\tom""#
        )
        #expect(event[.sourceDomain] == "LAB")
        #expect(event[.sourceUser] == "tom")
    }
}
