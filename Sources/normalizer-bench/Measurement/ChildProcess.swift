// Starts programs and tells what they took. Children of the bench itself end when the bench does: they read its end of
// a pipe.

internal import CSystem
internal import Glibc

struct ProcessFault: Error, CustomStringConvertible {
    var text: String
    var description: String { text }
}

final class ChildProcess {
    /// Where a program's input comes from.
    enum Input {
        /// A pipe that is held open until `finish`.
        case held
        case file(String)
    }

    private let id: pid_t
    private var isFinished = false
    private var output: Int32
    private var hold: Int32

    /// Starts a program, looked up in PATH; unless it `isHeard`, what it prints goes nowhere.
    init(_ program: String, _ arguments: [String], input: Input = .held, isHeard: Bool = true) throws {
        var hold: (read: Int32, write: Int32) = (-1, -1)
        var heard: (read: Int32, write: Int32) = (-1, -1)
        // SAFETY: each C string is copied for the call and freed after it; the actions are made, used and destroyed
        // here.
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        switch input {
        case .held:
            hold = try ChildProcess.pipe()
            unsafe posix_spawn_file_actions_adddup2(&actions, hold.read, STDIN_FILENO)
        case .file(let path): unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDONLY, 0)
        }
        if isHeard {
            heard = try ChildProcess.pipe()
            unsafe posix_spawn_file_actions_adddup2(&actions, heard.write, STDOUT_FILENO)
        } else {
            for stream in [STDOUT_FILENO, STDERR_FILENO] {
                unsafe posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
            }
        }
        var words: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
        defer { unsafe words.forEach { unsafe free($0) } }
        var id = pid_t()
        let code = unsafe posix_spawnp(&id, program, &actions, nil, &words, environ)
        if hold.read >= 0 { close(hold.read) }
        if heard.write >= 0 { close(heard.write) }
        self.hold = hold.write
        output = heard.read
        self.id = id
        guard code == 0 else { throw ProcessFault(text: "cannot run \(program)") }
    }

    private static func pipe() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        // SAFETY: pipe2(2) writes two numbers into the array that it is handed.
        guard unsafe pipe2(&ends, O_CLOEXEC) == 0 else { throw ProcessFault(text: "cannot make a pipe") }
        return (ends[0], ends[1])
    }

    /// The next line of the program's output; nil at its end.
    func line() -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        // SAFETY: read(2) writes at most one byte into the variable that it is handed.
        while unsafe read(output, &byte, 1) == 1 {
            if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    func rest() -> String { Files.text(from: output) }

    /// Lets go of the program's input and waits for its end.
    ///
    /// - Returns: The processor seconds that it took, of the user and of the system.
    @discardableResult
    func finish() throws -> Double {
        if hold >= 0 { close(hold) }
        if output >= 0 { close(output) }
        (hold, output) = (-1, -1)
        isFinished = true
        var status: Int32 = 0
        var usage = rusage()
        // SAFETY: wait4(2) fills both variables that it is handed.
        while unsafe wait4(id, &status, 0, &usage) < 0, errno == EINTR {}
        guard status == 0 else { throw ProcessFault(text: "a program ended with status \(status)") }
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }

    deinit {
        // How a child ended that is not waited for changes no figure.
        if !isFinished { _ = try? finish() }
    }

    /// The lines that a program prints.
    static func output(of program: String, _ arguments: [String]) throws -> [String] {
        let child = try ChildProcess(program, arguments)
        let text = child.rest()
        try child.finish()
        return text.split(separator: "\n").map(String.init)
    }

    /// For a child: ends the process when the bench lets go of its input.
    static func endWithParent() {
        var byte: UInt8 = 0
        // SAFETY: read(2) writes at most one byte into the variable that it is handed.
        while unsafe read(STDIN_FILENO, &byte, 1) > 0 {}
        _exit(0)
    }
}
