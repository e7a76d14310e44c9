// Finds what a user may have meant. Pure.

/// Finds the name that a user may have meant.
public enum NearestName {
    /// The name with the fewest edits from `word`, if they are few enough to be a slip.
    public static func of(_ word: String, among names: [String]) -> String? {
        let ranked = names.map { ($0, distance(word, $0)) }.min { $0.1 < $1.1 }
        guard let (name, edits) = ranked, edits <= max(2, word.count / 4) else { return nil }
        return name
    }

    /// Up to three names that look like a word: with few edits, or one within the other.
    package static func alike(_ word: String, among names: [String]) -> [String] {
        let ranked = names.map { ($0, distance(word, $0)) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        let near = ranked.filter { name, edits in
            edits <= max(2, word.count / 4) || name.isPart(of: word) || word.isPart(of: name)
        }
        return near.prefix(3).map(\.0)
    }

    /// Edit distance (Levenshtein).
    static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.utf8)
        let right = Array(right.utf8)
        var row = Array(0...right.count)
        for (index, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let above = row[column + 1]
                row[column + 1] = min(above + 1, row[column] + 1, diagonal + (byte == right[column] ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}

extension String {
    /// Whether the text, which is not empty, stands within another one.
    fileprivate func isPart(of other: String) -> Bool {
        let (part, whole) = (Array(utf8), Array(other.utf8))
        return !part.isEmpty && whole.contains(part)
    }
}
