// A consumer as librdkafka is one, with eager rebalancing: a background thread joins and sends heartbeats, and what the
// group wants is done when the process polls.

internal import Simulation

/// A consumer of one process.
final class SimulatedConsumer {
    private let world: World
    private let client: Client
    private var isClosed = false
    private var member = ""
    private var generation = -1
    private var isJoining = false
    private var joins = 0
    /// What the group has given, to be taken over by the next poll.
    private var given: [PartitionID]?
    private var mustRejoin = false
    /// How many partitions the topic had when brokers were last asked.
    private var partitionCount: Int?
    /// The ends of logs when they were last seen.
    var ends: [PartitionID: Int64] = [:]
    private(set) var assignment: [PartitionID] = []
    /// The next offsets to hand out; none until they are known.
    private(set) var positions: [PartitionID: Int64] = [:]
    /// The offsets after the last records handed out, even where the position has turned out to be outside the log.
    private(set) var reached: [PartitionID: Int64] = [:]
    /// Counts assignments, so that an answer to an earlier one is known.
    private var round = 0

    init(_ world: World, _ client: Client) {
        self.world = world
        self.client = client
    }

    func subscribe() {
        join()
        beat()
        lookAtTopic()
    }

    /// The membership to present with offsets; nil while the consumer is in no group.
    var membership: Membership? {
        generation < 0 ? nil : Membership(member: member, generation: generation)
    }

    /// Whether the group has given it its part, even if that is none, and has not taken it away.
    private(set) var isMember = true

    func close() {
        isClosed = true
        if !member.isEmpty { world.send(.leaveGroup(group: World.group, member: member), from: client) { _ in } }
    }

    private func join() {
        guard !isClosed, !isJoining else { return }
        isJoining = true
        joins += 1
        let request = JoinGroup(
            group: World.group,
            member: member,
            topics: [World.input],
            sessionTimeout: 2000,
            rebalanceTimeout: 4000
        )
        let number = joins
        // A request that was repeated may be the one that is answered, and its answer not be heard.
        world.after(6000) { [self] in
            client.wake { [self] in
                guard number == joins, isJoining else { return }
                isJoining = false
                join()
            }
        }
        world.send(.joinGroup(request), from: client) { [self] response in
            guard !isClosed, number == joins else { return }
            isJoining = false
            switch response {
            case .memberIDRequired(let id)?:
                member = id
                join()
            case .joined(let joined)?:
                member = joined.member
                generation = joined.generation
                given = joined.assignment
                partitionCount = joined.partitionCount
                mustRejoin = false
            case .failed(.unknownMemberID)?:
                member = ""
                generation = -1
                joinAgain(in: 50)
            default: joinAgain(in: 100)
            }
        }
    }

    private func joinAgain(in milliseconds: Int64) {
        let number = joins
        world.after(milliseconds) { [self] in client.wake { [self] in if number == joins { join() } } }
    }

    private func beat() {
        guard !isClosed else { return }
        if let membership, !isJoining, !mustRejoin {
            world.send(.heartbeat(group: World.group, membership), from: client) { [self] response in
                guard !isClosed, let error = response?.error, membership == self.membership else { return }
                if error == .unknownMemberID {
                    member = ""
                    generation = -1
                }
                mustRejoin = true
            }
        }
        world.after(500) { [self] in client.wake { [self] in beat() } }
    }

    /// Joins again once the topic has another number of partitions.
    private func lookAtTopic() {
        guard !isClosed else { return }
        world.send(.metadata(topic: World.input), from: client) { [self] response in
            guard !isClosed else { return }
            let count: Int? =
                switch response {
                case .topic(_, let partitions)?: partitions
                case .failed(.unknownTopicOrPartition)?: 0
                default: partitionCount
                }
            if let partitionCount, partitionCount != count, generation >= 0 { mustRejoin = true }
            partitionCount = count
        }
        world.after(1000) { [self] in client.wake { [self] in lookAtTopic() } }
    }

    /// Does what the group wants.
    ///
    /// - Returns: Partitions that were taken away.
    func poll() -> [PartitionID] {
        if mustRejoin, !isJoining {
            mustRejoin = false
            // What an earlier generation has given is no longer taken over.
            given = nil
            let revoked = assignment
            release()
            join()
            return revoked
        }
        if let given {
            self.given = nil
            let revoked = assignment
            release()
            assignment = given
            isMember = true
            findPositions(round)
            return revoked
        }
        return []
    }

    private func release() {
        isMember = false
        round += 1
        assignment = []
        positions = [:]
        reached = [:]
    }

    private func findPositions(_ number: Int) {
        guard !isClosed, number == round, !assignment.isEmpty else { return }
        let request = Request.offsetFetch(
            group: World.group,
            assignment,
            requiresStable: world.settings.startsAreStable
        )
        world.send(request, from: client) { [self] response in
            guard !isClosed, number == round else { return }
            guard case .offsets(let found)? = response, found.allSatisfy({ $0.error == nil }) else {
                return world.after(50) { [self] in client.wake { [self] in findPositions(number) } }
            }
            for entry in found { positions[entry.partition] = entry.offset ?? -1 }
        }
    }

    /// Fetches what is next in each partition, up to `limit` records.
    ///
    /// Partitions whose position is not in their log are told each time.
    func fetch(_ limit: Int, _ answer: @escaping ([(PartitionID, [RecordRun])], _ outside: [PartitionID]) -> Void) {
        let number = round
        let places = assignment.compactMap { place in positions[place].map { (place, $0) } }
        var outside = places.filter { $0.1 < 0 }.map(\.0)
        var left = places.count - outside.count
        guard left > 0 else { return world.after(20) { [self, outside] in client.wake { answer([], outside) } } }
        var found: [(PartitionID, [RecordRun])] = []
        let share = max(1, limit / left)
        for (place, offset) in places where offset >= 0 {
            world.send(.fetch(Fetch(place, offset: offset, maxRecords: share)), from: client) { [self] response in
                left -= 1
                if number == round, positions[place] == offset {
                    switch response {
                    case .fetched(let fetched)?:
                        positions[place] = fetched.next
                        reached[place] = fetched.next
                        ends[place] = fetched.highWatermark
                        if !fetched.runs.isEmpty { found.append((place, fetched.runs)) }
                    case .failed(.offsetOutOfRange)?:
                        positions[place] = -1
                        outside.append(place)
                    default: break
                    }
                }
                guard left == 0 else { return }
                let records = number == round ? found.sorted { $0.0 < $1.0 } : []
                // Brokers keep a question for records that are not there yet.
                world.after(records.isEmpty ? 50 : 0) { [self] in client.wake { answer(records, outside) } }
            }
        }
    }

    /// Sends partitions elsewhere; false if one of them is not being read.
    func seek(_ places: [PartitionOffset]) -> Bool {
        guard places.allSatisfy({ positions[$0.partition] != nil }) else { return false }
        for place in places {
            positions[place.partition] = place.offset
            reached[place.partition] = place.offset
        }
        return true
    }
}
