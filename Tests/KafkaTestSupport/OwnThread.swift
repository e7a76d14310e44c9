// Threads for tests that wait long, so many at a time and no more: a worker and its embedded cluster keep about thirty
// descriptors and as many threads, and the test library starts all tests at once.

import Foundation
import Synchronization

/// Runs the body of a test that waits long on a thread of its own, so that it does not hold up other tests.
///
/// It begins when fewer than sixteen others run, in the order of the calls. A time limit of the test would count the
/// wait for that as well, and could not end the thread: each wait in the body has a deadline instead.
public func onOwnThread(_ body: @escaping @Sendable () throws -> Void) async throws {
    await Places.take()
    defer { Places.giveBack() }
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread {
            continuation.resume(with: Result { try body() })
        }
    }
}

/// The places for such threads.
private enum Places {
    private struct State {
        // With all suites at once that is at most some 750 descriptors, below the limit of 1024 that many systems have.
        var free = 16
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private static let state = Mutex(State())

    static func take() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.free > 0 else {
                    state.waiting.append(continuation)
                    return false
                }
                state.free -= 1
                return true
            }
            if isFree { continuation.resume() }
        }
    }

    /// Hands the place to who has waited longest, or keeps it free.
    static func giveBack() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}
