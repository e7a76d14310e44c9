import Foundation
import Simulation
import Testing

/// The simulated brokers answer as Apache Kafka does, whose answers are in the scripts.
///
/// `Kafka` plays them on the real one.
@Suite struct ScriptTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scripts")

    static let scripts: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted()
    }()

    @Test func scriptsAreThere() {
        #expect(Self.scripts.count >= 30)
    }

    @Test(arguments: scripts, [0, 1, 2])
    func answersAreThoseOfKafka(script: String, transactionVersion: Int) throws {
        // Clients of version 2 are such only to brokers of that version.
        guard transactionVersion == 2 || !script.hasPrefix("v2-") else { return }
        var settings = SimulatedKafka.Settings()
        settings.transactionVersion = transactionVersion
        settings.markerDelay = 1000
        var player = ScriptPlayer(settings)
        let text = try String(contentsOf: Self.folder.appending(path: script), encoding: .utf8)
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let parts = line.components(separatedBy: " -> ")
            guard !line.hasPrefix("#"), parts.count == 2 else { continue }
            let answer = player.play(parts[0]) ?? "unreadable"
            let expected = Self.expected(parts[1], version: transactionVersion)
            #expect(answer == expected, "\(script):\(number + 1): \(parts[0])")
        }
    }

    /// The answer of a line: the first one, or that after `| below TV2:` if the brokers' transaction version is below
    /// 2.
    ///
    /// Answers of older releases (`| 3.9:`) are not simulated.
    private static func expected(_ answers: String, version: Int) -> String {
        let all = answers.components(separatedBy: " | ")
        let older = all.first { $0.hasPrefix("below TV2: ") }?.dropFirst("below TV2: ".count)
        return version < 2 ? older.map(String.init) ?? all[0] : all[0]
    }
}
