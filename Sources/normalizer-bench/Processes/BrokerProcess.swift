// An embedded cluster in a process of its own, so that neither its memory nor its processor time counts as the
// worker's.

internal import Glibc
internal import Kafka

enum BrokerProcess {
    /// The first argument of such a process.
    static let role = "--as-broker"

    /// Starts one.
    ///
    /// - Returns: The process, which ends when it is not held any more, and the address of its broker.
    static func start(topics: [String], partitions: Int) throws -> (process: ChildProcess, servers: String) {
        let child = try ChildProcess(Files.program, [role, "\(partitions)"] + topics)
        guard let servers = child.line() else { throw ProcessFault(text: "the broker did not start") }
        return (child, servers)
    }

    /// What the process does: serves until the bench lets go of it.
    static func serve(_ arguments: [String]) throws {
        let cluster = try EmbeddedCluster()
        for topic in arguments.dropFirst() {
            try cluster.createTopic(topic, partitions: arguments.first.flatMap { Int($0) } ?? 1)
        }
        print(cluster.bootstrapServers)
        fflush(nil)
        withExtendedLifetime(cluster) { ChildProcess.endWithParent() }
    }
}
