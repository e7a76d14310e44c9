// Signs of life as they are looked at: a lane that gives none is found, a process that was stopped is not taken for one that hangs.

import Testing

@testable import NormalizerWorker

@Suite struct SilenceWatchTests {
    @Test func looksAreCountedWhileNothingChanges() {
        var watch = SilenceWatch()
        #expect([7, 7, 7, 8, 8, 9].map { watch.look($0) } == [0, 1, 2, 0, 1, 0])
    }

    @Test func theTimeThatPassesIsOfNoAccount() {
        var watch = SilenceWatch()
        // The process was stopped for an hour between these two.
        #expect(watch.look(1_000) == 0)
        #expect(watch.look(3_600_000_001_000) == 0)
    }

    @Test func theOldestOfTheLanesCounts() {
        let status = WorkerStatus(laneCount: 2)
        status.heartbeat(of: 0).beat(at: 20)
        status.heartbeat(of: 1).beat(at: 10)
        #expect(status.oldestHeartbeat == 10)
        status.heartbeat(of: 1).beat(at: 30)
        #expect(status.oldestHeartbeat == 20)
    }
}
