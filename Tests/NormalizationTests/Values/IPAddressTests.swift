// Reading addresses in every spelling that devices print, and writing them in the guide's form. Foundation's
// address parser of the system library is the oracle for random IPv6 texts.

import Foundation
import TestSupport
import Testing

@testable import Normalization

@Suite struct IPAddressTests {
    private func read(_ text: String) -> IPAddress? {
        let line = bytes(text)
        return IPAddress.parse(whole(line), in: line.span)
    }

    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"),
        ("0.0.0.0", "0.0.0.0"),
        ("255.255.255.255", "255.255.255.255"),
        ("198.51.100.007", "198.51.100.7"),
        ("[203.0.113.9]", "203.0.113.9"),
        ("2001:db8::1", "2001:0DB8:0000:0000:0000:0000:0000:0001"),
        ("2001:DB8:0:0:8:800:200C:417A", "2001:0DB8:0000:0000:0008:0800:200C:417A"),
        ("fe80::202:b3ff:fe1e:8329", "FE80:0000:0000:0000:0202:B3FF:FE1E:8329"),
        ("FE80:0000:0000:0000:0202:B3FF:FE1E:8329", "FE80:0000:0000:0000:0202:B3FF:FE1E:8329"),
        ("fe80::1%outside", "FE80:0000:0000:0000:0000:0000:0000:0001"),
        ("[2001:db8::1]", "2001:0DB8:0000:0000:0000:0000:0000:0001"),
        ("[fe80::1%5]", "FE80:0000:0000:0000:0000:0000:0000:0001"),
        ("::", "0000:0000:0000:0000:0000:0000:0000:0000"),
        ("::1", "0000:0000:0000:0000:0000:0000:0000:0001"),
        ("1::", "0001:0000:0000:0000:0000:0000:0000:0000"),
        ("1:2:3:4:5:6:7::", "0001:0002:0003:0004:0005:0006:0007:0000"),
        ("::2:3:4:5:6:7:8", "0000:0002:0003:0004:0005:0006:0007:0008"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("::FFFF:c000:201", "192.0.2.1"),
        ("64:ff9b::192.0.2.33", "0064:FF9B:0000:0000:0000:0000:C000:0221"),
        ("1:2:3:4:5:6:192.0.2.1", "0001:0002:0003:0004:0005:0006:C000:0201"),
    ])
    func spellingsOfAnAddressBecomeTheGuidesForm(_ printed: String, _ form: String) throws {
        #expect(written(try #require(read(printed)), of: bytes(printed)) == form)
    }

    @Test(arguments: [
        "", ":", ".", "1", "none", "None", "N/A", "-", "localhost", "mail.example.com", "gateway-1",
        "invalid-addr-2-0.0.0.0",
        "192.0.2", "192.0.2.", "192.0.2.1.", ".192.0.2.1", "192.0.2.256", "192.0.2.1234", "192.0..1", "192.0.2.1.5",
        "1192.0.2.1",
        "192.0.2.1/24", "192.0.2.1:80", "192.0.2.x", " 192.0.2.1", "192.0.2.1 ", "0x7f.1", "2001:db8", "2001:db8::1::2",
        ":2001:db8::1", "2001:db8::1:", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4::5:6:7:8", "12345::1", "g::1",
        ":::",
        "[2001:db8::1", "2001:db8::1]", "[]", "::192.0.2", "::192.0.2.1:1", "1:2:3:4:5:6:7:192.0.2.1", "%", "%eth0",
        "00000000000000000000000000000000000000000000000000000000000000000000000000000000000000::1",
    ])
    func anythingElseIsNoAddress(_ printed: String) {
        #expect(read(printed) == nil)
    }

    @Test(arguments: [("0.0.0.0", true), ("::", true), ("::ffff:0.0.0.0", true), ("0.0.0.1", false), ("::1", false)])
    func theAddressForNoneIsKnown(_ printed: String, _ isNone: Bool) throws {
        #expect(try #require(read(printed)).isUnspecified == isNone)
    }

    /// `inet_pton` reads what it is given; ours must say the same of random texts of digits, colons and dots.
    @Test func agreesWithTheSystemOnRandomTexts() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array("0123456789abcdefABCDEF::::..")
        var valid = 0
        for _ in 0..<20_000 {
            var groups = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
                String(
                    (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                        alphabet.randomElement(using: &generator) ?? ":"
                    }
                )
            }
            if Bool.random(using: &generator) { groups.append("192.0.2.\(Int.random(in: 0...300, using: &generator))") }
            let printed = groups.joined(separator: ":")
            var address = in6_addr()
            let isValid = unsafe inet_pton(AF_INET6, printed, &address) == 1
            let ours = read(printed)
            if printed.contains(":") {
                #expect((ours != nil) == isValid, "\(printed), seed \(seed)")
            }
            guard isValid, let ours else { continue }
            valid += 1
            let system = unsafe withUnsafeBytes(of: &address) { unsafe Array($0) }
            let halves = (0..<2).map { half in
                system[half * 8..<half * 8 + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            }
            let isMapped = halves[0] == 0 && halves[1] >> 32 == 0xFFFF
            let expected =
                isMapped ? IPAddress.v4(IPv4Address(UInt32(truncatingIfNeeded: halves[1]))) : .v6(halves[0], halves[1])
            #expect(ours == expected, "\(printed), seed \(seed)")
        }
        #expect(valid > 100, "seed \(seed)")
    }

    @Test func whatIsWrittenIsReadBack() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<2000 {
            let four = IPAddress.v4(IPv4Address(UInt32.random(in: 0...UInt32.max, using: &generator)))
            #expect(read(written(four)) == four, "seed \(seed)")
            let six = IPAddress.v6(generator.next() | 1, generator.next())
            #expect(read(written(six)) == six, "seed \(seed)")
        }
    }
}
