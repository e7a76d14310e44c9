// The golden files of this target: one raw line and the event it must become. Found by the place of this file,
// so that two new files are a new test.

import Foundation
import Testing

/// `Fixtures/<id>/<name>.log` and its `.json`.
struct Fixture: Sendable, CustomTestStringConvertible {
    var id: String
    var name: String

    var testDescription: String { "\(id)/\(name)" }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures")

    /// Every pair of files, by number and name.
    static let all: [Fixture] = names(suffix: "log").filter(names(suffix: "json").contains).sorted().map(Fixture.init)

    /// `<id>/<name>` of all files of one kind.
    static func names(suffix: String) -> Set<String> {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        return Set(paths.filter { $0.hasSuffix(".\(suffix)") }.map { String($0.dropLast(suffix.count + 1)) })
    }

    init(_ path: String) {
        let parts = path.split(separator: "/")
        id = parts.first.map(String.init) ?? ""
        name = parts.last.map(String.init) ?? ""
    }

    /// The raw line, without its line end.
    func line() throws -> [UInt8] {
        var bytes = Array(try Data(contentsOf: Fixture.folder.appending(path: "\(id)/\(name).log")))
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return bytes
    }

    /// The members of the expected event.
    func expected() throws -> [String: NSObject] {
        let data = try Data(contentsOf: Fixture.folder.appending(path: "\(id)/\(name).json"))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: NSObject])
    }
}
