// A worker whose wall clock is set back an hour while it waits for records: librdkafka's own threads wait by that
// clock. The clock is that of the fault rig, Tests/Faults/clock.c, preloaded.

import Foundation
import KafkaTestSupport
import TestSupport
import Testing

@Suite(.serialized) struct ClockTests {
    /// A clock that can be set, for programs that are started with its environment.
    private struct Clock {
        let folder: URL
        var environment: [String: String] {
            [
                "LD_PRELOAD": folder.appending(path: "clock.so").path(),
                "FAULT_CLOCK": folder.appending(path: "seconds").path(),
            ]
        }

        init() throws {
            folder = FileManager.default.temporaryDirectory.appending(path: "clock-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "Faults/clock.c")
            let library = folder.appending(path: "clock.so").path()
            try set(to: 0)
            let compiler = try Program(
                [
                    "-c", "exec $(command -v clang || command -v cc) \"$@\"", "sh", "-shared", "-fPIC", "-O", "-o",
                    library,
                    source.path(), "-ldl",
                ],
                environment: ProcessInfo.processInfo.environment,
                executable: "/bin/sh"
            )
            let status = compiler.wait()
            try #require(status == 0, "\(compiler.errors)")
        }

        /// Sets the clock so many seconds ahead of the system's.
        func set(to seconds: Int) throws {
            try Data("\(seconds)".utf8).write(to: folder.appending(path: "seconds"), options: .atomic)
        }
    }

    @Test func aClockThatIsSetBackKeepsNoRecordWaiting() async throws {
        try await onOwnThread {
            let clock = try Clock()
            defer { try? FileManager.default.removeItem(at: clock.folder) }
            let rig = try TopicRig(partitions: 1)
            // The embedded broker does not keep the offsets of a transaction.
            let delivery = rig.broker.cluster == nil ? "exactly-once" : "at-least-once"
            let worker = try rig.start(["run", "--delivery", delivery], clock.environment)
            func send(_ user: String) throws {
                try rig.write(["%ASA-6-113008: AAA transaction status ACCEPT : user = \(user)"])
            }
            try send("one")
            try eventually("the first record is committed") {
                try rig.committed(rig.group, rig.input, 1) == [0: 1] || !worker.isRunning
            }
            try clock.set(to: -3600)
            try eventually("it is noticed") { worker.errors.contains("event=clock-set-back") || !worker.isRunning }
            try eventually("there is a new lane") {
                worker.errors.components(separatedBy: "event=lane-started").count == 3 || !worker.isRunning
            }
            try send("two")
            try eventually("the second record is committed") {
                try rig.committed(rig.group, rig.input, 1) == [0: 2] || !worker.isRunning
            }
            worker.signal(SIGTERM)
            #expect(worker.wait() == 0, "\(worker.errors)")
            #expect(try rig.events().count == 2)
        }
    }
}
