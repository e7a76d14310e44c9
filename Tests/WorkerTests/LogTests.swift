// The form of log lines, and that a repeating event does not flood.

import Synchronization
import Testing

@testable import Worker

@Suite struct LogTests {
    private final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    private func written(_ level: LogLevel, _ events: [WorkerEvent]) -> [String] {
        let lines = Lines()
        let log = Log(level: level) { line in lines.all.withLock { $0.append(line) } }
        for event in events { log.write(event) }
        return lines.all.withLock { $0 }
    }

    @Test func aLineHasTimeLevelEventAndFields() throws {
        let line = try #require(written(.info, [.fatal(lane: 1, error: "say \"no\"\nnow")]).first)
        let form =
            #/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z level=error event=fatal lane=1 error="say \\"no\\"\\nnow"$/#
        #expect(line.wholeMatch(of: form) != nil, "\(line)")
    }

    @Test func lessSevereEventsAreLeftOut() {
        #expect(written(.warning, [.laneStarted(lane: 0)]) == [])
        #expect(written(.info, [.laneStarted(lane: 0)]).count == 1)
        #expect(written(.error, [.resumed(lane: 0, partitions: 1)]) == [])
    }

    @Test func aRepeatingEventIsWrittenOnce() {
        let events = [WorkerEvent](repeating: .headerIgnored(name: "customerId"), count: 100)
        #expect(written(.info, events).count == 1)
        #expect(written(.info, [WorkerEvent](repeating: .laneStarted(lane: 0), count: 3)).count == 3)
    }

    @Test func eachReasonOfALostConnectionIsWrittenOnce() {
        let events = (0..<50).flatMap { number in
            [
                WorkerEvent.clientFailed(lane: 0, code: "_TRANSPORT", error: "refused \(number)"),
                .clientFailed(lane: 0, code: "_SSL", error: "certificate \(number)"),
                .library(lane: 0, level: .warning, facility: "METADATA", message: "down \(number)"),
                .library(lane: 1, level: .warning, facility: "METADATA", message: "down \(number)"),
            ]
        }
        #expect(written(.info, events).count == 4)
    }

    @Test func numbersAndFlagsOfAnObjectAreNoStrings() throws {
        let lines = Lines()
        let log = Log(level: .info, form: .json) { line in lines.all.withLock { $0.append(line) } }
        log.write(.laneEnded(lane: 2, isClean: true))
        log.write(.ended(WorkerReport()))
        let all = lines.all.withLock { $0 }
        #expect(all[0].hasSuffix(#""event":"lane-ended","lane":2,"clean":true}"#), "\(all[0])")
        #expect(all[1].contains(#""event":"ended","read":0,"events":0,"#), "\(all[1])")
        #expect(all[1].hasSuffix(#""addsUp":true}"#), "\(all[1])")
    }

    @Test func aLineCanBeAnObject() throws {
        let lines = Lines()
        let log = Log(level: .info, form: .json) { line in lines.all.withLock { $0.append(line) } }
        log.write(.fatal(lane: 1, error: "say \"no\"\nnow"))
        let line = try #require(lines.all.withLock { $0.first })
        #expect(line.hasPrefix(#"{"time":"20"#))
        #expect(line.hasSuffix(#""level":"error","event":"fatal","lane":1,"error":"say \"no\"\nnow"}"#))
    }
}
