// How fast a lane reads. The lane's thread.

/// Keeps a lane from reading faster than it is to.
struct Pace {
    /// When the records read so far are due, and how many these are.
    private var due = ContinuousClock.now
    private var count: Int

    /// Begins when `count` records have been read already.
    init(from count: Int) { self.count = count }

    /// Waits until the records since the last call, which make `count` in all, are no more than `rate` a second.
    ///
    /// What could not be read in its time is made up for by a second's records at most.
    mutating func keep(to rate: Int?, _ count: Int, _ keeper: GroupKeeper) {
        guard let rate else { return }
        due = max(due, ContinuousClock.now - .seconds(1)) + .milliseconds((count - self.count) * 1000 / rate)
        self.count = count
        let wait = due - .now
        if wait > .zero { _ = keeper.waitUnlessStopping(for: wait) }
        keeper.endWaiting()
    }
}
