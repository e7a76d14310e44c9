// Properties that are passed to librdkafka: read from all sources, secrets also from files of their own, never from
// flags. Pure: files are read by a closure that is handed in.

internal import Kafka

/// A property for librdkafka.
public struct KafkaProperty: Sendable, Equatable {
    /// Its name, with `consumer.` or `producer.` in front if it is for one kind of client only.
    public var key: String
    /// Its value.
    public var value: String
    /// Where it was given.
    public var origin: SettingOrigin
    /// The file that the value is from, if it has one of its own.
    public var file: String?

    /// Its name, without what says that it is for one kind of client only.
    var name: String { key.hasPrefix("consumer.") || key.hasPrefix("producer.") ? String(key.dropFirst(9)) : key }

    /// Whether the value is a secret, which neither logs nor `config` show.
    public var isSecret: Bool { Security.isSecret(key) }

    /// Whether the value must not be shown: a name that the library does not take may be that of a secret with a slip
    /// in it.
    public var mayBeSecret: Bool {
        if isSecret { return true }
        var settings = ClientConfiguration()
        settings.set(name, value)
        return !settings.faults.isEmpty
    }
}

extension SettingValues {
    /// The properties of all sources, the strongest first; each name once.
    ///
    /// `sasl.password.file = PATH` takes the value of `sasl.password` from a file, without the line's end. What is
    /// wrong is noted as a fault.
    public mutating func kafkaProperties(owned: Set<String>) -> [KafkaProperty] {
        var properties: [KafkaProperty] = []
        for (text, origin) in given(.kafka) {
            guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
                fail("--kafka: expected KEY=VALUE")
                continue
            }
            var property = KafkaProperty(
                key: String(text[..<equals]),
                value: String(text[text.index(after: equals)...]),
                origin: origin
            )
            // This file is read again and again, by what uses the token.
            if property.key.hasSuffix(".file"), property.key != Security.tokenFileKey {
                property.key.removeLast(5)
                guard let content = contents(of: property.value, for: "--kafka \(property.key).file") else { continue }
                property.file = property.value
                // Keys and certificates have several lines.
                property.value = content.droppingLineEnd()
            } else if property.isSecret, origin == .flag {
                fail("--kafka \(property.key): a flag can be seen by everybody; give it by environment or file")
                continue
            }
            if owned.contains(property.name) {
                fail("--kafka \(property.key): the worker sets this property itself")
            } else if property.name == "partitioner", property.value == "random" {
                fail("--kafka \(property.key): random partitions break the order of the events with one key")
            } else if !properties.contains(where: { $0.key == property.key }) {
                properties.append(property)
            }
        }
        return properties
    }
}
