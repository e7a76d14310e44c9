// Columns of text, aligned for a terminal as for a pipe. Text only.

struct Table {
    private var rows: [[String]]

    init(_ headings: [String]) { rows = [headings] }

    mutating func add(_ row: [String]) { rows.append(row) }

    /// One line for each row; all columns but the first are set to the right.
    var text: String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.indices.map { column in
                column == 0 ? row[column].padded(to: widths[column]) : row[column].setRight(in: widths[column])
            }
            .joined(separator: "  ")
        }
        .joined(separator: "\n")
    }
}

extension String {
    /// The text with blanks behind it up to a width.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    /// The text with blanks before it up to a width.
    func setRight(in width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
