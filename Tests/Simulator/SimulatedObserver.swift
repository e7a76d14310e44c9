// Looks at the cluster every three seconds, as the product's observer does: topics, the ends of logs, and the group's
// offsets.

internal import Delivery
internal import Kafka
internal import Worker
internal import Simulation

/// The observer of one process.
final class SimulatedObserver {
    private let world: World
    private let client: Client
    /// What is known; nil before the first look is over.
    private(set) var view: ClusterView?
    private var looking = ClusterView()
    /// The partitions that the lane owns.
    var owned: [TopicPartition] = []
    private var isClosed = false

    /// Between two looks, and for each question, in milliseconds.
    private static let pause: Int64 = 3000
    private static let patience: Int64 = 2000

    init(_ world: World, _ client: Client) {
        self.world = world
        self.client = client
    }

    func close() { isClosed = true }

    func look() {
        guard !isClosed else { return }
        looking.beginLook()
        looking.partitions = looking.partitions.filter { owned.contains($0.key) }
        askTopic(World.input) { [self] in
            askTopic(World.output) { [self] in
                askBounds(owned) { [self] in
                    askCommitted { [self] in
                        view = looking
                        world.after(Self.pause) { [self] in client.wake { [self] in look() } }
                    }
                }
            }
        }
    }

    /// Asks; the answer is nil if none comes in time.
    private func ask(_ request: Request, _ answer: @escaping (Response?) -> Void) {
        var isOver = false
        let end: (Response?) -> Void = { [self] response in
            guard !isOver, !isClosed else { return }
            isOver = true
            answer(response)
        }
        world.send(request, from: client) { response in end(response) }
        world.after(Self.patience) { [self] in client.wake { end(nil) } }
    }

    private func note(_ question: ClusterView.Question, _ obstacle: Obstacle?) {
        looking.note(question, obstacle, at: world.now * .millisecond)
        // The questions that follow may take their time.
        if view != nil { view = looking }
    }

    private func askTopic(_ topic: String, _ next: @escaping () -> Void) {
        ask(.metadata(topic: topic)) { [self] response in
            switch response {
            case .topic?: note(.topic(topic), nil)
            case .failed(.unknownTopicOrPartition)?: note(.topic(topic), Obstacle(.missingTopic, topic, "missing"))
            case .failed?: note(.topic(topic), Obstacle(.missingRight, topic, "not allowed"))
            default: note(.topic(topic), Obstacle(.noAnswer, topic, "no answer"))
            }
            next()
        }
    }

    private func askBounds(_ partitions: [TopicPartition], _ next: @escaping () -> Void) {
        guard let partition = partitions.first else { return next() }
        let place = SimulatedProcess.id(partition)
        ask(.listOffset(place, .start)) { [self] response in
            guard case .offset(let first)? = response else { return miss(next) }
            ask(.listOffset(place, .lastStable)) { [self] response in
                guard case .offset(let end)? = response else { return miss(next) }
                let now = world.now * .millisecond
                var known =
                    looking.partitions[partition] ?? PartitionView(first: first, end: end, time: now, latestStart: end)
                (known.first, known.end, known.time) = (first, end, now)
                looking.partitions[partition] = known
                note(.leader(0), nil)
                askBounds(Array(partitions.dropFirst()), next)
            }
        }
    }

    private func miss(_ next: () -> Void) {
        note(.leader(0), Obstacle(.noAnswer, "broker 0", "no answer"))
        next()
    }

    private func askCommitted(_ next: @escaping () -> Void) {
        // Who owns nothing asks nevertheless, to learn whether it may.
        let places = owned.isEmpty ? [PartitionID(World.input, 0)] : owned.map(SimulatedProcess.id)
        ask(.offsetFetch(group: World.group, places, requiresStable: true)) { [self] response in
            switch response {
            case .offsets(let offsets)? where offsets.allSatisfy({ $0.error == nil }):
                for entry in offsets {
                    looking.partitions[SimulatedProcess.name(entry.partition)]?.committed = entry.offset
                }
                note(.committed, nil)
            case .failed(.groupAuthorizationFailed)?:
                note(.committed, Obstacle(.missingRight, World.group, "not allowed"))
            default: note(.committed, Obstacle(.noAnswer, World.group, "no answer"))
            }
            next()
        }
    }
}
