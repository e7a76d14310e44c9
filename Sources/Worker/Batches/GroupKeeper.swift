// Keeps a lane's consumer in its group while the lane waits for brokers: after a second of waiting the partitions are
// paused and the consumer is polled. What is polled meanwhile is kept for the next batch. The lane's thread.

internal import Kafka

/// A consumer whose lane may have to wait.
final class GroupKeeper {
    private let consumer: Consumer
    private let stop: StopSignal
    private let heartbeat: WorkerStatus.Heartbeat
    private let onChange: (_ isWaiting: Bool, _ partitions: Int) -> Void
    private let onDelay: (_ awaited: String) -> Void
    private var arrivals = MessageBatch()
    /// What was reported besides records.
    private(set) var outcome: CollectionOutcome?
    private var revoked: Set<TopicPartition> = []
    private var paused: Set<TopicPartition> = []
    private var isPaused = false
    private var waitingSince: ContinuousClock.Instant?
    /// Since when nothing has been delivered although there was something to deliver.
    private var delayedSince: ContinuousClock.Instant?
    private var told: String?

    /// Whose answer is waited for, in the words of an operator; nil while a person is waited for.
    var awaited: String? = "brokers"
    /// A wait that is longer than this is told.
    private static let patience = Duration.seconds(10)

    /// Takes care of a consumer; `onChange` hears when partitions are paused and when they go on, `onDelay` what a long
    /// wait is for.
    init(
        _ consumer: Consumer,
        _ stop: StopSignal,
        _ heartbeat: WorkerStatus.Heartbeat,
        onChange: @escaping (_ isWaiting: Bool, _ partitions: Int) -> Void,
        onDelay: @escaping (_ awaited: String) -> Void
    ) {
        self.consumer = consumer
        self.stop = stop
        self.heartbeat = heartbeat
        self.onChange = onChange
        self.onDelay = onDelay
    }

    var isStopping: Bool { stop.isRequested }

    /// To be called at least every 100 ms while waiting for brokers.
    ///
    /// - Returns: false once the time for draining is over: waiting on is of no use.
    func wait() -> Bool {
        if stop.hasExpired { return false }
        heartbeat.beat(at: SystemClock.monotonicNanoseconds)
        let now = ContinuousClock.now
        tellDelay(now)
        guard let since = waitingSince else {
            waitingSince = now
            return true
        }
        if now - since >= .seconds(1) {
            pause()
            serve()
        }
        return true
    }

    /// Tells what is waited for once that takes long, and again when it is something else.
    private func tellDelay(_ now: ContinuousClock.Instant) {
        guard let since = delayedSince else {
            delayedSince = now
            return
        }
        guard let awaited, now - since >= GroupKeeper.patience, told != awaited else { return }
        told = awaited
        onDelay(awaited)
    }

    /// Books that something was delivered: a long wait begins again.
    func noteProgress() {
        delayedSince = nil
        told = nil
    }

    /// Waits so long; false once the time for draining is over.
    func wait(for time: Duration) -> Bool { wait(for: time) { false } }

    /// Waits so long, or until a stop is asked for; false if it was, or was before.
    func waitUnlessStopping(for time: Duration) -> Bool {
        wait(for: time) { [stop] in stop.isRequested } && !stop.isRequested
    }

    private func wait(for time: Duration, unless isOver: () -> Bool) -> Bool {
        let end = ContinuousClock.now + time
        while ContinuousClock.now < end, !isOver() {
            guard wait() else { return false }
            WorkerThread.sleep(milliseconds: 20)
        }
        return !stop.hasExpired
    }

    /// Polls once, so that a pending rebalance is handled; its record, if it brings one, is kept.
    func serve() {
        // The only error is that of a closed consumer, which the next collection throws.
        guard let latest = try? consumer.serve(into: &arrivals) else { return }
        revoked.formUnion(latest.revokedPartitions)
        // Those that come back are not paused.
        paused.subtract(latest.revokedPartitions)
        // Waiting may last for days, so what is kept of it must not grow.
        if outcome?.add(latest) == nil { outcome = latest }
    }

    /// Lets partitions go on, once the waiting is over.
    func endWaiting() {
        waitingSince = nil
        noteProgress()
        guard isPaused else { return }
        isPaused = false
        // A partition that cannot be resumed has just been taken away.
        try? consumer.resume(Array(paused))
        onChange(false, paused.count)
        paused = []
    }

    private func pause() {
        let running = consumer.assignment.filter { !paused.contains($0) }
        guard !running.isEmpty else { return }
        // A partition that cannot be paused has just been taken away.
        try? consumer.pause(running)
        paused.formUnion(running)
        if !isPaused { onChange(true, running.count) }
        isPaused = true
    }

    /// Takes the records that came while waiting into an empty batch, to be filled up.
    func takeArrivals(into batch: inout MessageBatch) {
        guard !arrivals.isEmpty else { return }
        swap(&batch, &arrivals)
    }

    var arrivalRanges: [PartitionRange] { arrivals.partitionRanges }

    /// Drops what came of some partitions while waiting, their ends included; they are to be read again.
    func dropArrivals(of partitions: Set<TopicPartition>) {
        arrivals.removeAll(in: partitions)
        outcome?.forget(partitions)
    }

    func dropArrivals() { arrivals.removeAll() }

    /// What was reported besides records since the last call; nil if nothing was polled.
    func takeOutcome() -> CollectionOutcome? {
        defer { outcome = nil }
        return outcome
    }

    /// The partitions taken away while waiting since the last call, even those that came back.
    func takeRevoked() -> Set<TopicPartition> {
        defer { revoked = [] }
        return revoked
    }
}
