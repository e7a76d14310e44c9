// Whether a member of the group that has one of this worker's instance ids lives on another machine. The worker's
// thread.

internal import Kafka

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
