// Time limits: a point on the monotonic clock, and the millisecond counts librdkafka takes.
// Knows nothing of Kafka. A value: any thread.

/// A point in time after which waiting ends, on a clock that wall-clock changes do not move.
struct Deadline {
    private let end: ContinuousClock.Instant

    init(after limit: Duration) { end = ContinuousClock.now + limit }

    /// What is left, never below zero.
    var remaining: Duration { max(.zero, end - ContinuousClock.now) }

    var hasPassed: Bool { ContinuousClock.now >= end }
}

extension Duration {
    /// Whole milliseconds, rounded up so that a short wait does not become none, and held within 0 and Int32.max.
    var libraryMilliseconds: Int32 {
        let (seconds, attoseconds) = components
        guard self > .zero else { return 0 }
        guard seconds < Int64(Int32.max) / 1000 else { return Int32.max }
        return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
