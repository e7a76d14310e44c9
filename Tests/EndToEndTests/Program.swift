// Runs the built program as a user would: arguments, environment, standard streams, signals, exit code.
// Streams are files, so that no pipe can fill up while a test waits for something else.

import Foundation

/// One run of `anyconnect-normalizer`.
final class Program {
    /// The executable beside the test bundle.
    static let path: String = {
        let folders = ["/proc/self/exe", CommandLine.arguments[0]].map {
            URL(filePath: $0).resolvingSymlinksInPath().deletingLastPathComponent()
        }
        let paths = folders.map { $0.appending(path: "anyconnect-normalizer").path() }
        return paths.first { FileManager.default.isExecutableFile(atPath: $0) } ?? buildFolderPath
    }()

    /// Where SwiftPM puts it, seen from this file: for runners whose own executable lies elsewhere.
    private static var buildFolderPath: String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.appending(path: ".build/debug/anyconnect-normalizer").path()
    }

    private static let libraryPath = ProcessInfo.processInfo.environment.filter { $0.key == "LD_LIBRARY_PATH" }

    private let process: ChildProcess
    private let folder: URL

    /// Starts the program, or another executable; its environment holds nothing but what is given and where the test
    /// itself has its libraries from.
    init(
        _ arguments: [String],
        environment: [String: String] = [:],
        input: Data = Data(),
        executable: String = Program.path
    ) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "program-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, content) in [("in", input), ("out", Data()), ("err", Data())] {
            try content.write(to: folder.appending(path: name))
        }
        process = try ChildProcess(
            executable,
            arguments,
            environment: Self.libraryPath.merging(environment) { $1 },
            input: folder.appending(path: "in").path(),
            output: folder.appending(path: "out").path(),
            errors: folder.appending(path: "err").path()
        )
    }

    deinit {
        process.signal(SIGKILL)
        try? FileManager.default.removeItem(at: folder)
    }

    /// Sends a signal.
    func signal(_ number: Int32) { process.signal(number) }

    /// Whether it has not ended.
    var isRunning: Bool { process.isRunning }

    /// Waits for the end; the exit code, or minus the signal that ended it.
    func wait() -> Int32 { process.wait() }

    /// Standard output so far.
    var output: String { text("out") }
    /// Standard error so far.
    var errors: String { text("err") }

    private func text(_ name: String) -> String {
        (try? Data(contentsOf: folder.appending(path: name))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
