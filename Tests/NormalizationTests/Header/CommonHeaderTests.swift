// The reading of the common header against the general one: where it reads anything, both read the same.

import TestSupport
import Testing

@testable import Normalization

@Suite struct CommonHeaderTests {
    private static let pieces = [
        "<166>", "<4>", ">", "<", "1 ", "Nov", "nov 03", "Nov  3", "Mon", "2020", "1989", " 2021 ", "09:50:01",
        "9:50:01", "24:00:00",
        ".123", ":", " : ", "::", " ", "  ", "\t", "*", ",", "vpn1", "VPN-1", "fw_1.example.com", "192.0.2.7", "1.2.3",
        "2020-11-03",
        "UTC", "GMT+2", "GMT-3", "CEST", "CLST", "local4.err", "auth.info", "CEF:", "CEF", "LEEF:1.0", "ASA", "asa:",
        "-", "N/A", "=", "a=b",
        "[", "]", "{", "\"", "\\", "|", "%", "\u{E9}", "message repeated 2 times", "::ffff:192.0.2.7", "2001:db8::1",
        "7", "Z", "T",
    ]

    private static let shapes = [
        "<166>Nov 03 2020 09:50:01 vpn1.example.com : ", "<166>Nov 03 2020 09:50:01: ", "Nov  3 09:50:01 VPN-1 ",
        "<4>:Nov 03 09:50:01 192.0.2.7: ", "<166>Nov 03 2020 09:50:01 UTC: ",
    ]

    @Test func readsTheSameAsTheGeneralReading() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        var readings = 0
        var stamp = RecentStamp()
        var common = SyslogHeader()
        for round in 0..<40_000 {
            let shape = CommonHeaderTests.shapes[round % CommonHeaderTests.shapes.count]
            let text = mutated(shape, with: CommonHeaderTests.pieces, atMost: 3, &generator)
            // Behind it stands the tag.
            let end = text.utf8.count
            let line = bytes(text + "%ASA-6-302013: Built")
            guard CommonHeader.read(line.span, to: end, &stamp, into: &common) else { continue }
            readings += 1
            let general = SyslogHeader(line.span, to: end)
            let isSame =
                general.host == common.host && general.time == common.time && general.timeRange == common.timeRange
                && !general.mayBeJSON
            #expect(isSame, "'\(text)', seed \(seed)")
        }
        #expect(readings > 8000)
    }

    @Test(arguments: shapes.dropLast())
    func readsWhatDevicesPrint(_ text: String) {
        let line = bytes(text + "%ASA-6-302013: Built")
        var stamp = RecentStamp()
        var header = SyslogHeader()
        #expect(CommonHeader.read(line.span, to: text.utf8.count, &stamp, into: &header))
    }
}
