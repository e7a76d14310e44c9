// Starts the lanes, waits for them, adds up what they did. Lanes share nothing but the frozen catalogue,
// the stop signal and the log.

internal import Kafka
public import Normalization
internal import Synchronization

/// A worker: one or more lanes of one consumer group.
public final class Worker: Sendable {
    let configuration: WorkerConfiguration
    let catalogue: Catalogue
    let log: Log
    let stop = StopSignal()
    let status: WorkerStatus
    let clock = ClockGuard()
    /// Whether all lanes have ended.
    let isOver = Atomic<Bool>(false)
    /// Called from a thread of its own when a lane gives no sign of life any more.
    let onSilence: (@Sendable () -> Void)?
    /// How long a lane may give none before that.
    let silenceMilliseconds: Int
    /// Who reads what, if there is a range to read.
    let claims: RangeClaims?

    /// Makes a worker that does nothing yet.
    ///
    /// When a lane gives no sign of life for so many milliseconds, by default half a minute longer than `/livez` waits, it is held by a
    /// call that does not return: the log says so, and then `onSilence` is called, if it is given, from a thread of its own.
    public init(
        configuration: WorkerConfiguration,
        catalogue: Catalogue,
        log: Log,
        silenceMilliseconds: Int = 150_000,
        onSilence: (@Sendable () -> Void)? = nil
    ) {
        self.silenceMilliseconds = silenceMilliseconds
        self.onSilence = onSilence
        self.configuration = configuration
        self.catalogue = catalogue
        self.log = log
        status = WorkerStatus(
            laneCount: configuration.lanes,
            isObserved: configuration.isObserved,
            reset: configuration.autoOffsetReset
        )
        // A batch of another process is committed within its transaction's time, or never.
        let patience = Duration.milliseconds(configuration.transactionMilliseconds + 5000)
        claims = configuration.plan.map { RangeClaims($0.shares, patience: patience, at: .now) }
    }

    /// Asks all lanes to finish their batch, leave the group and end.
    ///
    /// They give up early enough for the clients to be closed before the time for it is over. From any thread; later calls change
    /// nothing.
    public func requestStop() {
        let milliseconds = configuration.shutdownMilliseconds
        stop.request(milliseconds: milliseconds - min(3000, milliseconds / 4))
    }

    /// Runs until a stop is asked for or a lane fails for good; blocks the calling thread.
    public func run() -> WorkerResult {
        let server: HTTPServer?
        do throws(ConfigurationFaults) {
            server = try makeServer()
        } catch {
            return WorkerResult(report: WorkerReport(), failure: .configuration(error.faults))
        }
        log.write(.started(library: KafkaLibrary.versionText, lanes: configuration.lanes, configuration: configuration))
        let serving = server.flatMap { server in WorkerThread(name: "http") { server.run() } }
        let watching = WorkerThread(name: "watch") { self.watch() }
        let observing = startObserver()
        let result = runAsInstance()
        requestStop()
        isOver.store(true, ordering: .relaxed)
        server?.stop()
        serving?.join()
        watching?.join()
        // It ends when a stop is asked for, long before a drain is over; a lane that has failed has asked for it.
        observing?.join()
        for (partition, counts) in result.report.partitions.sorted(by: { $0.key < $1.key }) {
            log.write(.ledger(partition: partition, counts))
        }
        log.write(.ended(result.report))
        return result
    }

    /// The server of metrics and health, if there is to be one.
    private func makeServer() throws(ConfigurationFaults) -> HTTPServer? {
        guard let address = configuration.httpAddress else { return nil }
        let pages = WorkerPages(status: status, configuration: configuration)
        let server = try HTTPServer(address) { request in pages.answer(request) }
        log.write(.serving(address: "\(address.host):\(server.port)"))
        return server
    }

