// What a process holds and sends.

internal import Delivery
internal import Kafka
internal import Simulation

extension SimulatedProcess {
    var held: Held {
        var held = Held()
        for (place, run) in batch {
            held.count += run.count
            held.ranges.append(
                PartitionRange(
                    partition: Self.name(place),
                    count: run.count,
                    firstOffset: run.first,
                    nextOffset: run.end
                )
            )
        }
        return held
    }

    func collect() {
        waitingSince = nil
        poll()
        batch = []
        refused = []
        guard !isStopping else { return soon(.finished) }
        let number = commands
        consumer.fetch(world.settings.batchRecords) { [self] found, outside in
            guard number == commands else { return }
            let isKept = Set(consumer.assignment)
            batch = found.filter { isKept.contains($0.0) }.flatMap { place, runs in runs.map { (place, $0) } }
            collectedAt = world.now
            var findings = Findings()
            // A report may come late: by then the partition has been placed, and there are records of it.
            findings.outside = (number % 41 == 0 ? consumer.assignment : outside).map(Self.name)
            complete(.collected(held, findings))
        }
    }

    func drop(first count: Int) {
        var left = count
        while left > 0, let (place, run) = batch.first {
            batch.removeFirst()
            if run.count > left { batch.insert((place, run.part(left..<run.count)), at: 0) }
            left -= min(left, run.count)
        }
    }

    /// Produces the first records of the batch.
    func send(_ count: Int) {
        var left = count
        var records: [SentRecords] = []
        for (place, run) in batch where left > 0 {
            let part = run.part(0..<min(left, run.count))
            left -= part.count
            let output = PartitionID(World.output, place.number % world.settings.outputPartitions)
            for (piece, isDeadLetter) in pieces(of: part, in: place) {
                var payload = piece.payload
                payload.isDeadLetter = isDeadLetter
                guard isTransactional else {
                    plainProducer.produce(output, count: piece.count, payload)
                    continue
                }
                if let error = producer.produce(output, count: piece.count, payload) { return soon(.failed(error)) }
            }
            if let index = records.firstIndex(where: { $0.partition == Self.name(place) }) {
                records[index].count += part.count
                records[index].next = part.end
            } else {
                records.append(SentRecords(Self.name(place), count: part.count, next: part.end))
            }
        }
        soon(.sent(records, offsets: records.map { TopicPartitionOffset($0.partition, $0.next) }))
    }

    /// The records in pieces, each of those that brokers refuse for itself.
    private func pieces(of run: RecordRun, in place: PartitionID) -> [(RecordRun, isDeadLetter: Bool)] {
        let marked = (0..<run.count).filter { refused.contains(PartitionOffset(place, run.first + Int64($0))) }
        var pieces: [(RecordRun, isDeadLetter: Bool)] = []
        var next = 0
        for index in marked {
            if index > next { pieces.append((run.part(next..<index), false)) }
            pieces.append((run.part(index..<index + 1), true))
            next = index + 1
        }
        if next < run.count { pieces.append((run.part(next..<run.count), false)) }
        return pieces
    }
}

extension RecordRun {
    /// Some of the records, by their places in the run.
    fileprivate func part(_ range: Range<Int>) -> RecordRun {
        RecordRun(
            first: first + Int64(range.lowerBound),
            count: range.count,
            payload.dropping(Int64(range.lowerBound))
        )
    }
}
