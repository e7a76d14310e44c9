// All small worlds instead of some large ones: one partition, two workers, a few records, and an accident at every
// request.

package import Delivery

/// Worlds in which nothing happens by chance.
package struct SmallWorlds {
    /// How many worlds were run, and what is wrong in those where something is.
    package private(set) var worlds = 0
    package private(set) var findings: [String] = []
    private let seed: UInt64
    private let without: Set<Rule>

    /// Worlds whose delays are those of a seed; with rules left out to show that they are needed.
    package init(seed: UInt64, without: Set<Rule> = []) {
        self.seed = seed
        self.without = without
    }

    /// Runs those with one accident.
    package mutating func runSingles() {
        for request in 1...requests {
            for accident in Accident.allCases { run([request: accident]) }
        }
    }

    /// Runs those with two accidents, no further apart than so many requests.
    package mutating func runPairs(within distance: Int) {
        for first in 1...requests {
            for second in first + 1...first + distance {
                for accident in Accident.allCases {
                    for other in Accident.allCases { run([first: accident, second: other]) }
                }
            }
        }
    }

    /// How many requests there are if nothing happens.
    package var requests: Int {
        let world = World(settings([:]))
        _ = world.run()
        return world.requests
    }

    /// The settings of a world with these accidents.
    package func settings(_ plan: [Int: Accident]) -> WorldSettings {
        var settings = WorldSettings(seed: seed, batches: 0)
        settings.promise = .exactlyOnce
        settings.inputPartitions = 1
        settings.outputPartitions = 1
        settings.attemptRecords = 2
        settings.batchRecords = 2
        settings.plan = plan
        settings.without = without
        return settings
    }

    private mutating func run(_ plan: [Int: Accident]) {
        worlds += 1
        guard let finding = World(settings(plan)).run() else { return }
        let accidents = plan.sorted { $0.key < $1.key }.map { "\($0.value) at request \($0.key)" }
        findings.append("\(accidents.joined(separator: ", ")): \(finding)")
    }
}
