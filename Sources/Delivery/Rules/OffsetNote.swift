// Numbers that a group keeps beside a committed offset, as text: `plan=17 events=5`. Pure.

/// The text beside an offset.
package enum OffsetNote {
    /// Writes numbers, in order.
    package static func text(_ numbers: KeyValuePairs<String, Int64>) -> String {
        numbers.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }

    /// Reads numbers by name; words that are none are passed over.
    package static func numbers(_ text: String) -> [String: Int64] {
        var numbers: [String: Int64] = [:]
        for word in text.split(separator: " ") {
            let parts = word.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let number = Int64(parts[1]) else { continue }
            numbers[String(parts[0])] = number
        }
        return numbers
    }
}
