// What a command does when its standard output takes no more.

import Foundation
import Testing

@Suite struct FailedWriteTests {
    private static let line =
        "<166>Nov 03 2020 09:50:01 vpn1 : %ASA-6-113008: AAA transaction status ACCEPT : user = u\n"

    private func shell(_ command: String, input: String = "") throws -> (status: Int32, output: String, errors: String)
    {
        let shell = try Program(["-c", command, Program.path], input: Data(input.utf8), executable: "/bin/bash")
        return (shell.wait(), shell.output, shell.errors)
    }

    @Test(arguments: ["normalize", "messages", "help", "--version", "config --bootstrap-servers b:1"])
    func aFullDiskEndsWithCode74AndSaysSo(_ command: String) throws {
        let result = try shell("\"$0\" \(command) > /dev/full", input: Self.line)
        #expect(result.status == 74)
        #expect(result.errors.contains("No space left on device"), "\(result.errors)")
    }

    @Test func aFileThatMayNotGrowEndsWithCode74() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "small-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let input = String(repeating: Self.line, count: 2000)
        let result = try shell("ulimit -f 8; \"$0\" normalize > '\(path)'", input: input)
        #expect(result.status == 74)
        #expect(result.errors.contains("File too large"), "\(result.errors)")
    }

    @Test func aDeadLetterStandsBetweenTheEventsOfItsNeighbours() throws {
        let result = try shell("\"$0\" normalize 2>&1", input: Self.line + "no tag\n" + Self.line)
        let lines = result.output.split(separator: "\n")
        #expect(lines.map { $0.contains("no-asa-tag") } == [false, true, false, true], "\(lines)")
    }

    /// Dead letters and the report go to standard error, so there it cannot be said.
    @Test(arguments: ["normalize", "normalize --report"])
    func aFullStandardErrorEndsWithCode74(_ command: String) throws {
        let result = try shell("\"$0\" \(command) 2> /dev/full", input: Self.line + "no tag\n")
        #expect(result.status == 74)
        #expect(result.output.contains(#""sourceUser":"u""#))
    }

    @Test func aPipeThatIsFullForAWhileIsWaitedOut() throws {
        // The reader makes the pipe non-blocking for the writer, too, and reads only after the writer has filled it.
        let command = #"""
            mkfifo "$1"; exec 5<>"$1"
            python3 -c 'import fcntl, os; fcntl.fcntl(5, fcntl.F_SETFL, os.O_NONBLOCK | os.O_RDWR)'
            "$0" normalize <&0 >&5 2>/dev/null & writer=$!
            python3 -c '
            import os, select
            count = 0
            while count < 2000:
                select.select([5], [], [])
                count += os.read(5, 4096).count(b"\n")
            print(count)'
            wait $writer; echo $?
            """#
        let path = FileManager.default.temporaryDirectory.appending(path: "pipe-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let shell = try Program(
            ["-c", command, Program.path, path],
            environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"],
            input: Data(String(repeating: Self.line, count: 2000).utf8),
            executable: "/bin/bash"
        )
        #expect(shell.wait() == 0)
        #expect(shell.output == "2000\n0\n", "\(shell.errors)")
    }
}
