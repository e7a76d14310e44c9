// Starts the lanes, waits for them, adds up what they did. Lanes share nothing but the frozen catalogue,
// the stop signal and the log.

internal import Kafka
public import Normalization
internal import Synchronization

/// A worker: one or more lanes of one consumer group.
public final class Worker: Sendable {
    let context: WorkerContext
    private let onSilence: (@Sendable () -> Void)?
    private let silenceMilliseconds: Int
    private let manager: ServiceManager?
    private var configuration: WorkerConfiguration { context.configuration }
    private var log: Log { context.log }

    /// Makes a worker that does nothing yet.
    ///
    /// When a lane gives no sign of life for so many milliseconds, by default half a minute longer than `/livez` waits,
    /// it is held by a call that does not return: the log says so, and then `onSilence` is called, if it is given, from
    /// a thread of its own. `manager` is told how the worker is.
    public init(
        configuration: WorkerConfiguration,
        catalogue: Catalogue,
        log: Log,
        silenceMilliseconds: Int = 150_000,
        manager: ServiceManager? = nil,
        onSilence: (@Sendable () -> Void)? = nil
    ) {
        self.silenceMilliseconds = silenceMilliseconds
        self.onSilence = onSilence
        self.manager = manager
        context = WorkerContext(configuration, catalogue, log)
    }

    var status: WorkerStatus { context.status }

    /// Asks all lanes to finish their batch, leave the group and end.
    ///
    /// They give up early enough for the clients to be closed before the time for it is over. From any thread; later
    /// calls change nothing.
    public func requestStop() {
        let milliseconds = configuration.shutdownMilliseconds
        context.stop.request(milliseconds: milliseconds - min(3000, milliseconds / 4))
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
        for remark in configuration.events.rules.remarks(context.catalogue) { log.write(.ruleRemark(remark)) }
        let serving = server.flatMap { server in WorkerThread(name: "http") { server.run() } }
        let watch = LaneWatch(
            context: context,
            onSilence: onSilence,
            silenceMilliseconds: silenceMilliseconds,
            manager: manager
        )
        let watching = WorkerThread(name: "watch") { watch.run() }
        let observing = startObserver()
        let result = runAsInstance()
        requestStop()
        context.end()
        server?.stop()
        serving?.join()
        watching?.join()
        // It ends when a stop is asked for, long before a drain is over; a lane that has failed has asked for it.
        observing?.join()
        for (partition, counts) in result.report.partitions.sorted(by: { $0.key < $1.key }) {
            log.write(.ledger(partition, counts))
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
            let lock = try InstanceClaim(context).take()
            return withExtendedLifetime(lock) { runLanes() }
        } catch {
            log.write(.fatal(lane: 0, error: error.description))
            return WorkerResult(report: WorkerReport(), failure: error)
        }
    }

    /// The thread that looks at the cluster, if it is to be looked at.
    private func startObserver() -> WorkerThread? {
        guard configuration.isObserved else { return nil }
        return WorkerThread(name: "observer") { [self, context] in
            let observer = ClusterObserver(context.configuration, context.status, context.stop, context.log) {
                self.log.write(.inputCommitted)
                self.requestStop()
            }
            observer.run()
        }
    }

    private func runLanes() -> WorkerResult {
        // Lanes hand them in, each from its own thread.
        let results = Mutex<[LaneResult]>([])
        var threads: [WorkerThread] = []
        for number in 0..<configuration.lanes {
            let thread = WorkerThread(name: "lane-\(number)") { [self] in
                let result = Lane.keepRunning(number, in: context)
                if result.failure != nil { requestStop() }
                results.withLock { $0.append(result) }
            }
            guard let thread else {
                requestStop()
                results.withLock { $0.append(LaneResult(report: WorkerReport(), end: .failed(.noThread))) }
                break
            }
            threads.append(thread)
        }
        for thread in threads { thread.join() }
        var result = WorkerResult(report: WorkerReport(), failure: nil)
        for lane in results.withLock({ $0 }) {
            result.report.add(lane.report)
            if result.failure == nil { result.failure = lane.failure }
        }
        return result
    }
}

/// What a worker did, and why it ended if it was not asked to.
public struct WorkerResult: Sendable {
    /// The counts of all lanes.
    public var report: WorkerReport
    /// The first failure; nil if the worker drained.
    public var failure: LaneFailure?
}
