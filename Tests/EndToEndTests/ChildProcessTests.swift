// What the tests' way to start a program promises: streams, how it ended, and nothing inherited.

import Foundation
import Testing

@Suite struct ChildProcessTests {
    private func bash(_ command: String, environment: [String: String] = [:]) throws -> Program {
        try Program(["-c", command], environment: environment, input: Data("in\n".utf8), executable: "/bin/bash")
    }

    @Test func streamsEnvironmentAndExitCodeAreTheProgramsOwn() throws {
        let program = try bash("cat; echo \"$WORD\"; echo err >&2; exit 7", environment: ["WORD": "a=b c"])
        #expect(program.wait() == 7)
        #expect(program.output == "in\na=b c\n")
        #expect(program.errors == "err\n")
        #expect(!program.isRunning)
    }

    @Test func aSignalEndsItEvenIfThisThreadBlocksAll() throws {
        var all = sigset_t()
        var before = sigset_t()
        // SAFETY: the calls fill the sets that they are handed, and change this thread's mask only.
        unsafe sigfillset(&all)
        unsafe pthread_sigmask(SIG_BLOCK, &all, &before)
        let program = Result { try bash("kill -TERM $$; echo alive") }
        unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
        #expect(try program.get().wait() == -SIGTERM)
        #expect(try program.get().output == "")
    }

    @Test func noDescriptorIsInherited() throws {
        // SAFETY: open(2) only reads the path.
        let descriptor = unsafe open("/dev/null", O_RDONLY)
        try #require(descriptor > 2)
        defer { close(descriptor) }
        let program = try bash("for ((n = 3; n < 4096; n++)); do [ -e /proc/$$/fd/$n ] && echo $n; done; true")
        #expect(program.wait() == 0)
        // bash itself may keep what it needs at 255.
        #expect(program.output.split(separator: "\n").filter { $0 != "255" } == [])
    }

    @Test func whatDoesNotExistIsNotStarted() {
        #expect(throws: ChildProcess.Fault.self) { try Program([], executable: "/nowhere/nothing") }
    }
}
