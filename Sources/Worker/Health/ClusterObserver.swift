// Looks at the cluster for a worker: topics, leaders, ends of logs, the group's offsets, and whether the input can be
// read. It has a client of its own, so that no lane waits for it and it waits for no lane. One thread of its own.

internal import Kafka

/// Asks every few seconds, and puts what it learns on the worker's board.
final class ClusterObserver {
    private let log: Log
    let status: WorkerStatus
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
    /// A partition of the input, once one is known.
    private var anyPartition: TopicPartition?
    /// How often was looked, and the partitions that no member of the group had when its coordinator was asked last.
    var looks = 0
    var unreadBefore: Set<TopicPartition> = []
    /// Whether another client is to ask from now on.
    var isWorn = false
    /// What a worker that ends with its input waits for, and what is to be called then.
    var backlog = Backlog()
    /// Tells it where logs end, records of open transactions included; nil if nothing is waited for.
    private var backlogReader: Consumer?
    let onEmpty: () -> Void

    /// Between two looks, and for each question.
    private var pause: Duration { configuration.endsWithInput ? .milliseconds(500) : .seconds(3) }
    static let patience = Duration.seconds(2)

    init(
        _ configuration: WorkerConfiguration,
        _ status: WorkerStatus,
        _ stop: StopSignal,
        _ log: Log,
        onEmpty: @escaping () -> Void
    ) {
        self.onEmpty = onEmpty
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
                if configuration.endsWithInput {
                    backlogReader = try Consumer(ClientSettings.groupReader(configuration))
                }
                isWorn = false
                watch(with: consumer)
                consumer.close(within: .milliseconds(500))
                backlogReader?.close(within: .milliseconds(500))
            } catch {
                // Key and certificate are two files, which may not fit each other for a moment.
                log.write(.observerFailed(error: error.faults.map { "\($0)" }.joined(separator: "; ")))
                stop.sleep(for: pause)
            }
            if credentials.haveChanged {
                credentials = CredentialFiles(configuration.credentialPaths)
                configuration = configuration.withSecretsReadAgain
            }
        }
    }

    /// Looks with one client until a stop is asked for, or other credentials or another client may help.
    private func watch(with consumer: Consumer) {
        while !stop.isRequested {
            look(with: consumer)
            if isWorn { return }
            if !view.obstacles(at: SystemClock.monotonicNanoseconds).isEmpty, credentials.haveChanged { return }
            stop.sleep(for: pause)
            // Tokens too are renewed inside of a poll.
            consumer.spokenErrors().forEach(noteRefusal)
            _ = backlogReader?.spokenErrors()
        }
    }

    /// Books that the group is not to be found without a right: the question for its offsets only times out then.
    func noteRefusal(_ error: KafkaError) {
        if error.code == .groupAuthorizationFailed { isGroupForbidden = true }
    }

    private func look(with consumer: Consumer) {
        view.beginLook()
        let snapshot = status.snapshot()
        let owned = snapshot.partitions
        let isMoving = snapshot.report.read != lastRead
        lastRead = snapshot.report.read
        view.partitions = view.partitions.filter { owned[$0.key] != nil }
        let inputs = inputLayouts(consumer)
        if let place = inputs.first(where: { $0.partitionCount > 0 })?.partitions[0] { anyPartition = place }
        for topic in configuration.outputTopics {
            // Where one question waited in vain, the look goes on with those for others.
            guard !isInputUnanswered, !stop.isRequested else { break }
            _ = layout(of: topic, consumer)
        }
        if !inputs.isEmpty { askBounds(inputs, owned, consumer) }
        if configuration.plan == nil { askCommitted(Array(owned.keys), consumer) }
        if isMoving { note(.reading, nil) } else { probe(owned, consumer) }
        noteDrained(owned)
        // The brokers share out by what they know themselves.
        if configuration.plan == nil, configuration.groupProtocol == .classic {
            lookForUnread(inputs, Set(owned.keys), consumer)
        }
        if let backlogReader, !inputs.isEmpty, !isInputUnknown { lookAtBacklog(of: inputs, consumer, backlogReader) }
        guard !stop.isRequested else { return }
        hasLooked = true
        status.publish(view)
    }

    // MARK: - Questions

    /// Whether a topic of the input is missing, or was not told.
    private var isInputUnknown: Bool {
        configuration.inputTopics.subscription.contains { view.troubles[.topic($0)] != nil }
    }

    private var isInputUnanswered: Bool {
        configuration.inputTopics.subscription.contains { view.isUnanswered(.topic($0)) }
    }

    /// How the topics of the input are laid out, as far as brokers say it.
    private func inputLayouts(_ consumer: Consumer) -> [TopicMetadata] {
        switch configuration.inputTopics {
        case .named(let names):
            var layouts: [TopicMetadata] = []
            for name in names where !stop.isRequested {
                if let layout = layout(of: name, consumer) { layouts.append(layout) }
                // The same broker would leave the next question without an answer, too.
                if view.isUnanswered(.topic(name)) { break }
            }
            return layouts
        case .matching(let pattern):
            do throws(KafkaError) {
                let found = try consumer.layouts(of: configuration.inputTopics, timeout: ClusterObserver.patience)
                let text = "no topic matches '\(pattern)': create one, grant Describe on it, or give another pattern"
                note(.topic(pattern), found.isEmpty ? Obstacle(.missingTopic, pattern, text) : nil)
                view.forgetTopics(but: Set(found.map(\.topic) + configuration.outputTopics + [pattern]))
                found.forEach(noteLeaders)
                return found
            } catch {
                note(.topic(pattern), Obstacle(.noAnswer, pattern, "no broker says which topics there are: \(error)"))
                return []
            }
        }
    }

    private func noteLeaders(_ metadata: TopicMetadata) {
        let topic = metadata.topic
        let missing = metadata.leaderlessPartitions.map { "\($0)" }.joined(separator: ",")
        let text = "no broker leads partition \(missing) of topic '\(topic)': bring its brokers back"
        note(.topic(topic), missing.isEmpty ? nil : Obstacle(.noLeader, topic, text))
    }

    private func layout(of topic: String, _ consumer: Consumer) -> TopicMetadata? {
        do throws(KafkaError) {
            let metadata = try consumer.metadata(of: topic, timeout: ClusterObserver.patience)
            noteLeaders(metadata)
            return metadata
        } catch {
            let isInput = configuration.inputTopics.admits(topic)
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

    /// Asks the leaders of owned partitions one by one, so that one that does not answer leaves the others known.
    ///
    /// Behind the end that they tell to readers of committed records, lanes may have seen those of an open transaction.
    private func askBounds(
        _ inputs: [TopicMetadata],
        _ owned: [TopicPartition: PartitionSnapshot],
        _ consumer: Consumer
    ) {
        var byLeader: [Int32: [TopicPartition]] = [:]
        for input in inputs {
            for place in input.partitions where owned[place] != nil {
                if let leader = input.leaders[place.partition] { byLeader[leader, default: []].append(place) }
            }
        }
        view.forgetLeaders(but: Set(byLeader.keys))
        for (broker, places) in byLeader.sorted(by: { $0.key < $1.key }) {
            guard !stop.isRequested else { return }
            do throws(KafkaError) {
                let first = try consumer.bounds(of: places, .first, timeout: ClusterObserver.patience)
                let end = try consumer.bounds(of: places, .end, timeout: ClusterObserver.patience)
                let now = SystemClock.monotonicNanoseconds
                for place in places {
                    guard let first = first[place], let stable = end[place] else { continue }
                    let end = max(stable, owned[place]?.logEnd ?? stable)
                    let seen = PartitionView(first: first, end: end, time: now, latestStart: end)
                    var known = view.partitions[place] ?? seen
                    (known.first, known.end, known.time) = (first, end, now)
                    view.partitions[place] = known
                }
                note(.leader(broker), nil)
            } catch {
                let list = places.sorted().map { "\($0)" }.joined(separator: ", ")
                let text = "broker \(broker) leads partition \(list) and does not say where it ends: \(error)"
                note(.leader(broker), Obstacle(.noAnswer, "broker \(broker)", text))
            }
        }
    }

    private func askCommitted(_ owned: [TopicPartition], _ consumer: Consumer) {
        guard let anyPartition, !stop.isRequested else { return }
        // Who owns nothing asks nevertheless, to learn whether it may.
        let places = owned.isEmpty ? [anyPartition] : owned
        let group = configuration.groupID
        do throws(KafkaError) {
            let committed = try consumer.committed(places, timeout: ClusterObserver.patience)
            for place in view.partitions.keys { view.partitions[place]?.committed = committed[place] }
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

    func note(_ question: ClusterView.Question, _ obstacle: Obstacle?) {
        view.note(question, obstacle, at: SystemClock.monotonicNanoseconds)
        // The questions that follow may take their time.
        if hasLooked { status.publish(view) }
    }
}
