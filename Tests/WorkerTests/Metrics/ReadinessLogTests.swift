// Which looks at the obstacles of a worker make a log line.

import Testing

@testable import Worker

@Suite struct ReadinessLogTests {
    private static func words(_ events: [WorkerEvent]) -> [String] {
        events.map { event in
            if case .notReady(let kind, let subject, let reason) = event {
                "\(kind) \(subject): \(reason)"
            } else {
                event.name
            }
        }
    }

    private let stuck = Obstacle(.stuck, "partition 1", "5 records")

    @Test func whatPassesAtOnceIsNotTold() {
        var log = ReadinessLog()
        for obstacles in [[stuck], [stuck], [], [stuck], [stuck], []] { #expect(log.look(obstacles).isEmpty) }
    }

    @Test func whatStandsIsToldOnceAMinuteAndItsEndOnce() {
        var log = ReadinessLog()
        var lines: [Int: [String]] = [:]
        for look in 1...70 {
            // The words change, the obstacle does not.
            let words = Self.words(log.look([Obstacle(.stuck, "partition 1", "\(look) records")]))
            if !words.isEmpty { lines[look] = words }
        }
        #expect(lines == [3: ["stuck partition 1: 3 records"], 63: ["stuck partition 1: 63 records"]])
        #expect(Self.words(log.look([])) == ["ready"])
        #expect(log.look([]).isEmpty)
    }

    @Test func itIsReadyOnlyWhenTheLastObstacleIsGone() {
        var log = ReadinessLog()
        let other = Obstacle(.missingTopic, "t", "missing")
        for _ in 0..<3 { _ = log.look([stuck]) }
        for _ in 0..<2 { #expect(log.look([stuck, other]).isEmpty) }
        #expect(Self.words(log.look([other])) == ["missing-topic t: missing"])
        #expect(Self.words(log.look([])) == ["ready"])
    }
}
