// One life of a worker: it carries out what the machine of the delivery says, as the lane of the product does.

internal import Delivery
internal import Kafka
internal import Worker
internal import Simulation

/// A process with one lane.
final class SimulatedProcess {
    let client: Client
    private(set) var machine: DeliveryMachine
    let worker: SimulatedWorker
    unowned let world: World
    let consumer: SimulatedConsumer
    /// The producer that writes transactions, and the one that does not; the promise says which is used.
    var producer: SimulatedProducer!
    var plainProducer: SimulatedPlainProducer!
    var batch: [(place: PartitionID, run: RecordRun)] = []
    var collectedAt: Int64 = 0
    /// Records that brokers refuse, by their offsets; they are sent as dead letters.
    var refused: Set<PartitionOffset> = []
    var membership = Membership.none
    /// A commit of offsets that was sent, and what was answered.
    var offsetCommit: OffsetCommit?
    private var lost: Set<TopicPartition> = []
    private var stopTime: Int64?
    /// What the current command waits for, and its number.
    private(set) var check: (() -> Answer?)?
    private(set) var commands = 0
    /// Since when brokers are waited for.
    var waitingSince: Int64?
    let health: SimulatedHealth
    /// Since when it has been running without a break.
    private(set) var awakeSince: Int64

    final class OffsetCommit {
        var result: KafkaError??
    }

    init(_ worker: SimulatedWorker, _ world: World) {
        self.worker = worker
        self.world = world
        client = Client(world)
        consumer = SimulatedConsumer(world, client)
        health = SimulatedHealth(world, client)
        awakeSince = world.now
        var settings = DeliverySettings(
            batchRecords: world.settings.attemptRecords,
            transactionMilliseconds: world.settings.transactionMilliseconds,
            operatorMilliseconds: 1000
        )
        settings.promise = world.settings.promise
        settings.without = world.settings.without
        machine = DeliveryMachine(settings)
        makeProducer()
    }

    var isTransactional: Bool { world.settings.promise == .exactlyOnce }

    func makeProducer() {
        producer?.close()
        plainProducer?.close()
        producer = SimulatedProducer(world, client, "worker-\(worker.number)") { [weak self] in self?.poke() }
        plainProducer = SimulatedPlainProducer(world, client) { [weak self] in self?.poke() }
    }

    func begin() { carryOut(machine.start()) }

    func kill() {
        client.isAlive = false
        producer.close()
        plainProducer.close()
        health.observer.close()
    }

    func freeze(for milliseconds: Int64) {
        client.frozenUntil = world.now + milliseconds
        awakeSince = client.frozenUntil
    }

    var isReady: Bool { !world.settings.tellsObstacles || health.snapshot.obstacles.isEmpty }

    /// Since when it cannot work for that reason; nil if it can.
    func hinderedSince(_ hindrance: World.Hindrance, _ begin: Int64) -> Int64? {
        // A process that began later, or stood still, has not been looking all the time.
        let begin = max(begin, awakeSince)
        switch hindrance {
        // Who has nothing to write asks these nothing.
        case .away(.transactions), .missing(.writeTransactions):
            return isTransactional && !batch.isEmpty ? max(begin, collectedAt) : nil
        case .missing(.writeToTheOutput): return batch.isEmpty ? nil : max(begin, collectedAt)
        default: return isStopping ? nil : begin
        }
    }

    /// Says where it stands.
    func publish() {
        var next: [TopicPartition: Int64?] = [:]
        for place in consumer.assignment {
            let held = batch.first { $0.place == place }?.run.first
            let position = consumer.positions[place].flatMap { $0 < 0 ? nil : $0 }
            next[Self.name(place)] = .some(held ?? position)
        }
        health.publish(next)
        health.tellMembership(consumer.isMember)
    }

    func stop(within milliseconds: Int64) { stopTime = stopTime ?? world.now + milliseconds }

    var isStopping: Bool { stopTime != nil }

    /// Tells the machine what became of its command, and carries out the next.
    func complete(_ answer: Answer) {
        check = nil
        var moment = Moment(now: world.now * .millisecond)
        moment.isStopping = isStopping
        moment.isDrainOver = stopTime.map { world.now >= $0 } ?? false
        moment.spentProducer = isTransactional ? producer.spentProducer : nil
        moment.lost = lost
        lost = []
        let before = machine.state.name
        let command = machine.next(answer, moment)
        world.steps["\(before) \(answer.name) \(machine.state.name)", default: 0] += 1
        for note in machine.takeNotes() {
            world.say("worker \(worker.number) \(note)")
            health.tell(note)
            if case .logReplaced(let partition, _) = note { consumer.ends[Self.id(partition)] = nil }
        }
        commands += 1
        world.say("worker \(worker.number) \(Self.text(of: command))")
        carryOut(command)
    }

    /// A command in words that are the same each time: sets have no order.
    private static func text(of command: Command) -> String {
        guard case .drop(let partitions) = command else { return "\(command)" }
        return "drop \(partitions.sorted())"
    }

    func soon(_ answer: Answer) {
        world.after(0) { [self] in client.wake { [self] in complete(answer) } }
    }

    /// Completes the command as soon as the check says so, or with the last answer after so long.
    func wait(
        _ milliseconds: Int64,
        _ last: @autoclosure @escaping () -> Answer,
        _ check: @escaping () -> Answer?
    ) {
        if let answer = check() { return soon(polled(answer)) }
        self.check = check
        let number = commands
        world.after(milliseconds) { [self] in
            client.wake { [self] in
                guard number == commands, self.check != nil else { return }
                complete(polled(check() ?? last()))
            }
        }
    }

    /// Looks whether what is waited for has come.
    func poke() {
        guard let check, let answer = check() else { return }
        complete(polled(answer))
    }

    /// Serves the consumer once brokers have been waited for for a second.
    private func polled(_ answer: Answer) -> Answer {
        switch answer {
        case .pending, .failed:
            health.wait(for: machine.awaited)
            let since = waitingSince ?? world.now
            waitingSince = since
            if world.now - since >= 1000 { poll() }
        default: break
        }
        return answer
    }

    func poll() {
        let revoked = consumer.poll()
        lost.formUnion(revoked.map(Self.name))
    }

    static func name(_ partition: PartitionID) -> TopicPartition {
        TopicPartition(partition.topic, Int32(partition.number))
    }

    static func id(_ partition: TopicPartition) -> PartitionID {
        PartitionID(partition.topic, Int(partition.partition))
    }

    static func timedOut(_ operation: String) -> KafkaError {
        KafkaError(code: .timedOut, operation: operation, isRetriable: true)
    }
}
