// Rights that an authorizer gives, in words and as the command that gives them. Pure.

internal import Kafka
internal import Worker

struct Grant: Sendable, Equatable {
    /// What it is on, as `kafka-acls.sh` calls it.
    enum Resource: String {
        case topic
        case group
        case transactionalID = "transactional-id"
        case cluster
    }

    var resource: Resource
    var name: String
    var operation: String

    /// `Read on topic 'asa.raw'`.
    var text: String {
        resource == .cluster
            ? "\(operation) on the cluster"
            : "\(operation) on \(resource == .transactionalID ? "transactional id" : resource.rawValue) '\(name)'"
    }

    /// The command that gives it; `WORKER` stands for a principal whose name is not known.
    func command(_ configuration: WorkerConfiguration) -> String {
        let user = configuration.kafkaProperties.first { $0.key == "sasl.username" || $0.key == "sasl.user.name" }
        let servers = configuration.bootstrapServers.split(separator: ",").first.map(String.init) ?? "HOST:PORT"
        return "kafka-acls.sh --bootstrap-server \(servers) --add --allow-principal 'User:\(user?.value ?? "WORKER")' "
            + "--operation \(operation) --\(resource.rawValue)" + (resource == .cluster ? "" : " '\(name)'")
    }
}

/// The rights that a call needs, by what they are on.
struct Rights {
    /// A topic and the right on it.
    var topic: (name: String, operation: String)?
    /// A group and the right in it.
    var group: (name: String, operation: String)?
    /// A transactional id, which wants Write.
    var transactionalID: String?

    /// The right that a broker's refusal says is missing; nil if it says something else.
    func missing(_ code: KafkaErrorCode) -> Grant? {
        switch code {
        case .topicAuthorizationFailed: topic.map { Grant(resource: .topic, name: $0.name, operation: $0.operation) }
        case .groupAuthorizationFailed: group.map { Grant(resource: .group, name: $0.name, operation: $0.operation) }
        case .transactionalIDAuthorizationFailed:
            transactionalID.map { Grant(resource: .transactionalID, name: $0, operation: "Write") }
        case .clusterAuthorizationFailed: Grant(resource: .cluster, name: "", operation: "IdempotentWrite")
        default: nil
        }
    }
}
