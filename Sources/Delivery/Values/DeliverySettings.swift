// What a machine is made with.

/// The settings of a lane that its decisions depend on.
package struct DeliverySettings: Sendable {
    /// How the records of a batch and its offsets become visible.
    package enum Promise: Sendable {
        /// Together or not at all.
        case exactlyOnce
        /// The records first.
        case atLeastOnce
    }

    /// Where a partition without an offset starts.
    package enum Start: Sendable {
        case earliest, latest
        /// Nowhere: the lane ends.
        case error
        /// Every partition to read has an offset of a plan: records that are gone behind it are passed over, and a log
        /// without that offset ends the lane.
        case planned
    }

    package var promise = Promise.exactlyOnce
    package var start = Start.earliest
    /// How many records a batch holds at the most.
    package var batchRecords: Int
    /// After so many milliseconds brokers end a transaction themselves.
    package var transactionMilliseconds: Int64
    /// How long to wait for somebody to grant a right.
    package var operatorMilliseconds: Int64
    /// The transactional id, for what is told of a rival.
    package var transactionalID = ""
    /// Rules that are left out, to show that they are needed; always empty but in tests.
    package var without: Set<Rule> = []

    /// Takes the settings that have no default.
    package init(batchRecords: Int, transactionMilliseconds: Int64, operatorMilliseconds: Int64) {
        self.batchRecords = batchRecords
        self.transactionMilliseconds = transactionMilliseconds
        self.operatorMilliseconds = operatorMilliseconds
    }
}

/// A rule that the promise rests on.
package enum Rule: String, CaseIterable, Sendable {
    /// A producer with unanswered requests begins no transaction (KAFKA-17754).
    case newEpochAfterLateRequests = "a new epoch after late requests"
    /// A producer that has dropped records which were sent begins no transaction.
    case newEpochAfterDroppedRecords = "a new epoch after dropped records"
    /// A commit with an unknown outcome is looked up.
    case settleUnknownOutcomes = "settle unknown outcomes"
    /// A commit that times out counts as unknown, not as failed.
    case timeoutIsUnknown = "a commit that times out is unknown"
    /// What is taken away leaves the batch.
    case dropRevoked = "drop the records of partitions that were taken away"
    /// After a failure that ends the batch, partitions are read again from the committed offsets.
    case seekToCommitted = "read again from the committed offsets"
    /// A partition that cannot be sent there, its position being outside its log, is placed before anything else of it
    /// is sent.
    case placeGivenUp = "place a partition outside its log at what was given up"
    /// The first records of a partition are those at the group's offset.
    case checkStarts = "compare the first record with the group's offset"
    /// Before a commit that took long the group is asked whether the topic is still the same.
    case confirmSlowOffsets = "ask whether the group still has its offsets before a commit that took long"
    /// An answer that is older than what a lane knows is not taken for the group's at once.
    case doubtOldOffsets = "ask again where the group's offsets are old"
    /// Offsets are part of the transaction.
    case offsetsInTransaction = "the offsets are part of the transaction"
}
