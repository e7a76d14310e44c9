// What a worker that ends with its input still waits for: the records that were there when it started. A value; the
// observer's thread.

internal import Kafka

/// How far the group has to come, partition by partition.
struct Backlog {
    /// The ends of partitions that are not committed up to there; nil before all of them were asked.
    private(set) var ends: [TopicPartition: Int64]?
    /// Where the group stood at the last look.
    private var last: [TopicPartition: Int64] = [:]

    /// Whether the group has committed all that there was.
    var isDone: Bool { ends?.isEmpty == true }

    var open: [TopicPartition] { ends.map { $0.keys.sorted() } ?? [] }

    mutating func begin(_ logs: [TopicPartition: Watermarks]) {
        ends = logs.filter { $1.low < $1.high }.mapValues(\.high)
    }

    /// Takes the group's offsets, and the logs as they are by now: one that was cut or made again is not waited for
    /// beyond its end.
    ///
    /// - Returns: Where to look whether a record is there: the group did not move since the last call.
    mutating func look(
        committed: [TopicPartition: Int64],
        _ logs: [TopicPartition: Watermarks]
    ) -> [TopicPartition: Int64] {
        var still: [TopicPartition: Int64] = [:]
        for (place, end) in ends ?? [:] {
            guard let log = logs[place] else { continue }
            let end = min(end, log.high)
            let position = max(committed[place] ?? log.low, log.low)
            ends?[place] = position < end ? end : nil
            if position < end, last[place] == position { still[place] = position }
            last[place] = position
        }
        return still
    }

    /// Takes that a partition holds no record for readers before this offset: markers of transactions end a log, too.
    mutating func pass(_ place: TopicPartition, to offset: Int64) {
        if let end = ends?[place], offset >= end { ends?[place] = nil }
    }
}
