// What one lane was doing when it last said so. Values, handed from the lane's thread to those that ask.

package import Kafka

/// What a lane waits for, if it does not go on by itself.
package enum LaneTrouble: Sendable, Equatable {
    /// Somebody has to grant a right or make a topic.
    case waitingForOperator(String)
    /// A broker does not answer; the text says which.
    case waitingForBrokers(String)
    /// Another process has to leave the group first.
    case waitingForMember(String)
    /// Brokers cannot be reached, or do not let the worker in.
    case connection(String)
}

/// One partition as its lane sees it.
package struct PartitionSnapshot: Sendable, Equatable {
    /// The offset up to which everything is committed; nil while nothing was read.
    package var next: Int64?
    /// Where its log ended when the lane was last answered, records of open transactions included; nil before.
    package var logEnd: Int64?
    /// The time of the last record committed, milliseconds since 1970.
    package var lastRecordTime: Int64?
    /// When a record of it was last committed, or it was given to the lane, in monotonic nanoseconds.
    package var lastProgress: Int64

    /// Describes a partition; `next` and `lastRecordTime` are nil while nothing was read.
    package init(next: Int64? = nil, lastRecordTime: Int64? = nil, lastProgress: Int64) {
        self.next = next
        self.lastRecordTime = lastRecordTime
        self.lastProgress = lastProgress
    }
}

/// One lane.
package struct LaneSnapshot: Sendable {
    /// Whether it has joined its group, or is about to.
    package var isStarted = false
    /// Whether its partitions are paused because brokers are slow.
    var isPaused = false
    /// Since when it is not a member of its group, in monotonic nanoseconds; nil while it is, or needs none.
    package var outOfGroupSince: Int64?
    /// What brokers have said last of why it is not; nil if nothing.
    var groupRefusal: String?
    package var trouble: LaneTrouble?
    var report = WorkerReport()
    var timings = BatchTimings()
    /// The partitions that it owns.
    package var partitions: [TopicPartition: PartitionSnapshot] = [:]
    /// Bytes of records fetched ahead, and of records on their way out, as librdkafka's statistics say.
    var fetchedBytes = 0
    var producedBytes = 0

    /// A lane that has not begun yet.
    package init(trouble: LaneTrouble? = nil) { self.trouble = trouble }
}
