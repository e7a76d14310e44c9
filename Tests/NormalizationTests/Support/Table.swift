// Rows of test data too wide for source files: one row a line, columns parted by tabs, `#` begins a remark.

import Foundation
import Testing

/// One row of `Fixtures/tables/<name>.tsv`.
struct Row: Sendable, CustomTestStringConvertible {
    var columns: [String]

    var testDescription: String { columns.joined(separator: " | ") }

    subscript(column: Int) -> String { columns.indices.contains(column) ? columns[column] : "" }

    /// The rows of a table; a table without rows stops the test run, so that no test passes for want of data.
    static func all(of table: String) -> [Row] {
        let file = Fixture.folder.appending(path: "tables/\(table).tsv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let rows = text.split(separator: "\n").filter { !$0.hasPrefix("# ") }.map { line in
            Row(columns: line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
        }
        precondition(!rows.isEmpty, "\(file.path) has no rows")
        return rows
    }
}
