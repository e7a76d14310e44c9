// Calls of the library that may never return, and callers that leave them.

import Glibc
import Synchronization
import Testing

@testable import Kafka

@Suite struct BackgroundCallTests {
    /// A call that returns as soon as `gate` is opened.
    private func call(_ gate: Gate) throws -> BackgroundCall<Int> {
        try #require(
            BackgroundCall {
                gate.wait()
                return 7
            }
        )
    }

    @Test func aCallIsWaitedForUntilItReturns() throws {
        let gate = Gate()
        let call = try call(gate)
        var looks = 0
        let outcome = call.wait(until: Deadline(after: .seconds(60))) {
            looks += 1
            if looks == 3 { gate.open() }
            return false
        }
        #expect(outcome == 7)
    }

    @Test func aCallThatIsNeverAnsweredIsLeft() throws {
        let gate = Gate()
        let call = try call(gate)
        var looks = 0
        let outcome = call.wait(until: Deadline(after: .seconds(60))) {
            looks += 1
            return looks == 3
        }
        #expect(outcome == nil)
        #expect(looks == 3)
        gate.open()
        #expect(call.wait(until: Deadline(after: .seconds(60)), unless: { false }) == 7)
    }

    @Test func aCallIsLeftAtTheDeadline() throws {
        let gate = Gate()
        let call = try call(gate)
        #expect(call.wait(until: Deadline(after: .zero), unless: { false }) == nil)
        gate.open()
    }
}

/// Holds one thread back until it is opened.
private final class Gate: Sendable {
    private let isOpen = Mutex(false)

    func open() { isOpen.withLock { $0 = true } }

    func wait() {
        while !isOpen.withLock({ $0 }) { usleep(1000) }
    }
}
