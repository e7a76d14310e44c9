// Numbers with the name of what they count. Text only.

enum Counted {
    /// `1 event`, `2 events`.
    static func text(_ count: some BinaryInteger, _ name: String) -> String {
        count == 1 ? "1 \(name)" : "\(count) \(name)s"
    }
}
