// What the machine has to say to people, and what is to be counted. The driver takes the notes after each answer.

package import Kafka

/// Something that an operator should know.
package enum Note: Equatable, Sendable {
    /// An attempt at so many records failed.
    case attemptFailed(records: Int, KafkaError)
    /// Whether an attempt counts is not known; so many records of it.
    case outcomeUnknown(records: Int)
    /// It is known now.
    case outcomeSettled(CommitOutcome, records: Int)
    /// The lane reads on from the committed offsets.
    case resumed(partitions: Int)
    /// The same, told only by its count: a partition did not begin at the group's offset.
    case restarted
    /// Another producer, or the passing of the transaction's time, has ended this one.
    case fenced(KafkaError)
    /// The producer is replaced.
    case producerRenewed(KafkaError)
    /// Somebody has to grant a right or make a topic.
    case waitingForOperator(KafkaError)
    /// Brokers refuse the first record of the batch for what it is.
    case recordRefused(KafkaErrorCode)
    /// A question to the cluster was not answered.
    case consumerFailed(KafkaError)
    /// The first record at `found` was not the one at the group's offset, where the partition is read from now.
    case startCorrected(TopicPartition, found: Int64, committed: Int64)
    /// A partition without an offset starts here.
    case startChosen(TopicPartition, Int64)
    /// Records that were not read are gone.
    case logGap(TopicPartition, Range<Int64>)
    /// The log is another one.
    case logReplaced(TopicPartition, start: Int64)
    /// The group has an offset that this lane has not committed.
    case foreignOffset(TopicPartition, committed: Int64, found: Int64)
    /// So many offsets before this one are neither read nor passed over.
    case ledgerDiffers(TopicPartition, next: Int64, unexplained: Int64)
    /// The waiting is over.
    case settled
}
