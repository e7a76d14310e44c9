// SIGTERM and SIGINT, taken by a thread of their own with sigwait: nothing runs inside a signal handler. The first one
// asks for an end in time, one that comes a second later or more ends the process. To be set up before any other thread
// starts, so that all have the signals blocked.

internal import Glibc
internal import Worker
internal import Synchronization

enum Signals {
    private struct State {
        /// The first signal that came.
        var first: Int32?
        var action: (@Sendable (Int32) -> Void)?
    }

    private static let state = Mutex(State())

    /// Keeps SIGTERM and SIGINT waiting until they are watched for, so that one that comes early drains too.
    static func hold() { WorkerThread.leaveSignalsToOthers() }

    /// Watches for SIGTERM and SIGINT, as soon as it is known how long draining may take: so long after the first one
    /// the process ends with code 70 if it still runs.
    static func watch(milliseconds limit: Int) {
        hold()
        _ = WorkerThread(name: "signals") {
            var watched = WorkerThread.stopSignals
            let first = wait(&watched, nil)
            state.withLock { state in
                state.first = first
                return state.action
            }?(first)
            let end = ContinuousClock.now + .milliseconds(limit)
            // `timeout` and some supervisors send a signal to the process and to its group: what comes at once is the
            // same signal.
            let beginning = ContinuousClock.now + .seconds(1)
            while true {
                let second = wait(&watched, max(0, Int((end - .now) / .milliseconds(1))))
                if second > 0, ContinuousClock.now < beginning { continue }
                _exit(second > 0 ? 128 + second : ExitCode.internal.rawValue)
            }
        }
    }

    /// Acts on the first signal, at once if it has come already.
    static func onFirst(_ action: @escaping @Sendable (_ signal: Int32) -> Void) {
        let first = state.withLock { state in
            state.action = action
            return state.first
        }
        if let first { action(first) }
    }

    /// The next signal of the set, or -1 once `milliseconds` are over.
    private static func wait(_ set: inout sigset_t, _ milliseconds: Int?) -> Int32 {
        var deadline = timespec()
        // SAFETY: both waits only read the set and the time that they are handed.
        guard let milliseconds else {
            var signal: Int32 = 0
            while unsafe sigwait(&set, &signal) != 0 {}
            return signal
        }
        deadline = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
        while true {
            let signal = unsafe sigtimedwait(&set, nil, &deadline)
            if signal > 0 || errno == EAGAIN { return signal }
        }
    }
}
