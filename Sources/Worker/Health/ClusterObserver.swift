// Looks at the cluster for a worker: topics, leaders, ends of logs, the group's offsets, and whether the input can be
// read. It has a client of its own, so that no lane waits for it and it waits for no lane. One thread of its own.

internal import Kafka

/// Asks every few seconds, and puts what it learns on the worker's board.
final class ClusterObserver {
    private let log: Log
    private let status: WorkerStatus
    let stop: StopSignal
    var configuration: WorkerConfiguration
    private var credentials: CredentialFiles
    var view = ClusterView()
    /// Records read by all lanes at the last look.
    private var lastRead = -1
    /// Whether the group's coordinator is not told for want of a right, as the client said once.
    private var isGroupForbidden = false
    /// Whether all was asked once.
    private var hasLooked = false
    /// The number of the input's partitions, once it is known.
    private var partitionCount = 0

    /// Between two looks, and for each question.
    private static let pause = Duration.seconds(3)
    static let patience = Duration.seconds(2)

    init(_ configuration: WorkerConfiguration, _ status: WorkerStatus, _ stop: StopSignal, _ log: Log) {
        self.configuration = configuration
        self.status = status
        self.stop = stop
        self.log = log
        credentials = CredentialFiles(configuration.credentialPaths)
    }

    /// Looks until a stop is asked for; blocks the calling thread.
    func run() {
        while !stop.isRequested {
            do throws(ConfigurationError) {
                let consumer = try Consumer(ClientSettings.observer(configuration))
                watch(with: consumer)
                consumer.close(within: .milliseconds(500))
            } catch {
                // Key and certificate are two files, which may not fit each other for a moment.
                log.write(.observerFailed(error: error.faults.map { "\($0)" }.joined(separator: "; ")))
                sleep(for: ClusterObserver.pause)
            }
            if credentials.haveChanged {
                credentials = CredentialFiles(configuration.credentialPaths)
                configuration = configuration.withSecretsReadAgain
            }
        }
    }

    /// Looks with one client until a stop is asked for, or other credentials may help.
    private func watch(with consumer: Consumer) {
        while !stop.isRequested {
            look(with: consumer)
            if !view.obstacles(at: SystemClock.monotonicNanoseconds).isEmpty, credentials.haveChanged { return }
            sleep(for: ClusterObserver.pause)
            // Tokens too are renewed inside of a poll.
            consumer.spokenErrors().forEach(noteRefusal)
        }
    }

    /// Books that the group is not to be found without a right: the question for its offsets only times out then.
    func noteRefusal(_ error: KafkaError) {
        if error.code == .groupAuthorizationFailed { isGroupForbidden = true }
    }

    private func sleep(for time: Duration) {
        let end = ContinuousClock.now + time
        while ContinuousClock.now < end, !stop.isRequested { WorkerThread.sleep(milliseconds: 50) }
    }

    private func look(with consumer: Consumer) {
        view.beginLook()
        let snapshot = status.snapshot()
        let owned = snapshot.partitions
        let isMoving = snapshot.report.read != lastRead
        lastRead = snapshot.report.read
        view.partitions = view.partitions.filter { owned[$0.key] != nil }
        let input = layout(of: configuration.inputTopic, consumer)
        if let input { partitionCount = input.partitionCount }
        for topic in [configuration.outputTopic, configuration.deadLetterTopic] {
            // Where one question waited in vain, the look goes on with those for others.
            guard !view.isUnanswered(.topic(configuration.inputTopic)), !stop.isRequested else { break }
            _ = layout(of: topic, consumer)
        }
        if let leaders = input?.leaders { askBounds(owned.keys.filter { leaders[$0] != nil }, leaders, consumer) }
        if configuration.plan == nil { askCommitted(Array(owned.keys), consumer) }
        if isMoving { note(.reading, nil) } else { probe(owned, consumer) }
        noteDrained(owned)
        guard !stop.isRequested else { return }
        hasLooked = true
        status.publish(view)
    }

    // MARK: - Questions

