// The librdkafka properties that the worker's clients start from, each for a reason, and what the user
// passes on top. Values only.

internal import Kafka

enum ClientSettings {
    /// Properties of a lane's consumer.
    static func consumer(_ configuration: WorkerConfiguration) -> ClientConfiguration {
        var settings = common(configuration)
        settings.set("group.id", configuration.groupID)
        // Offsets are committed by the lane, after the batch is delivered, and by nothing else.
        settings.set("enable.auto.commit", "false")
        settings.set("enable.auto.offset.store", "false")
        settings.set("auto.offset.reset", configuration.autoOffsetReset.rawValue)
        settings.set("isolation.level", "read_committed")
        // All members of a group must agree on it, whatever library version each of them has.
        settings.set("partition.assignment.strategy", "range,roundrobin")
        settings.set("queued.max.messages.kbytes", "65536")
        settings.setIfSupported("fetch.queue.backoff.ms", "50")
        settings.set("fetch.wait.max.ms", "100")
        pass(configuration, prefix: "consumer.", to: &settings)
        return settings
    }

    /// Properties of a lane's producer.
    static func producer(_ configuration: WorkerConfiguration) -> ClientConfiguration {
        var settings = common(configuration)
        // No duplicates and no reordering through the library's own retries.
        settings.set("enable.idempotence", "true")
        settings.set("linger.ms", "50")
        settings.set("batch.num.messages", "10000")
        settings.set("queue.buffering.max.messages", "\(max(100_000, 2 * configuration.batchRecords))")
        settings.set("queue.buffering.max.kbytes", "262144")
        settings.set("compression.type", "lz4")
        settings.set("partitioner", "murmur2_random")
        // Well under max.poll.interval.ms, so that a stuck broker is noticed before the group expels the lane.
        settings.set("message.timeout.ms", "60000")
        pass(configuration, prefix: "producer.", to: &settings)
        return settings
    }

    private static func common(_ configuration: WorkerConfiguration) -> ClientConfiguration {
        var settings = ClientConfiguration()
        settings.set("bootstrap.servers", configuration.bootstrapServers)
        settings.set("client.id", "anyconnect-normalizer")
        settings.set("socket.nagle.disable", "true")
        settings.set("socket.keepalive.enable", "true")
        settings.setIfSupported("enable.metrics.push", "false")
        return settings
    }

    /// Sets the user's properties: those for both clients, and those behind `prefix` for one of them.
    private static func pass(
        _ configuration: WorkerConfiguration,
        prefix: String,
        to settings: inout ClientConfiguration
    ) {
        for (key, value) in configuration.kafkaProperties {
            if key.hasPrefix(prefix) {
                settings.set(String(key.dropFirst(prefix.count)), value)
            } else if !key.hasPrefix("consumer."), !key.hasPrefix("producer.") {
                settings.set(key, value)
            }
        }
    }
}
