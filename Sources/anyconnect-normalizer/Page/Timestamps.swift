// Times in what commands print: RFC 3339, UTC. Text only.

internal import Normalization

enum Timestamps {
    /// `2026-11-20T09:00:00.000Z` of milliseconds since 1970, a dash for none.
    static func text(_ milliseconds: Int64?) -> String {
        guard let milliseconds else { return "-" }
        var buffer = OutputBuffer(capacity: 32)
        buffer.append(timestamp: milliseconds)
        return buffer.text
    }
}
