// A process with one lane: it carries out what the machine of the delivery says, as the lane of the product does.

internal import Delivery
internal import Kafka
internal import Simulation

/// A worker that may die and is started again.
final class SimulatedWorker {
    let number: Int
    private unowned let world: World
    private var process: SimulatedProcess?

    init(_ number: Int, _ world: World) {
        self.number = number
        self.world = world
    }

    var stateName: String { process?.machine.state.name ?? "is not there" }

    func start() {
        world.say("worker \(number) starts")
        process = SimulatedProcess(self, world)
        process?.begin()
    }

    /// Ends it without a word.
    func crash() {
        guard let process else { return }
        world.say("worker \(number) is killed")
        process.kill()
        self.process = nil
        world.after(world.delay(50, 3000)) { [self] in start() }
    }

    func freeze(for milliseconds: Int64) {
        world.say("worker \(number) stands still for \(milliseconds) ms")
        process?.client.frozenUntil = world.now + milliseconds
    }

    /// Asks it to stop.
    func restart() {
        guard let process else { return }
        world.say("worker \(number) is asked to stop")
        process.stop(within: 5000)
    }

    /// It has ended by itself.
    func ended(_ end: LaneEnd) {
        world.say("worker \(number) ends: \(end)")
        process = nil
        world.after(world.delay(50, 2000)) { [self] in start() }
    }
}

/// One life of a worker.
final class SimulatedProcess {
    let client: Client
    private(set) var machine: DeliveryMachine
    private let worker: SimulatedWorker
    private unowned let world: World
    private let consumer: SimulatedConsumer
    private var producer: SimulatedProducer!
    private var batch: [(PartitionID, RecordRun)] = []
    private var lost: Set<TopicPartition> = []
    private var membership = Membership.none
    private var stopTime: Int64?
    /// What the current command waits for, and its number.
    private var check: (() -> Answer?)?
    private var commands = 0
    private var waitingSince: Int64?

    init(_ worker: SimulatedWorker, _ world: World) {
        self.worker = worker
        self.world = world
        client = Client(world)
        consumer = SimulatedConsumer(world, client)
        var settings = DeliverySettings(
            batchRecords: world.settings.attemptRecords,
            transactionMilliseconds: world.settings.transactionMilliseconds,
            operatorMilliseconds: 1000
        )
        settings.without = world.settings.without
        machine = DeliveryMachine(settings)
        makeProducer()
    }

    private func makeProducer() {
        producer?.close()
        producer = SimulatedProducer(world, client, "worker-\(worker.number)") { [weak self] in self?.poke() }
    }

    func begin() { carryOut(machine.start()) }

    func kill() {
        client.isAlive = false
        producer.close()
    }

    func stop(within milliseconds: Int64) { stopTime = stopTime ?? world.now + milliseconds }

    private var isStopping: Bool { stopTime != nil }

    private func complete(_ answer: Answer) {
        check = nil
        var moment = Moment(now: world.now * .millisecond)
        moment.isStopping = isStopping
        moment.isDrainOver = stopTime.map { world.now >= $0 } ?? false
        moment.hasLateRequests = producer.hasLateRequests
        moment.lost = lost
        lost = []
        let before = machine.state.name
        let command = machine.next(answer, moment)
        world.steps["\(before) \(answer.name) \(machine.state.name)", default: 0] += 1
        for note in machine.takeNotes() { world.say("worker \(worker.number) \(note)") }
        carryOut(command)
    }

    /// Completes the command as soon as the check says so, or with the last answer after so long.
    private func wait(
        _ milliseconds: Int64,
        _ last: @autoclosure @escaping () -> Answer,
        _ check: @escaping () -> Answer?
    ) {
        if let answer = check() { return world.after(0) { [self] in client.wake { [self] in complete(answer) } } }
        self.check = check
        let number = commands
        world.after(milliseconds) { [self] in
            client.wake { [self] in
                guard number == commands, self.check != nil else { return }
                complete(polled(check() ?? last()))
            }
        }
    }

    private func poke() {
        guard let check, let answer = check() else { return }
        complete(polled(answer))
    }

