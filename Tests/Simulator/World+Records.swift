// What goes in, and what is seen of what comes out.

internal import Simulation

extension World {
    /// The judge's name of a partition of the input, in the topic's present life.
    func source(_ partition: Int) -> Int { partition + life * 1000 }

    /// Whether brokers refuse a record for what it is.
    func isRefused(_ number: Int64, of source: Int) -> Bool {
        faults.contains(.refusedRecord) && (number &* 2_654_435_761 &+ Int64(source)) % 400 == 0
    }

    /// Keeps some records ready in each partition.
    func feed() {
        guard !areFaultsOver else { return }
        for partition in fed.indices {
            let ahead = fed[partition] - judge.next(of: source(partition))
            guard ahead < 200 else { continue }
            let count = Int(delay(1, 40))
            let payload = Payload(partition: source(partition), first: fed[partition])
            _ = kafka.handle(.append(PartitionID(World.input, partition), count: count, payload), at: now)
            fed[partition] += Int64(count)
        }
        look()
        after(20) { [unowned self] in feed() }
    }

    /// Gives each partition some records, some more while these are under way, and the last once all workers have
    /// joined.
    func feedLittle() {
        let times: [Int64] = [0, 40, 600]
        for time in times {
            after(time) { [unowned self] in
                for partition in fed.indices {
                    let payload = Payload(partition: partition, first: fed[partition])
                    let place = PartitionID(World.input, partition)
                    let count = settings.attemptRecords
                    _ = kafka.handle(.append(place, count: count, payload), at: now)
                    fed[partition] += Int64(count)
                }
                isFeedDue = time < 600
            }
        }
    }

    /// Lets the judge read what is committed, and lets brokers forget what is read.
    func look() {
        for partition in 0..<settings.outputPartitions {
            let place = PartitionID(World.output, partition)
            let offset = judge.position(of: partition)
            guard case .fetched(let found) = kafka.handle(.fetch(Fetch(place, offset: offset)), at: now) else {
                continue
            }
            judge.read(found.runs, of: partition, next: found.next) { isRefused($0, of: $1) }
            if found.next > offset { _ = kafka.handle(.deleteRecords(place, before: found.next), at: now) }
        }
        for partition in fed.indices {
            let place = PartitionID(World.input, partition)
            guard let offset = committedOffset(place) else { continue }
            // Workers go back no further than this. An offset behind the end is one of the log before this one.
            if offset > 500, offset <= fed[partition] {
                _ = kafka.handle(.deleteRecords(place, before: offset - 500), at: now)
            }
        }
    }

    func committedOffset(_ place: PartitionID) -> Int64? {
        let request = Request.offsetFetch(group: World.group, [place], requiresStable: false)
        guard case .offsets(let offsets) = kafka.handle(request, at: now) else { return nil }
        return offsets.first?.offset
    }

    var isAllDelivered: Bool {
        judge.owed.allSatisfy { $0[0] < source(0) }
            && fed.indices.allSatisfy { partition in
                guard judge.next(of: source(partition)) >= fed[partition] else { return false }
                // The group has no offset where all was removed before anything was read.
                let committed = committedOffset(PartitionID(World.input, partition))
                return (committed ?? judge.removed(from: source(partition))) == fed[partition]
            }
    }
}