    private func layout(of topic: String, _ consumer: Consumer) -> TopicMetadata? {
        do throws(KafkaError) {
            let metadata = try consumer.metadata(of: topic, timeout: ClusterObserver.patience)
            let missing = metadata.leaderlessPartitions.map { "\($0)" }.joined(separator: ",")
            let text = "no broker leads partition \(missing) of topic '\(topic)': bring its brokers back"
            note(.topic(topic), missing.isEmpty ? nil : Obstacle(.noLeader, topic, text))
            return metadata
        } catch {
            let isInput = topic == configuration.inputTopic
            let right = isInput ? "Read and Describe" : "Write and Describe"
            note(
                .topic(topic),
                error.code.isMissingTopic
                    ? Obstacle(.missingTopic, topic, "topic '\(topic)' does not exist: create it, or name another")
                    : error.code.isAuthorization
                        ? Obstacle(.missingRight, topic, "not allowed to see topic '\(topic)': grant \(right)")
                        : Obstacle(.noAnswer, topic, "no broker says how topic '\(topic)' is laid out: \(error)")
            )
            return nil
        }
    }

    /// Asks the leaders of partitions, one after the other, so that one that does not answer leaves the others known.
    private func askBounds(_ partitions: [Int32], _ leaders: [Int32: Int32], _ consumer: Consumer) {
        let byLeader = Dictionary(grouping: partitions) { leaders[$0] ?? -1 }
        view.forgetLeaders(but: Set(byLeader.keys))
        for (broker, numbers) in byLeader.sorted(by: { $0.key < $1.key }) {
            guard !stop.isRequested else { return }
            let places = numbers.map { TopicPartition(configuration.inputTopic, $0) }
            do throws(KafkaError) {
                let first = try consumer.bounds(of: places, .first, timeout: ClusterObserver.patience)
                let end = try consumer.bounds(of: places, .end, timeout: ClusterObserver.patience)
                let now = SystemClock.monotonicNanoseconds
                for place in places {
                    guard let first = first[place], let end = end[place] else { continue }
                    var known =
                        view.partitions[place.partition]
                        ?? PartitionView(first: first, end: end, time: now, latestStart: end)
                    (known.first, known.end, known.time) = (first, end, now)
                    view.partitions[place.partition] = known
                }
                note(.leader(broker), nil)
            } catch {
                let list = numbers.sorted().map { "\($0)" }.joined(separator: ",")
                let text =
                    "broker \(broker) leads partition \(list) of topic '\(configuration.inputTopic)' and does not say "
                    + "where it ends: \(error)"
                note(.leader(broker), Obstacle(.noAnswer, "broker \(broker)", text))
            }
        }
    }

    private func askCommitted(_ owned: [Int32], _ consumer: Consumer) {
        // Who owns nothing asks nevertheless, to learn whether it may.
        let numbers = owned.isEmpty ? [0] : owned
        guard partitionCount > 0, !stop.isRequested else { return }
        let group = configuration.groupID
        do throws(KafkaError) {
            let places = numbers.map { TopicPartition(configuration.inputTopic, $0) }
            let committed = try consumer.committed(places, timeout: ClusterObserver.patience)
            for number in view.partitions.keys {
                view.partitions[number]?.committed = committed[TopicPartition(configuration.inputTopic, number)]
            }
            isGroupForbidden = false
            note(.committed, nil)
        } catch {
            note(
                .committed,
                error.code == .groupAuthorizationFailed || isGroupForbidden
                    ? Obstacle(.missingRight, group, "not allowed in group '\(group)': grant Read and Describe on it")
                    : error.code.isAuthorization
                        ? nil : Obstacle(.noAnswer, group, "the offsets of group '\(group)' cannot be read: \(error)")
            )
        }
    }

    private func noteDrained(_ owned: [Int32: PartitionSnapshot]) {
        let now = SystemClock.monotonicNanoseconds
        for (number, lane) in owned {
            guard let known = view.partition(number, at: now),
                known.lag(next: lane.next, configuration.autoOffsetReset) == 0
            else { continue }
            view.partitions[number]?.drainedAt = now
        }
    }

    func note(_ question: ClusterView.Question, _ obstacle: Obstacle?) {
        view.note(question, obstacle, at: SystemClock.monotonicNanoseconds)
        // The questions that follow may take their time.
        if hasLooked { status.publish(view) }
    }
}
