// Strings of the event against Foundation's JSON parser: every byte, control characters, bytes that are no UTF-8.

import Foundation
import TestSupport
import Testing

@testable import Normalization

@Suite struct JSONWriterTests {
    private func escaped(_ bytes: [UInt8]) -> [UInt8] {
        var buffer = OutputBuffer()
        buffer.write(atMost: bytes.count * OutputCursor.longestEscape) {
            $0.append(escaping: bytes.span, 0, bytes.count)
        }
        return buffer.withBytes { span in span.indices.map { span[$0] } }
    }

    /// What an independent parser reads out of the string that we wrote.
    private func readBack(_ bytes: [UInt8]) throws -> String {
        let json = [0x5B, 0x22] + escaped(bytes) + [0x22, 0x5D]
        let value = try JSONSerialization.jsonObject(with: Data(json))
        return try #require((value as? [String])?.first)
    }

    /// The text with U+FFFD for each byte that belongs to no well-formed sequence, by the standard library's own decoder.
    private func repaired(_ bytes: [UInt8]) -> String {
        var result = ""
        var index = 0
        while index < bytes.count {
            let length = (1...4).first { length in
                index + length <= bytes.count && String(validating: bytes[index..<index + length], as: UTF8.self) != nil
            }
            result += length.map { String(decoding: bytes[index..<index + $0], as: UTF8.self) } ?? "\u{FFFD}"
            index += length ?? 1
        }
        return result
    }

    @Test func everyByteIsReadBackAloneAndBetweenLetters() throws {
        for byte in UInt8.min...UInt8.max {
            let expected = byte < 0x80 ? String(Unicode.Scalar(byte)) : "\u{FFFD}"
            #expect(try readBack([byte]) == expected)
            #expect(try readBack([0x61, byte, 0x62]) == "a" + expected + "b")
        }
    }

    @Test func everyByteIsReadBackAtEachPlaceOfALongText() throws {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN".utf8)
        for byte in UInt8.min...UInt8.max {
            for place in [0, 1, 7, 8, 14, 15, 16, 17, 23, 24, 31, 32, 39] {
                var printed = letters
                printed[place] = byte
                #expect(try readBack(printed) == repaired(printed))
            }
        }
    }

    @Test func whatStandsBehindATextDoesNotMatter() {
        for byte in UInt8.min...UInt8.max {
            for count in 0...24 {
                let line = Array(repeating: UInt8(ascii: "a"), count: count) + Array(repeating: byte, count: 24)
                var buffer = OutputBuffer()
                buffer.write(atMost: count * OutputCursor.longestEscape) { $0.append(escaping: line.span, 0, count) }
                #expect(buffer.text == String(repeating: "a", count: count))
            }
        }
    }

    @Test(arguments: [
        ("\"", #"\""#), (#"\"#, #"\\"#), ("\n", #"\n"#), ("\r", #"\r"#), ("\t", #"\t"#), ("\0", #"\u0000"#),
        ("\u{1B}", #"\u001b"#),
        ("\u{7F}", #"\u007f"#), ("/", "/"), ("'", "'"), ("<&>", "<&>"), ("Grüße 日本 👍", "Grüße 日本 👍"), ("", ""),
        (#"LOCAL\john "x""#, #"LOCAL\\john \"x\""#),
    ])
    func onlyWhatJSONAsksForIsEscaped(_ printed: String, _ form: String) {
        #expect(String(decoding: escaped(bytes(printed)), as: UTF8.self) == form)
    }

    @Test(
        arguments: [
            [0x80], [0xBF], [0xC0, 0xAF], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x9F, 0xBF], [0xE2, 0x82],
            [0xED, 0xA0, 0x80],
            [0xEF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xFF, 0xFE],
            [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98, 0x80], [0x41, 0xE2, 0x82, 0xAC, 0xE2], [0xEF, 0xBF, 0xBD],
        ] as [[UInt8]]
    )
    func bytesThatAreNoTextAreReplacedOneByOne(_ printed: [UInt8]) throws {
        #expect(try readBack(printed) == repaired(printed))
    }

    @Test func agreesWithFoundationOnRandomBytes() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let interesting: [UInt8] = [
            0x00, 0x22, 0x5C, 0x7F, 0x80, 0xBF, 0xC2, 0xE0, 0xE2, 0x82, 0xAC, 0xED, 0xF0, 0x9F, 0xF4, 0xFF, 0x41,
        ]
        for _ in 0..<3000 {
            let printed = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
                Bool.random(using: &generator)
                    ? interesting.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0...255, using: &generator)
            }
            #expect(try readBack(printed) == repaired(printed), "\(printed), seed \(seed)")
        }
    }

    @Test func anEmptyOrAbsentValueGivesNoMember() {
        var buffer = OutputBuffer()
        let line = bytes("abc")
        buffer.write(atMost: 32) {
            $0.append(member: #","key":""#, line.span, .absent)
            $0.append(member: #","key":""#, line.span, ByteRange(2, 2))
        }
        #expect(buffer.count == 0)
        buffer.write(atMost: 32) { $0.append(member: #","key":""#, line.span, ByteRange(1, 3)) }
        #expect(text(of: buffer) == #","key":"bc""#)
    }
}

@Suite struct TimeWriterTests {
    @Test(
        arguments: [
            (1_604_397_001, "Nov 03 2020 09:50:01", "Nov 03, 2020 09:50:01 AM", "2020-11-03T09:50:01Z"),
            (1_622_546_944, "Jun 01 2021 11:29:04", "Jun 01, 2021 11:29:04 AM", "2021-06-01T11:29:04Z"),
            (0, "Jan 01 1970 00:00:00", "Jan 01, 1970 12:00:00 AM", "1970-01-01T00:00:00Z"),
            (43_200, "Jan 01 1970 12:00:00", "Jan 01, 1970 12:00:00 PM", "1970-01-01T12:00:00Z"),
            (46_799, "Jan 01 1970 12:59:59", "Jan 01, 1970 12:59:59 PM", "1970-01-01T12:59:59Z"),
            (86_399, "Jan 01 1970 23:59:59", "Jan 01, 1970 11:59:59 PM", "1970-01-01T23:59:59Z"),
            (951_782_400, "Feb 29 2000 00:00:00", "Feb 29, 2000 12:00:00 AM", "2000-02-29T00:00:00Z"),
            (-1, "Dec 31 1969 23:59:59", "Dec 31, 1969 11:59:59 PM", "1969-12-31T23:59:59Z"),
        ] as [(Int64, String, String, String)]
    )
    func bothFormsOfTheGuideAreWritten(_ moment: Int64, _ event: String, _ collector: String, _ rfc3339: String) {
        let time = CivilTime(epochSeconds: moment)
        var buffer = OutputBuffer()
        buffer.write(atMost: 32) { $0.append(eventTime: time) }
        #expect(text(of: buffer) == "\"\(event)\"")
        buffer.removeAll()
        buffer.write(atMost: 32) { $0.append(collectorTime: time) }
        #expect(text(of: buffer) == "\"\(collector)\"")
        buffer.removeAll()
        buffer.write(atMost: 32) { $0.append(rfc3339String: time) }
        #expect(text(of: buffer) == "\"\(rfc3339)\"")
    }
}
