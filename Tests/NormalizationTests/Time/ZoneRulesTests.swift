// What a clock means by the time that it shows: the two nights of a year in which that is a question, rules of all
// forms, and the years that a file does not list.

import TestSupport
import Testing

@testable import Normalization

@Suite struct ZoneRulesTests {
    private func reading(_ zone: ZoneBytes, _ time: Int64, near: Int64? = nil) throws -> (Int, Occurrence) {
        try zone.rules().reading(of: time, near: near)
    }

    @Test(arguments: [
        ((2024, 3, 31, 1, 59, 59), 3600, Occurrence.once), ((2024, 3, 31, 2, 0, 0), 3600, .never),
        ((2024, 3, 31, 2, 59, 59), 3600, .never), ((2024, 3, 31, 3, 0, 0), 7200, .once),
        ((2024, 7, 1, 12, 0, 0), 7200, .once), ((2024, 10, 27, 1, 59, 59), 7200, .once),
        ((2024, 10, 27, 2, 0, 0), 7200, .twice), ((2024, 10, 27, 2, 59, 59), 7200, .twice),
        ((2024, 10, 27, 3, 0, 0), 3600, .once), ((2024, 12, 31, 23, 59, 59), 3600, .once),
        ((1996, 3, 31, 2, 30, 0), 3600, .never), ((1996, 10, 27, 2, 30, 0), 7200, .twice),
        ((1990, 7, 1, 12, 0, 0), 3600, .once), ((2199, 7, 1, 12, 0, 0), 7200, .once),
        ((9999, 7, 1, 12, 0, 0), 7200, .once), ((9999, 12, 31, 23, 59, 59), 3600, .once),
        ((0, 1, 1, 0, 0, 0), 3600, .once),
    ])
    func berlin(_ time: (Int, Int, Int, Int, Int, Int), _ offset: Int, _ occurrence: Occurrence) throws {
        let found = try reading(.berlin, shown(time.0, time.1, time.2, time.3, time.4, time.5))
        #expect(found == (offset, occurrence))
    }

    /// Of both readings of 02:30 the one that is nearer to a moment, unless that is more than a day off.
    @Test(arguments: [
        // Hours from the first reading, 00:30 UTC.
        (0.0, 7200), (0.4, 7200), (0.5, 7200), (0.6, 3600), (1, 3600), (20, 3600), (25, 3600), (25.1, 7200),
        (-1, 7200), (-23.9, 7200), (-30, 7200),
    ])
    func theNearerReadingOfTheDoubledHourCounts(_ hours: Double, _ offset: Int) throws {
        let time = shown(2024, 10, 27, 2, 30)
        let found = try reading(.berlin, time, near: time - 7200 + Int64(hours * 3600))
        #expect(found == (offset, .twice))
    }

    @Test func aReferenceDecidesNothingElse() throws {
        for hours in Int64(-40)...40 {
            let time = shown(2024, 7, 1, 12)
            #expect(try reading(.berlin, time, near: time + hours * 3600) == (7200, .once))
            let missing = shown(2024, 3, 31, 2, 30)
            #expect(try reading(.berlin, missing, near: missing + hours * 3600) == (3600, .never))
        }
    }

