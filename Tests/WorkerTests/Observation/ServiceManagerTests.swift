// What systemd hears of a worker.

import Foundation
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct ServiceManagerTests {
    /// A manager's end: a socket with a name, and what has come.
    private final class Listener {
        let name: String
        private let descriptor: Int32
        private(set) var heard: [String] = []

        init(_ name: String) throws {
            self.name = name
            descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
            try #require(descriptor >= 0)
            try #require(try #require(SocketAddress.local(name)).bind(descriptor))
        }

        deinit { close(descriptor) }

        /// Takes all that has come, and says whether this line is among all that ever came.
        func hears(_ line: String) -> Bool {
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                // SAFETY: recv(2) writes at most `count` bytes into the buffer that the closure lends.
                let count = unsafe buffer.withUnsafeMutableBytes {
                    unsafe recv(descriptor, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT))
                }
                guard count > 0 else { break }
                heard += String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n").map(String.init)
            }
            return heard.contains(line)
        }
    }

    @Test(arguments: ["@anyconnect-normalizer-test-\(UUID())", "/tmp/anyconnect-normalizer-\(UUID()).socket"])
    func linesReachASocketByPathOrAbstractName(_ name: String) throws {
        defer { _ = unsafe unlink(name) }
        let listener = try Listener(name)
        try #require(ServiceManager(socket: name)).tell(["READY=1", "STATUS=ready"])
        #expect(listener.hears("STATUS=ready"))
        #expect(listener.heard == ["READY=1", "STATUS=ready"])
    }

    @Test func aNameThatIsNoSocketIsNone() {
        let names = ["", "relative", "vsock:2:1", "/" + String(repeating: "x", count: 200)]
        #expect(names.allSatisfy { ServiceManager(socket: $0) == nil })
    }

    @Test func aManagerThatHasGoneIsLetBe() throws {
        try #require(ServiceManager(socket: "@anyconnect-normalizer-none-\(UUID())")).tell(["WATCHDOG=1"])
    }

    @Test func whatIsInTheWayIsOneLine() {
        let messages = ServiceManager.messages(isStopping: false, ["no\nbroker", "no topic"])
        #expect(messages == ["READY=1", "STATUS=not ready: no broker; no topic"])
    }

    @Test func aWorkerTellsThatItIsUpReadyAliveAndStopping() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try TestBroker.any()) { $0.isObserved = true }
            let listener = try Listener("@anyconnect-normalizer-test-\(UUID())")
            let worker = Worker(
                configuration: rig.configuration,
                catalogue: standardCatalogue,
                log: WorkerProbe().log,
                manager: ServiceManager(socket: listener.name)
            )
            let thread = BackgroundThread { worker.run() }
            defer { worker.requestStop() }
            try eventually("it is ready") { listener.hears("STATUS=ready") }
            #expect(listener.heard.contains("READY=1"))
            #expect(listener.heard.contains("WATCHDOG=1"))
            #expect(!listener.heard.contains("STOPPING=1"))
            worker.requestStop()
            #expect(try thread.value().failure == nil)
            #expect(listener.hears("STOPPING=1"))
        }
    }
}
