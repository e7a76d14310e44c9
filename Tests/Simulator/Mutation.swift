// Machines and drivers with a rule left out: the simulator has to find each.

package import Delivery

/// A rule that is left out.
package enum Mutation: Sendable, CustomStringConvertible {
    /// A rule of the machine.
    case without(Rule)
    /// Workers present no membership with their offsets.
    case noMembership
    /// Workers are always ready.
    case noObstacles

    /// All of them.
    package static var all: [Mutation] { Rule.allCases.map { .without($0) } + [.noMembership, .noObstacles] }

    package var description: String {
        switch self {
        case .without(let rule): rule.rawValue
        case .noMembership: "the group's generation with the offsets"
        case .noObstacles: "readiness"
        }
    }

    /// Looks for what goes wrong without the rule.
    ///
    /// - Returns: How many batches were delivered until then, the seed and what is wrong; nil if so many batches show
    ///   nothing.
    package func find(within batches: Int, from seed: UInt64 = 1) -> (batches: Int, seed: UInt64, finding: String)? {
        var survey = Survey()
        var seed = seed
        while survey.batches < batches {
            var settings = WorldSettings(seed: seed, batches: Survey.batchesOfAWorld)
            switch self {
            case .without(let rule): settings.without = [rule]
            case .noMembership: settings.presentsMembership = false
            case .noObstacles: settings.tellsObstacles = false
            }
            if let finding = survey.run(settings) { return (survey.batches, seed, finding) }
            seed += 1
        }
        return nil
    }
}
