// Where a range of records begins or ends, as users say it. Pure.

internal import Normalization
public import Worker

/// A place in every partition of a topic.
public enum RangeBound: Sendable, Equatable {
    /// The oldest record that is still there.
    case earliest
    /// After the newest record.
    case latest
    /// The first record at or after a time, in milliseconds since 1970-01-01 UTC.
    case time(Int64)
    /// An offset, the same in every partition.
    case offset(Int64)

    /// Reads `earliest`, `latest`, `offset:N`, `2026-11-20T09:00:00Z`, milliseconds since 1970, or `-2h`; nil for
    /// anything else.
    ///
    /// - Parameters:
    ///   - text: What the user gave.
    ///   - now: Milliseconds since 1970, which times like `-2h` count back from.
    public init?(_ text: String, now: Int64) {
        switch text {
        case "earliest": self = .earliest
        case "latest": self = .latest
        default:
            if text.hasPrefix("offset:") {
                guard let offset = Int64(text.dropFirst(7)), offset >= 0 else { return nil }
                self = .offset(offset)
            } else {
                guard let time = RangeBound.time(text, now: now) else { return nil }
                self = .time(time)
            }
        }
    }

    /// Milliseconds since 1970 of an RFC 3339 time (seconds may be left out), a number of milliseconds, or a span back
    /// from now.
    ///
    /// A span that reaches beyond 1970 ends there: negative times mean something else to brokers.
    public static func time(_ text: String, now: Int64) -> Int64? {
        if text.hasPrefix("-") { return span(String(text.dropFirst())).map { max(0, now - Int64($0)) } }
        for text in [text, withSeconds(text)] {
            if let time = ReceivedTime.milliseconds(text.utf8.span) { return time }
        }
        return nil
    }

    /// Whether there cannot be a record between two places, wherever a partition begins and ends.
    private static func isNothing(from: RangeBound, to: RangeBound) -> Bool {
        switch (from, to) {
        case (.latest, _), (_, .earliest): true
        case (.time(let from), .time(let to)), (.offset(let from), .offset(let to)): from >= to
        default: false
        }
    }

    /// Reads the range that `--from` and `--to` name; one that holds nothing is noted as a fault.
    ///
    /// - Parameters:
    ///   - setting: `from`, or the same for a command that does without.
    ///   - values: What the user has set.
    /// - Returns: Nil for what is not given, or no place.
    package static func range(
        from setting: Setting = .from,
        _ values: inout SettingValues
    ) -> (from: RangeBound?, to: RangeBound?) {
        let now = SystemClock.epochMilliseconds
        let from = values.value(setting, Setting.placeWords) { RangeBound($0, now: now) }
        let to = values.value(.to, Setting.placeWords) { RangeBound($0, now: now) }
        if let from, let to, isNothing(from: from, to: to) {
            let texts = (values.text(.from) ?? "", values.text(.to) ?? "")
            values.fail("--from \(texts.0) is not before --to \(texts.1): there is nothing between them")
        }
        return (from, to)
    }

    private static func span(_ text: String) -> Int? {
        if text.hasSuffix("d"), let days = Int(text.dropLast()), days > 0, days < 100_000 { return days * 86_400_000 }
        return SettingParsers.milliseconds(text)
    }

    /// `2026-11-20T09:00Z` as `2026-11-20T09:00:00Z`.
    private static func withSeconds(_ text: String) -> String {
        let bytes = Array(text)
        guard bytes.count >= 16, bytes[13] == ":", bytes.count == 16 || bytes[16] != ":" else { return text }
        let zone = String(bytes[16...])
        return String(bytes[..<16]) + ":00" + (zone.isEmpty ? "Z" : zone)
    }
}

extension SettingValues {
    /// The partitions that `--partitions` names; nil if it is not given, or no list of them, which is a fault.
    public mutating func partitionNumbers() -> [Int32]? {
        value(.partitions, "a list such as 0,2,5-8", SettingParsers.partitions)
    }
}

extension SettingParsers {
    /// `0,2,5-8`: partition numbers in order.
    public static func partitions(_ text: String) -> [Int32]? {
        var numbers: Set<Int32> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int32($0) }
            guard let first = ends.first.flatMap({ $0 }), let last = ends.last.flatMap({ $0 }), ends.count <= 2,
                first >= 0, first <= last, last - first < 100_000
            else { return nil }
            numbers.formUnion(first...last)
        }
        return numbers.sorted()
    }
}
