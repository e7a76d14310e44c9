// `normalize` as a user runs it: lines in, JSON lines out, bad lines to standard error.

import Foundation
import Testing

@Suite struct NormalizeCommandTests {
    private static let good = "<166>Nov 03 2020 09:50:01 vpn1 : %ASA-6-113008: AAA transaction status ACCEPT : user = "

    private func normalize(_ input: String, _ arguments: [String] = []) throws -> (
        Int32, [[String: Any]], [[String: Any]]
    ) {
        let program = try Program(["normalize"] + arguments, input: Data(input.utf8))
        let status = program.wait()
        func objects(_ text: String) throws -> [[String: Any]] {
            try text.split(separator: "\n").map { line in
                try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            }
        }
        return (status, try objects(program.output), try objects(program.errors))
    }

    @Test func linesComeOutInOrder() throws {
        let input = (0..<5000).map { Self.good + "user\($0)\n" }.joined()
        let (status, events, errors) = try normalize(input)
        #expect(status == 0)
        #expect(events.map { $0["sourceUser"] as? String } == (0..<5000).map { "user\($0)" })
        #expect(errors.count == 1)
        #expect(errors[0]["read"] as? Int == 5000)
        #expect(errors[0]["events"] as? Int == 5000)
    }

    @Test func badLinesGoToStandardErrorWithNumberReasonAndText() throws {
        let (status, events, errors) = try normalize(Self.good + "a\nno tag \"here\"\n\n" + Self.good + "b")
        #expect(status == 0)
        #expect(events.count == 2)
        #expect(errors[0]["line"] as? Int == 2)
        #expect(errors[0]["reason"] as? String == "no-asa-tag")
        #expect(errors[0]["raw"] as? String == "no tag \"here\"")
        #expect(errors[1]["line"] as? Int == 3)
        #expect(errors[1]["reason"] as? String == "empty")
        #expect(errors[2]["read"] as? Int == 4)
        #expect(errors[2]["deadLetters"] as? [String: Int] == ["no-asa-tag": 1, "empty": 1])
    }

    /// A file has no time of receipt, so that only a relay's stamp says something of a device's.
    @Test func theReportFindsClocksThatAreOff() throws {
        let text = "%ASA-6-113008: AAA transaction status ACCEPT : user = a\n"
        let input =
            "2024-07-03T09:50:02Z relay Jul 03 2024 11:50:01 fw1 : \(text)" + "Jul 03 2024 11:50:01 fw2 : \(text)"
            + "2024-07-03T09:50:02Z relay Jul 03 2024 09:50:01 fw3 : \(text)"
        let json = try normalize(input, ["--report", "--format", "json"]).2.filter { $0["clockOf"] != nil }
        #expect(json.count == 1)
        #expect(json.first?["clockOf"] as? String == "fw1" && json.first?["off"] as? Int == 1)
        #expect(json.first?["fits"] as? String == "+02:00" && json.first?["leftOut"] as? Int == 0)
        let page = try Program(["normalize", "--report"], input: Data(input.utf8))
        #expect(page.wait() == 0)
        #expect(page.errors.contains("fw1       1  +02:00         0\n"), "\(page.errors)")
    }

    /// A folder of tzdata with one zone, which has no summer time: +02:00 all year.
    @Test func aTimeZoneIsReadFromTheFolderOfTZDIR() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zones-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let zone = Array("TZif".utf8) + [UInt8](repeating: 0, count: 35) + [1, 0, 0, 0, 4] + [0, 0, 0x1C, 0x20, 0, 0]
        try Data(zone + Array("EET\0".utf8)).write(to: folder.appending(path: "East"))
        try Data(zone).write(to: folder.appending(path: "Damaged"))
        func run(_ zone: String) throws -> (Int32, String) {
            let program = try Program(
                ["normalize", "--time-zone", zone],
                environment: ["TZDIR": folder.path()],
                input: Data((Self.good + "a\n").utf8)
            )
            return (program.wait(), program.output + program.errors)
        }
        let read = try run("East")
        #expect(read.0 == 0 && read.1.contains(#""eventTime":"Nov 03 2020 07:50:01""#), "\(read)")
        let damaged = try run("Damaged")
        #expect(damaged.0 == 78 && damaged.1.contains("is no time zone: it is cut off"), "\(damaged)")
    }

    @Test(arguments: ["", "\n", "\u{0}\u{0}\n\r\n"])
    func inputWithoutALineOfTextGivesNoEvent(_ input: String) throws {
        let (status, events, _) = try normalize(input)
        #expect(status == 0)
        #expect(events.isEmpty)
    }

    @Test func aLineOverTheLimitIsADeadLetter() throws {
        let long = Self.good + String(repeating: "x", count: 3000)
        let (status, events, errors) = try normalize("\(long)\n\(Self.good)a\n", ["--max-line-bytes", "2kB"])
        #expect(status == 0)
        #expect(events.count == 1)
        #expect(errors[0]["reason"] as? String == "too-long")
    }

    @Test func aLineAcrossManyReadsIsOneLine() throws {
        let long = Self.good + String(repeating: "y", count: 200_000)
        let (_, events, _) = try normalize((0..<5).map { _ in long + "\n" }.joined())
        #expect(events.count == 5)
        #expect(events.allSatisfy { ($0["sourceUser"] as? String)?.count == 200_000 })
    }

    @Test func aClosedOutputEndsItQuietly() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "closed-\(UUID().uuidString)")
        try Data((0..<200_000).map { Self.good + "user\($0)\n" }.joined().utf8).write(to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let command = "\"$0\" normalize < \"$1\" | head -1 > /dev/null; echo \"${PIPESTATUS[0]}\""
        let shell = try Program(["-c", command, Program.path, folder.path()], executable: "/bin/bash")
        #expect(shell.wait() == 0)
        #expect(shell.output == "0\n")
        #expect(shell.errors.isEmpty)
    }
}
