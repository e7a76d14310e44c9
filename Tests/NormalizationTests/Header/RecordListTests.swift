// Records that hold several lines, or the parts of a line in a list of keys and values: the first line's event is made.

import Testing

@testable import Normalization

@Suite struct RecordListTests {
    private static let text = "Group <Dev> User <kim> IP <203.0.113.7> AnyConnect parent session started."
    private static let first = "<166>Jun 01 2021 11:29:03: %ASA-6-113039: \(text)"
    /// The header of the second line says more.
    private static let second =
        "<166>Jun 01 2021 11:30:00 fw2 : %ASA-6-113012: AAA user authentication Successful : "
        + "local database : user = zoe"

    @Test(arguments: [
        #"["FIRST","SECOND"]"#, #"{"lines":["FIRST","SECOND"]}"#, #"[{"message":"FIRST"},{"message":"SECOND"}]"#,
        #"{"message":"FIRST"}"# + "\n" + #"{"message":"SECOND"}"#, #"{"message":"FIRST"}{"message":"SECOND"}"#,
        #"{"messageType":"DATA_MESSAGE","logEvents":[{"id":"1","message":"FIRST"},{"id":"2","message":"SECOND"}]}"#,
        #"{"records":[{"properties":{"msg":"FIRST"},"time":"x"},{"properties":{"msg":"SECOND"},"time":"y"}]}"#,
        #"{"streams":[{"stream":{"job":"asa"},"values":[["16","FIRST"],["17","SECOND"]]}]}"#,
        #"""
        {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":{"stringValue":"FIRST"},"attributes":[]},\#
        {"body":{"stringValue":"SECOND"}}]}]}]}
        """#,
    ])
    func theFirstLineIsTheEvents(_ record: String) throws {
        let event = try normalize(record.replacing("FIRST", with: Self.first).replacing("SECOND", with: Self.second))
        #expect(event[.deviceEventId] == "%ASA-6-113039")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(event[.sourceUser] == "kim")
        #expect(event[.deviceHost] == nil)
    }

    /// Lists within the record of one line.
    @Test(arguments: [
        #"{"event":{"original":"SHORT"},"related":[{"a":"x"},{"a":"y"}],"message":"WHOLE"}"#,
        #"{"a":{"short":"SHORT"},"b":{"whole":"WHOLE"}}"#, #"{"tags":["x","SHORT"],"message":"WHOLE"}"#,
        #"""
        {"body":{"stringValue":"SHORT"},"attributes":[{"key":"a","value":{"stringValue":"x"}},\#
        {"key":"log.record.original","value":{"stringValue":"WHOLE"}}]}
        """#,
        #"""
        {"attributes":[{"key":"message","value":{"stringValue":"SHORT"}},\#
        {"key":"log.record.original","value":{"stringValue":"WHOLE"}}]}
        """#,
    ])
    func aListWithinARecordPartsNone(_ record: String) throws {
        let whole = "<166>Jun 01 2021 11:29:03 fw1 : %ASA-6-113039: \(Self.text)"
        let event = try normalize(
            record.replacing("SHORT", with: "%ASA-6-113039: \(Self.text)").replacing("WHOLE", with: whole)
        )
        #expect(event[.deviceHost] == "fw1")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
    }

    /// A record of OpenTelemetry whose receiver took the header apart.
    private static let parted =
        #"""
        {"resourceLogs":[{"resource":{"attributes":[{"key":"host.name","value":{"stringValue":"shipper"}}]},\#
        "scopeLogs":[{"scope":{},"logRecords":[{"timeUnixNano":"1622546943000000000","severityText":"info",\#
        "body":{"stringValue":"TEXT"},"attributes":[{"key":"appname","value":{"stringValue":"TAG"}},\#
        {"key":"priority","value":{"intValue":"166"}},{"key":"hostname","value":{"stringValue":"fw1"}}]},\#
        {"body":{"stringValue":"x"},"attributes":[{"key":"hostname","value":{"stringValue":"fw2"}}]}]}]}]}
        """#

    @Test func keysAndValuesAreMembers() throws {
        let record = Self.parted.replacing("TAG", with: "%ASA-6-113039").replacing("TEXT", with: Self.text)
        let event = try normalize(record)
        #expect(event[.deviceHost] == "fw1")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(event[.group] == "Dev")
        #expect(event[.action] == "started")
        let tagged = try normalize(
            Self.parted.replacing("TAG", with: "").replacing("TEXT", with: "%ASA-6-113039: \(Self.text)")
        )
        #expect(tagged[.deviceHost] == "fw1")
        #expect(tagged[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(tagged[.sourceUser] == "kim")
    }

    @Test(arguments: [
        "<166>Nov 03 2020 09:50:01 evil : %ASA-6-113012: y", "%ASA-6-113012: AAA user authentication Successful",
        #"x\"}},{\"key\":\"hostname\",\"value\":{\"stringValue\":\"evil"#,
    ])
    func aTypedNameIsNoKey(_ typed: String) throws {
        let text = Self.text.replacing("<kim>", with: "<\(typed)>")
        let event = try normalize(Self.parted.replacing("TAG", with: "%ASA-6-113039").replacing("TEXT", with: text))
        #expect(event[.deviceEventId] == "%ASA-6-113039")
        #expect(event[.deviceHost] == "fw1")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(event[.natSourceIP] == nil || event[.natSourceIP] == "203.0.113.7")
    }
}
