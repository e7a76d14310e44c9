// Makes a world in which something is wrong as small as it can be, so that its trace can be read.

extension WorldSettings {
    /// The smallest world found in which something is still wrong: with fewer faults, workers, partitions and batches.
    ///
    /// - Returns: nil if nothing is wrong in this one.
    package func shrunk() -> (settings: WorldSettings, finding: String)? {
        let world = World(self)
        guard let finding = world.run() else { return nil }
        var best = self
        best.faults = world.faults
        best.batches = min(batches, world.batches + 1)
        var result = (settings: best, finding: finding)
        while let smaller = result.settings.smaller.lazy.compactMap({ candidate in
            World(candidate).run().map { (settings: candidate, finding: $0) }
        }).first {
            result = smaller
        }
        return result
    }

    /// Worlds that are a little smaller.
    private var smaller: [WorldSettings] {
        var candidates = (faults ?? []).sorted { $0.rawValue < $1.rawValue }.map { fault in
            changed { $0.faults?.remove(fault) }
        }
        if workers > 1 { candidates.append(changed { $0.workers -= 1 }) }
        if inputPartitions > 1 { candidates.append(changed { $0.inputPartitions -= 1 }) }
        if outputPartitions > 1 { candidates.append(changed { $0.outputPartitions -= 1 }) }
        if batches > 1 { candidates.append(changed { $0.batches /= 2 }) }
        return candidates
    }

    private func changed(_ change: (inout WorldSettings) -> Void) -> WorldSettings {
        var copy = self
        change(&copy)
        return copy
    }
}
