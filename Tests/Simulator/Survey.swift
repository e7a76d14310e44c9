// What many worlds have come to.

/// Adds up worlds.
package struct Survey: CustomStringConvertible {
    /// A world is as long as this, under faults.
    package static let batchesOfAWorld = 1000

    package private(set) var worlds = 0
    package private(set) var batches = 0
    package private(set) var findings = 0
    package private(set) var faults: [Fault: Int] = [:]
    /// How often each state was left for each other one, and by what answer: `committing done accepting`.
    package private(set) var steps: [String: Int] = [:]

    package init() {}

    /// Runs a world.
    ///
    /// - Returns: What is wrong; nil if nothing is.
    package mutating func run(_ settings: WorldSettings) -> String? {
        let world = World(settings)
        let finding = world.run()
        worlds += 1
        batches += world.batches
        if finding != nil { findings += 1 }
        faults.merge(world.faultCounts, uniquingKeysWith: +)
        steps.merge(world.steps, uniquingKeysWith: +)
        return finding
    }

    package var description: String {
        let kinds = faults.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" }
        let lines = steps.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }
        return "faults: \(kinds.joined(separator: ", "))\n\(lines.joined(separator: "\n"))"
    }
}
