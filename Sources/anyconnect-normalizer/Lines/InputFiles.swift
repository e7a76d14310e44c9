// Where the lines of a command come from: the files that it was given, or standard input. All of them are looked at
// before the first is read, so that a slip in a name is told at once. Main thread.

internal import Glibc
internal import Worker

struct InputPlace {
    /// Its file's place among the files, from 0.
    var file: Int
    /// Its number in the file, from 1.
    var line: Int
}

/// The inputs of a command, in order.
struct InputFiles {
    private static let standardInput = "-"

    private let paths: [String]
    /// What is typed behind the program's name to have the command read a pipe.
    private let command: String
    let areNamed: Bool

    /// Looks at the files, if any are named; what cannot be read as lines is a fault.
    ///
    /// - Parameters:
    ///   - paths: The files, `-` for standard input.
    ///   - command: What is typed behind the program's name to have the command read a pipe.
    ///   - values: Takes the faults.
    init(_ paths: [String], command: String, _ values: inout SettingValues) {
        areNamed = !paths.isEmpty
        self.paths = areNamed ? paths : [InputFiles.standardInput]
        self.command = command
        var packed: [InputForm: [String]] = [:]
        for path in paths where path != InputFiles.standardInput {
            switch InputFiles.look(at: path) {
            case .lines: break
            case .form(let form): packed[form, default: []].append(path)
            case .fault(let reason):
                let isLine = path.contains("%ASA-") || path.contains("%FTD-")
                values.fail("cannot read '\(Escaped.text(path))': \(reason)" + (isLine ? "; --line takes a line" : ""))
            }
        }
        for form in InputForm.allCases {
            guard let files = packed[form] else { continue }
            for group in form.takesSeveralFiles ? [files] : files.map({ [$0] }) {
                let words = group.map(InputFiles.shellWord).joined(separator: " ")
                values.fail("\(words) \(group.count == 1 ? "is" : "are") \(form.advice(words, command: command))")
            }
        }
    }

    /// The name of a file in what is printed of its lines; nil where none was named.
    func name(of place: InputPlace) -> String? { areNamed ? paths[place.file] : nil }

    /// `asa.log:3`, or `line 3` where no file was named.
    func text(of place: InputPlace) -> String {
        name(of: place).map { "\(Escaped.text($0)):\(place.line)" } ?? "line \(place.line)"
    }

    /// Calls `body` with each line, without its line feed, until all are read or `body` says no.
    ///
    /// - Parameters:
    ///   - beforeReading: Called whenever all that was read has been handed over, and reading may wait.
    ///   - body: Takes a line.
    /// - Returns: Why not all could be read; nil if all was, or `body` has said no.
    func forEachLine(
        beforeReading: () -> Void = {},
        _ body: (Span<UInt8>, InputPlace) -> Bool
    ) -> String? {
        for file in paths.indices {
            let isStandardInput = paths[file] == InputFiles.standardInput
            if isStandardInput, isatty(STDIN_FILENO) == 1 {
                StandardStream.error.print("\(command): waiting for lines on standard input; Control-D ends them")
            }
            let name = isStandardInput ? "standard input" : "'\(Escaped.text(paths[file]))'"
            let descriptor = isStandardInput ? STDIN_FILENO : FileReader.open(paths[file])
            guard descriptor >= 0 else { return "cannot read \(name): \(SystemError.text(errno))" }
            defer { if !isStandardInput { close(descriptor) } }
            var place = InputPlace(file: file, line: 0)
            var form: InputForm?
            var isWanted = true
            let failure = LineReader.forEachLine(of: descriptor, beforeReading: beforeReading) { line in
                if place.line == 0 { form = InputForm(line) }
                place.line += 1
                isWanted = form == nil && body(line, place)
                return isWanted
            }
            if let form { return "\(name) is \(form.advice("FILE", command: command))" }
            guard failure == 0 else { return "cannot read \(name) to its end: \(SystemError.text(failure))" }
            guard isWanted else { return nil }
        }
        return nil
    }

    private enum Look {
        case lines
        case form(InputForm)
        case fault(String)
    }

    /// Opens a file and looks at its first bytes; of a pipe or a device nothing is read.
    private static func look(at path: String) -> Look {
        var status = stat()
        // SAFETY: the call reads the path and fills the structure that it is handed.
        guard unsafe stat(path, &status) == 0 else { return .fault(SystemError.text(errno)) }
        let kind = status.st_mode & S_IFMT
        guard kind != S_IFDIR else { return .fault("it is a directory") }
        guard kind == S_IFREG else { return .lines }
        let descriptor = FileReader.open(path)
        guard descriptor >= 0 else { return .fault(SystemError.text(errno)) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: InputForm.longestMark)
        // SAFETY: read(2) writes at most `count` bytes into the buffer that the closure lends.
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else { return .fault(SystemError.text(errno)) }
        return InputForm(bytes.span.extracting(0..<count)).map(Look.form) ?? .lines
    }

    /// A path as a shell takes it for one word.
    private static func shellWord(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy { $0.isOfName || "/+,:@%".utf8.contains($0) }
        if isPlain, !path.hasPrefix("-") { return path }
        return "'"
            + Escaped.text(path).split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
            + "'"
    }
}
