// What the machine wants done. The driver carries out one command after the other and answers each.

package import Kafka

/// A step of a lane, named as librdkafka names its call where it is one.
///
/// Calls that wait for brokers return within half a second, with `Answer.pending` or a time-out if brokers need longer.
package enum Command: Equatable, Sendable {
    /// Close the producer without waiting and make another one.
    case makeProducer
    /// `rd_kafka_init_transactions`; with delivery at least once there is nothing to do.
    case initTransactions
    /// `rd_kafka_subscribe`
    case startReading
    /// Poll the consumer until a batch is full or has waited long enough.
    case collect
    /// Take the consumer's membership, then `rd_kafka_begin_transaction`.
    case begin
    /// Normalize and produce the first `count` records of the batch.
    case send(count: Int)
    /// `rd_kafka_send_offsets_to_transaction`; asked again after `pending`, it is the same call that is waited for.
    case sendOffsets([TopicPartitionOffset])
    /// `rd_kafka_committed` with `read_uncommitted`, for so long at the most: the group's offsets, also where an open
    /// transaction may still change them.
    case readLastCommitted([TopicPartition], milliseconds: Int64)
    /// `rd_kafka_commit_transaction`
    case commitTransaction
    /// `rd_kafka_abort_transaction`; with delivery at least once, drop what is not sent yet.
    case abort
    /// `rd_kafka_flush`, with delivery at least once.
    case flush
    /// Wait for the answer to a commit of offsets that was given up, with delivery at least once.
    case finishEarlierCommit
    /// `rd_kafka_commit_queue`, with delivery at least once; asked again after `pending`, it is the same call.
    case commitOffsets([TopicPartitionOffset])
    /// Book the first `count` records as delivered and take them out of the batch.
    case accept(count: Int, [Settlement])
    /// Book that brokers refuse the first record for what it is; `failed` if there is nothing left to do with it.
    case refuseFirst(KafkaErrorCode)
    /// Poll the consumer once, so that a rebalance is answered.
    case serve
    /// Take the records of these partitions out of the batch.
    case drop(Set<TopicPartition>)
    /// `rd_kafka_committed`, for so long at the most.
    case readCommitted([TopicPartition], milliseconds: Int64)
    /// `rd_kafka_seek_partitions`, and drop what has been polled of these partitions.
    case seek([TopicPartitionOffset])
    /// Ask for the bounds of logs, for the partitions of the input, and for the group's offsets in all of them.
    case readLogs([TopicPartition])
    /// Begin to read at these offsets, also where the position is not known.
    case restart([TopicPartitionOffset])
    /// Wait, polling the consumer; until a stop if `endsAtStop`, in any case no longer than there is time for draining.
    case wait(milliseconds: Int64, endsAtStop: Bool)
    /// Close the clients.
    case end(LaneEnd)
}

/// What a commit has shown of a partition.
package struct Settlement: Equatable, Sendable {
    /// The partition.
    package var partition: TopicPartition
    /// Offsets that were passed over because they hold no record, and those that nothing explains.
    package var skipped: Int64
    package var unexplained: Int64
}

/// Why a lane ends.
package enum LaneEnd: Equatable, Sendable {
    /// It was asked to stop; whether all that it had begun is committed.
    case drained(isWhole: Bool)
    /// Its clients have to be made again.
    case renewed(Renewal)
    /// The settings do not fit the cluster.
    case misfit(KafkaError)
    /// A client failed for good, in words.
    case failed(String)
}

/// Why a lane's clients have to be made again.
package enum Renewal: Equatable, Sendable {
    /// The files with credentials have changed, and brokers do not take the old ones.
    case credentials
    /// The wall clock was set back.
    case clock
}
