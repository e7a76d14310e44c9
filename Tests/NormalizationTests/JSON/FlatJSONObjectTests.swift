// Events read back, against Foundation's JSON parser: tables, whole events, and both on damaged text.

import Foundation
import TestSupport
import Testing

@testable import Normalization

@Suite struct FlatJSONObjectTests {
    private func read(_ json: some Sequence<UInt8>) -> FlatJSONObject? {
        let bytes = Array(json)
        return FlatJSONObject(bytes.span)
    }

    /// What an independent parser reads; nil unless it is an object of strings and whole numbers.
    private func oracle(_ json: [UInt8]) -> [String: NSObject]? {
        guard let object = try? JSONSerialization.jsonObject(with: Data(json)) as? [String: NSObject],
            object.values.allSatisfy({ $0 is NSString || isWhole($0) })
        else { return nil }
        return object
    }

    private func isWhole(_ value: NSObject) -> Bool {
        (value as? NSNumber).flatMap { Int64($0.stringValue) } != nil
    }

    /// The members as the independent parser gives them.
    private func members(_ object: FlatJSONObject) -> [String: NSObject] {
        var members: [String: NSObject] = [:]
        for member in object.members {
            let name = String(decoding: member.name, as: UTF8.self)
            switch member.value {
            case .text(let text): members[name] = String(decoding: text, as: UTF8.self) as NSString
            case .number(let number): members[name] = NSNumber(value: number)
            }
        }
        return members
    }

    @Test(arguments: [
        "{}", " {\t}\r\n", #"{"a":"b"}"#, #"{ "a" : "b" , "c" : 12 }"#, #"{"a":0,"b":-1,"c":9223372036854775807}"#,
        #"{"least":-9223372036854775808}"#, #"{"":""}"#, #"{"a":"\"\\\/\b\f\n\r\t"}"#, #"{"a":"\u0041\u00e4\u20AC"}"#,
        #"{"a":"\ud83d\udc4d"}"#, #"{"a":"Grüße 日本 👍"}"#, #"{"\u0061b":"c"}"#,
    ])
    func readsWhatAnIndependentParserReads(_ json: String) throws {
        let object = try #require(read(json.utf8))
        #expect(members(object) == oracle(Array(json.utf8)))
    }

    @Test(arguments: [
        "", "{", "}", "[]", "null", #""a""#, #"{"a"}"#, #"{"a":}"#, #"{"a":"b",}"#, #"{,"a":"b"}"#, #"{"a":"b"}}"#,
        #"{"a":"b"} x"#, #"{"a":"b" "c":"d"}"#, #"{a:"b"}"#, #"{'a':'b'}"#, #"{"a":"b}"#, #"{"a":01}"#, #"{"a":+1}"#,
        #"{"a":-}"#, #"{"a":.5}"#, #"{"a":"\x41"}"#, #"{"a":"\u12"}"#, #"{"a":"\ud83d"}"#, #"{"a":"\udc4d"}"#,
        #"{"a":"\ud83dx"}"#, #"{"a":"\ud83d\u0041"}"#, "{\"a\":\"\n\"}", "{\"a\":\"\u{1}\"}",
        #"{"a":9223372036854775808}"#,
        #"{"a":-9223372036854775809}"#, #"{"a":1.5}"#, #"{"a":1e3}"#, #"{"a":true}"#, #"{"a":null}"#, #"{"a":{}}"#,
        #"{"a":["b"]}"#, #"{"a":"b","a":"c"}"#, "{\"a\":\"b\"}\0",
    ])
    func refusesWhatIsNoFlatObject(_ json: String) {
        #expect(read(json.utf8) == nil)
    }

    @Test(
        arguments: [[0x80], [0xC0, 0xAF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]] as [[UInt8]]
    )
    func refusesBytesThatAreNoUTF8(_ bytes: [UInt8]) {
        #expect(read(Array(#"{"a":""#.utf8) + bytes + Array(#""}"#.utf8)) == nil)
    }

    @Test func textsAreComparedByteByByte() throws {
        let composed = try #require(read("{\"a\":\"\u{E9}\"}".utf8))
        let decomposed = try #require(read("{\"a\":\"e\u{301}\"}".utf8))
        #expect(composed != decomposed)
        #expect(read("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8)?.members.count == 2)
    }

    /// The events of all fixtures.
    private func events() -> [Normalized] {
        var reader = EventReader()
        return Fixture.all.compactMap { fixture in
            guard let line = try? fixture.line() else { return nil }
            let (outcome, members) = reader.read(line)
            guard case .event = outcome, let members else { return nil }
            return Normalized(outcome: outcome, json: reader.json, members: members)
        }
    }

    @Test func everyEventIsReadAsAnIndependentParserReadsIt() throws {
        let events = events()
        #expect(events.count > 500)
        for event in events {
            let json = Array(event.json.utf8)
            #expect(read(json).map(members) == event.members)
            #expect(FlatJSONObject.eventID(of: json.span)?.description == event.members["eventId"] as? String)
        }
    }

    @Test func damagedEventsAreReadAsAnIndependentParserReadsThemOrRefused() throws {
        let seed = UInt64.random(in: .min ... .max)
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array(#"{}[]":,\u0123dDeE+-. "#.utf8) + [0, 0x09, 0x0A, 0x7F, 0x80, 0xC3, 0xA9, 0xFF]
        let events =
            events().prefix(40).map { Array($0.json.utf8) } + [Array(#"{"a":"\ud83d\udc4d","b":-12}"#.utf8)]
        var readBoth = 0
        for _ in 0..<20_000 {
            var json = events.randomElement(using: &generator) ?? []
            for _ in 0..<Int.random(in: 0...2, using: &generator) where !json.isEmpty {
                let place = json.indices.randomElement(using: &generator) ?? 0
                let byte = alphabet.randomElement(using: &generator) ?? 0
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: json[place] = byte
                case 1: json.insert(byte, at: place)
                case 2: json.remove(at: place)
                default: json.removeSubrange(place...)
                }
            }
            guard let object = read(json) else { continue }
            readBoth += 1
            #expect(members(object) == oracle(json), "seed \(seed): \(String(decoding: json, as: UTF8.self))")
        }
        #expect(readBoth > 1000)
    }

    @Test(arguments: [
        (#"{"eventId":"35aebc79-a74f-8000-8000-000000000001"}"#, true),
        (#"{"a":"b","eventId":"35aebc79-a74f-8000-8000-000000000001","c":1}"#, true),
        (#"{ "a" : "b", "eventId" : "35aebc79-a74f-8000-8000-000000000001" }"#, true),
        (
            #"{"reason":",\"eventId\":\"35aebc79-a74f-8000-8000-000000000002\"","eventId":"35aebc79-a74f-8000-8000-000000000001"}"#,
            true
        ),
        (#"{"a":"b"}"#, false), (#"{"eventId":"35aebc79"}"#, false), (#"{"eventId":12}"#, false), ("", false),
    ])
    func findsTheIdentifier(_ json: String, _ isThere: Bool) {
        let bytes = Array(json.utf8)
        #expect(
            FlatJSONObject.eventID(of: bytes.span)?.description
                == (isThere ? "35aebc79-a74f-8000-8000-000000000001" : nil)
        )
    }
}
