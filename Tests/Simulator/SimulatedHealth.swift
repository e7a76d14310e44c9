// What a process says of itself, as the lane of the product does, and what follows from that: ready, or why not.

internal import Delivery
internal import Kafka
internal import Worker
internal import Simulation

/// The health of one process.
final class SimulatedHealth {
    private let world: World
    private(set) var lane = LaneSnapshot()
    let observer: SimulatedObserver
    /// Since when nothing has been delivered although there was something to deliver, in milliseconds.
    private var delayedSince: Int64?

    /// A wait for brokers that is longer than this is told, in milliseconds.
    private static let patience: Int64 = 10_000

    init(_ world: World, _ client: Client) {
        self.world = world
        observer = SimulatedObserver(world, client)
    }

    private var now: Int64 { world.now * .millisecond }

    func start() {
        lane.isStarted = true
        observer.look()
    }

    func tellMembership(_ isMember: Bool) {
        lane.outOfGroupSince = isMember ? nil : lane.outOfGroupSince ?? now
    }

    func tell(_ note: Note) {
        switch note {
        case .waitingForOperator(let error): lane.trouble = .waitingForOperator(error.description)
        case .settled: endDelay()
        default: break
        }
    }

    /// Brokers are waited for.
    func wait(for awaited: String?) {
        let since = delayedSince ?? world.now
        delayedSince = since
        if let awaited, world.now - since >= Self.patience { lane.trouble = .waitingForBrokers(awaited) }
    }

    private func endDelay() {
        delayedSince = nil
        if case .waitingForBrokers = lane.trouble { lane.trouble = nil }
    }

    func accept(_ partitions: [TopicPartition]) {
        delayedSince = nil
        lane.trouble = nil
        for partition in partitions { lane.partitions[partition]?.lastProgress = now }
    }

    /// Says which partitions are owned, and what would be committed next of each.
    func publish(_ next: [TopicPartition: Int64?]) {
        lane.partitions = next.reduce(into: [:]) { owned, entry in
            var partition = lane.partitions[entry.key] ?? PartitionSnapshot(lastProgress: now)
            partition.next = entry.value
            owned[entry.key] = partition
        }
        observer.owned = lane.partitions.keys.sorted()
    }

    var snapshot: WorkerSnapshot {
        WorkerSnapshot(
            laneCount: 1,
            lanes: [0: lane],
            recordsPerSecond: 0,
            now: now,
            oldestHeartbeat: now,
            isObserved: true,
            view: observer.view
        )
    }
}
