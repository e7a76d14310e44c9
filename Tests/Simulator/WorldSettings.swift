// What a world is made of, and what may happen in it.

package import Delivery

/// How a world is made.
package struct WorldSettings: Sendable {
    package var seed: UInt64
    /// How many batches are delivered before the faults stop.
    package var batches: Int
    package var workers = 2
    package var inputPartitions = 4
    package var outputPartitions = 3
    package var batchRecords = 8
    package var transactionMilliseconds: Int64 = 3000
    package var transactionVersion = 2
    /// What workers promise: in every fifth world delivery at least once.
    package var promise: DeliverySettings.Promise
    /// Rules of the machine that are left out, and whether workers present no membership with their offsets.
    package var without: Set<Rule> = []
    package var presentsMembership = true
    /// Whether workers say what keeps them from their work.
    package var tellsObstacles = true
    /// Whether the library begins to read only at offsets that no open transaction can change any more; in half of the
    /// worlds it does not.
    package var startsAreStable: Bool
    /// How many records an attempt holds at the most; in some worlds fewer than a batch, as after failures.
    package var attemptRecords: Int
    /// The faults that happen; nil lets the seed choose three kinds, and a fourth in
    /// each eighth world.
    package var faults: Set<Fault>?
    /// What happens to certain requests, counted from 1; then nothing is left to chance but delays of a millisecond or
    /// two, and each partition of the input is given three times as many records as an attempt may hold.
    package var plan: [Int: Accident]?
    /// Whether the trace is kept.
    package var isTraced = false

    package init(seed: UInt64, batches: Int) {
        self.seed = seed
        self.batches = batches
        promise = seed % 5 == 4 ? .atLeastOnce : .exactlyOnce
        startsAreStable = seed % 2 == 0
        attemptRecords = seed % 3 == 0 ? 3 : batchRecords
    }
}

/// A kind of fault.
package enum Fault: String, CaseIterable, Sendable {
    /// A connection breaks before a request's answer; the request arrives, at once or late, or never.
    case brokenConnection = "broken connections"
    /// The same for EndTxn alone, often, and the copy arrives late.
    case lateEnd = "late ends of transactions"
    /// EndTxn arrives, and its answer does not come before the transaction's time is over.
    case silentEnd = "ends of transactions without an answer"
    /// An answer is lost.
    case lostAnswer = "lost answers"
    /// A worker is killed and started again.
    case crash = "crashes"
    /// A worker stands still, for as long as a transaction or a session lasts, or less.
    case freeze = "frozen workers"
    /// A worker leaves the group as it is asked to, and comes back.
    case restart = "restarts"
    /// The group's coordinator gives no answers for a while.
    case groupAway = "the group's coordinator away"
    /// A coordinator of the group that was frozen gives the offsets of its past, while another one has its place.
    case oldOffsets = "a coordinator of the group that has lost its place"
    /// The coordinator of transactions gives no answers for a while.
    case transactionsAway = "the coordinator of transactions away"
    /// The leaders give no answers for a while, or one answers that it is none any more, after it has appended records.
    case leadersAway = "leaders away"
    /// Markers are written late.
    case slowMarkers = "slow markers"
    /// Records that were not read yet are removed from a log.
    case recordsRemoved = "records removed"
    /// The input topic is deleted and made again.
    case topicMadeAgain = "topics made again"
    /// The input topic gets more partitions.
    case partitionsAdded = "partitions added"
    /// Brokers refuse some records for what they are.
    case refusedRecord = "refused records"
    /// A right is taken, and given back.
    case rightTaken = "rights taken"

    /// Those that a seed chooses from; the other one is added in each eighth world.
    static let ofAllWorlds = allCases.filter { $0 != .oldOffsets }
}

/// What happens to one request.
package enum Accident: Hashable, Sendable, CaseIterable {
    /// It arrives, and its answer does not; that is noticed at once, or once a transaction's time is over.
    case lostAnswer, silence
    /// It never arrives, and its connection breaks.
    case lostRequest
    /// Its connection breaks, and it arrives after so long: during the next request, the next transaction, or one of a
    /// worker that has taken over.
    case lateByLittle, lateByMuch, lateByTransaction
    /// Its sender is killed as it sends it.
    case senderDies
    /// Its sender stands still as it sends it: for less than a session, for longer, and for longer than a transaction.
    case senderPauses, senderSleeps, senderIsAway
}
