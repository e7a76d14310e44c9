// Of two workers with one instance id the newer ends: brokers would end the older, and then both by turns. On one
// machine a lock tells, elsewhere the group: a member under the id that names another machine and stays longer than its
// session lives. The worker's thread, before lanes start.

internal import Kafka

/// Makes sure that no other process uses a worker's instance id.
struct InstanceClaim {
    private let context: WorkerContext
    private var stop: StopSignal { context.stop }
    private var configuration: WorkerConfiguration { context.configuration }

    init(_ context: WorkerContext) { self.context = context }

    /// Takes the id.
    ///
    /// - Returns: What keeps others of this machine from it, to be held until the lanes have ended; nil where nothing
    ///   has to.
    /// - Throws: Why the worker has to end.
    func take() throws(LaneFailure) -> InstanceLock? {
        guard let instance = configuration.groupInstanceID else { return nil }
        let group = configuration.groupID
        switch InstanceLock.take(brokers: configuration.bootstrapServers, group: group, instance: instance) {
        case .held: throw .instanceInUse(instance, group: group, holder: "another process of this machine")
        case .taken(let lock):
            try awaitInstance(instance)
            return lock
        case .unavailable:
            try awaitInstance(instance)
            return nil
        }
    }

    /// Returns once no other machine has a member of the group under the id, or a stop is asked for.
    private func awaitInstance(_ instance: String) throws(LaneFailure) {
        let group = configuration.groupID
        let watch = InstanceWatch(configuration)
        var configuration = configuration
        while !stop.isRequested {
            let credentials = CredentialFiles(configuration.credentialPaths)
            let reasons = Reasons()
            let onEvent: ClientEventHandler = { reasons.note($0) }
            let consumer: Consumer
            do throws(ConfigurationError) {
                consumer = try Consumer(ClientSettings.inspector(configuration, group: group), onEvent: onEvent)
            } catch {
                throw .configuration(error.faults.map { "consumer: \($0)" })
            }
            defer { consumer.close(within: .milliseconds(200)) }
            asking: while !stop.isRequested, !credentials.haveChanged {
                switch watch.look(with: consumer) {
                case .free: return
                case .held(let holder): throw .instanceInUse(instance, group: group, holder: holder)
                case .waiting(let text): tellWaiting(.waitingForMember(text))
                case .failed(let error):
                    tellWaiting(.connection(reasons.last(of: consumer) ?? error.description))
                    // This client would go on asking where the coordinator was; the next one looks for it.
                    if error.code.isCoordinatorMoving { break asking }
                }
            }
            configuration = configuration.withSecretsReadAgain
        }
    }

    private func tellWaiting(_ trouble: LaneTrouble) {
        for lane in 0..<configuration.lanes {
            context.status.heartbeat(of: lane).beat(at: SystemClock.monotonicNanoseconds)
            context.status.publish(LaneSnapshot(trouble: trouble), of: lane)
        }
        stop.sleep(for: .milliseconds(500))
    }
}
