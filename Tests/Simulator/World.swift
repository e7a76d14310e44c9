// A cluster, a network and workers in virtual time. One seed decides everything.

package import Delivery
internal import Simulation
internal import TestSupport

/// How a world is made.
package struct WorldSettings: Sendable {
    package var seed: UInt64
    /// How many batches are delivered before the faults stop.
    package var batches: Int
    package var workers = 2
    package var inputPartitions = 4
    package var outputPartitions = 3
    package var batchRecords = 8
    package var transactionMilliseconds: Int64 = 3000
    package var transactionVersion = 2
    /// Rules of the machine that are left out, and whether workers present no membership with their offsets.
    package var without: Set<Rule> = []
    package var presentsMembership = true
    /// Whether the library begins to read only at offsets that no open transaction can change any more; in half of the
    /// worlds it does not.
    package var startsAreStable: Bool
    /// How many records an attempt holds at the most; in some worlds fewer than a batch, as after failures.
    package var attemptRecords: Int
    /// The faults that happen; nil lets the seed choose three kinds.
    package var faults: Set<Fault>?
    /// Whether the trace is kept.
    package var isTraced = false

    package init(seed: UInt64, batches: Int) {
        self.seed = seed
        self.batches = batches
        startsAreStable = seed % 2 == 0
        attemptRecords = seed % 3 == 0 ? 3 : batchRecords
    }
}

/// A kind of fault.
package enum Fault: String, CaseIterable, Sendable {
    /// A connection breaks before a request's answer; the request arrives, at once or late, or never.
    case brokenConnection = "broken connections"
    /// The same for EndTxn alone, often, and the copy arrives late.
    case lateEnd = "late ends of transactions"
    /// EndTxn arrives, and its answer does not come before the transaction's time is over.
    case silentEnd = "ends of transactions without an answer"
    /// An answer is lost.
    case lostAnswer = "lost answers"
    /// A worker is killed and started again.
    case crash = "crashes"
    /// A worker stands still, for as long as a transaction or a session lasts, or less.
    case freeze = "frozen workers"
    /// A worker leaves the group as it is asked to, and comes back.
    case restart = "restarts"
    /// The group's coordinator gives no answers for a while.
    case groupAway = "the group's coordinator away"
    /// The coordinator of transactions gives no answers for a while.
    case transactionsAway = "the coordinator of transactions away"
    /// The leaders give no answers for a while.
    case leadersAway = "leaders away"
    /// Markers are written late.
    case slowMarkers = "slow markers"
}

