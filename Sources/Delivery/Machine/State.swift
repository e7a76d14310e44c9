// The states of the machine.

package import Kafka

extension DeliveryMachine {
    /// Where the machine is: what is under way, and what it is for.
    package enum State: Sendable {
        case unopened
        /// A producer is made, or takes over the transactional id.
        case makingProducer(Purpose)
        case takingOver(Purpose)
        case joining
        /// No attempt is open.
        case collecting
        /// The group's offsets are asked for, or that is waited with.
        case asking(Question)
        case waitingToAsk(Question)
        /// Partitions are sent to offsets, or that is waited with.
        case seeking(Seek)
        case waitingToSeek(Seek)
        case servingToSeek(Seek)
        /// Partitions that cannot be read on by themselves.
        case readingLogs
        case restarting([Move])
        /// An attempt.
        case beginning(Attempt)
        case sending(Attempt)
        case sendingOffsets(Attempt)
        case confirming(Attempt)
        case committing(Attempt)
        case flushing(Attempt)
        case finishingEarlierCommit(Attempt)
        case committingOffsets(Attempt)
        case accepting(Attempt)
        case aborting(Attempt, DeliveryFailure)
        /// After a failure.
        case backingOff(Next)
        case awaitingOperator(Next)
        case serving(Next)
        case dropping(Next)
        case refusing(DeliveryFailure)
        case ended(LaneEnd)

        /// The state's name, by which the table of states and traces call it.
        package var name: String { caseName(of: self) }
    }

    /// What a producer is renewed for.
    package enum Purpose: Sendable {
        /// The lane begins.
        case opening
        /// The next attempt at the batch.
        case attempt
        /// To place partitions.
        case placing([Move])
        /// To look up whether an attempt counts.
        case settling(Attempt)
        /// To read again.
        case goingBack
        /// To collect on.
        case collecting
    }

    /// What follows a wait.
    package enum Next: Sendable {
        case attempt
        /// The batch's first records are compared with the group's offsets.
        case starting
        case renewal(Purpose, KafkaError)
        case settling(Attempt)
        case goingBack
    }

    /// A question for the group's offsets.
    package struct Question: Sendable {
        package enum Purpose: Sendable {
            /// Partitions begin with these offsets; the others were quiet.
            case begin([TopicPartitionOffset], rested: [TopicPartition])
            /// Partitions were quiet: does the group still have what was committed?
            case rested
            case settle(Attempt)
            case goBack([PartitionRange])
        }
        let purpose: Purpose
        let partitions: [TopicPartition]
        /// Whether no answer is one, too.
        var isOptional = false
    }

    /// Offsets that partitions are sent to.
    package struct Seek: Sendable {
        var starts: [TopicPartitionOffset]
        /// Whether it is for records that are read again after a failure, or for the start of partitions.
        let isGoingBack: Bool
        var rested: [TopicPartition] = []
        var attempts = 20
    }

    /// An attempt at a part of a batch, or at the starts of partitions.
    package struct Attempt: Sendable {
        /// How many records it holds.
        let count: Int
        /// What it places, if it holds no records.
        var moves: [Move] = []
        let began: Int64
        /// What is being aborted since then.
        var abortBegan: Int64 = 0
        var sent: [SentRecords] = []
        var offsets: [TopicPartitionOffset] = []
        /// Whether the transaction has failed while a call was under way, so that the next call names the cause.
        var isCauseKnown = false
        /// Whether records are waited for.
        var isFlushing = false
        /// Until when a commit of offsets is waited for.
        var deadline: Int64 = 0
    }

    /// A partition that is to be read from elsewhere.
    package struct Move: Sendable {
        let partition: TopicPartition
        let decision: LogDecision
        /// Whether the group had an offset when it was decided.
        let isGroups: Bool
        /// What stands beside the offset at which it starts.
        let note: String
    }
}
