// Durations as people say them. Text only.

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
