// What a lane does between a record and its commit, as a machine: it is told what became of the last command and
// answers with the next one. It has no clock, no thread and no client; what it holds is a value, so that a simulator
// can drive it through every order of faults. Its states are listed in State.swift; each part of the way has a file.

internal import Kafka

/// The delivery of one lane.
package struct DeliveryMachine: Sendable {
    package let settings: DeliverySettings
    /// Where it is.
    package internal(set) var state = State.unopened
    /// What it has to say since `takeNotes` was last called.
    var notes: [Note] = []
    /// What the driver said last.
    var moment = Moment(now: 0)
    /// What the batch holds, and when it was collected.
    var held = Held()
    var collected: Int64 = 0
    /// Partitions taken away since their records were last dropped.
    var lost: Set<TopicPartition> = []
    var size: AttemptSize
    var fencings: FencingWatch
    /// Renewals of the producer since the last commit, and when the first of them was.
    var renewals = 0
    var firstRenewal: Int64 = 0
    /// Partitions that were certainly begun at the group's offset.
    var begun: Set<TopicPartition> = []
    /// First offsets of partitions that are read again from the group's offset.
    var restarted: [TopicPartition: Int64] = [:]
    /// Partitions that cannot be read on by themselves, and when brokers may be asked about them again.
    var astray: [TopicPartition: Stray] = [:]
    var nextPlacing: Int64 = 0
    /// How many attempts were given up since the last commit because the group did not answer before it.
    var unanswered = 0
    /// Since when the group has older offsets than the lane knows of, in monotonic nanoseconds; nil if it has not.
    var oldSince: Int64?
    var answerLimit = AnswerLimit()
    /// Offsets of the group that this lane has not committed, in partitions that may be another worker's by now.
    var foreign: [TopicPartition: ForeignOffset] = [:]
    var committed = CommittedOffsets()
    /// Whether the group has what was committed, so that no offset means that brokers have forgotten it.
    var keepsOffsets = true

    /// Why a partition cannot be read on by itself.
    enum Stray {
        /// The group has no offset for it, or one that is not in its log.
        case outsideLog
        /// Its position is not in its log, or was not, and records before it were given up.
        case givenUp
        /// The group's offset has gone: brokers forget the offsets of a topic that is deleted.
        case topicDeleted
    }

    /// An offset of this lane's, and the one that the group has instead.
    struct ForeignOffset {
        let committed: Int64
        let found: Int64
    }

    /// Makes a machine; `start` begins it.
    package init(_ settings: DeliverySettings) {
        self.settings = settings
        size = AttemptSize(maximum: settings.batchRecords)
        fencings = FencingWatch(window: 4 * settings.transactionMilliseconds * .millisecond)
    }

    /// The first command; the producer has been made.
    package mutating func start() -> Command { go(.takingOver(.opening), .initTransactions) }

    /// Takes the answer to the last command.
    ///
    /// - Returns: The next command.
    package mutating func next(_ answer: Answer, _ moment: Moment) -> Command {
        self.moment = moment
        lost.formUnion(moment.lost)
        switch state {
        case .unopened, .ended: return .end(.drained(isWhole: true))
        case .makingProducer, .takingOver, .joining: return opened(answer)
        case .collecting, .asking, .waitingToAsk, .seeking, .waitingToSeek, .servingToSeek: return read(answer)
        case .readingLogs, .restarting: return placed(answer)
        case .beginning, .sending, .sendingOffsets, .confirming, .committing, .flushing, .finishingEarlierCommit,
            .committingOffsets, .aborting, .accepting:
            return attempted(answer)
        case .backingOff, .awaitingOperator, .serving, .dropping, .refusing: return recovered(answer)
        }
    }

    /// What there is to say since the last call.
    package mutating func takeNotes() -> [Note] {
        defer { notes.removeAll(keepingCapacity: true) }
        return notes
    }

    /// Whose answer is waited for, in the words of an operator; nil while a person is waited for.
    package var awaited: String? {
        switch state {
        case .awaitingOperator: nil
        case .takingOver, .makingProducer, .aborting: "the coordinator of the transaction"
        case .committing(let attempt):
            attempt.isFlushing ? "the leaders of the output partitions" : "the coordinator of the transaction"
        case .flushing: "the leaders of the output partitions"
        case .sendingOffsets, .confirming, .finishingEarlierCommit, .committingOffsets, .asking, .waitingToAsk:
            "the coordinator of the group"
        default: "brokers"
        }
    }

    // MARK: - What all parts use

    mutating func go(_ next: State, _ command: Command) -> Command {
        state = next
        return command
    }

    mutating func finish(_ end: LaneEnd) -> Command { go(.ended(end), .end(end)) }

    /// Ends the lane because the time for draining is over.
    mutating func giveUp() -> Command { finish(.drained(isWhole: false)) }

    func obeys(_ rule: Rule) -> Bool { !settings.without.contains(rule) }

    /// Whether so much time has passed that brokers end a transaction themselves.
    func isOverdue(since began: Int64) -> Bool { moment.now - began >= settings.transactionMilliseconds * .millisecond }

    /// Forgets what is known of partitions that were taken away.
    mutating func forget(_ partitions: Set<TopicPartition>) {
        guard !partitions.isEmpty else { return }
        begun.subtract(partitions)
        committed.forget(partitions)
        for partition in partitions {
            restarted[partition] = nil
            astray[partition] = nil
            foreign[partition] = nil
        }
    }

    /// The partitions whose records are to be dropped, which are forgotten with it.
    mutating func takeLost() -> Set<TopicPartition> {
        defer { lost = [] }
        forget(lost)
        return lost
    }
}

extension Int64 {
    /// In nanoseconds.
    package static var millisecond: Int64 { 1_000_000 }
    package static var second: Int64 { 1_000_000_000 }
}
