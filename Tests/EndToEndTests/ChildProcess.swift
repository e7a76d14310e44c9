// Starts a program with posix_spawn and tells how it ended.
// Not Foundation's `Process`: it lists the open descriptors of this process by copying each entry of the folder at its
// full declared size, and so reads past the buffer, and crashes, where more than 1300 are open.

internal import Glibc

/// A program that was started; it is ended and waited for at the latest when this is let go.
final class ChildProcess {
    /// Why a program could not be started.
    struct Fault: Error, CustomStringConvertible {
        /// What failed, and libc's number for why.
        let description: String
    }

    private let id: pid_t
    /// What waitpid told; nil while the program has not been waited for, and so long its id is its own.
    private var status: Int32?

    /// Starts a program with these words and variables, and nothing else of this process.
    ///
    /// - Parameters:
    ///   - path: The executable.
    ///   - arguments: What follows its name.
    ///   - environment: Its variables, all of them.
    ///   - input: A file that is its standard input.
    ///   - output: A file that takes its standard output.
    ///   - errors: A file that takes its standard error.
    /// - Throws: `Fault`.
    init(
        _ path: String,
        _ arguments: [String],
        environment: [String: String],
        input: String,
        output: String,
        errors: String
    ) throws {
        var actions = unsafe posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        // SAFETY: both objects are initialized before use and destroyed after it; the calls copy what they are handed.
        unsafe posix_spawn_file_actions_init(&actions)
        unsafe posix_spawnattr_init(&attributes)
        defer {
            unsafe posix_spawn_file_actions_destroy(&actions)
            unsafe posix_spawnattr_destroy(&attributes)
        }
        // The streams are opened by the child, so that no descriptor of them is ever open here. Others that it would
        // inherit, such as pipes that librdkafka has just made in another thread, it closes.
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY, 0)
        _ = unsafe try ChildProcess.addCloseFrom()(&actions, STDERR_FILENO + 1)
        ChildProcess.resetSignals(&attributes)

        // SAFETY: each word is a copy that lives until the call is over; the arrays end with NULL.
        var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
        var variables = unsafe environment.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
        defer { unsafe (words + variables).forEach { unsafe free($0) } }
        var id: pid_t = 0
        let code = unsafe posix_spawn(&id, path, &actions, &attributes, &words, &variables)
        guard code == 0 else { throw Fault(description: "cannot start \(path): error \(code)") }
        self.id = id
    }

    private typealias AddCloseFrom =
        @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32

    /// glibc's action that closes all descriptors from a number on; its header shows it to C with `_GNU_SOURCE` only.
    private static func addCloseFrom() throws -> AddCloseFrom {
        let name = "posix_spawn_file_actions_addclosefrom_np"
        guard let symbol = unsafe dlsym(nil, name) else {
            throw Fault(description: "cannot start anything: glibc before 2.34 has no \(name)")
        }
        // SAFETY: the type is that of the declaration in spawn.h.
        return unsafe unsafeBitCast(symbol, to: AddCloseFrom.self)
    }

    /// Lets the child start with no signal blocked or ignored: tests run on threads that block all of them.
    private static func resetSignals(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        var all = sigset_t()
        // SAFETY: the calls fill the sets, and copy them into attributes that the caller has initialized.
        unsafe sigemptyset(&none)
        unsafe sigfillset(&all)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    }

    deinit {
        signal(SIGKILL)
        _ = wait()
    }

    /// Sends a signal; none where the program has been waited for, as its id may be another's by then.
    func signal(_ number: Int32) {
        if isRunning { kill(id, number) }
    }

    /// Whether the program has not ended.
    var isRunning: Bool { ended(WNOHANG) == nil }

    /// Waits for the end; the exit code, or minus the signal that ended it.
    func wait() -> Int32 {
        guard let status = ended(0) else { preconditionFailure("waitpid(\(id)) came back before the end") }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : -signal
    }

    /// The status once the program has ended; nil while it runs.
    private func ended(_ options: Int32) -> Int32? {
        if let status { return status }
        var status: Int32 = 0
        var result: pid_t
        // SAFETY: waitpid writes the status only.
        repeat { result = unsafe waitpid(id, &status, options) } while result < 0 && errno == EINTR
        precondition(result >= 0, "waitpid(\(id)) failed: somebody else has waited for it")
        if result == id { self.status = status }
        return self.status
    }
}
