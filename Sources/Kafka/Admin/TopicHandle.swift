// The one owner of rd_kafka_topic_t: a topic resolved once, so that no record pays for its name.
// Knows nothing of records. Used on the thread of its client.

internal import CRdKafka

/// A topic of one producer, made once and used for every record.
///
/// It keeps its client alive: a closed producer is destroyed only after its topics are gone.
@safe
public final class TopicHandle {
    /// The topic's name.
    public let name: String
    let client: Client
    // SAFETY: made in init, freed in deinit while `client` is still held, lent to C only while self lives.
    @unsafe let pointer: OpaquePointer

    /// Resolves a name (`rd_kafka_topic_new`).
    init(_ name: String, of client: Client) throws(KafkaError) {
        // SAFETY: the client is alive; on NULL the reason is this thread's last error, read at once.
        guard let pointer = unsafe rd_kafka_topic_new(client.pointer, name, nil) else {
            throw KafkaError(code: KafkaErrorCode(rd_kafka_last_error()), operation: "open topic \(name)")
        }
        self.name = name
        self.client = client
        unsafe self.pointer = pointer
    }

    deinit {
        // SAFETY: the only owner ends here, before `client` is released.
        unsafe rd_kafka_topic_destroy(pointer)
    }
}
