// What a person sees: colors, and never a control character of a line.

import Foundation
import Testing

@Suite struct TerminalTests {
    /// Runs the program with a terminal for its streams, on which `typed` is typed; what the terminal got, and the exit
    /// code.
    private func onTerminal(
        _ arguments: [String],
        typed: String = "",
        environment: [String: String] = [:]
    ) throws -> (status: Int32, screen: String) {
        let script = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
        let program = try Program(
            ["-c", script, Program.path] + arguments,
            environment: ["TERM": "xterm"].merging(environment) { $1 },
            input: Data(typed.utf8),
            executable: "/usr/bin/python3"
        )
        let status = program.wait()
        #expect(program.errors.isEmpty, "\(program.errors)")
        return (status, program.output)
    }

    private func withFile<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
        let path = FileManager.default.temporaryDirectory.appending(path: "lines-\(UUID().uuidString)").path()
        try Data(text.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(path)
    }

    /// Escape and DEL, a C1 character that is a control sequence of its own, and one that turns the direction of text.
    private static let hostile = "a\u{1B}[2Jb\u{7F}c\u{9B}31md\u{202E}e"
    private static let good = "%ASA-6-113008: AAA transaction status ACCEPT : user = "

    private func expectNoControls(_ screen: String, sourceLocation: SourceLocation = #_sourceLocation) {
        for scalar in ["\u{1B}", "\u{7F}", "\u{9B}", "\u{202E}"] as [Unicode.Scalar] {
            #expect(
                !screen.unicodeScalars.contains(scalar),
                "\(scalar.value) in \(screen)",
                sourceLocation: sourceLocation
            )
        }
        #expect(screen.contains(#"\u009b31md\u202e"#), "\(screen)", sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        ["normalize"], ["normalize", "--report", "--color", "never"],
        ["normalize", "--report", "--format", "json", "--samples", "1"], ["explain", "--color", "never"],
        ["diff", "--with", "namespace=x", "--with", "device-vendor=\(hostile)", "--color", "never", "--file"],
    ])
    func aLineMovesNoCursor(_ arguments: [String]) throws {
        let lines = "no tag \(Self.hostile)\n%ASA-6-113008: not it \(Self.hostile)\n\(Self.good)\(Self.hostile)\n"
        let result = try withFile(lines) { try onTerminal(arguments + [$0]) }
        expectNoControls(result.screen)
    }

    @Test func intoAFileLinesGoAsTheyAre() throws {
        let program = try Program(["normalize"], input: Data((Self.good + "a\u{9B}b\n").utf8))
        #expect(program.wait() == 0)
        #expect(program.output.contains("a\u{9B}b"))
    }

    @Test(
        arguments: [
            (["--color", "auto"], [:], true), ([], [:], true), ([], ["NO_COLOR": "1"], false),
            ([], ["TERM": "dumb"], false),
            (["--color", "never"], [:], false), (["--color", "always"], ["NO_COLOR": "1"], true),
            ([], ["NORMALIZER_COLOR": "never"], false), ([], ["NO_COLOR": ""], true),
        ] as [([String], [String: String], Bool)]
    )
    func colorsAreAsTheUserSays(_ arguments: [String], _ environment: [String: String], _ isColored: Bool) throws {
        let result = try onTerminal(["explain", "--line", Self.good + "u"] + arguments, environment: environment)
        #expect(result.status == 0)
        #expect(result.screen.contains("\u{1B}[1m") == isColored, "\(result.screen)")
    }

    @Test func aWordThatIsNoChoiceOfColorsIsRefused() throws {
        let program = try Program(["explain", "--line", "x", "--color", "often"])
        #expect(program.wait() == 78)
        #expect(program.errors.contains("--color: 'often' is not one of auto, always, never"))
    }

    @Test func faultsStandBehindThePageOfSettings() throws {
        let screen = try onTerminal(["config", "--lanes", "0"]).screen
        let lines = screen.split(separator: "\r\n")
        #expect(lines.last?.hasPrefix("config: --lanes: '0'") == true, "\(screen)")
        #expect(lines.first?.hasPrefix("input-topic = ") == true, "\(screen)")
    }

    @Test(arguments: ["normalize", "explain"])
    func whatItWaitsForIsSaid(_ command: String) throws {
        let result = try onTerminal([command], typed: "\u{04}")
        #expect(result.status == 0)
        #expect(result.screen.contains("\(command): waiting for lines on standard input; Control-D ends them"))
    }
}