    /// Each moment of 800 years is read back from what the clock shows, in the years of the file and long after them.
    @Test(arguments: [ZoneBytes.berlin, .newYork])
    func aMomentIsFoundAgain(_ zone: ZoneBytes) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let rules = try zone.rules()
        let offsets = zone.offsets.map { Int64($0) }
        for _ in 0..<5000 {
            let moment = Int64.random(in: shown(2008, 1, 1)...shown(2808, 1, 1), using: &generator)
            let readings = offsets.map { rules.reading(of: moment + $0, near: moment) }
            let fitting = zip(offsets, readings).filter { $0 == Int64($1.offset) && $1.occurrence != .never }
            #expect(fitting.count == 1, "\(moment), seed \(seed)")
            // Four hundred years on, the calendar is the same.
            let shift: Int64 = 12_622_780_800
            let later = offsets.map { rules.reading(of: moment + $0 + shift, near: moment + shift) }
            #expect(zip(readings, later).allSatisfy { $0 == $1 }, "\(moment), seed \(seed)")
        }
    }

    @Test(arguments: [
        // No transitions at all: the rule holds for all times.
        ("EST5EDT,M3.2.0,M11.1.0", (2024, 7, 1, 12, 0), -14_400, Occurrence.once),
        ("EST5EDT,M3.2.0,M11.1.0", (2024, 3, 10, 2, 30), -18_000, .never),
        ("EST5EDT,M3.2.0,M11.1.0", (1990, 11, 4, 1, 30), -14_400, .twice),
        // The southern half of the earth: summer time over the end of the year.
        ("AEST-10AEDT,M10.1.0,M4.1.0/3", (2024, 1, 1, 0, 0), 39_600, .once),
        ("AEST-10AEDT,M10.1.0,M4.1.0/3", (2024, 6, 1, 0, 0), 36_000, .once),
        // Half an hour, and names that are numbers.
        ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", (2024, 1, 1, 0, 0), 39_600, .once),
        ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", (2024, 10, 6, 2, 15), 37_800, .never),
        ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", (2024, 4, 7, 1, 45), 39_600, .twice),
        // Dublin: standard time is in summer, and winter time is an hour less.
        ("IST-1GMT0,M10.5.0,M3.5.0/1", (2024, 7, 1, 0, 0), 3600, .once),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", (2024, 1, 1, 0, 0), 0, .once),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", (2024, 3, 31, 1, 30), 0, .never),
        // Hours before the day and beyond it (version 3).
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", (2024, 3, 30, 23, 30), -7200, .never),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", (2024, 10, 26, 23, 30), -3600, .twice),
        ("IST-2IDT,M3.4.4/26,M10.5.0", (2024, 3, 29, 2, 30), 7200, .never),
        // Days of the year, with and without February 29.
        ("XXX3YYY,J60/2,J300/2", (2024, 3, 1, 2, 30), -10_800, .never),
        ("XXX3YYY,59/2,300/2", (2024, 2, 29, 2, 30), -10_800, .never),
        ("XXX3YYY,59/2,300/2", (2023, 3, 1, 2, 30), -10_800, .never),
        // Summer time all year.
        ("XXX3EDT4,0/0,J365/23", (2024, 1, 1, 0, 0), -14_400, .once),
        ("EST5EDT,0/0,J365/25", (2023, 12, 31, 23, 59), -14_400, .once),
        ("EST5EDT,0/0,J365/25", (2024, 1, 1, 0, 30), -14_400, .once),
        ("UTC0", (2024, 7, 1, 0, 0), 0, .once),
    ])
    func rulesOfAllForms(
        _ footer: String,
        _ time: (Int, Int, Int, Int, Int),
        _ offset: Int,
        _ occurrence: Occurrence
    ) throws {
        let standard = try #require(ZoneFooter(Array(footer.utf8))).standard
        let zone = ZoneBytes(version: UInt8(ascii: "3"), offsets: [Int32(standard)], footer: footer)
        let found = try reading(zone, shown(time.0, time.1, time.2, time.3, time.4))
        #expect(found == (offset, occurrence), "\(footer)")
    }

    /// Samoa left out December 30, 2011; Kwajalein had no August 21, 1993.
    @Test func aDayThatIsLeftOut() throws {
        let zone = ZoneBytes(changes: [(1_325_239_200, 1)], offsets: [-36_000, 50_400], footer: "")
        #expect(try reading(zone, shown(2011, 12, 29, 23, 59)) == (-36_000, .once))
        #expect(try reading(zone, shown(2011, 12, 30, 12)) == (-36_000, .never))
        #expect(try reading(zone, shown(2011, 12, 31)) == (50_400, .once))
        #expect(try reading(zone, shown(2500, 1, 1)) == (50_400, .once))
    }

    @Test(arguments: [
        ("Europe/Berlin", true), ("America/Argentina/Buenos_Aires", true), ("Etc/GMT+5", true), ("UTC", true),
        ("America/Port-au-Prince", true), ("", false), ("/etc/passwd", false), ("Europe/../../etc/passwd", false),
        ("..", false), ("Europe//Berlin", false), ("Europe/", false), ("Europe/Berlin ", false), (":Europe", false),
        ("Europe/Zürich", false), ("a\0b", false), (String(repeating: "a", count: 65), false),
    ])
    func namesAreChecked(_ name: String, _ isName: Bool) {
        #expect(ZoneRules.isName(name) == isName)
    }
}
