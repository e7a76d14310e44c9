// SIGTERM and SIGINT, taken by a thread of their own with sigwait: nothing runs inside a signal handler.
// To be set up before any other thread starts, so that all of them have the signals blocked.

internal import Glibc
internal import NormalizerWorker

enum Signals {
    /// Keeps SIGTERM and SIGINT waiting until they are watched for, so that one that comes early drains too.
    static func hold() {
        var set = watchedSet
        // SAFETY: the call only reads the set that it is handed.
        unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    private static var watchedSet: sigset_t {
        var set = sigset_t()
        // SAFETY: these calls only fill the set that they are handed.
        unsafe sigemptyset(&set)
        unsafe sigaddset(&set, SIGTERM)
        unsafe sigaddset(&set, SIGINT)
        return set
    }

    /// Watches for SIGTERM and SIGINT.
    ///
    /// - Parameter handle: Called with the signal and whether it is the first, on the watching thread; what it returns is the time
    ///   in milliseconds after which the process ends with code 70, nil for no limit.
    static func watch(_ handle: @escaping @Sendable (_ signal: Int32, _ isFirst: Bool) -> Int?) {
        hold()
        let watched = watchedSet
        _ = WorkerThread(name: "signals") {
            var watched = watched
            var limit: Int?
            var isFirst = true
            while true {
                let signal = wait(&watched, limit)
                guard signal > 0 else { _exit(ExitCode.internal.rawValue) }
                limit = handle(signal, isFirst)
                isFirst = false
            }
        }
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
