// The two clocks of the system: what time it is, and how much time has passed. Any thread.

internal import Glibc
internal import Normalization

/// Reads the clocks.
public enum SystemClock {
    /// Milliseconds since 1970-01-01 UTC; may jump.
    public static var epochMilliseconds: Int64 { now(CLOCK_REALTIME) / 1_000_000 }

    /// Nanoseconds since some moment; never goes back, also when the date is set.
    public static var monotonicNanoseconds: Int64 { now(CLOCK_MONOTONIC) }

    /// Nanoseconds of processor time that all threads of this process have taken.
    package static var processorNanoseconds: Int64 { now(CLOCK_PROCESS_CPUTIME_ID) }

    /// A time in RFC 3339, UTC: `2026-11-20T09:00:00.000Z` of milliseconds since 1970.
    package static func text(_ epochMilliseconds: Int64) -> String {
        var buffer = OutputBuffer(capacity: 32)
        buffer.append(timestamp: epochMilliseconds)
        return buffer.text
    }

    private static func now(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        // SAFETY: clock_gettime fills the structure that it is handed.
        unsafe clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
