// One named OS thread with a closure. Blocking calls of librdkafka belong on such a thread, not on a
// shared pool.

public import Glibc
internal import Kafka

/// A thread that runs one closure and is then joined.
public struct WorkerThread {
    private let thread: pthread_t

    /// Starts a thread; `name` is cut to the 15 bytes that the system keeps.
    ///
    /// - Returns: nil if the system gives no more threads.
    public init?(name: String, _ body: @escaping @Sendable () -> Void) {
        let thread = startThread {
            // For `top -H` and debuggers; a system without /proc leaves it unnamed.
            SmallFile.write(String(name.prefix(15)), to: "/proc/thread-self/comm")
            body()
        }
        guard let thread else { return nil }
        self.thread = thread
    }

    /// Keeps SIGTERM and SIGINT from the calling thread and those that it starts: a thread that began before anybody
    /// watches for them would end the process by one that somebody else is to act on.
    public static func leaveSignalsToOthers() {
        var set = stopSignals
        // SAFETY: the call only reads the set that it is handed.
        unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// SIGTERM and SIGINT.
    public static var stopSignals: sigset_t {
        var set = sigset_t()
        // SAFETY: these calls only fill the set that they are handed.
        unsafe sigemptyset(&set)
        unsafe sigaddset(&set, SIGTERM)
        unsafe sigaddset(&set, SIGINT)
        return set
    }

    /// Lets the calling thread sleep.
    package static func sleep(milliseconds: Int) { usleep(UInt32(clamping: milliseconds * 1000)) }

    /// Waits until the closure has returned; to be called once.
    public func join() { pthread_join(thread, nil) }
}
