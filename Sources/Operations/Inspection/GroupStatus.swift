// How far a group is in its topic: by partition, with its members, its state, its rate and the time that it needs for
// the rest. Values, and the questions that make them. Writes nothing.

internal import Kafka
internal import Worker

/// Where a group stands.
public struct GroupStatus: Sendable {
    /// One partition.
    public struct Partition: Sendable {
        /// Its number.
        public let number: Int32
        /// The group's offset; nil for none.
        public let committed: Int64?
        /// The offset after the newest record that readers of committed records see.
        public let end: Int64
        /// Offsets that are not committed yet.
        public let lag: Int64
        /// The time of the oldest record that is not committed, in milliseconds since 1970; nil for none, or one
        /// without a time.
        public let oldestUnread: Int64?
        /// Who reads it, by the name of its client; nil if there is none.
        public let member: String?
    }

    /// The group.
    public let group: String
    /// The topic that it reads.
    public let topic: String
    /// When this was asked, in milliseconds since 1970.
    public let time: Int64
    /// The state of the group in Kafka's words; nil from brokers that cannot say.
    public let state: String?
    /// The members, each with where it connects from; nil from brokers that cannot say.
    public let members: [String]?
    /// In order of their numbers.
    public let partitions: [Partition]
    /// Offsets that the group has committed in a second since the look before, and that were written in a second; nil
    /// for the first look.
    public let rates: (committed: Double, written: Double)?

    /// Offsets that are not committed yet.
    public var lag: Int64 { partitions.reduce(0) { $0 + $1.lag } }

    /// The time of the oldest record that is not committed, in milliseconds since 1970.
    public var oldestUnread: Int64? { partitions.compactMap(\.oldestUnread).min() }

    /// How the rest goes at the present rate.
    public enum Rest: Sendable, Equatable {
        /// Everything is committed.
        case drained
        /// So many seconds are left.
        case seconds(Double)
        /// As much comes as is committed, or more.
        case never
    }

    /// How the rest goes; nil if no rate is known.
    public var rest: Rest? {
        if lag == 0 { return .drained }
        guard let rates else { return nil }
        let gain = rates.committed - rates.written
        return gain > 0 ? .seconds(Double(lag) / gain) : .never
    }
}

extension TopicInspector {
    /// Asks where the group stands in each topic of the input.
    ///
    /// - Parameter earlier: The look before, for the rates.
    /// - Returns: One for each topic; of a pattern, for those that there are.
    /// - Throws: What could not be asked, or that a topic is not there.
    public func statusOfTopics(since earlier: [GroupStatus]) throws(CommandFailure) -> [GroupStatus] {
        let whole = topic
        defer { topic = whole }
        var all: [GroupStatus] = []
        for name in try topics() {
            topic = name
            all.append(try status(since: earlier.first { $0.topic == name }))
        }
        return all
    }

    private func topics() throws(CommandFailure) -> [String] {
        guard case .matching(let pattern) = input else { return input.subscription }
        do throws(KafkaError) {
            let found = try patience.ask("a broker for the topics there are") { () throws(KafkaError) in
                try consumer.layouts(of: input, timeout: patience.limit)
            }
            if !found.isEmpty { return found.map(\.topic).sorted() }
        } catch {
            throw CommandFailure(error, Rights(topic: (pattern, "Describe")))
        }
        throw CommandFailure("no topic matches '\(pattern)'")
    }

    /// Asks where the group stands in the topic at hand; `earlier` is the look before.
    private func status(since earlier: GroupStatus?) throws(CommandFailure) -> GroupStatus {
        let numbers = try partitions(nil)
        let readable = try extents(numbers)
        let extents = try extents(numbers, holdsOpen: true)
        let committed = try committed(numbers)
        let time = SystemClock.epochMilliseconds
        let description = try describeGroup()
        var unread = extents.reduce(into: [Int32: Int64]()) { unread, entry in
            let start = entry.value.unread(from: committed[entry.key])
            if start < entry.value.high { unread[entry.key] = start }
        }
        let times = try times(of: unread)
        // Where no record is left for readers, markers of transactions end the log, or one that is open holds it up.
        for (number, extent) in extents where times[number] == nil && (readable[number]?.high ?? 0) >= extent.high {
            unread[number] = nil
        }
        var readers: [Int32: String] = [:]
        for member in description?.members ?? [] {
            for place in member.partitions where place.topic == topic { readers[place.partition] = member.clientID }
        }
        let partitions = extents.sorted { $0.key < $1.key }.map { number, extent in
            GroupStatus.Partition(
                number: number,
                committed: committed[number],
                end: extent.high,
                lag: unread[number].map { extent.high - $0 } ?? 0,
                oldestUnread: times[number],
                member: readers[number]
            )
        }
        return GroupStatus(
            group: group,
            topic: topic,
            time: time,
            state: description?.state,
            members: description?.members.map { "\($0.clientID) at \($0.host)" }.sorted(),
            partitions: partitions,
            rates: earlier.flatMap { GroupStatus.rates(partitions, at: time, since: $0) }
        )
    }
}

extension GroupStatus {
    /// What was committed and written in a second between two looks; nil if no time lies between them.
    static func rates(
        _ partitions: [Partition],
        at time: Int64,
        since earlier: GroupStatus
    ) -> (committed: Double, written: Double)? {
        let seconds = Double(time - earlier.time) / 1000
        guard seconds > 0 else { return nil }
        var committed: Int64 = 0
        var written: Int64 = 0
        for now in partitions {
            guard let before = earlier.partitions.first(where: { $0.number == now.number }) else { continue }
            written += max(0, now.end - before.end)
            committed += max(0, (now.end - now.lag) - (before.end - before.lag))
        }
        return (Double(committed) / seconds, Double(written) / seconds)
    }
}