/// A simulated cluster with workers, and the judge.
package final class World {
    package let settings: WorldSettings
    package private(set) var now: Int64 = 0
    package let faults: Set<Fault>
    /// How often each fault has happened.
    package private(set) var faultCounts: [Fault: Int] = [:]
    var kafka: SimulatedKafka
    var random: SeededGenerator
    private var queue = EventQueue()
    private var heldAnswers: [Int: (Response) -> Void] = [:]
    private(set) var workers: [SimulatedWorker] = []
    private(set) var judge: Judge
    private var fed: [Int64]
    private var away: [Service: Int64] = [:]
    package private(set) var areFaultsOver = false
    package private(set) var trace: [String] = []
    package var batches = 0
    /// How often each state was left for each other one, and by what answer.
    package var steps: [String: Int] = [:]

    static let input = "in"
    static let output = "out"
    static let group = "group"

    /// A part of the cluster that can be away.
    enum Service: Hashable { case group, transactions, leaders }

    package init(_ settings: WorldSettings) {
        self.settings = settings
        var random = SeededGenerator(seed: settings.seed)
        if let given = settings.faults {
            faults = given
        } else {
            faults = Set(Fault.allCases.shuffled(using: &random).prefix(3))
        }
        var cluster = SimulatedKafka.Settings()
        cluster.transactionVersion = settings.transactionVersion
        cluster.markerDelay = 1
        cluster.expiryInterval = 1000
        kafka = SimulatedKafka(cluster)
        judge = Judge(inputPartitions: settings.inputPartitions, outputPartitions: settings.outputPartitions)
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
        feed()
        for worker in workers { worker.start() }
        if !faults.isEmpty { after(delay(100, 2000)) { [unowned self] in misbehave() } }
        while batches < settings.batches {
            guard step() else { return "nothing happens any more" }
            if let finding = judge.finding { return finding }
            if now > lastProgress + World.patience { return stalled() }
        }
        areFaultsOver = true
        away = [:]
        kafka.settings.markerDelay = 1
        let end = now + World.patience
        while now < end {
            guard step() else { return "nothing happens any more" }
            look()
            if let finding = judge.finding { return finding }
            if isAllDelivered { return nil }
        }
        return stalled()
    }

    /// Everything is worked off in this time, or something is stuck, in milliseconds.
    private static let patience: Int64 = 300_000
    var lastProgress: Int64 = 0

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

    // MARK: - The network

    func delay(_ low: Int64, _ high: Int64) -> Int64 { Int64.random(in: low...high, using: &random) }

    func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }

    /// Sends a request; the answer is nil if the connection broke before it came.
    ///
    /// Requests of a client arrive in the order in which it sent them, but for those of a connection that broke.
    func send(_ request: Request, from client: Client, _ answer: @escaping (Response?) -> Void) {
        let service = World.service(of: request)
        if case .endTxn = request, !areFaultsOver, faults.contains(.silentEnd), chance(40) {
            count(.silentEnd)
            after(delay(1, 4)) { [unowned self] in
                _ = apply(request)
                giveHeldAnswers()
            }
            return after(delay(2000, 5000)) { client.wake { answer(nil) } }
        }
        if isBroken(request) {
            if !chance(3) { arriveLate(request) }
            after(delay(5, 300)) { client.wake { answer(nil) } }
            return
        }
        let arrival = max(now + delay(1, 4), client.lastArrival[service] ?? 0)
        client.lastArrival[service] = arrival
        after(arrival - now) { [unowned self] in arrive(request, service, client, answer) }
    }

    private func arrive(
        _ request: Request,
        _ service: Service,
        _ client: Client,
        _ answer: @escaping (Response?) -> Void
    ) {
        if let end = away[service], end > now {
            // What was sent arrives when it is back; a client that has given up has broken the connection.
            return after(end - now) { [unowned self] in arrive(request, service, client, answer) }
        }
        let response = apply(request)
        if case .held(let number) = response {
            heldAnswers[number] = { [unowned self] response in reply(response, to: client, answer) }
        } else {
            reply(response, to: client, answer)
        }
        giveHeldAnswers()
    }

    private func reply(_ response: Response, to client: Client, _ answer: @escaping (Response?) -> Void) {
        if !areFaultsOver, faults.contains(.lostAnswer), chance(60) {
            count(.lostAnswer)
            return after(delay(5, 300)) { client.wake { answer(nil) } }
        }
        after(delay(1, 4)) { client.wake { answer(response) } }
    }

    private func apply(_ request: Request) -> Response {
        let response = kafka.handle(request, at: now)
        say("  \(request) -> \(response)")
        return response
    }

    private func giveHeldAnswers() {
        for (number, response) in kafka.takeHeldAnswers() { heldAnswers.removeValue(forKey: number)?(response) }
    }

    private func isBroken(_ request: Request) -> Bool {
        guard !areFaultsOver else { return false }
        if faults.contains(.brokenConnection), chance(80) {
            count(.brokenConnection)
            return true
        }
        if faults.contains(.lateEnd), case .endTxn = request, chance(20) {
            count(.lateEnd)
            return true
        }
        return false
    }

    /// The copy of a request whose connection broke; its answer is not heard.
    private func arriveLate(_ request: Request) {
        after(chance(2) ? delay(1, 20) : delay(10, 1500)) { [unowned self] in
            say("late:")
            _ = apply(request)
            giveHeldAnswers()
        }
    }

    private static func service(of request: Request) -> Service {
        switch request {
        case .initProducerID, .addPartitionsToTxn, .addOffsetsToTxn, .endTxn: .transactions
        case .txnOffsetCommit, .joinGroup, .heartbeat, .leaveGroup, .offsetCommit, .offsetFetch: .group
        default: .leaders
        }
    }

    // MARK: - Faults

    func count(_ fault: Fault) { faultCounts[fault, default: 0] += 1 }

    private func misbehave() {
        guard !areFaultsOver else { return }
        let worker = workers.randomElement(using: &random)
        switch faults.sorted(by: { $0.rawValue < $1.rawValue }).randomElement(using: &random) {
        case .crash:
            worker?.crash()
            count(.crash)
        case .freeze:
            worker?.freeze(for: delay(100, 2 * settings.transactionMilliseconds))
            count(.freeze)
        case .restart:
            worker?.restart()
            count(.restart)
        case .groupAway: stayAway(.group, .groupAway)
        case .transactionsAway: stayAway(.transactions, .transactionsAway)
        case .leadersAway: stayAway(.leaders, .leadersAway)
        case .slowMarkers:
            count(.slowMarkers)
            kafka.settings.markerDelay = delay(1, 400)
        case .brokenConnection, .lateEnd, .silentEnd, .lostAnswer, nil: break
        }
        after(delay(200, 3000)) { [unowned self] in misbehave() }
    }

    private func stayAway(_ service: Service, _ fault: Fault) {
        count(fault)
        away[service] = now + (chance(4) ? delay(1000, 3 * settings.transactionMilliseconds) : delay(50, 1000))
    }

    // MARK: - Records

    /// Keeps some records ready in each partition.
    private func feed() {
        guard !areFaultsOver else { return }
        for partition in 0..<settings.inputPartitions {
            let ahead = fed[partition] - judge.next(of: partition)
            guard ahead < 200 else { continue }
            let count = Int(delay(1, 40))
            let payload = Payload(partition: partition, first: fed[partition])
            _ = kafka.handle(.append(PartitionID(World.input, partition), count: count, payload), at: now)
            fed[partition] += Int64(count)
        }
        look()
        after(20) { [unowned self] in feed() }
    }

    /// Lets the judge read what is committed, and lets brokers forget what is read.
    private func look() {
        for partition in 0..<settings.outputPartitions {
            let place = PartitionID(World.output, partition)
            let offset = judge.position(of: partition)
            guard case .fetched(let found) = kafka.handle(.fetch(Fetch(place, offset: offset)), at: now) else {
                continue
            }
            judge.read(found.runs, of: partition, next: found.next)
            if found.next > offset { _ = kafka.handle(.deleteRecords(place, before: found.next), at: now) }
        }
        for partition in 0..<settings.inputPartitions {
            let place = PartitionID(World.input, partition)
            guard case .offsets(let offsets) = committedOffset(place), let offset = offsets.first?.offset else {
                continue
            }
            // Workers go back no further than this.
            if offset > 500 { _ = kafka.handle(.deleteRecords(place, before: offset - 500), at: now) }
        }
    }

    private func committedOffset(_ place: PartitionID) -> Response {
        kafka.handle(.offsetFetch(group: World.group, [place], requiresStable: false), at: now)
    }

    private var isAllDelivered: Bool {
        (0..<settings.inputPartitions).allSatisfy { partition in
            guard judge.next(of: partition) == fed[partition],
                case .offsets(let offsets) = committedOffset(PartitionID(World.input, partition))
            else { return false }
            return offsets.first?.offset == fed[partition]
        }
    }
}

/// One end of connections; a process that is gone hears nothing.
final class Client {
    var isAlive = true
    var frozenUntil: Int64 = 0
    var lastArrival: [World.Service: Int64] = [:]
    unowned let world: World

    init(_ world: World) { self.world = world }

    /// Acts as soon as the process runs.
    func wake(_ action: @escaping () -> Void) {
        guard isAlive else { return }
        guard frozenUntil > world.now else { return action() }
        world.after(frozenUntil - world.now) { [self] in wake(action) }
    }
}
