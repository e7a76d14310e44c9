// The thread that watches over the lanes: the wall clock, whether the worker is ready, and whether each lane gives
// signs of life. A call of librdkafka's that never returns holds its thread for good: nothing but the end of the
// process helps then, and what was not committed is read again.

/// Counts how often in a row the oldest sign of life was the same: looks, not time, so that a process which was stopped
/// itself is not taken for one that hangs.
struct SilenceWatch {
    private var last = Int64.min
    private var count = 0

    /// Looks again at the time of the oldest sign of life; how many looks before this one found the same.
    mutating func look(_ oldest: Int64) -> Int {
        count = oldest == last ? count + 1 : 0
        last = oldest
        return count
    }
}

struct LaneWatch {
    let context: WorkerContext
    /// Called when a lane gives no sign of life any more; nil for no watch over that.
    let onSilence: (@Sendable () -> Void)?
    /// How long a lane may give none before that.
    let silenceMilliseconds: Int
    /// Who is told how the worker is; nil for the log alone.
    let manager: ServiceManager?

    private static let pause = 100
    private static let looksASecond = 1000 / pause

    /// Watches until the lanes have ended; blocks the calling thread.
    func run() {
        var wall = ClockWatch(wall: SystemClock.epochMilliseconds, monotonic: SystemClock.monotonicNanoseconds)
        var silence = SilenceWatch()
        var readiness = ReadinessLog()
        var looks = 0
        var told: [String] = []
        let (stop, status, log) = (context.stop, context.status, context.log)
        while !context.isOver {
            WorkerThread.sleep(milliseconds: LaneWatch.pause)
            context.clock.look(&wall, log)
            looks += 1
            if looks % LaneWatch.looksASecond == 0 {
                let obstacles = stop.isRequested ? [] : status.snapshot().obstacles
                for event in readiness.look(obstacles) where !stop.isRequested { log.write(event) }
                let news = ServiceManager.messages(isStopping: stop.isRequested, obstacles.map(\.text))
                manager?.tell(["WATCHDOG=1"] + (news == told ? [] : news))
                told = news
            }
            guard let onSilence, silence.look(status.oldestHeartbeat) == silenceMilliseconds / LaneWatch.pause,
                !stop.isRequested
            else {
                continue
            }
            log.write(.laneSilent(seconds: silenceMilliseconds / 1000))
            onSilence()
        }
        manager?.tell(ServiceManager.messages(isStopping: true, []))
    }
}
