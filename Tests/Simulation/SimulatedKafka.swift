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

    var topics = TopicTable()
    var transactions = TransactionCoordinator()
    var groups = GroupCoordinator()

    package init(_ settings: Settings = Settings()) {
        self.settings = settings
    }

    /// Answers a request that arrives at `now`, after all that is due by then.
    ///
    /// `now` never goes back.
    package mutating func handle(_ request: Request, at now: Int64) -> Response {
        advance(to: now)
        let response = answer(request, at: now)
        advance(to: now)
        return response
    }

    /// Does what is due by `now`, in order of time: writes markers, aborts transactions that are open for too long,
    /// ends sessions and rebalances.
    package mutating func advance(to now: Int64) {
        while let due = nextDeadline, due <= now {
            for ended in transactions.advance(to: due, settings) { writeMarkers(of: ended) }
            groups.advance(to: due, topics: topics)
        }
    }

    /// Which generation a group is in; 0 before the first.
    package func generation(of group: String) -> Int { groups.generation(of: group) }

    /// When there is something to do without a request; nil if never.
    package var nextDeadline: Int64? {
        let own = transactions.nextDeadline(settings)
        guard let other = groups.nextDeadline else { return own }
        return min(own ?? other, other)
    }

    /// The answers that were held back and are given now, by the numbers of `Response.held`, in order.
    ///
    /// To be asked for after each request and advance.
    package mutating func takeHeldAnswers() -> [(number: Int, response: Response)] { groups.takeAnswers() }

    /// Partitions that are no more, or that were made again since, are taken by their names, as coordinators do.
    private mutating func writeMarkers(of ended: EndedTransaction) {
        for partition in ended.partitions {
            _ = topics.withLog(partition) { $0.writeMarker(of: ended.producer, commits: ended.commits) }
        }
        for group in ended.groups { groups.writeMarker(of: ended.producer, commits: ended.commits, in: group) }
    }
}
