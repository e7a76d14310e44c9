// Reads a token from a file or from what a command prints, with limits on size and time. Calls libc only; any thread.

internal import CSystem
internal import Glibc

enum TokenReader {
    /// Bytes that a token has at most.
    static let longest = 65_536
    /// Milliseconds that a command may take.
    static let patience: Int64 = 10_000

    /// What a file holds; nil if it cannot be read.
    static func contents(of path: String) -> String? {
        // SAFETY: open(2) only reads the path.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return read(descriptor, until: SystemClock.monotonicNanoseconds + patience * 1_000_000)
    }

    /// What a command prints; nil if it cannot be started, takes too long, or ends with anything but 0.
    ///
    /// There is no shell in between. Its error output is dropped: it could hold what a log must not show.
    static func output(of words: [String]) -> String? {
        let deadline = SystemClock.monotonicNanoseconds + patience * 1_000_000
        var ends: [Int32] = [-1, -1]
        // SAFETY: pipe2 fills the two numbers.
        guard unsafe pipe2(&ends, O_CLOEXEC) == 0 else { return nil }
        let child = spawn(words, writingTo: ends[1])
        close(ends[1])
        defer { close(ends[0]) }
        guard let child else { return nil }
        let text = read(ends[0], until: deadline)
        return hasSucceeded(child, until: deadline) ? text : nil
    }

    private static func spawn(_ words: [String], writingTo output: Int32) -> pid_t? {
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        var noSignals = sigset_t()
        // SAFETY: both objects are initialized before use and destroyed after it; the calls copy what they are handed.
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        // The worker's threads have signals blocked that a child must be ended by.
        unsafe sigemptyset(&noSignals)
        unsafe posix_spawnattr_setsigmask(&attributes, &noSignals)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        // SAFETY: each word is a copy that lives until the call is over; the array ends with NULL.
        var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
        defer { unsafe arguments.forEach { unsafe free($0) } }
        var child: pid_t = 0
        guard unsafe posix_spawnp(&child, words[0], &actions, &attributes, &arguments, environ) == 0 else { return nil }
        return child
    }

    /// Reads to the end; nil if that takes too long, is too much, or fails.
    private static func read(_ descriptor: Int32, until deadline: Int64) -> String? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while bytes.count <= longest {
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let remaining = (deadline - SystemClock.monotonicNanoseconds) / 1_000_000
            // SAFETY: poll and read write only into what they are lent.
            guard remaining > 0, unsafe poll(&request, 1, Int32(clamping: remaining)) >= 0 || errno == EINTR else {
                return nil
            }
            guard request.revents != 0 else { continue }
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk[..<count]
        }
        return nil
    }

    /// Waits for a child, and ends it when its time is over.
    private static func hasSucceeded(_ child: pid_t, until deadline: Int64) -> Bool {
        var status: Int32 = 0
        // SAFETY: waitpid writes the status only.
        while unsafe waitpid(child, &status, WNOHANG) == 0 {
            if SystemClock.monotonicNanoseconds >= deadline {
                kill(child, SIGKILL)
                unsafe waitpid(child, &status, 0)
                return false
            }
            WorkerThread.sleep(milliseconds: 5)
        }
        return status == 0
    }
}
