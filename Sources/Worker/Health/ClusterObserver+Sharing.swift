// How the observer finds partitions that no member of the group was given. The member that shares them out asks a
// broker how many there are; one that lags behind says too few, and librdkafka 2.0.2 was seen not to ask again. The
// observer's thread.

internal import Kafka

extension ClusterObserver {
    /// How many looks lie between two questions to the group's coordinator.
    private static let sharingLooks = 5
    /// How long one member has for joining again before it is another one's turn, in milliseconds.
    private static let turn: Int64 = 30_000

    /// Asks the group's coordinator who has the partitions that this worker does not have, and looks for those that no
    /// member had two times in a row.
    func lookForUnread(_ layouts: [TopicMetadata], _ owned: Set<TopicPartition>, _ consumer: Consumer) {
        looks += 1
        guard looks % ClusterObserver.sharingLooks == 0, !layouts.isEmpty, !stop.isRequested else { return }
        let others = Set(layouts.flatMap(\.partitions)).subtracting(owned)
        guard !others.isEmpty else { return forgetUnread() }
        do throws(KafkaError) {
            let group = try consumer.describeGroup(configuration.groupID, timeout: ClusterObserver.patience)
            guard group.isStable else { return }
            let unread = others.subtracting(group.members.flatMap(\.partitions))
            noteUnread(unread.intersection(unreadBefore), group.members)
            unreadBefore = unread
        } catch {
            // For such questions the library keeps to the coordinator that it found first; another client finds the one
            // that there is now.
            if error.code == .timedOut { isWorn = true }
            // Without the right to ask, what was seen before says nothing of now.
            if error.code == .groupAuthorizationFailed { forgetUnread() }
        }
    }

    private func forgetUnread() {
        unreadBefore = []
        noteUnread([], [])
    }

    /// Books which partitions no member has; one of the members is asked to join again then.
    private func noteUnread(_ unread: Set<TopicPartition>, _ members: [GroupDescription.Member]) {
        guard !unread.isEmpty, !members.isEmpty else {
            status.askToRejoin(nil)
            return note(.sharing, nil)
        }
        let names = members.map(\.memberID).sorted()
        status.askToRejoin(names[Int(SystemClock.epochMilliseconds / ClusterObserver.turn) % names.count])
        let list = unread.sorted().map { "\($0)" }.joined(separator: ", ")
        let text = "no member of group '\(configuration.groupID)' was given \(list): it is asked to share out again"
        note(.sharing, Obstacle(.unread, list, text))
    }
}
