// A cluster, a network and workers in virtual time. One seed decides everything.

internal import Delivery
internal import Simulation
internal import TestSupport

/// A simulated cluster with workers, and the judge.
package final class World {
    package let settings: WorldSettings
    package private(set) var now: Int64 = 0
    package let faults: Set<Fault>
    /// How often each fault has happened.
    package private(set) var faultCounts: [Fault: Int] = [:]
    /// How often each state was left for each other one, and by what answer.
    package internal(set) var steps: [String: Int] = [:]
    /// The batches that were delivered.
    package internal(set) var batches = 0
    package private(set) var areFaultsOver = false
    package private(set) var trace: [String] = []
    /// When something was last delivered, or could not be expected to be.
    var lastProgress: Int64 = 0
    var kafka: SimulatedKafka
    /// What a coordinator of the group remembers that has lost its place; nil if there is none.
    var past: (kafka: SimulatedKafka, time: Int64)?
    var random: SeededGenerator
    var judge: Judge
    private(set) var workers: [SimulatedWorker] = []
    private var queue = EventQueue()
    /// Who waits for the answers that brokers hold back, by their numbers.
    var heldAnswers: [Int: (Response) -> Void] = [:]
    /// How many requests were sent.
    package internal(set) var requests = 0
    /// What keeps workers from their work, since when and until when.
    var hindrances: [Hindrance: (begin: Int64, end: Int64)] = [:]
    /// How many records each partition of the input was given in this life of the topic; none while there is no topic.
    var fed: [Int64]
    /// Whether records are still to come in a world with a plan.
    var isFeedDue = true
    /// How often the input was made again.
    var life = 0

    static let input = "in"
    static let output = "out"
    static let group = "group"

    /// A part of the cluster that can be away.
    enum Service: Hashable { case group, transactions, leaders }

    package init(_ settings: WorldSettings) {
        self.settings = settings
        var random = SeededGenerator(seed: settings.seed)
        var chosen = Set(Fault.ofAllWorlds.shuffled(using: &random).prefix(3))
        if settings.seed % 8 == 4 { chosen.insert(.oldOffsets) }
        faults = settings.plan == nil ? settings.faults ?? chosen : []
        var cluster = SimulatedKafka.Settings()
        cluster.transactionVersion = settings.transactionVersion
        cluster.markerDelay = 1
        cluster.expiryInterval = 1000
        kafka = SimulatedKafka(cluster)
        judge = Judge(outputPartitions: settings.outputPartitions, isOnce: settings.promise == .exactlyOnce)
        fed = [Int64](repeating: 0, count: settings.inputPartitions)
        self.random = random
        _ = kafka.handle(.createTopic(World.input, partitions: settings.inputPartitions), at: 0)
        _ = kafka.handle(.createTopic(World.output, partitions: settings.outputPartitions), at: 0)
        workers = (0..<settings.workers).map { SimulatedWorker($0, self) }
    }

    /// Runs until so many batches are delivered under faults and then, without faults, everything is.
    ///
    /// - Returns: What is wrong; nil if nothing is.
    package func run() -> String? {
        settings.plan == nil ? feed() : feedLittle()
        for worker in workers { worker.start() }
        lookAtReadiness()
        if !faults.isEmpty { after(delay(100, 2000)) { [unowned self] in misbehave() } }
        while settings.plan == nil ? batches < settings.batches : isFeedDue {
            guard step() else { return "nothing happens any more" }
            if let finding = judge.finding { return finding }
            if now > lastProgress + World.patience { return stalled() }
        }
        endFaults()
        let end = now + World.patience
        while now < end {
            guard step() else { return "nothing happens any more" }
            look()
            if let finding = judge.finding { return finding }
            if isAllDelivered { return settings.plan == nil ? rest() : nil }
        }
        return stalled()
    }

    /// Lets time pass in which nothing happens: nothing comes twice, and everybody is ready.
    private func rest() -> String? {
        let end = now + World.recovery
        while now < end {
            guard step() else { return "nothing happens any more" }
        }
        look()
        return judge.finding ?? unreadiness
    }

    /// Everything is worked off in this time, or something is stuck, in milliseconds.
    private static let patience: Int64 = 300_000

    private func endFaults() {
        areFaultsOver = true
        hindrances = [:]
        past = nil
        kafka.settings.markerDelay = 1
    }

    private func stalled() -> String {
        let states = workers.map { "worker \($0.number) \($0.stateName)" }.joined(separator: ", ")
        return "nothing was delivered since \(lastProgress) ms, now \(now) ms: \(states)"
    }

    private func step() -> Bool {
        let brokers = kafka.nextDeadline
        guard let time = [queue.nextTime, brokers].compactMap(\.self).min() else { return false }
        now = max(now, time)
        if let brokers, brokers <= now {
            kafka.advance(to: now)
            giveHeldAnswers()
        }
        if let next = queue.nextTime, next <= now { queue.removeFirst()() }
        return true
    }

    func after(_ milliseconds: Int64, _ action: @escaping () -> Void) {
        queue.add(at: now + max(0, milliseconds), action)
    }

    func say(_ text: @autoclosure () -> String) {
        if settings.isTraced { trace.append("\(now) \(text())") }
    }

    func count(_ fault: Fault) { faultCounts[fault, default: 0] += 1 }

    func delay(_ low: Int64, _ high: Int64) -> Int64 { Int64.random(in: low...high, using: &random) }

    func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }
}
