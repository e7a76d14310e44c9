// What the doctor looks at as a member of the group would: reading, the group's offsets and members, and other groups.
// Writes nothing. One thread.

internal import Kafka
internal import Worker

struct GroupTrial {
    let configuration: WorkerConfiguration

    /// Reads at the end of one partition of each leader, as a worker would.
    func reading() -> [Finding] {
        let topic = configuration.inputTopic
        var findings: [Finding] = []
        do throws(CommandFailure) {
            let inspector = try inspector()
            defer { inspector.close() }
            let extents = try inspector.extents(inspector.partitions(nil))
            let byLeader = Dictionary(grouping: extents.keys) { inspector.leader(of: $0) }
            for (leader, partitions) in byLeader.sorted(by: { $0.key < $1.key }) {
                guard let number = partitions.min(), let extent = extents[number] else { continue }
                var batch = MessageBatch()
                try inspector.read(number, extent.high, into: &batch)
                findings.append(.init(topic, .good, "\(leader) lets it be read"))
            }
        } catch {
            findings.append(Finding(topic, error, configuration))
        }
        return findings
    }

    /// Looks at the group, and at others that read the same topic.
    func group() -> [Finding] {
        let name = "group \(configuration.groupID)"
        do throws(CommandFailure) {
            let inspector = try inspector()
            defer { inspector.close() }
            do throws(CommandFailure) {
                return try findings(name, inspector) + otherGroups(inspector)
            } catch {
                return [Finding(name, error, configuration)] + otherGroups(inspector)
            }
        } catch {
            return [Finding(name, error, configuration)]
        }
    }

    private func findings(_ name: String, _ inspector: TopicInspector) throws(CommandFailure) -> [Finding] {
        try inspector.requireRightToCommit()
        guard let members = try inspector.members() else {
            return [.init(name, .unknown, "may be used; these brokers do not tell who is in it")]
        }
        let partitions = try inspector.partitions(nil)
        let committed = try inspector.committed(partitions)
        let detail = "\(members.count) members, offsets in \(committed.count) of \(partitions.count) partitions"
        let finding = Finding(name, .good, detail)
        guard members.count > partitions.count else { return [finding] }
        let surplus = "\(members.count) members share \(partitions.count) partitions: some have nothing to do"
        let advice = "run fewer workers and lanes, or add partitions"
        return [finding, Finding(name, .warning, surplus, advice: advice)]
    }

    /// Looks for workers of other groups on the input: two groups on one output make each event twice.
    ///
    /// The output of another group is known to its workers alone, and a group that may not be seen is not told.
    private func otherGroups(_ inspector: TopicInspector) -> [Finding] {
        // Brokers that do not tell leave nothing to say.
        let input = configuration.inputTopic
        let clients = try? inspector.consumer.clients(reading: input, timeout: configuration.patience.limit)
        return (clients ?? [:]).sorted { $0.key < $1.key }.compactMap { group, names in
            guard group != configuration.groupID, names.contains(where: { ClientSettings.host(ofClient: $0) != nil })
            else { return nil }
            let detail =
                "workers of this group read '\(input)' too: "
                + "if they write to '\(configuration.outputTopic)', each event comes twice"
            return Finding("group \(group)", .warning, detail, advice: "give each group an output of its own")
        }
    }

    private func inspector() throws(CommandFailure) -> TopicInspector {
        try CommandFailure.settings { () throws(ConfigurationFaults) in try TopicInspector(configuration) }
    }
}
