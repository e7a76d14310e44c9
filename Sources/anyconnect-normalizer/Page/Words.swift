// Numbers, durations and times as people read them in what commands print. Text only.

internal import Worker

enum Counted {
    /// `1 event`, `2 events`.
    static func text(_ count: some BinaryInteger, _ name: String) -> String {
        count == 1 ? "1 \(name)" : "\(count) \(name)s"
    }
}

enum Durations {
    /// `12 s`, `3 min 5 s`, `2 h 10 min`, `3 d 4 h`: whole seconds, rounded up.
    static func text(seconds: Double) -> String {
        let whole = Int(min(max(0, seconds.rounded(.up)), 1e12))
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
        if whole < 86_400 { return "\(whole / 3600) h \(whole % 3600 / 60) min" }
        return "\(whole / 86_400) d \(whole % 86_400 / 3600) h"
    }
}

enum Timestamps {
    /// `2026-11-20T09:00:00.000Z` of milliseconds since 1970, a dash for none.
    static func text(_ milliseconds: Int64?) -> String { milliseconds.map(SystemClock.text) ?? "-" }
}