    /// Serves the consumer once brokers have been waited for for a second.
    private func polled(_ answer: Answer) -> Answer {
        switch answer {
        case .pending, .failed:
            let since = waitingSince ?? world.now
            waitingSince = since
            if world.now - since >= 1000 { poll() }
        default: break
        }
        return answer
    }

    private func poll() {
        let revoked = consumer.poll()
        lost.formUnion(revoked.map(Self.name))
    }

    private static func name(_ partition: PartitionID) -> TopicPartition {
        TopicPartition(partition.topic, Int32(partition.number))
    }

    private static func id(_ partition: TopicPartition) -> PartitionID {
        PartitionID(partition.topic, Int(partition.partition))
    }

    // MARK: - The commands

    private func carryOut(_ command: Command) {
        commands += 1
        world.say("worker \(worker.number) \(command)")
        switch command {
        case .makeProducer:
            makeProducer()
            soon(.done)
        case .initTransactions:
            wait(500, .failed(Self.timedOut("init transactions"))) { [self] in answer(producer.initTransactions()) }
        case .startReading:
            consumer.subscribe()
            soon(.joined(keepsOffsets: true))
        case .collect: collect()
        case .begin:
            guard let current = consumer.membership else {
                return soon(.notMember(KafkaError(code: .unknownMember, operation: "group metadata")))
            }
            membership = world.settings.presentsMembership ? current : .none
            soon(producer.begin().map { .failed($0) } ?? .done)
        case .send(let count): send(count)
        case .sendOffsets(let offsets):
            let places = offsets.map { PartitionOffset(Self.id($0.partition), $0.offset) }
            wait(100, .pending) { [self] in answer(producer.sendOffsets(places, membership)) }
        case .commitTransaction:
            wait(500, .failed(Self.timedOut("commit transaction"), Reports(isFlushing: self.producer.outstanding > 0)))
            {
                [self] in
                answer(producer.commit())
            }
        case .abort:
            wait(500, .failed(Self.timedOut("abort transaction"))) { [self] in
                guard let result = producer.abort() else { return nil }
                return result.map { .failed($0) } ?? .aborted(Reports())
            }
        case .accept(let count, _):
            drop(first: count)
            world.batches += 1
            world.lastProgress = world.now
            soon(.held(held))
        case .serve:
            poll()
            soon(.held(held))
        case .drop(let partitions):
            batch.removeAll { partitions.contains(Self.name($0.0)) }
            soon(.held(held))
        case .wait(let milliseconds, let endsAtStop):
            let end = world.now + milliseconds
            wait(milliseconds, .done) { [self] in
                if waitingSince.map({ world.now - $0 >= 1000 }) ?? false { poll() }
                return endsAtStop && isStopping || world.now >= end ? .done : nil
            }
        case .readCommitted(let partitions, let milliseconds): readCommitted(partitions, milliseconds)
        case .seek(let places):
            let isDone = consumer.seek(places.map { PartitionOffset(Self.id($0.partition), $0.offset) })
            if isDone { batch.removeAll { held in places.contains { $0.partition == Self.name(held.0) } } }
            soon(isDone ? .done : .failed(KafkaError(code: .state, operation: "seek")))
        case .restart(let places):
            let isDone = consumer.seek(places.map { PartitionOffset(Self.id($0.partition), $0.offset) })
            soon(isDone ? .done : .failed(KafkaError(code: .state, operation: "restart")))
        case .readLogs(let partitions): readLogs(partitions)
        case .end(let end):
            consumer.close()
            producer.close()
            worker.ended(end)
        default: soon(.done)
        }
    }

    private func soon(_ answer: Answer) {
        world.after(0) { [self] in client.wake { [self] in complete(answer) } }
    }

    private func answer(_ result: KafkaError??) -> Answer? {
        guard let result else { return nil }
        return result.map { .failed($0, Reports(isFlushing: self.producer.outstanding > 0)) } ?? .done
    }

    private static func timedOut(_ operation: String) -> KafkaError {
        KafkaError(code: .timedOut, operation: operation, isRetriable: true)
    }

    // MARK: - The batch

