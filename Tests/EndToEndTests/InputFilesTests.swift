// Commands that read files: which lines, under which names, and what is told of files that hold none.

import Foundation
import Testing

@Suite final class InputFilesTests {
    private static let good = "%ASA-6-113008: AAA transaction status ACCEPT : user = "
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func file(_ name: String, _ content: some Sequence<UInt8>) throws -> String {
        let path = folder.appending(path: name)
        try Data(content).write(to: path)
        return path.path(percentEncoded: false)
    }

    private func objects(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
        }
    }

    @Test func filesAreReadInOrderAndStandardInputWhereItStands() throws {
        let first = try file("1.log", "\(Self.good)a\nno tag\n".utf8)
        // The last line has no end: it is a line of its own all the same.
        let second = try file("2 b.log", "\(Self.good)b\nbad".utf8)
        let program = try Program(
            ["normalize", first, "--time-form", "rfc3339", "-", second],
            input: Data("\(Self.good)c\n".utf8)
        )
        #expect(program.wait() == 0)
        let events = try objects(program.output)
        #expect(events.map { $0["sourceUser"] as? String } == ["a", "c", "b"])
        let errors = try objects(program.errors)
        #expect(errors.map { $0["file"] as? String } == [first, second, nil])
        #expect(errors.map { $0["line"] as? Int } == [2, 2, nil])
        #expect(errors.last?["read"] as? Int == 5)
    }

    /// The id is made of the file's place among the files and of the line's in the file.
    @Test func anIDTellsFileAndLine() throws {
        let first = try file("1.log", "\(Self.good)a\n".utf8)
        let second = try file("2.log", "\(Self.good)b\n\(Self.good)c\n".utf8)
        func ids(_ arguments: [String], _ input: String = "") throws -> [String] {
            let program = try Program(["normalize"] + arguments, input: Data(input.utf8))
            #expect(program.wait() == 0)
            return try objects(program.output).compactMap { $0["eventId"] as? String }
        }
        let both = try ids([first, second])
        #expect(Set(both).count == 3)
        #expect(try ids([second]) == ids([], "\(Self.good)b\n\(Self.good)c\n"))
        #expect(try ids([first, second, "--namespace", "x"]) != both)
        // No topic is named that the id says nothing of.
        let place = try Program(["locate", both[2], "--namespace", "stdin"])
        #expect(place.wait() == 0)
        #expect(
            place.output == "namespace stdin  partition 1  offset 1  (line 2 of file 2 that normalize read)\n",
            "\(place.output)"
        )
        let named = try Program(["locate", both[2], "--namespace", "stdin", "--format", "json"])
        #expect(named.wait() == 0)
        #expect(named.output == #"{"namespace":"stdin","partition":1,"offset":1}"# + "\n", "\(named.output)")
        let topic = try Program(["locate", both[2], "--namespace", "stdin", "--input-topic", "raw"])
        #expect(topic.wait() == 0)
        #expect(topic.output.hasPrefix("topic raw  namespace stdin  partition 1  offset 1  (line 2"), "\(topic.output)")
        // No topic holds the line.
        let fetched = try Program([
            "locate", both[2], "--namespace", "stdin", "--fetch", "--bootstrap-servers", "127.0.0.1:1",
        ])
        #expect(fetched.wait() == 78)
        #expect(fetched.errors.contains("--fetch: ids of the namespace 'stdin' are of lines"), "\(fetched.errors)")
    }

    @Test(arguments: [["normalize"], ["explain"], ["diff", "--with", "time-form=rfc3339", "--file"]])
    func whatCannotBeReadIsToldAtOnceBeforeAnyLine(_ arguments: [String]) throws {
        let good = try file("good.log", "\(Self.good)a\n".utf8)
        let gone = folder.appending(path: "gone.log").path()
        let program = try Program(arguments + (arguments[0] == "diff" ? [gone] : [good, gone, folder.path()]))
        #expect(program.wait() == 78)
        #expect(program.output.isEmpty)
        #expect(program.errors.contains("cannot read '\(gone)': No such file or directory"), "\(program.errors)")
        #expect(arguments[0] == "diff" || program.errors.contains("cannot read '\(folder.path())': it is a directory"))
    }

    private static let forms: [([UInt8], String)] = [
        ([0x1F, 0x8B, 8, 0], "gzip -dc"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd -dc"),
        ([0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59], "bzip2 -dc"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz -dc"),
        ([0xFF, 0xFE, 0x3C, 0], "iconv -f UTF-16 -t UTF-8"), ([0xFE, 0xFF, 0, 0x3C], "iconv -f UTF-16 -t UTF-8"),
        ([0x3C, 0, 0x31, 0], "iconv -f UTF-16LE -t UTF-8"), ([0, 0x3C, 0, 0x31], "iconv -f UTF-16BE -t UTF-8"),
    ]

    /// `unzip -p` takes one archive; what stands behind it names a file in there.
    @Test func eachArchiveIsNamedWithACommandOfItsOwn() throws {
        let archives = try ["a.zip", "b.zip"].map { try file($0, [0x50, 0x4B, 3, 4, 20, 0, 0, 0]) }
        let program = try Program(["normalize"] + archives)
        #expect(program.wait() == 78)
        let lines = archives.map {
            "normalize: \($0) is a zip archive: unzip -p \($0) | anyconnect-normalizer normalize\n"
        }
        #expect(program.errors == lines.joined(), "\(program.errors)")
    }

    /// A crash leaves files that begin with zeros.
    @Test func zerosAreNoUTF16() throws {
        let program = try Program(["normalize"], input: Data([0, 0, 0, 0] + Array("\(Self.good)a\n".utf8)))
        #expect(program.wait() == 0)
        #expect(program.errors.contains(#""read":1"#), "\(program.errors)")
    }

    /// A host's name may begin as a file of bzip2 does.
    @Test func aLineIsNoCompressedFileForItsFirstLetters() throws {
        let program = try Program(["normalize"], input: Data("BZh91.example \(Self.good)a\n".utf8))
        #expect(program.wait() == 0)
        #expect(try objects(program.output).map { $0["sourceUser"] as? String } == ["a"], "\(program.errors)")
    }

    @Test(arguments: forms)
    func filesThatAreNoTextAreNamedInOneErrorWithTheCommand(_ bytes: [UInt8], _ tool: String) throws {
        let content = bytes + [0x0A] + Array(Self.good.utf8)
        let first = try file("1", content)
        let second = try file("it's 2", content)
        let program = try Program(["normalize", first, second])
        #expect(program.wait() == 78)
        #expect(program.output.isEmpty)
        let quoted = "'\(folder.path())/it'\\''s 2'"
        #expect(
            program.errors.hasSuffix(": \(tool) \(first) \(quoted) | anyconnect-normalizer normalize\n"),
            "\(program.errors)"
        )
        #expect(program.errors.split(separator: "\n").count == 1)
    }

    @Test(arguments: forms)
    func standardInputThatIsNoTextIsNamedInOneError(_ bytes: [UInt8], _ tool: String) throws {
        for command in ["normalize", "explain"] {
            let program = try Program([command], input: Data(bytes + [0x0A] + Array(Self.good.utf8)))
            #expect(program.wait() == 1)
            #expect(program.output.isEmpty)
            #expect(program.errors.contains("\(tool) FILE | anyconnect-normalizer \(command)"), "\(program.errors)")
            #expect(program.errors.split(separator: "\n").count == 1)
        }
    }

    @Test func aLineInPlaceOfAFileIsToldHowToBeGiven() throws {
        let program = try Program(["explain", Self.good + "a"])
        #expect(program.wait() == 78)
        #expect(program.errors.contains("--line takes a line"), "\(program.errors)")
    }

    @Test(arguments: [(["normalize"], 0), (["normalize", "--strict"], 1)] as [([String], Int32)])
    func onlyStrictEndsWithOneForADeadLetter(_ arguments: [String], _ code: Int32) throws {
        let program = try Program(arguments, input: Data("\(Self.good)a\nno tag\n".utf8))
        #expect(program.wait() == code)
        #expect(try objects(program.output).count == 1)
        let whole = try Program(arguments, input: Data("\(Self.good)a\n".utf8))
        #expect(whole.wait() == 0)
    }

    /// A word behind `--` is a file, though it begins like a flag.
    @Test func aFileMayBeNamedLikeAFlag() throws {
        _ = try file("--report", "\(Self.good)a\n".utf8)
        let command = "cd \"$1\" && \"$0\" normalize -- --report"
        let shell = try Program(["-c", command, Program.path, folder.path()], executable: "/bin/bash")
        #expect(shell.wait() == 0)
        #expect(shell.output.contains(#""sourceUser":"a""#))
        let refused = try Program(["normalize", "-x"])
        #expect(refused.wait() == 78)
        #expect(refused.errors.contains("unexpected argument '-x'"))
    }
}