    /// Runs the lanes, unless another process has the worker's instance id.
    private func runAsInstance() -> WorkerResult {
        do throws(LaneFailure) {
            let lock = try claimInstance()
            return withExtendedLifetime(lock) { runLanes() }
        } catch {
            log.write(.fatal(lane: 0, error: error.description))
            return WorkerResult(report: WorkerReport(), failure: error)
        }
    }

    /// The thread that looks at the cluster, if it is to be looked at.
    private func startObserver() -> WorkerThread? {
        guard configuration.isObserved else { return nil }
        return WorkerThread(name: "observer") { [configuration, status, stop, log] in
            ClusterObserver(configuration, status, stop, log).run()
        }
    }

    private func runLanes() -> WorkerResult {
        let results = LaneResults()
        var threads: [WorkerThread] = []
        for number in 0..<configuration.lanes {
            let thread = WorkerThread(name: "lane-\(number)") { [self] in
                let result =
                    if let claims, let plan = configuration.plan {
                        runClaims(number, claims, of: plan)
                    } else {
                        runLane(number, configuration, WorkerReport())
                    }
                if result.failure != nil { requestStop() }
                results.add(result)
            }
            guard let thread else {
                requestStop()
                results.add(LaneResult(report: WorkerReport(), failure: .noThread))
                break
            }
            threads.append(thread)
        }
        for thread in threads { thread.join() }
        var result = WorkerResult(report: WorkerReport(), failure: nil)
        for lane in results.all {
            result.report.add(lane.report)
            if result.failure == nil { result.failure = lane.failure }
        }
        return result
    }
}

/// What a worker did, and why it ended if nobody asked it to.
public struct WorkerResult: Sendable {
    /// The counts of all lanes.
    public var report: WorkerReport
    /// The first failure; nil if the worker drained.
    public var failure: LaneFailure?
}

/// Why a lane ended by itself.
public enum LaneFailure: Error, Sendable, CustomStringConvertible {
    /// librdkafka refuses the settings.
    case configuration([String])
    /// A client failed for good, or the time for draining ran out.
    case kafka(String)
    /// The system gives no more threads.
    case noThread
    /// The credentials that the lane has read are not those of their files any more.
    case credentialsChanged
    /// The wall clock was set back since the lane's clients were made.
    case clockSetBack
    /// Another process has the worker's instance id.
    case instanceInUse(String, group: String, holder: String)
    /// Another process has taken the share of a range.
    case claimLost
    /// The share of a range has to be taken anew.
    case claimInterrupted(String)
    /// Another process has begun the range anew.
    case planReplaced

    /// Whether it is told by what follows from it.
    var isExpected: Bool {
        switch self {
        case .credentialsChanged, .clockSetBack, .claimLost, .claimInterrupted: true
        default: false
        }
    }

    /// Whether it is no fault of the lane's, which ends as it would if it was asked to.
    var isRenewal: Bool {
        switch self {
        case .credentialsChanged, .clockSetBack: true
        default: false
        }
    }

    /// What happened.
    public var description: String {
        switch self {
        case .configuration(let faults): faults.joined(separator: "; ")
        case .kafka(let text): text
        case .noThread: "the system gives no more threads"
        case .credentialsChanged: "the credentials have changed"
        case .clockSetBack: "the wall clock was set back"
        case .instanceInUse(let instance, let group, let holder):
            "\(holder) is in group '\(group)' with --group-instance-id \(instance): each worker needs one of its own"
        case .claimLost: "another process has taken the share"
        case .claimInterrupted(let text): text
        case .planReplaced: "another process has begun the range anew"
        }
    }
}

/// What one lane did.
struct LaneResult: Sendable {
    var report: WorkerReport
    var failure: LaneFailure?
}

/// Results as lanes hand them in, each from its own thread.
private final class LaneResults: Sendable {
    private let results = Mutex<[LaneResult]>([])

    var all: [LaneResult] { results.withLock { $0 } }

    func add(_ result: LaneResult) { results.withLock { $0.append(result) } }
}
