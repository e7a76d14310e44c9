// Values of librdkafka's properties that cannot work, alone or beside each other. The library tells some of it, one
// fault at a time and only when a client is made (rd_kafka_new), and of the rest nothing. Values only.

internal import Kafka

/// Rules that the user's properties must keep.
enum PropertyRules {
    /// What breaks a rule, one sentence each.
    static func faults(_ configuration: WorkerConfiguration) -> [String] {
        let isExact = configuration.delivery == .exactlyOnce
        let consumer = ClientSettings.consumer(configuration, lane: 0)
        let producer = ClientSettings.producer(configuration, lane: 0)
        var faults = promise(producer) + members(consumer)
        if isExact { faults += transaction(producer, configuration.transactionMilliseconds) }
        for settings in [consumer, producer] {
            faults += credentials(settings)
            if settings["test.mock.num.brokers"] != nil {
                faults.append("test.mock.num.brokers: what a cluster in the worker's own memory takes is lost")
            }
            let (least, most) = (settings.number("reconnect.backoff.ms") ?? 100, "reconnect.backoff.max.ms")
            if least > settings.number(most) ?? 10_000 {
                faults.append("reconnect.backoff.ms: it must not be greater than \(most)")
            }
        }
        var texts: [String] = []
        for fault in faults.map({ "--kafka \($0)" }) where !texts.contains(fault) { texts.append(fault) }
        return texts
    }

    /// Credentials that go nowhere, since the protocol has no use for them: a client would speak without them, and the
    /// brokers' answer would not tell why.
    private static func credentials(_ client: ClientConfiguration) -> [String] {
        let name = client["security.protocol"]?.lowercased() ?? "plaintext"
        var faults: [String] = []
        if !name.hasPrefix("sasl_"), let key = client.keys.first(where: { $0.hasPrefix("sasl.") }) {
            faults.append("\(key): it has no effect without security.protocol=sasl_ssl or sasl_plaintext")
        }
        if !name.hasSuffix("ssl"), let key = client.keys.first(where: { $0.hasPrefix("ssl.") }) {
            faults.append("\(key): it has no effect without security.protocol=ssl or sasl_ssl")
        }
        return faults
    }

    /// What an idempotent producer needs, so that the library's own retries repeat nothing and keep the order.
    private static func promise(_ producer: ClientConfiguration) -> [String] {
        var faults: [String] = []
        for name in ["max.in.flight", "max.in.flight.requests.per.connection"] {
            if let value = producer.number(name), !(1...5).contains(value) {
                faults.append("\(name): with more than 5 requests a retry could repeat records; give 1 to 5")
            }
        }
        for name in ["retries", "message.send.max.retries"] where producer.number(name) == 0 {
            faults.append("\(name): without retries a short fault loses records; give 1 or more")
        }
        if let order = producer["queuing.strategy"], order != "fifo" {
            faults.append("queuing.strategy: only fifo keeps the order of records")
        }
        let limit = producer.number("message.timeout.ms", "delivery.timeout.ms") ?? 300_000
        if limit > 0, (producer.number("linger.ms", "queue.buffering.max.ms") ?? 5) >= limit {
            faults.append(
                "linger.ms: it must be less than message.timeout.ms, \(limit), after which a record is given up"
            )
        }
        return faults
    }

    /// What has to fit into the time of a transaction.
    private static func transaction(_ producer: ClientConfiguration, _ milliseconds: Int) -> [String] {
        var faults: [String] = []
        for name in ["message.timeout.ms", "delivery.timeout.ms"] {
            if let value = producer.number(name), value > milliseconds {
                faults.append("\(name): it must not be greater than --transaction-timeout, \(milliseconds) ms")
            }
        }
        if let value = producer.number("socket.timeout.ms"), value > milliseconds + 100 {
            faults.append(
                "socket.timeout.ms: of a producer it must not be greater than --transaction-timeout, \(milliseconds) ms"
            )
        }
        return faults
    }

    /// What a member of a group needs, so that it is not expelled while nothing is wrong.
    private static func members(_ consumer: ClientConfiguration) -> [String] {
        var faults: [String] = []
        let session = consumer.number("session.timeout.ms") ?? 45_000
        // The session of one whose partitions the brokers share out is theirs to decide.
        if consumer["group.protocol"] == nil, (consumer.number("max.poll.interval.ms") ?? 300_000) < session {
            faults.append("max.poll.interval.ms: it must not be less than session.timeout.ms, \(session)")
        }
        if let beat = consumer.number("heartbeat.interval.ms"), beat >= session {
            faults.append(
                "session.timeout.ms: it must be greater than heartbeat.interval.ms, or the group expels its members"
            )
        }
        let socket = consumer.number("socket.timeout.ms") ?? 60_000
        if (consumer.number("fetch.wait.max.ms") ?? 500) + 1000 > socket {
            faults.append("fetch.wait.max.ms: it must be less than socket.timeout.ms, \(socket), by a second")
        }
        if (consumer.number("fetch.max.bytes") ?? 52_428_800) < (consumer.number("message.max.bytes") ?? 1_000_000) {
            faults.append("fetch.max.bytes: it must not be less than message.max.bytes")
        }
        return faults
    }
}

extension ClientConfiguration {
    /// The number that a property has under the first of its names that is set; nil if it has none.
    fileprivate func number(_ names: String...) -> Int? { names.lazy.compactMap { self[$0].flatMap { Int($0) } }.first }
}
