// Lines inside JSON records: what shippers escape reads as what the device printed, and nothing else of a record is
// taken for it.

import Foundation
import Testing

@testable import Normalization

@Suite struct WrappedLineTests {
    /// The record of a shipper around a text, its string cut off or not.
    private static func record(_ text: [UInt8], before: String = "", closing: String = "\",\"offset\":7}") -> [UInt8] {
        var string = OutputBuffer()
        string.append(jsonString: text.span)
        let escaped = string.withBytes { span in span.indices.dropLast().map { span[$0] } }
        return bytes(before + #"{"@timestamp":"2001-01-01T00:00:00.000Z","host":{"name":"shipper"},"message":"#)
            + escaped
            + bytes(closing)
    }

    @Test func everyFixtureReadsTheSameInARecord() throws {
        var reader = EventReader()
        for fixture in Fixture.all {
            let line = try fixture.line()
            _ = reader.read(line)
            let plain = reader.json
            _ = reader.read(WrappedLineTests.record(line))
            #expect(reader.json == plain, "\(fixture)")
            _ = reader.read(WrappedLineTests.record(WrappedLineTests.record(line)))
            #expect(reader.json == plain, "\(fixture), twice")
            _ = reader.read(WrappedLineTests.record(line, closing: ""))
            #expect(reader.json == plain, "\(fixture), cut off")
        }
    }

    /// The string around the tag of a line.
    private static func wrapped(_ line: [UInt8]) -> WrappedLine? {
        guard let tag = ASATag.find(in: line.span, from: 0, to: line.count) else { return nil }
        var effort = Effort()
        return WrappedLine(line.span, around: tag, to: line.count, &effort)
    }

    private static let event =
        "%ASA-6-113039: Group <Dev> User <john.doe> IP <203.0.113.7> AnyConnect parent session started."

    @Test(arguments: [
        #"{"message":"\u003c166\u003eNov 03 2020 09:50:01 fw1 : %ASA-6-113039: Group \u003CDev\u003E User \u003cjohn.doe>"#
            + #" IP \u003c203.0.113.7\u003e AnyConnect parent session started."}"#,
        #"{"log":"Nov 03 2020 09:50:01 fw1 : \#(event)\n","stream":"stdout"}"#,
        #"{"log":"Nov 03 2020 09:50:01 fw1 : \#(event)\r\n"}"#,
        #"{"event":{"original":"Nov 03 2020 09:50:01 fw1 : \#(event)"},"tags":["a","b"]}"#,
        #"{"lines":["Nov 03 2020 09:50:01 fw1 : \#(event)"]}"#,
        #"{"a":"x\"y\\","message" : "Nov 03 2020 09:50:01 fw1 : \#(event)"}"#,
        #"{"level":"info, \"%\"","message":"Nov 03 2020 09:50:01 fw1 :\t\#(event)"}"#,
        #"<13>Nov 03 2020 09:50:01 fw1 {"msg":"\#(event)"}"#,
        #"<13>Jan 01 2001 00:00:00 relay {"msg":"Nov 03 2020 09:50:01 fw1 : \#(event)"}"#,
    ])
    func aRecordIsReadAsTheLineInIt(_ record: String) throws {
        let found = try normalize(record)
        #expect(found[.deviceHost] == "fw1")
        #expect(found[.eventTime] == "Nov 03 2020 09:50:01")
        #expect(found[.group] == "Dev")
        #expect(found[.sourceUser] == "john.doe")
        #expect(found[.natSourceIP] == "203.0.113.7")
        #expect(found[.action] == "started")
        guard case .event(let summary) = found.outcome, case .line(let host) = summary.host else {
            Issue.record("no host")
            return
        }
        #expect(text(host, of: bytes(record)) == "fw1")
    }

    @Test(arguments: [
        #"{"host":"shipper","message":"\#(event)"}"#, #"{"message":"\#(event)","host":"shipper"}"#,
        #"{"timestamp":"2001-01-01T00:00:00Z","fw":"shipper","message":"\#(event)"}"#,
    ])
    func theOtherMembersNameNoDeviceAndNoTime(_ record: String) throws {
        let found = try normalize(record)
        #expect(found[.deviceHost] == nil)
        #expect(found[.eventTime] == nil)
        #expect(found[.sourceUser] == "john.doe")
    }

    @Test(arguments: [
        #"{"a":1} \#(event)"#, #"{fw1} \#(event)"#, #"{"a":"b"} "c" \#(event)"#, #"{ \#(event)"#, #"{x "y \#(event)"#,
    ])
    func aTagInNoStringIsReadWhereItStands(_ line: String) throws {
        #expect(WrappedLineTests.wrapped(bytes(line)) == nil)
        #expect(try normalize(line)[.sourceUser] == "john.doe")
    }

    @Test(arguments: [
        (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{08}\u{0C}\n\r\t"), (#"\u0041\u00e9\u20AC"#, "Aé€"), (#"\ud83d\ude00"#, "😀"),
        (#"\ud83d"#, "\u{FFFD}"), (#"\ud83dx"#, "\u{FFFD}x"), (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"),
        (#"\x\u12\u12G4"#, #"\x\u12\u12G4"#), (#"\u0000"#, "\u{0}"), ("é\u{1}", "é\u{1}"),
    ])
    func escapesAreUndone(_ escaped: String, _ plain: String) throws {
        let line = bytes(#"relay {"m":"\#(escaped)%ASA-6-113039"}"#)
        let wrapped = try #require(WrappedLineTests.wrapped(line))
        var unwrapped = bytes("what was here before")
        wrapped.unwrap(line.span, into: &unwrapped)
        #expect(String(decoding: unwrapped, as: UTF8.self) == "relay  " + plain + "%ASA-6-113039")
        let inner = unwrapped.count - 13
        let tag = wrapped.range(of: ByteRange(inner, unwrapped.count), in: line.span)
        #expect(text(tag, of: line) == "%ASA-6-113039")
        let relay = wrapped.range(of: ByteRange(0, 5), in: line.span)
        #expect(text(relay, of: line) == "relay")
        let none = wrapped.range(of: .absent, in: line.span)
        #expect(none == .absent)
    }

    @Test func anExplanationTellsThePlacesInTheRecord() throws {
        let record = bytes(
            #"{"m":"\u003c166\u003eNov 03 2020 09:50:01 fw1 : %ASA-6-113039: Group \u003cDev\u003e User \u003cj\"d\u003e"#
                + #" IP \u003c203.0.113.7\u003e AnyConnect parent session started."}"#
        )
        var explainer = Explainer(catalogue: standardCatalogue, settings: NormalizerSettings())
        let position = RecordPosition(namespace: 0, partition: 0, offset: 0)
        let found = explainer.explain(record.span, Envelope(position: position, receivedAt: sampleReceivedAt))
        let parts = (found.headerParts + found.captures).map { "\($0.name)=\(text($0.range, of: record) ?? "")" }
        for part in [
            "time=Nov 03 2020 09:50:01", "host=fw1", "tag=%ASA-6-113039", "group=Dev", #"user=j\"d"#,
            "public address=203.0.113.7",
        ] {
            #expect(parts.contains(part), "\(part) in \(parts)")
        }
        #expect(found.json.contains(#""sourceUser":"j\"d""#))
        let body = try #require(text(found.text ?? .absent, of: record))
        #expect(body.hasPrefix(#"Group \u003cDev"#) && body.hasSuffix("session started."))
    }
}
