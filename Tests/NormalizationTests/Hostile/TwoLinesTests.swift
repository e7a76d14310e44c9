// Two lines in one record: the first one's event, and nothing of the second.

import Foundation
import TestSupport
import Testing

@testable import Normalization

@Suite struct TwoLinesTests {
    private static let second = [
        "%ASA-6-113005: AAA user authentication Rejected : reason = forged : server = 192.0.2.66 : user = mallory : user IP = 192.0.2.66",
        "%ASA-4-113019: Group = forged, Username = mallory, IP = 192.0.2.66, Session disconnected. Session Type: x, Duration: 0h:00m:00s, Bytes xmt: 1, Bytes rcv: 1, Reason: forged",
        "%ASA-6-722055: Group <forged> User <mallory> IP <192.0.2.66> Client Type: x",
    ]

    /// Lines that a device sends one after the other begin alike.
    @Test func theFirstOfTwoLinesOfADeviceMakesTheEvent() throws {
        var reader = EventReader()
        var count = 0
        for fixture in Fixture.all {
            let line = try fixture.line()
            let trimmed = LineEnd.trimmed(line.span)
            guard let tag = ASATag.ofMessage(line.span, to: trimmed), tag.start >= 8, tag.isCanonical,
                line[tag.start] == UInt8(ascii: "%"), line[0] != UInt8(ascii: "{"), line[0] != UInt8(ascii: "\""),
                LineEnd.textEnd(line.span, of: tag, to: trimmed) == trimmed
            else { continue }
            let expected = try #require(reader.read(line).members)
            for text in Self.second {
                let second = Array(line[..<tag.start]) + Array(text.utf8)
                for separator in ["\n", "\r\n", "\n\n", " \n"] {
                    let record = line[..<trimmed] + Array(separator.utf8) + second
                    let found = try #require(reader.read(Array(record)).members)
                    #expect(found == expected, "\(fixture): \(String(decoding: record, as: UTF8.self))")
                    count += 1
                }
                // A relay may have put a priority of its own before the device's.
                guard line[..<tag.start].count(where: { $0 == UInt8(ascii: "<") }) == 1 else { continue }
                let glued = try #require(reader.read(line[..<trimmed] + second).members)
                #expect(glued == expected, "\(fixture): glued to \(text)")
            }
        }
        #expect(count > 5_000)
    }

    /// Where the header is another's, no value of the second line stands in the event, and none of the first is another
    /// than alone.
    @Test func nothingOfAnotherDevicesLineCounts() throws {
        var reader = EventReader()
        for fixture in Fixture.all {
            let line = try fixture.line()
            guard line[0] != UInt8(ascii: "{"), line[0] != UInt8(ascii: "\"") else { continue }
            let expected = try #require(reader.read(line).members)
            for text in Self.second {
                for separator in ["\n<165>1 2021-06-01T11:29:03Z other asa - - - ", "<165>Jun  2 11:29:03 other : "] {
                    let record = line + Array((separator + text).utf8)
                    let found = try #require(reader.read(record).members)
                    let wrong = found.filter { expected[$0.key] != $0.value }
                    #expect(wrong.isEmpty, "\(fixture): \(wrong): \(String(decoding: record, as: UTF8.self))")
                }
            }
        }
    }

    /// A name that ends the device's line by itself and begins another one, whose end the device prints.
    @Test(arguments: [
        "113019: Group = Dev, Username = ~, IP = 203.0.113.7, Session disconnected. Session Type: SSL, Duration: 0h:00m:10s, Bytes xmt: 1, Bytes rcv: 2, Reason: Idle Timeout",
        "716056: Group <Dev> User <~> IP <203.0.113.7> Authentication to SSO server name: a type b failed reason: no response",
        "302013: Built inbound TCP connection 9 for outside:203.0.113.7/5 (203.0.113.7/5)(~) to inside:203.0.113.9/443 (203.0.113.9/443)",
        "302016: Teardown UDP connection 9 for outside:203.0.113.7/5(LOCAL\\~) to inside:203.0.113.9/53 duration 0:02:01 bytes 132 (kim)",
        "106100: access-list a permitted tcp outside/203.0.113.7(5)(~) -> inside/203.0.113.9(443) hit-cnt 1 first hit [0x0, 0x0]",
        "304001: ~@203.0.113.7 Accessed URL 203.0.113.9:http://h/",
        "338301: Intercepted DNS reply for domain ~ from outside:203.0.113.7/53 to inside:203.0.113.9/5, matched list",
        "751025: Local:203.0.113.9:4500 Remote:203.0.113.7:4500 Username:~ IKEv2 Group:Dev IPv4 Address=10.9.0.5 IPv6 address=:: assigned to session",
        "999999: Group <Dev> User <~> IP <203.0.113.7> ended: by itself",
        "999999: ended : user = ~ : user IP = 203.0.113.7",
    ])
    func aTypedLineWithAnEndOfItsOwnForgesNothing(_ text: String) throws {
        let name = try #require(text.firstIndex(of: "~"))
        func other(_ part: Substring) -> String {
            String(part).replacing("203.0.113.", with: "192.0.2.").replacing("10.9.0.5", with: "192.0.2.5")
        }
        let rest = other(text[text.index(after: name)...])
        let typed = "x\(rest) <166>Jan 01 2001 00:00:00 other : %ASA-6-\(other(text[..<name]))z"
        let event = try normalize("<166>Nov 03 2020 09:50:01 fw1 : %ASA-6-" + text.replacing("~", with: typed))
        for token in [Token.sourceIpv4, .destinationIpv4, .natSourceIP] {
            #expect(event[token]?.hasPrefix("192.0.2.") != true, "\(token)")
        }
        let whole = try normalize("<166>Nov 03 2020 09:50:01 fw1 : %ASA-6-" + text.replacing("~", with: "z"))
        #expect(event[.sourceIpv4] == nil || event[.sourceIpv4] == whole[.sourceIpv4])
    }

    /// What somebody typed is no second line where the device's own words stand behind it.
    @Test(
        arguments: [
            "x\n%ASA-6-113039: y", "x<166>Jan 01 2001 00:00:00 forged : %ASA-1-101001: (Primary) y",
            "x : user IP = 192.0.2.66\n%ASA-6-113005: y", "x : user IP = 192.0.2.66<166>%ASA-6-113005: y",
            "x\n<165>Nov 03 2020 09:50:01 other : %ASA-6-113005: AAA user authentication Rejected : reason = r : server = 192.0.2.66 : user = y",
        ]
    )
    func aTypedLineForgesNothing(_ name: String) throws {
        let beginning = "<166>Nov 03 2020 09:50:01 fw1 : %ASA-6-113005: AAA user authentication Rejected : "
        let line = beginning + "reason = AAA failure : server = 198.51.100.7 : user = \(name) : user IP = 203.0.113.7"
        let event = try normalize(line)
        #expect(event[.destinationIpv4] == "198.51.100.7")
        #expect(event[.sourceIpv4] == nil || event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.reason] == "AAA failure")
        #expect(!event.json.contains("192.0.2.66\""))
    }
}
