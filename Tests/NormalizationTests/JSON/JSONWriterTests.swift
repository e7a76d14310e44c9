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

    /// The text with U+FFFD for each byte that belongs to no well-formed sequence, by the standard library's own
    /// decoder.
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
            $0.append(.reason, line.span, .absent)
            $0.append(.reason, line.span, ByteRange(2, 2))
        }
        #expect(buffer.count == 0)
        buffer.write(atMost: 32) { $0.append(.reason, line.span, ByteRange(1, 3)) }
        #expect(buffer.text == #","reason":"bc""#)
    }
}
