// An idempotent producer as librdkafka is one: it repeats requests by itself, keeps the order in each partition, and
// takes a new identity once a record was given up.

internal import Delivery
internal import Kafka
internal import Simulation

/// A producer of one process, without transactions.
final class SimulatedPlainProducer {
    private struct Batch {
        let partition: PartitionID
        let count: Int
        let payload: Payload
        let since: Int64
    }

    private let world: World
    private let client: Client
    private let onChange: () -> Void
    private var isClosed = false
    private var identity: ProducerIdentity?
    private var isAsking = false
    /// Counts identities, so that answers to an earlier one are of no concern.
    private var life = 0
    private var sequences: [PartitionID: Int] = [:]
    private var waiting: [Batch] = []
    private var underWay: Set<PartitionID> = []
    private var failures: Set<KafkaErrorCode> = []

    /// A record that is not answered for in this time is given up, in milliseconds.
    private static let patience: Int64 = 10_000

    init(_ world: World, _ client: Client, onChange: @escaping () -> Void) {
        self.world = world
        self.client = client
        self.onChange = onChange
    }

    func close() { isClosed = true }

    func begin() { failures = [] }

    /// What became of the records since `begin`.
    var reports: Reports {
        let recovery = Recovery.after(deliveryFailures: failures)
        return Reports(
            isFlushing: !waiting.isEmpty,
            recovery: recovery,
            error: recovery == nil ? nil : KafkaError(code: worst, operation: "deliver")
        )
    }

    private var worst: KafkaErrorCode { failures.min { $0.rawValue > $1.rawValue } ?? .unknown }

    func produce(_ partition: PartitionID, count: Int, _ payload: Payload) {
        waiting.append(Batch(partition: partition, count: count, payload: payload, since: world.now))
        pump()
    }

    /// Whether all records are answered for.
    func flush() -> Bool {
        if let first = waiting.first, world.now - first.since > Self.patience { giveUp(.recordTimedOut) }
        pump()
        return waiting.isEmpty
    }

    /// Gives up what is not answered for; some of it may arrive nevertheless.
    func purge() {
        if !waiting.isEmpty { giveUp(.purgedFromQueue) }
    }

    private func giveUp(_ code: KafkaErrorCode) {
        failures.insert(code)
        waiting = []
        takeNewIdentity()
    }

    private func takeNewIdentity() {
        life += 1
        identity = nil
        isAsking = false
        sequences = [:]
        underWay = []
    }

    private func pump() {
        guard !isClosed, !waiting.isEmpty else { return }
        guard let identity else { return findIdentity() }
        for batch in waiting where underWay.insert(batch.partition).inserted { send(batch, identity) }
    }

    private func findIdentity() {
        guard !isAsking else { return }
        isAsking = true
        ask(.initProducerID(transactionalID: nil, timeout: 0), life) { [self] response in
            isAsking = false
            if case .producer(let producer) = response { identity = producer }
            pump()
        }
    }

    private func send(_ batch: Batch, _ identity: ProducerIdentity) {
        let sequence = sequences[batch.partition, default: 0]
        let request = Produce(
            batch.partition,
            transactionalID: nil,
            identity,
            sequence: sequence,
            count: batch.count,
            batch.payload
        )
        ask(.produce(request), life) { [self] response in
            underWay.remove(batch.partition)
            guard response.error != .notLeaderOrFollower else {
                // The next leader is known soon.
                return world.after(world.delay(20, 500)) { [self] in client.wake { [self] in pump() } }
            }
            if let index = waiting.firstIndex(where: { $0.partition == batch.partition }) { waiting.remove(at: index) }
            if let error = response.error {
                failures.insert(SimulatedProducer.code(error))
            } else {
                sequences[batch.partition] = sequence + batch.count
            }
            pump()
            onChange()
        }
    }

    /// Sends a request until it is answered.
    private func ask(_ request: Request, _ life: Int, _ answer: @escaping (Response) -> Void) {
        world.send(request, from: client) { [self] response in
            guard !isClosed, life == self.life else { return }
            if let response { return answer(response) }
            world.after(world.delay(10, 100)) { [self] in
                client.wake { [self] in if !isClosed, life == self.life { ask(request, life, answer) } }
            }
        }
    }
}
