// Which topics a worker reads, in the form that librdkafka takes them. A value.

internal import Glibc
package import Kafka

/// The topics of the input.
public enum InputTopics: Sendable, Hashable, CustomStringConvertible {
    /// Topics by their names.
    case named([String])
    /// All topics that a regular expression is found in, those that are yet to come among them; it starts with `^`.
    case matching(String)

    /// The one topic that there is; nil for several, and for a pattern, which may stand for several.
    public var only: String? {
        if case .named(let names) = self, names.count == 1 { names[0] } else { nil }
    }

    /// What `rd_kafka_subscribe` takes.
    package var subscription: [String] {
        switch self {
        case .named(let names): names
        case .matching(let pattern): [pattern]
        }
    }

    /// Whether a topic is one of them.
    public func admits(_ topic: String) -> Bool {
        switch self {
        case .named(let names): names.contains(topic)
        case .matching(let pattern): InputTopics.find(pattern, among: [topic])?.isEmpty == false
        }
    }

    /// Looks for a pattern in the names of topics, as librdkafka does: an extended regular expression of POSIX
    /// (`regcomp`, `regexec`).
    ///
    /// - Returns: Those that it is found in; nil if the pattern is no regular expression.
    static func find(_ pattern: String, among topics: [String]) -> Set<String>? {
        // SAFETY: the expression is used only after it was compiled, and freed on each way out from then on; both texts
        // live as long as the calls.
        var expression = unsafe regex_t()
        guard unsafe regcomp(&expression, pattern, REG_EXTENDED | REG_NOSUB) == 0 else { return nil }
        defer { unsafe regfree(&expression) }
        return Set(topics.filter { unsafe regexec(&expression, $0, 0, nil, 0) == 0 })
    }

    /// As it is written in settings.
    public var description: String { subscription.joined(separator: ",") }
}

extension Consumer {
    /// How those topics of an input are laid out that are there.
    package func layouts(of input: InputTopics, timeout: Duration) throws(KafkaError) -> [TopicMetadata] {
        switch input {
        case .matching(let pattern):
            let all = try metadataOfAllTopics(timeout: timeout)
            let found = InputTopics.find(pattern, among: all.map(\.topic)) ?? []
            return all.filter { found.contains($0.topic) }
        case .named(let names):
            var layouts: [TopicMetadata] = []
            for name in names {
                do throws(KafkaError) {
                    layouts.append(try metadata(of: name, timeout: timeout))
                } catch {
                    guard error.code.isMissingTopic else { throw error }
                }
            }
            return layouts
        }
    }
}
