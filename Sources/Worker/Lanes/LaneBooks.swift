// The counts and the state of a lane, and what its clients report about themselves. Runs on the lane's thread.

internal import Kafka

/// What a lane counts and says of itself, within reach of its clients' handlers.
final class LaneBooks: @unchecked Sendable {
    // Sendable because only the lane's thread touches it: the clients' handlers run inside the lane's own calls.
    let lane: Int
    let log: Log
    let status: WorkerStatus
    let heartbeat: WorkerStatus.Heartbeat
    var report: WorkerReport
    var state = LaneSnapshot()
    /// Why the last connection broke, and whether that was a refusal to let the lane in.
    private var broken: (reason: String?, isRefusal: Bool) = (nil, false)
    /// When the state was last published with the partitions, in monotonic nanoseconds.
    var lastPublished: Int64 = 0

    init(_ context: WorkerContext, lane: Int, _ report: WorkerReport) {
        self.lane = lane
        self.report = report
        log = context.log
        status = context.status
        heartbeat = context.status.heartbeat(of: lane)
    }

    func publish() { status.publish(state, of: lane) }

    // MARK: - The clients

    /// Makes the consumer, whose events are booked here.
    func makeConsumer(_ configuration: WorkerConfiguration) throws(LaneFailure) -> Consumer {
        do {
            return try Consumer(ClientSettings.consumer(configuration, lane: lane), onEvent: onEvent) { event in
                self.take(event)
            }
        } catch {
            throw .configuration(error.faults.map { "consumer: \($0)" })
        }
    }

    /// Makes the keeper, whose waits are booked here.
    func makeKeeper(of consumer: Consumer, _ stop: StopSignal) -> GroupKeeper {
        GroupKeeper(consumer, stop, heartbeat) { [self] isWaiting, partitions in
            state.isPaused = isWaiting
            publish()
            log.write(isWaiting ? .paused(lane: lane, partitions: partitions) : .continued(lane: lane))
        } onDelay: { [self] awaited in
            log.write(.waitingForBrokers(lane: lane, awaited: awaited))
            state.trouble = .waitingForBrokers(awaited)
            publish()
        }
    }

    /// Takes what a client reports about itself.
    var onEvent: ClientEventHandler { { event in self.take(event) } }

    private func take(_ event: ClientEvent) {
        switch event {
        case .log(let level, let facility, let message):
            // What broke a connection comes as an error, too, and so does a certificate that was refused.
            let severity = ["FAIL", "SSLCERTVRFY"].contains(facility) ? LogLevel.debug : LaneBooks.severity(of: level)
            log.write(.library(lane: lane, level: severity, facility: facility, message: message))
        case .error(let error):
            noteConnectionLoss(error)
            log.write(.clientFailed(lane: lane, code: error.code.name, error: error.description))
        case .statistics(let json):
            let statistics = StatisticsReader(json)
            if statistics.isConsumer {
                state.fetchedBytes = statistics.fetchedBytes
                noteConnection(isUp: statistics.isAnyBrokerUp)
            } else {
                state.producedBytes = statistics.producedBytes
            }
        }
    }

    private func take(_ event: RebalanceEvent) {
        report.rebalances += 1
        noteMembership(event.change == .assigned)
        let partitions = LaneBooks.list(event.partitions)
        if let failure = event.failure { log.write(.consumerFailed(lane: lane, error: failure.description)) }
        log.write(
            event.change == .assigned
                ? .assigned(lane: lane, partitions: partitions)
                : .revoked(lane: lane, partitions: partitions, isLost: event.change == .lost)
        )
    }

    /// Partitions by topic: `asa.raw[0,1] fw.raw[3]`.
    private static func list(_ places: [TopicPartition]) -> String {
        Dictionary(grouping: places, by: \.topic).sorted { $0.key < $1.key }.map { topic, places in
            "\(topic)[\(places.map { "\($0.partition)" }.joined(separator: ","))]"
        }.joined(separator: " ")
    }

    private static func severity(of level: ClientEvent.LogLevel) -> LogLevel {
        switch level {
        case .emergency, .alert, .critical, .error: .error
        case .warning: .warning
        case .notice, .info: .info
        case .debug: .debug
        }
    }

    // MARK: - How the lane is

    /// Books whether the lane is a member of its group, which it is from the first partitions it is given, even if
    /// these are none, until they are taken away.
    func noteMembership(_ isMember: Bool) {
        state.outOfGroupSince = isMember ? nil : state.outOfGroupSince ?? SystemClock.monotonicNanoseconds
        if isMember { state.groupRefusal = nil }
        publish()
    }

    /// Books what brokers have answered to a lane that is to be a member.
    func noteGroupRefusal(_ reason: String) {
        if state.outOfGroupSince != nil { state.groupRefusal = reason }
    }

    /// Books that brokers cannot be reached or do not let the lane in.
    ///
    /// That they are all away follows from something else, which is kept as the reason: of a refusal to let the lane
    /// in, otherwise of the last connection that broke.
    private func noteConnectionLoss(_ error: KafkaError) {
        guard error.code != .allBrokersDown else { return noteConnection(isUp: false) }
        if error.code == .transport || error.code == .resolve, !broken.isRefusal { broken.reason = error.description }
        guard error.code.isConnectionLoss else { return }
        broken = (error.description, true)
        state.trouble = .connection(error.description)
        publish()
    }

    /// Books whether brokers are connected, as the statistics say.
    private func noteConnection(isUp: Bool) {
        if isUp {
            if case .connection = state.trouble { state.trouble = nil }
            broken = (nil, false)
        } else if state.trouble == nil {
            state.trouble = .connection(broken.reason ?? "no broker is connected")
        }
        publish()
    }
}
