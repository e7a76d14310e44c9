// Tells lanes to drain, and how long they have. Set once, read from every thread.

internal import Synchronization

/// A flag that goes up once, with a deadline.
public final class StopSignal: Sendable {
    /// Nanoseconds of the monotonic clock at which draining must be over; 0 while no stop is asked for.
    private let deadline = Atomic<Int64>(0)

    /// Makes a flag that is down.
    public init() {}

    /// Asks for the stop; the first call sets the deadline.
    public func request(milliseconds: Int) {
        let end = SystemClock.monotonicNanoseconds + Int64(milliseconds) * 1_000_000
        _ = deadline.compareExchange(expected: 0, desired: max(1, end), ordering: .relaxed)
    }

    /// Whether the stop was asked for.
    public var isRequested: Bool { deadline.load(ordering: .relaxed) != 0 }

    /// Whether the time for draining is over.
    public var hasExpired: Bool {
        let end = deadline.load(ordering: .relaxed)
        return end != 0 && SystemClock.monotonicNanoseconds >= end
    }

    /// Lets the calling thread sleep so long, or until a stop is asked for.
    public func sleep(for time: Duration) {
        let end = ContinuousClock.now + time
        while ContinuousClock.now < end, !isRequested { WorkerThread.sleep(milliseconds: 50) }
    }

    /// What is left for draining, in milliseconds; nil while no stop is asked for.
    public var remainingMilliseconds: Int? {
        let end = deadline.load(ordering: .relaxed)
        return end == 0 ? nil : Int(max(0, (end - SystemClock.monotonicNanoseconds) / 1_000_000))
    }
}
