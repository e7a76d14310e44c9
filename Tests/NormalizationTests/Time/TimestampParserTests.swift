// One timestamp: the forms that devices and relays print, their ends, and what is none.

import Testing

@testable import Normalization

@Suite struct TimestampParserTests {
    private func parse(_ printed: String) -> (time: DeviceTime, rest: String?)? {
        let line = bytes(printed)
        guard let stamp = TimestampParser.parse(line.span, at: 0, to: line.count) else { return nil }
        return (stamp.time, text(ByteRange(stamp.end, line.count), of: line))
    }

    @Test(
        arguments: [
            ("Nov 03 2020 09:50:01 fw", 2020, nil, " fw"), ("Nov 3 09:50:01 fw", nil, nil, " fw"),
            ("nov  3 09:50:01", nil, nil, ""),
            ("NOV 03 2020 09:50:01: x", 2020, nil, ": x"), ("Nov 03 2020 09:50:01.123456 fw", 2020, nil, " fw"),
            ("Nov 03 2020 09:50:01,123 fw", 2020, nil, " fw"), ("Nov 03 2020 9:50:01 fw", 2020, nil, " fw"),
            ("Nov 03 2020 09:50:01 UTC: x", 2020, 0, ": x"), ("Nov 03 2020 09:50:01 CEST fw", 2020, 7200, " fw"),
            ("Nov 03 2020 09:50:01 +0530 fw", 2020, 19_800, " fw"),
            ("Nov 03 2020 09:50:01 -03:30 fw", 2020, -12_600, " fw"),
            ("Nov 03 2020 09:50:01 UTC+2 fw", 2020, 7200, " fw"),
            ("Nov 03 2020 09:50:01 GMT-3: x", 2020, -10_800, ": x"),
            ("Nov 03 09:50:01 EST 2020: x", 2020, -18_000, ": x"), ("Nov 03 09:50:01 2020 fw", 2020, nil, " fw"),
            ("Nov 03 09:50:01 2020 CET: x", 2020, 3600, ": x"), ("Nov 03 09:50:01 2020] x", 2020, nil, "] x"),
            ("2020-11-03T09:50:01Z fw", 2020, 0, " fw"), ("2020-11-03t09:50:01.5Z fw", 2020, 0, " fw"),
            ("2020-11-03 09:50:01 fw", 2020, nil, " fw"), ("2020/11/03 09:50:01 fw", 2020, nil, " fw"),
            ("2020.11.03 09:50:01 fw", 2020, nil, " fw"),
            ("2020-11-03T09:50:01+14:00 fw", 2020, 50_400, " fw"), ("2020 Nov 3 09:50:01 fw", 2020, nil, " fw"),
            ("3 Nov 2020 09:50:01 fw", 2020, nil, " fw"), ("Tue Nov 3 09:50:01 fw", nil, nil, " fw"),
            ("Tue, 03 Nov 2020 09:50:01 GMT fw", 2020, 0, " fw"),
            ("Nov 03 2020 09:50:01 FOOT: x", 2020, nil, " FOOT: x"),
            ("Nov 03 2020 09:50:01 VPN1 : x", 2020, nil, " VPN1 : x"),
            ("Nov 03 2020 09:50:01 +99:00", 2020, nil, " +99:00"),
        ] as [(String, Int?, Int?, String)]
    )
    func everyFormIsRead(_ printed: String, _ year: Int?, _ offset: Int?, _ rest: String) throws {
        let stamp = try #require(parse(printed))
        let expected = DeviceTime(year: year, month: 11, day: 3, hour: 9, minute: 50, second: 1, utcOffset: offset)
        #expect(stamp.time == expected)
        #expect(stamp.rest == rest)
    }

    @Test(arguments: [
        "", "N", "Nov", "Nov ", "Nov 03", "Nov 03 2020", "Nov 03 2020 09:50", "Nov 03 2020 09:50:1",
        "Nov 03 2020 24:00:00",
        "Nov 03 2020 09:60:00", "Nov 03 2020 09:50:61", "Nov 00 2020 09:50:01", "Nov 32 2020 09:50:01",
        "Nob 03 2020 09:50:01",
        "November 03 2020 09:50:01", "Nov-03-2020 09:50:01", "11/03/2020 09:50:01", "2020-13-03T09:50:01Z",
        "2020-11-32T09:50:01Z",
        "2020-11-03X09:50:01Z", "2020-11/03T09:50:01Z", "1020-11-03T09:50:01Z", "2020", "2020 Nov", "Tue", "Tue ",
        "Tue 3", "3", "3 Nov",
        "09:50:01", "Novembre", "fw1", "2020-11-03", ":", " Nov 03 2020 09:50:01",
    ])
    func anythingElseIsNoTimestamp(_ printed: String) {
        #expect(parse(printed) == nil)
    }

    @Test func aTruncatedTimestampNeverReadsOverTheEnd() {
        for printed in [
            "Tue, 03 Nov 2020 09:50:01.123 UTC+02:00 2021", "2020-11-03T09:50:01.5+02:00", "Nov  3 09:50:01 EST 2020",
        ] {
            for length in 0...printed.utf8.count {
                let line = Array(bytes(printed)[..<length])
                if let stamp = TimestampParser.parse(line.span, at: 0, to: length) { #expect(stamp.end <= length) }
            }
        }
    }

    @Test(
        arguments: [
            ("Z", 0, 1), ("UTC", 0, 3), ("JST fw", 32_400, 3), ("NZDT:", 46_800, 4), ("+01:00", 3600, 6),
            ("-8", -28_800, 2), ("+1: x", 3600, 2), ("BRT:", nil, 3),
        ] as [(String, Int?, Int)]
    )
    func zonesAreOffsetsOrKnownWords(_ printed: String, _ offset: Int?, _ end: Int) throws {
        let line = bytes(printed)
        let found = TimeZoneName.parse(line.span, at: 0, to: line.count)
        let zone = try #require(found)
        #expect(zone.utcOffset == offset)
        #expect(zone.end == end)
    }

    @Test(arguments: [
        "", "X", "utc", "UTCX", "FW1", "ESTX", "+", "-", "+123", "+15:00", "+01:60", "BRT", "ABCDEFT:", "VPN:",
    ])
    func otherWordsAreNoZones(_ printed: String) {
        let line = bytes(printed)
        let found = TimeZoneName.parse(line.span, at: 0, to: line.count)
        #expect(found == nil)
    }
}
