// Notices that the wall clock was set back, and has the lanes replace their clients: librdkafka's own threads wait by
// that clock. Measured with librdkafka 2.0.2 on Apache Kafka 4.4 and a clock that is set back by an hour while the
// broker is away: with this the worker reads half a minute after the broker's return, without it a minute later still
// nothing. An idle worker is expelled from its group without it, and joins again with the next record. Safe from every
// thread.

internal import Kafka
internal import Synchronization

/// Finds steps of the wall clock, of two clocks that are read together.
struct ClockWatch {
    /// How far the wall clock is ahead of the monotonic one, in milliseconds.
    private var lead: Int64

    /// Begins with the wall clock's milliseconds and the monotonic clock's nanoseconds.
    init(wall: Int64, monotonic: Int64) { lead = wall - monotonic / 1_000_000 }

    /// Looks again.
    ///
    /// - Returns: By how many milliseconds the wall clock was set back since the last look; 0 if it was not.
    mutating func look(wall: Int64, monotonic: Int64) -> Int64 {
        let now = wall - monotonic / 1_000_000
        defer { lead = now }
        return max(0, lead - now)
    }
}

/// What lanes and the thread that watches the clock share.
final class ClockGuard: Sendable {
    /// Milliseconds that do not matter: a heartbeat that is late by so much costs no membership.
    private static let tolerance: Int64 = 3000

    private let count = Atomic<Int>(0)
    private let wakers = Mutex<[Int: ClientWaker]>([:])

    /// How often the clock was set back.
    var steps: Int { count.load(ordering: .relaxed) }

    /// Has a lane's consumer woken when the clock is set back; in place of the lane's last one.
    func watch(_ waker: ClientWaker, of lane: Int) { wakers.withLock { $0[lane] = waker } }

    /// Has the lanes replace their clients if the clock was set back.
    func look(_ watch: inout ClockWatch, _ log: Log) {
        let step = watch.look(wall: SystemClock.epochMilliseconds, monotonic: SystemClock.monotonicNanoseconds)
        guard step > ClockGuard.tolerance else { return }
        log.write(.clockSetBack(milliseconds: step))
        count.add(1, ordering: .relaxed)
        for waker in wakers.withLock({ Array($0.values) }) { waker.wake() }
    }
}
