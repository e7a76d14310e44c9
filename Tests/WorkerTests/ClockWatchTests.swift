// Steps of the wall clock, of pairs of readings.

import Testing

@testable import Worker

@Suite struct ClockWatchTests {
    /// Milliseconds by which both clocks went on since the last look, and by how many the wall clock was set back.
    struct Look: Sendable {
        let wall: Int64
        let monotonic: Int64
        let told: Int64
    }

    static let cases: [[Look]] = [
        [Look(wall: 100, monotonic: 100, told: 0), Look(wall: 100, monotonic: 100, told: 0)],
        [Look(wall: -3_599_900, monotonic: 100, told: 3_600_000), Look(wall: 100, monotonic: 100, told: 0)],
        [Look(wall: 3_600_100, monotonic: 100, told: 0), Look(wall: -3_599_900, monotonic: 100, told: 3_600_000)],
        [Look(wall: -4900, monotonic: 100, told: 5000), Look(wall: -4900, monotonic: 100, told: 5000)],
        // The process was stopped for an hour.
        [Look(wall: 3_600_000, monotonic: 3_600_000, told: 0)],
    ]

    @Test(arguments: cases) func whatTheClockWasSetBackIsTold(_ looks: [Look]) {
        var wall: Int64 = 1_700_000_000_000
        var monotonic: Int64 = 5_000
        var watch = ClockWatch(wall: wall, monotonic: monotonic * 1_000_000)
        for look in looks {
            wall += look.wall
            monotonic += look.monotonic
            #expect(watch.look(wall: wall, monotonic: monotonic * 1_000_000) == look.told)
        }
    }
}
