// What the doctor looks at as a member of the group would: reading, the group's offsets and members, and other groups. Writes nothing.

internal import Kafka
internal import Worker
internal import Worker
internal import Worker

extension Doctor {
    /// Reads at the end of one partition of each leader, as a worker would.
    func examineReading(_ inspector: TopicInspector) {
        let topic = configuration.inputTopic
        do throws(CommandFailure) {
            let extents = try inspector.extents(inspector.partitions(nil))
            let byLeader = Dictionary(grouping: extents.keys) { inspector.leader(of: $0) }
            for (leader, partitions) in byLeader.sorted(by: { $0.key < $1.key }) {
                guard let number = partitions.min(), let extent = extents[number] else { continue }
                var batch = MessageBatch()
                try inspector.read(number, extent.high, into: &batch)
                note(.init(topic, .good, "\(leader) lets it be read"))
            }
        } catch {
            note(Finding(topic, error, configuration))
        }
    }

    func examineGroup(_ inspector: TopicInspector) {
        let name = "group \(configuration.groupID)"
        do throws(CommandFailure) {
            try inspector.requireRightToCommit()
            guard let members = try inspector.members() else {
                return note(.init(name, .unknown, "may be used; these brokers do not tell who is in it"))
            }
            let partitions = try inspector.partitions(nil)
            let committed = try inspector.committed(partitions)
            note(
                .init(
                    name,
                    .good,
                    "\(members.count) members, offsets in \(committed.count) of \(partitions.count) partitions"
                )
            )
            if members.count > partitions.count {
                note(
                    .init(
                        name,
                        .warning,
                        "\(members.count) members share \(partitions.count) partitions: some have nothing to do",
                        advice: "run fewer workers and lanes, or add partitions"
                    )
                )
            }
        } catch {
            note(Finding(name, error, configuration))
        }
        examineOtherGroups(inspector)
    }

    /// Looks for workers of other groups on the input: two groups on one output make each event twice.
    ///
    /// The output of another group is known to its workers alone, and a group that may not be seen is not told.
    private func examineOtherGroups(_ inspector: TopicInspector) {
        // Brokers that do not tell leave nothing to say.
        let input = configuration.inputTopic
        guard let clients = try? inspector.consumer.clients(reading: input, timeout: timeout) else { return }
        for (group, names) in clients.sorted(by: { $0.key < $1.key }) where group != configuration.groupID {
            guard names.contains(where: { ClientSettings.host(ofClient: $0) != nil }) else { continue }
            note(
                .init(
                    "group \(group)",
                    .warning,
                    "workers of this group read '\(input)' too: if they write to '\(configuration.outputTopic)', each event comes twice",
                    advice: "give each group an output of its own"
                )
            )
        }
    }
}
