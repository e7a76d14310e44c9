// Apache Kafka as its clients see it, in virtual time.

/// A cluster that loses nothing and is always there; losing requests and answers is the network's part.
///
/// A value: the same requests at the same times get the same answers.
package struct SimulatedKafka: Sendable {
    /// How the cluster is set up.
    package struct Settings: Sendable {
        /// The brokers' transaction version: 0, 1 or 2.
        package var transactionVersion = 2
        /// How long after the answer to EndTxn the markers are written, in milliseconds.
        package var markerDelay: Int64 = 0
        /// How often transactions that are open for too long are looked for, in milliseconds.
        package var expiryInterval: Int64 = 10_000
        /// How long an empty group waits for further members, in milliseconds.
        package var initialRebalanceDelay: Int64 = 0

        package init() {}
    }

    /// May be changed at any time; what is under way keeps its deadline.
    package var settings: Settings

    package init(_ settings: Settings = Settings()) {
        self.settings = settings
    }

    /// Answers a request that arrives at `now`, after all that is due by then. `now` never goes back.
    package mutating func handle(_ request: Request, at now: Int64) -> Response {
        advance(to: now)
        return .failed(.unknownTopicOrPartition)
    }

    /// Does what is due by `now`: writes markers, ends sessions and rebalances, aborts transactions that took too long.
    package mutating func advance(to now: Int64) {}

    /// When there is something to do without a request; nil if never.
    package var nextDeadline: Int64? { nil }

    /// The answers that were held back and are given now, by the numbers of `Response.held`, in order. To be asked for
    /// after each request and advance.
    package mutating func takeHeldAnswers() -> [(number: Int, response: Response)] { [] }
}
