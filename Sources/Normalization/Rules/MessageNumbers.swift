// Cisco's numbers as a rule names them: single ones and ranges. Pure.

/// Numbers of messages.
struct MessageNumbers: Sendable, Equatable {
    /// Numbers from the first to the last, both included; none if the last is before the first.
    struct Interval: Sendable, Equatable, CustomStringConvertible {
        var first: Int32
        var last: Int32

        var isEmpty: Bool { last < first }

        /// `302013-302016`, or `302020` for one number alone.
        var description: String { first == last ? "\(first)" : "\(first)-\(last)" }
    }

    /// In the order in which they were named; they may overlap.
    private(set) var intervals: [Interval]

    /// All numbers that a tag can have.
    static let all = MessageNumbers(intervals: [Interval(first: 0, last: Message.greatestID)])

    /// Whether a number is among them.
    func contains(_ id: Int32) -> Bool { intervals.contains { $0.first <= id && id <= $0.last } }

    /// Whether there is none.
    var isEmpty: Bool { intervals.allSatisfy(\.isEmpty) }

    /// Those that are not among others.
    func subtracting(_ others: MessageNumbers) -> MessageNumbers {
        let left = others.intervals.filter { !$0.isEmpty }.reduce(intervals) { left, other in
            left.flatMap { interval in
                [
                    Interval(first: interval.first, last: min(interval.last, other.first - 1)),
                    Interval(first: max(interval.first, other.last + 1), last: interval.last),
                ]
            }
            .filter { !$0.isEmpty }
        }
        return MessageNumbers(intervals: left.filter { !$0.isEmpty })
    }
}

extension MessageNumbers.Interval {
    /// Reads `302013` or `302013-302016`; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part -> Int32? in
            guard part.utf8.allSatisfy(ASCII.isDigit), let number = Int32(part), number <= Message.greatestID else {
                return nil
            }
            return number
        }
        guard numbers.count == parts.count, let first = numbers.first, numbers.count <= 2 else { return nil }
        self.init(first: first, last: numbers.last ?? first)
    }
}
