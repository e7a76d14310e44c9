// The name of a device in members that shippers write beside a line: what a header said that they took apart, else the
// sender that they saw.

import Testing

@testable import Normalization

@Suite struct SenderTests {
    private static let text = "Group <Dev> User <kim> IP <203.0.113.7> AnyConnect parent session started."
    private static let tagged = "%ASA-6-113039: \(text)"

    /// Records that hold a line and the sender of it.
    private static let senders = [
        (
            "Filebeat",
            #"{"message":"LINE","log":{"source":{"address":"192.0.2.9:51111"}},"host":{"name":"shipper"}}"#
        ),
        ("Filebeat, flat", #"{"log.source.address":"192.0.2.9:51111","message":"LINE"}"#),
        ("Vector's socket", #"{"host":"192.0.2.9","message":"LINE","port":514,"source_type":"socket"}"#),
        ("Vector's syslog", #"{"message":"LINE","source_ip":"192.0.2.9","source_type":"syslog"}"#),
        ("Logstash's tcp", #"{"message":"LINE","@version":"1","host":"192.0.2.9","port":40112}"#),
        ("WitFoo", #"{"priority":166,"senderhost":"192.0.2.9","vendorcode":"ASA-6-113039","message":"LINE"}"#),
        ("rsyslog", #"{"rawmsg":"LINE","fromhost-ip":"192.0.2.9"}"#),
        ("syslog-ng", #"{"RAWMSG":"LINE","HOST_FROM":"192.0.2.9"}"#),
        ("NXLog", #"{"MessageSourceAddress":"192.0.2.9","SourceModuleName":"in","raw_event":"LINE"}"#),
        ("Graylog", #"{"gl2_remote_ip":"192.0.2.9","source":"%ASA-6-113039:","message":"LINE"}"#),
        ("Kafka Connect", #"{"rawMessage":"LINE","remoteAddress":"/192.0.2.9:514"}"#),
        ("NiFi", #"{"syslog.sender":"192.0.2.9","syslog.valid":"false","body":"LINE"}"#),
        (
            "OpenTelemetry",
            #"""
            {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":{"stringValue":"LINE"},\#
            "attributes":[{"key":"net.peer.ip","value":{"stringValue":"192.0.2.9"}}]}]}]}]}
            """#
        ),
    ]

    @Test(arguments: senders)
    func theSenderNamesALineThatNamesNone(_ shipper: String, _ record: String) throws {
        for header in ["", "<166>", "<166>Jun 01 2021 11:29:03: "] {
            let event = try normalize(record.replacing("LINE", with: header + Self.tagged))
            #expect(event[.deviceHost] == "192.0.2.9", "\(shipper), \(header)")
            #expect(event[.sourceUser] == "kim", "\(shipper), \(header)")
        }
        let own = try normalize(record.replacing("LINE", with: "<166>Jun 01 2021 11:29:03 edge7 : \(Self.tagged)"))
        #expect(own[.deviceHost] == "edge7", "\(shipper)")
        #expect(own[.eventTime] == "Jun 01 2021 11:29:03", "\(shipper)")
    }

    /// A flow's source, a shipper's own name, and an address in another object are no senders.
    @Test(arguments: [
        #"{"message":"LINE","source_ip":"203.0.113.7"}"#, #"{"message":"LINE","source":{"address":"203.0.113.7"}}"#,
        #"{"message":"LINE","host":"shipper"}"#, #"{"a":{"message":"LINE"},"b":{"host":"shipper","port":9}}"#,
        #"{"message":"LINE","sender":"shipper"}"#, #"{"message":"LINE","fromhost-ip":""}"#,
        #"{"message":"LINE","log":{"source":{"address":"127.0.0.1:51111"}}}"#,
        #"{"rawmsg":"LINE","fromhost":"localhost"}"#,
        #"{"message":"LINE","gl2_remote_ip":"::1","source":"%ASA-6-113039:"}"#,
    ])
    func otherAddressesAreNoSenders(_ record: String) throws {
        let event = try normalize(record.replacing("LINE", with: "<166>Jun 01 2021 11:29:03: \(Self.tagged)"))
        #expect(event[.deviceHost] == nil)
    }

    /// Shippers that took the header apart, each with the sign that shows it.
    @Test(arguments: [
        #"{"host":"fw1","appname":"TAG","facility":20,"severity":6,"_raw":"TEXT","_time":1622546943}"#,
        #"{"host":"fw1","appname":"TAG","facility":20,"_raw":"TAG: TEXT","_time":1622546943.5}"#,
        #"{"PROGRAM":"TAG","MESSAGE":"TEXT","HOST":"fw1","UNIXTIME":"1622546943"}"#,
        #"{"PROGRAM":"TAG","MESSAGE":"TEXT","HOST":"fw1","S_ISODATE":"2021-06-01T11:29:03+00:00"}"#,
        #"""
        {"@timestamp":"2021-06-01T11:29:03.000Z","hostname":"fw1","syslog":{"priority":166,"facility":20},\#
        "process":{},"message":"TAG: TEXT","agent":{"hostname":"shipper"},"host":{"name":"shipper"}}
        """#,
        #"{"timereported":"2021-06-01T11:29:03Z","hostname":"fw1","syslogtag":":","msg":" TAG: TEXT"}"#,
        #"{"timestamp":"2021-06-01T11:29:03Z","host":"fw1","program":"TAG","msg":"TAG: TEXT"}"#,
        #"""
        {"gl2_remote_ip":"192.0.2.9","source":"fw1","level":6,"message":"fw1 : TAG: TEXT","facility":"local4",\#
        "timestamp":"2021-06-01T11:29:03.000Z"}
        """#,
        #"""
        {"@timestamp":"2021-06-01T11:29:03.000Z","host":{"hostname":"fw1","ip":"192.0.2.9"},\#
        "log":{"syslog":{"priority":166}},"process":{"name":"TAG"},"message":"TEXT"}
        """#,
    ])
    func aHeaderThatWasTakenApartIsTheDevices(_ pattern: String) throws {
        let record = pattern.replacing("TAG", with: "%ASA-6-113039").replacing("TEXT", with: Self.text)
        let event = try normalize(record)
        #expect(event[.deviceHost] == "fw1")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(event[.sourceUser] == "kim")
    }

    /// Camel's, and a record whose text has a name of its own.
    @Test func aHeaderIsReadWithoutItsText() throws {
        let header = #""timestamp":"2021-06-01T11:29:03Z","hostname":"fw1","program":"%ASA-6-113039""#
        let camel = try normalize(#"{\#(header),"logMessage":"\#(Self.text)"}"#)
        #expect(camel[.sourceUser] == "kim")
        for record in [#"{\#(header),"words":"\#(Self.text)"}"#, #"{\#(header)}"#] {
            let event = try normalize(record)
            #expect(event[.deviceEventId] == "%ASA-6-113039")
            #expect(event[.deviceHost] == "fw1")
            #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
            #expect(event[.sourceUser] == nil)
        }
    }

    @Test func aWordBeforeATagThatStandsAloneIsNoPartOfTheName() throws {
        let event = try normalize(#"{"tag":"x%ASA-6-113039: 7","message":"\#(Self.text)","hostname":"fw1"}"#)
        #expect(event[.deviceEventId] == "%ASA-6-113039")
        #expect(event[.deviceHost] == "x")
    }

    /// A stamp beside a line that has its own, or its priority, is the shipper's.
    @Test(arguments: ["<166>", "<166>fw1 : ", #"\u003c166\u003e"#, "Jun 01 2021 11:29:03 fw1 : "])
    func aStampBesideAWholeLineIsTheShippers(_ header: String) throws {
        let record = #"{"facility":"local4","timestamp":"2022-01-01T00:00:00Z","message":"\#(header)\#(Self.tagged)"}"#
        #expect(try normalize(record)[.eventTime] == (header.contains("166") ? nil : "Jun 01 2021 11:29:03"))
    }

    /// A pattern that found the tag in a line took no header apart.
    @Test func aTagThatWasFoundInALineIsNoHeader() throws {
        let record = #"{"@timestamp":"2022-01-01T00:00:00Z","host":"x","ciscotag":"ASA-6-113039","message":"LINE"}"#
        let event = try normalize(record.replacing("LINE", with: Self.tagged))
        #expect(event[.eventTime] == nil)
        #expect(event[.deviceHost] == nil)
        #expect(event[.sourceUser] == "kim")
    }
}
