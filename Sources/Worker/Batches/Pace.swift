// How fast a lane reads. The lane's thread.

/// Keeps a lane from reading faster than it is to.
struct Pace {
    private let start = ContinuousClock.now
    private let base: Int

    /// Begins when `count` records have been read already.
    init(from count: Int) {
        base = count
    }

    /// Waits until `count` records are no more than `rate` a second since the start.
    func keep(to rate: Int?, _ count: Int, _ keeper: GroupKeeper) {
        guard let rate else { return }
        let due = start + .milliseconds((count - base) * 1000 / rate)
        let wait = due - .now
        if wait > .zero { _ = keeper.waitUnlessStopping(for: wait) }
        keeper.endWaiting()
    }
}
