// Real lines of public parser test suites, which are not ours to copy: read where they lie beside the project,
// skipped where they do not.

import Foundation
import Normalization
import Testing

/// The folder of real lines beside the package, and what stands in it.
enum Corpora {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/corpora")

    static let isThere = FileManager.default.fileExists(atPath: folder.path)

    /// Every line of every log, with the name of its file.
    static func lines() throws -> [(file: String, bytes: [UInt8])] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".log") }
        return try files.sorted().flatMap { file in
            Array(try Data(contentsOf: folder.appending(path: file))).split(separator: UInt8(ascii: "\n"))
                .map { (file: file, bytes: Array($0)) }
        }
    }
}

@Suite(.enabled(if: Corpora.isThere, "the folder ../shared/corpora is not there"))
struct CorpusTests {
    /// Lines of templates and of other programs under an ASA number: no device sends them.
    private static let foreignTexts = ["DROP_url_", "{FAILED|OK}", "AAA user example ", "AAA user aaa_type "]

    @Test func noTaggedLineIsADeadLetter() throws {
        let tag = try Regex("%(ASA|FTD|PIX|FWSM)-([a-zA-Z_]+-)?[0-7]-[0-9]{6}[^0-9]")
        var reader = EventReader()
        for (file, bytes) in try Corpora.lines() {
            guard case .deadLetter(let reason) = reader.read(bytes).outcome else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(try tag.firstMatch(in: text) == nil, "\(file), \(reason.rawValue): \(text)")
        }
    }

    /// What the closing note of an issue needs: printed, since only the lines of a corpus say what its numbers must be.
    @Test func everyCorpusIsCounted() throws {
        var rows: [String: (lines: Int, vpn: Int, fit: Int, dead: Int)] = [:]
        var reader = EventReader()
        for (file, bytes) in try Corpora.lines() {
            var row = rows[file] ?? (0, 0, 0, 0)
            row.lines += 1
            if case .event(let summary) = reader.read(bytes).outcome {
                let isVPN = CatalogueTests.vpnFamilies.contains("\(summary.id)".prefix(3).description)
                if isVPN { row.vpn += 1 }
                if isVPN, case .layout = summary.fit { row.fit += 1 }
            } else {
                row.dead += 1
            }
            rows[file] = row
        }
        for (file, row) in rows.sorted(by: { $0.key < $1.key }) {
            print(
                "\(file)  lines \(row.lines)  VPN \(row.vpn)  layout \(row.fit)  labels \(row.vpn - row.fit)  dead \(row.dead)"
            )
            #expect(row.lines > row.dead, "\(file): no line became an event")
        }
    }

    @Test func vpnLinesFitALayout() throws {
        var fits: [String: (layouts: Int, labels: Int)] = [:]
        var misfits: [String] = []
        var reader = EventReader()
        for (file, bytes) in try Corpora.lines() {
            guard case .event(let summary) = reader.read(bytes).outcome else { continue }
            let id = "\(summary.id)"
            guard CatalogueTests.vpnFamilies.contains(where: id.hasPrefix) else { continue }
            if case .layout = summary.fit {
                fits[id, default: (0, 0)].layouts += 1
            } else {
                fits[id, default: (0, 0)].labels += 1
                misfits.append("\(file): \(String(decoding: bytes, as: UTF8.self))")
            }
        }
        for (id, fit) in fits.sorted(by: { $0.key < $1.key }) {
            print("\(id)  layout \(fit.layouts)  labels \(fit.labels)")
        }
        let lines = fits.values.reduce(0) { $0 + $1.layouts + $1.labels }
        print("VPN lines \(lines), without a layout \(misfits.count)")
        for misfit in misfits where !CorpusTests.foreignTexts.contains(where: misfit.contains) {
            Issue.record("fits no layout: \(misfit)")
        }
        #expect(Double(misfits.count) <= 0.01 * Double(lines))
    }
}
