// Something that keeps a worker from its work, named so that an operator can act on it: the same words in /readyz,
// /status, metric and log. Values.

/// What stands between a worker and its records.
package struct Obstacle: Sendable, Hashable {
    /// Of what kind it is; the words are those of the metric `normalizer_obstacle`.
    package enum Kind: String, Sendable, CaseIterable {
        /// Lanes, or the first look at the cluster, are still to come.
        case notStarted = "not-started"
        /// A lane's thread gives no sign of life.
        case silent
        /// A delivery waits for a right or a topic.
        case waitingForOperator = "waiting-for-operator"
        /// Brokers cannot be reached, or do not let the worker in.
        case connection
        /// A topic does not exist.
        case missingTopic = "missing-topic"
        /// A right on a topic or a group is missing.
        case missingRight = "missing-right"
        /// No broker leads some partitions.
        case noLeader = "no-leader"
        /// A broker that is connected does not answer a question in time, or with an error.
        case noAnswer = "no-answer"
        /// A lane is not a member of its group.
        case noMembership = "no-membership"
        /// No member of the group was given some partitions.
        case unread
        /// A partition has records and makes no progress.
        case stuck
    }

    package var kind: Kind
    /// The topic, group, lane or partition that it is about: short, and the same as long as the obstacle stands.
    package var subject: String
    /// The sentence for people, which may change with each look.
    package var text: String

    package init(_ kind: Kind, _ subject: String, _ text: String) {
        self.kind = kind
        self.subject = subject
        self.text = text
    }

    /// Whether it may pass by itself, as a leader that moves.
    var mayPass: Bool { kind == .noLeader || kind == .noAnswer }

    /// Whether both are the same obstacle, however it is worded.
    func isSame(as other: Obstacle) -> Bool { kind == other.kind && subject == other.subject }
}
