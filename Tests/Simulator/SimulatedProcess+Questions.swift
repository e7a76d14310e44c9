// What a process asks the cluster.

internal import Delivery
internal import Kafka
internal import Simulation

extension SimulatedProcess {
    func ask(_ command: Command) {
        switch command {
        case .readCommitted(let partitions, let milliseconds):
            readCommitted(partitions, milliseconds, requiresStable: true)
        case .readLastCommitted(let partitions, let milliseconds):
            readCommitted(partitions, milliseconds, requiresStable: false)
        case .readLogs(let partitions): readLogs(partitions)
        case .seek(let places): seek(places, "seek")
        case .restart(let places): seek(places, "restart")
        default: break
        }
    }

    private func seek(_ places: [TopicPartitionOffset], _ operation: String) {
        guard consumer.seek(places.map({ PartitionOffset(Self.id($0.partition), $0.offset) })) else {
            return soon(.failed(KafkaError(code: .state, operation: operation)))
        }
        batch.removeAll { held in places.contains { $0.partition == Self.name(held.place) } }
        soon(.done)
    }

    private func readCommitted(_ partitions: [TopicPartition], _ milliseconds: Int64, requiresStable: Bool) {
        var found: [TopicPartitionOffset]?
        let number = commands
        func ask() {
            let places = partitions.map(Self.id)
            let request = Request.offsetFetch(group: World.group, places, requiresStable: requiresStable)
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
        let owned = partitions.filter { consumer.assignment.contains(Self.id($0)) }
        var view = LogView(partitionCounts: [:], bounds: [:], entries: [], positions: [:], knownEnds: [:])
        for (place, end) in consumer.ends { view.knownEnds[Self.name(place)] = end }
        for (place, offset) in consumer.reached { view.positions[Self.name(place)] = offset }
        var isComplete = false
        wait(2000, .failed(Self.timedOut("read logs"))) {
            isComplete && view.bounds.count == owned.count ? .logs(view) : nil
        }
        /// Sends a request whose answer still matters when it comes.
        func ask(_ request: Request, _ answer: @escaping (Response) -> Void) {
            world.send(request, from: client) { [self] response in
                if number == commands, check != nil, let response { answer(response) }
            }
        }
        ask(.metadata(topic: World.input)) { response in
            guard case .topic(_, let count) = response else { return }
            view.partitionCounts = [World.input: count]
            let all = (0..<count).map { PartitionID(World.input, $0) }
            ask(.offsetFetch(group: World.group, all, requiresStable: true)) { [self] response in
                guard case .offsets(let offsets) = response, offsets.allSatisfy({ $0.error == nil }) else { return }
                view.entries = offsets.compactMap { entry in
                    entry.offset.map { TopicPartitionOffset(Self.name(entry.partition), $0) }
                }
                isComplete = true
                poke()
            }
        }
        for partition in owned {
            ask(.listOffset(Self.id(partition), .start)) { response in
                guard case .offset(let low) = response else { return }
                ask(.listOffset(Self.id(partition), .lastStable)) { [self] response in
                    guard case .offset(let high) = response else { return }
                    view.bounds[partition] = Watermarks(low: low, high: high)
                    poke()
                }
            }
        }
    }
}
