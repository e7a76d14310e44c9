// The calendar against Foundation's, and the year and zone that a line leaves out.

import Foundation
import TestSupport
import Testing

@testable import Normalization

@Suite struct DeviceTimeTests {
    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
        return calendar
    }()

    private func seconds(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0)
        -> Int64
    {
        CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second).epochSeconds
    }

    /// From 1900 to 2300: before 1970, over century years that are no leap years, and over 2000, which is one.
    @Test func agreesWithFoundationOnRandomMoments() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<5000 {
            let moment = Int64.random(in: -2_208_988_800...10_413_792_000, using: &generator)
            let ours = CivilTime(epochSeconds: moment)
            let theirs = Self.calendar.dateComponents(
                [.year, .month, .day, .hour, .minute, .second],
                from: Date(timeIntervalSince1970: TimeInterval(moment))
            )
            #expect(
                [ours.year, ours.month, ours.day, ours.hour, ours.minute, ours.second]
                    == [theirs.year, theirs.month, theirs.day, theirs.hour, theirs.minute, theirs.second],
                "\(moment), seed \(seed)"
            )
            #expect(
                seconds(ours.year, ours.month, ours.day, ours.hour, ours.minute, ours.second) == moment,
                "\(moment), seed \(seed)"
            )
        }
    }

    @Test(arguments: [
        (2020, 2, 29), (2021, 2, 28), (2000, 2, 29), (1900, 2, 28), (2100, 2, 28), (2020, 1, 31), (2020, 4, 30),
        (2020, 12, 31), (2020, 13, 0),
        (2020, 0, 0),
    ])
    func monthsHaveTheirDays(_ year: Int, _ month: Int, _ days: Int) {
        #expect(CivilTime.days(inMonth: month, of: year) == days)
    }

    @Test(arguments: [
        // Received, printed month and day, the year that is meant.
        ((2021, 1, 1), (12, 31), 2020),
        ((2021, 1, 1), (1, 1), 2021),
        ((2020, 12, 31), (1, 1), 2021),
        ((2020, 12, 31), (12, 31), 2020),
        ((2020, 12, 30), (1, 1), 2020),
        ((2021, 6, 1), (6, 2), 2021),
        ((2021, 6, 1), (6, 3), 2020),
        ((2021, 3, 1), (2, 28), 2021),
        ((2020, 3, 1), (2, 29), 2020),
        ((2021, 1, 5), (2, 29), 2020),
    ])
    func aMissingYearIsTheLatestThatIsNotADayAhead(
        _ received: (Int, Int, Int),
        _ printed: (Int, Int),
        _ year: Int
    ) {
        let time = DeviceTime(month: printed.0, day: printed.1, hour: 0, minute: 0, second: 0)
        let moment = time.reading(Reception(seconds: seconds(received.0, received.1, received.2)), .offset(0))?.clock
            .moment
        #expect(moment == seconds(year, printed.0, printed.1))
    }

    @Test func theStatedZoneGoesBeforeTheConfiguredOne() {
        var time = DeviceTime(year: 2020, month: 11, day: 3, hour: 9, minute: 50, second: 1)
        let moment = seconds(2020, 11, 3, 9, 50, 1)
        #expect(time.reading(Reception(seconds: 0), .offset(0))?.clock.moment == moment)
        #expect(time.reading(Reception(seconds: 0), .offset(7200))?.clock.moment == moment - 7200)
        time.utcOffset = -18_000
        #expect(time.reading(Reception(seconds: 0), .offset(7200))?.clock.moment == moment + 18_000)
    }

    @Test(arguments: [(2021, 2, 29), (2020, 2, 30), (2020, 4, 31), (2100, 2, 29)])
    func aDateThatDoesNotExistIsNoTime(_ year: Int, _ month: Int, _ day: Int) {
        let time = DeviceTime(year: year, month: month, day: day, hour: 0, minute: 0, second: 0)
        #expect(time.reading(Reception(seconds: 0), .offset(0))?.clock.moment == nil)
    }

    @Test func theLeapSecondCountsAsTheSecondBefore() {
        let leap = DeviceTime(year: 2016, month: 12, day: 31, hour: 23, minute: 59, second: 60)
        #expect(leap.reading(Reception(seconds: 0), .offset(0))?.clock.moment == seconds(2016, 12, 31, 23, 59, 59))
    }

    /// The event is never more than a day ahead of its arrival.
    @Test func aMissingYearNeverPutsAnEventInTheFuture() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<2000 {
            let received = Int64.random(in: 946_684_800...4_102_444_800, using: &generator)
            let time = DeviceTime(
                month: Int.random(in: 1...12, using: &generator),
                day: Int.random(in: 1...28, using: &generator),
                hour: Int.random(in: 0...23, using: &generator),
                minute: 0,
                second: 0
            )
            guard let moment = time.reading(Reception(seconds: received), .offset(0))?.clock.moment else {
                Issue.record("no moment, seed \(seed)")
                continue
            }
            #expect(moment <= received + 86_400, "seed \(seed)")
            #expect(moment > received - 367 * 86_400, "seed \(seed)")
        }
    }
}
