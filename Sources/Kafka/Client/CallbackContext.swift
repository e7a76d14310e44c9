// The one object that a client's callbacks reach: it books what they report and passes it to the caller's handlers.
// Knows no C type; ClientCallbacks translates. Runs on the thread that polls, flushes or closes the client.

/// What one client's callbacks need.
///
/// The library holds a reference until the client is destroyed.
final class CallbackContext {
    let eventHandler: ClientEventHandler?
    let rebalanceHandler: RebalanceHandler?
    /// Takes the answer for each record.
    let deliveryHandler: DeliveryHandler?
    /// Takes the answer for each record that was not delivered.
    let failureHandler: DeliveryHandler?
    /// What records of a producer carry that have no headers of their own.
    let sharedHeaders: SharedHeaders?

    /// Where tokens come from: another thread reads it; set before the client is made, never after.
    var tokenFile: TokenFile?
    /// What the library has logged last about a certificate that was refused.
    ///
    /// It comes before the error of the connection, on the same queue.
    var certificateRefusal: String?
    /// The requests of a producer that brokers have not answered.
    let requests = RequestWatch()
    var tracker = PartitionTracker()
    /// The partitions that were paused and not resumed, owned or not.
    ///
    /// The library keeps a partition paused while others own it, and hands it back paused.
    var paused: Set<TopicPartition> = []

    init(
        eventHandler: ClientEventHandler?,
        rebalanceHandler: RebalanceHandler? = nil,
        deliveryHandler: DeliveryHandler? = nil,
        failureHandler: DeliveryHandler? = nil,
        sharedHeaders: SharedHeaders? = nil
    ) {
        self.eventHandler = eventHandler
        self.rebalanceHandler = rebalanceHandler
        self.deliveryHandler = deliveryHandler
        self.failureHandler = failureHandler
        self.sharedHeaders = sharedHeaders
    }

    /// Passes an event on; it is not even made without a handler.
    func report(_ event: @autoclosure () -> ClientEvent) { eventHandler?(event()) }

    /// Books what a rebalance changed and passes it on.
    func report(_ rebalance: RebalanceEvent) {
        switch rebalance.change {
        case .assigned where rebalance.failure == nil: tracker.assign(rebalance.partitions)
        case .assigned: break
        case .revoked, .lost: tracker.revoke(rebalance.partitions)
        }
        rebalanceHandler?(rebalance)
    }
}
