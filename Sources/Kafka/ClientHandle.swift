// The one owner of rd_kafka_t and of the reference its callbacks use.
// Everything that must be freed before the client holds a reference to its handle, so the order cannot go wrong.
// Used on one thread; the thread that drops the last reference destroys the client.

internal import CRdKafka

/// Owns a client.
///
/// Batches, topics and queues hold a reference: the client is destroyed after the last of them.
@safe
final class ClientHandle {
    // SAFETY: made in init, destroyed in deinit, lent to C only while self lives.
    @unsafe let pointer: OpaquePointer
    let context: CallbackContext
    /// The optional properties that this library version does not know.
    let skippedKeys: [String]
    /// Whether destroying may take the time to leave the group; false unless the consumer was closed in time, because
    /// leaving has no time limit.
    var mayLeaveGroup = false

    // SAFETY: balances the reference the library was given; released only after the client is gone.
    @unsafe private let retained: Unmanaged<CallbackContext>

    /// Makes a client with all its callbacks, and sends its logs through its own queue.
    init(
        _ role: ClientRole,
        _ configuration: ClientConfiguration,
        context: CallbackContext
    ) throws(ConfigurationError) {
        var configuration = configuration
        configuration.set("log.queue", "true")
        var settings = try LibraryConfiguration(configuration)
        // SAFETY: the reference outlives the client: it is released after rd_kafka_destroy, or here if there is none.
        let retained = unsafe Unmanaged.passRetained(context)
        unsafe settings.withPointer { unsafe ClientCallbacks.install(role, on: $0, context: retained.toOpaque()) }
        do {
            unsafe pointer = try settings.makeClient(role)
        } catch {
            unsafe retained.release()
            throw error
        }
        unsafe self.retained = retained
        self.context = context
        skippedKeys = settings.skippedKeys
        // NULL: to the client's main queue, which for a consumer runs into the queue it polls.
        unsafe rd_kafka_set_log_queue(pointer, nil)
    }

    deinit {
        // SAFETY: nobody else holds the handle, so nothing of the client is in use; callbacks end with the destruction.
        unsafe rd_kafka_destroy_flags(pointer, mayLeaveGroup ? 0 : Int32(RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE))
        unsafe retained.release()
    }
}