    private var held: Held {
        var held = Held()
        for (partition, run) in batch {
            held.count += run.count
            held.ranges.append(
                PartitionRange(
                    partition: Self.name(partition),
                    count: run.count,
                    firstOffset: run.first,
                    nextOffset: run.end
                )
            )
        }
        return held
    }

    private func collect() {
        waitingSince = nil
        poll()
        batch = []
        guard !isStopping else { return soon(.finished) }
        let number = commands
        consumer.fetch(world.settings.batchRecords) { [self] found, outside in
            guard number == commands else { return }
            let isKept = Set(consumer.assignment)
            batch = found.filter { isKept.contains($0.0) }.flatMap { place, runs in runs.map { (place, $0) } }
            var findings = Findings()
            findings.outside = outside.map(Self.name)
            complete(.collected(held, findings))
        }
    }

    private func drop(first count: Int) {
        var left = count
        while left > 0, let (place, run) = batch.first {
            batch.removeFirst()
            if run.count > left {
                batch.insert(
                    (
                        place,
                        RecordRun(
                            first: run.first + Int64(left),
                            count: run.count - left,
                            run.payload.dropping(Int64(left))
                        )
                    ),
                    at: 0
                )
            }
            left -= min(left, run.count)
        }
    }

    private func send(_ count: Int) {
        var left = count
        var records: [SentRecords] = []
        for (place, run) in batch where left > 0 {
            let part = min(left, run.count)
            left -= part
            let output = PartitionID(World.output, place.number % world.settings.outputPartitions)
            if let error = producer.produce(output, count: part, run.payload) { return soon(.failed(error)) }
            let next = run.first + Int64(part)
            if let index = records.firstIndex(where: { $0.partition == Self.name(place) }) {
                records[index].count += part
                records[index].next = next
            } else {
                records.append(SentRecords(Self.name(place), count: part, next: next))
            }
        }
        soon(.sent(records, offsets: records.map { TopicPartitionOffset($0.partition, $0.next) }))
    }

    // MARK: - Questions

    private func readCommitted(_ partitions: [TopicPartition], _ milliseconds: Int64) {
        var found: [TopicPartitionOffset]?
        let number = commands
        func ask() {
            let request = Request.offsetFetch(group: World.group, partitions.map(Self.id), requiresStable: true)
            world.send(request, from: client) { [self] response in
                guard number == commands, check != nil else { return }
                guard case .offsets(let offsets)? = response, offsets.allSatisfy({ $0.error == nil }) else {
                    return world.after(50) { [self] in client.wake { if number == self.commands { ask() } } }
                }
                found = offsets.compactMap { entry in
                    entry.offset.map { TopicPartitionOffset(Self.name(entry.partition), $0) }
                }
                poke()
            }
        }
        wait(milliseconds, .failed(Self.timedOut("read committed offsets"))) { found.map { .committed($0) } }
        ask()
    }

    private func readLogs(_ partitions: [TopicPartition]) {
        let number = commands
        var bounds: [TopicPartition: Watermarks] = [:]
        var entries: [TopicPartitionOffset]?
        wait(2000, .failed(Self.timedOut("read logs"))) { [self] in
            guard let entries, bounds.count == partitions.count else { return nil }
            return .logs(
                LogView(
                    partitionCount: world.settings.inputPartitions,
                    bounds: bounds,
                    entries: entries,
                    positions: [:],
                    knownEnds: [:]
                )
            )
        }
        let all = (0..<world.settings.inputPartitions).map { PartitionID(World.input, $0) }
        world.send(.offsetFetch(group: World.group, all, requiresStable: true), from: client) { [self] response in
            guard number == commands, case .offsets(let offsets)? = response else { return }
            entries = offsets.compactMap { entry in
                entry.offset.map { TopicPartitionOffset(Self.name(entry.partition), $0) }
            }
            poke()
        }
        for partition in partitions {
            world.send(.listOffset(Self.id(partition), .start), from: client) { [self] response in
                guard number == commands, case .offset(let low)? = response else { return }
                world.send(.listOffset(Self.id(partition), .lastStable), from: client) { [self] response in
                    guard number == commands, case .offset(let high)? = response else { return }
                    bounds[partition] = Watermarks(low: low, high: high)
                    poke()
                }
            }
        }
    }
}
