// What the group has committed, asked while a transaction that is to commit more is open. The lane's thread.

internal import Delivery
internal import Kafka

/// Asks the group by a client of its own, which is made for the first question and kept.
///
/// The lane's own consumer cannot be asked: it reads committed offsets only, and those of an open transaction are not
/// told then. Neither can the producer (`rd_kafka_ListConsumerGroupOffsets`): a coordinator that has moved ends its
/// process, for a client without a group has nothing to look for the new one with (librdkafka's issue 5040, in 2.0.2
/// and in the newest).
final class GroupOffsets {
    private let configuration: WorkerConfiguration
    private var consumer: Consumer?

    init(_ configuration: WorkerConfiguration) { self.configuration = configuration }

    /// Reads the offsets as they are now (`rd_kafka_committed` with `read_uncommitted`).
    ///
    /// - Returns: `committed`, where partitions without an offset are missing; or why they are not known.
    func read(_ partitions: [TopicPartition], within timeout: Duration) -> Answer {
        do throws(KafkaError) {
            let consumer = try client()
            // What it says of its connections, the lane's other clients say too.
            _ = consumer.spokenErrors()
            return .committed(try consumer.committedEntries(partitions, timeout: timeout))
        } catch {
            return .failed(error)
        }
    }

    func close() {
        consumer?.close(within: .milliseconds(200))
        consumer = nil
    }

    private func client() throws(KafkaError) -> Consumer {
        if let consumer { return consumer }
        do throws(ConfigurationError) {
            let made = try Consumer(ClientSettings.groupReader(configuration))
            consumer = made
            return made
        } catch {
            throw KafkaError(code: .invalidArgument, operation: "make a consumer", message: error.description)
        }
    }
}
