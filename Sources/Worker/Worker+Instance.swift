// Of two workers with one instance id the newer ends: brokers would end the older, and then both by turns. On one machine a lock
// tells, elsewhere the group: a member under the id that names another machine and stays longer than its session lives. The
// worker's thread, before lanes start.

internal import Kafka

extension Worker {
    /// Makes sure that no other process uses this worker's instance id.
    ///
    /// - Returns: What keeps others of this machine from it, to be held until the lanes have ended; nil where nothing has to.
    /// - Throws: Why the worker has to end.
    func claimInstance() throws(LaneFailure) -> InstanceLock? {
        guard configuration.plan == nil, let instance = configuration.groupInstanceID else { return nil }
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
                case .waiting(let text):
                    tellWaiting(.waitingForMember(text))
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
            status.heartbeat(of: lane).beat(at: SystemClock.monotonicNanoseconds)
            status.publish(LaneSnapshot(trouble: trouble), of: lane)
        }
        for _ in 0..<10 where !stop.isRequested { WorkerThread.sleep(milliseconds: 50) }
    }
}

/// Looks whether a member of the group under one of this worker's instance ids lives on another machine.
struct InstanceWatch {
    enum Answer: Equatable {
        case free
        case held(String)
        case waiting(String)
        case failed(KafkaError)
    }

    private let group: String
    private let instances: Set<String>
    private let session: Duration
    private let began = ContinuousClock.now

    init(_ configuration: WorkerConfiguration) {
        group = configuration.groupID
        instances = Set((0..<configuration.lanes).compactMap { ClientSettings.instanceID(configuration, lane: $0) })
        // A member that is gone leaves the group after its session; both workers have the same settings.
        let given = ClientSettings.consumer(configuration, lane: 0)["session.timeout.ms"].flatMap { Int($0) }
        session = .milliseconds((given ?? 45_000) + 3000)
    }

    /// Asks the group once, within seconds.
    func look(with consumer: Consumer) -> Answer {
        do throws(KafkaError) {
            return judge(try consumer.describeGroup(group, timeout: .seconds(5)).members, after: .now - began)
        } catch {
            // Who may not ask, and who asks brokers that cannot say, does without.
            return error.code.isAuthorization || error.code == .unsupportedFeature ? .free : .failed(error)
        }
    }

    /// Judges the members of the group, so long after the first look.
    func judge(_ members: [GroupDescription.Member], after time: Duration) -> Answer {
        let rival = members.first { member in
            guard let instance = member.instanceID, instances.contains(instance) else { return false }
            guard let host = ClientSettings.host(ofClient: member.clientID) else { return false }
            return host != HostName.current
        }
        guard let rival else { return .free }
        let holder = "\(rival.clientID) at \(rival.host)"
        return time < session ? .waiting("\(holder), with this worker's instance id,") : .held(holder)
    }
}
