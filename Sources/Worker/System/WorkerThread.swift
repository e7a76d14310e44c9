// One named OS thread with a closure. Blocking calls of librdkafka belong on such a thread, not on a
// shared pool.

internal import Glibc

/// A thread that runs one closure and is then joined.
public struct WorkerThread {
    private final class Work {
        let name: String
        let body: @Sendable () -> Void

        init(name: String, body: @escaping @Sendable () -> Void) {
            self.name = name
            self.body = body
        }
    }

    private let thread: pthread_t

    /// Starts a thread; `name` is cut to the 15 bytes that the system keeps.
    ///
    /// - Returns: nil if the system gives no more threads.
    public init?(name: String, _ body: @escaping @Sendable () -> Void) {
        // SAFETY: the box is retained once here and taken back once, by the thread or below if there is no thread.
        let work = unsafe Unmanaged.passRetained(Work(name: String(name.prefix(15)), body: body))
        var thread = pthread_t()
        let result = unsafe pthread_create(
            &thread,
            nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                let work = unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
                WorkerThread.setName(work.name)
                work.body()
                return nil
            },
            work.toOpaque()
        )
        guard result == 0 else {
            unsafe work.release()
            return nil
        }
        self.thread = thread
    }

    /// Names the calling thread, for `top -H` and debuggers; a system without /proc leaves it unnamed.
    private static func setName(_ name: String) {
        // SAFETY: open(2) only reads the path, write(2) only the bytes that the closure lends.
        let descriptor = unsafe open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        let bytes = Array(name.utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
    }

    /// Keeps SIGTERM and SIGINT from the calling thread, which began before anybody watches for them: it would end the
    /// process by one that somebody else is to act on.
    package static func leaveSignalsToOthers() {
        var set = sigset_t()
        // SAFETY: these calls only fill and read the set that they are handed.
        unsafe sigemptyset(&set)
        unsafe sigaddset(&set, SIGTERM)
        unsafe sigaddset(&set, SIGINT)
        unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// Lets the calling thread sleep.
    package static func sleep(milliseconds: Int) {
        usleep(UInt32(clamping: milliseconds * 1000))
    }

    /// Waits until the closure has returned; to be called once.
    public func join() {
        pthread_join(thread, nil)
    }
}
