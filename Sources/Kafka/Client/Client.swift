// The one owner of rd_kafka_t and of the reference its callbacks use.
// Everything that must be freed before the client holds a reference to its handle, so the order cannot go wrong.
// Used on one thread; the thread that drops the last reference destroys the client.

internal import CRdKafka

/// Owns a client.
///
/// Batches, topics and queues hold a reference: the client is destroyed after the last of them.
@safe
final class Client {
    // SAFETY: made in init, destroyed in deinit, lent to C only while self lives.
    @unsafe let pointer: OpaquePointer
    let context: CallbackContext
    /// Wakes the thread that polls; nil for a producer.
    let waker: ClientWaker?
    /// Whether destroying may take the time to leave the group; false unless the consumer was closed in time, because
    /// leaving has no time limit.
    var mayLeaveGroup = false

    /// How long destroying is waited for, which a thread of its own does; nil destroys on the thread that drops the
    /// last reference.
    ///
    /// Set for a consumer: if leaving did not end in time, the library waits for it up to `session.timeout.ms` more,
    /// and one that has lost a partition because its topic was no longer to be seen is never destroyed at all by 2.0.2,
    /// which waits for a reference to that partition.
    var destructionLimit: Duration?

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
        if settings.verifiesCertificates {
            unsafe settings.withPointer { unsafe ClientCallbacks.installCertificateCheck(on: $0) }
        }
        context.tokenFile = configuration.tokenFile
        if context.tokenFile != nil {
            unsafe settings.withPointer { unsafe ClientCallbacks.installTokenRefresh(on: $0) }
        }
        do {
            unsafe pointer = try settings.makeClient(role)
        } catch {
            unsafe retained.release()
            throw error
        }
        unsafe self.retained = retained
        self.context = context
        waker = role == .consumer ? unsafe ClientWaker(pointer) : nil
        if context.tokenFile != nil { unsafe ClientCallbacks.serveTokenRefresh(of: pointer) }
        // NULL: to the client's main queue, which for a consumer runs into the queue it polls.
        unsafe rd_kafka_set_log_queue(pointer, nil)
    }

    deinit {
        waker?.end()
        let flags = mayLeaveGroup ? 0 : Int32(RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE)
        let (pointer, retained) = unsafe (pointer, retained)
        // Each record that the library still has would be destroyed with the headers that it shares: such a client,
        // which was not closed in time, stays, and so does its context.
        if let shared = context.sharedHeaders, shared.carrierCount > 0 { return }
        let destroy = {
            // SAFETY: only one who holds the handle uses the client, and the last is gone; the context is released
            // after it.
            unsafe rd_kafka_destroy_flags(pointer, flags)
            unsafe retained.release()
        }
        guard let destructionLimit, let call = BackgroundCall(destroy) else { return destroy() }
        _ = call.wait(for: destructionLimit)
    }
}
