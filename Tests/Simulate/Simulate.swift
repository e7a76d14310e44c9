// Runs simulated worlds: `simulate BATCHES [SEED]`, `simulate trace SEED`, `simulate mutations`. `.ci/simulate` builds
// and calls it.

import Simulator

@main
enum Simulate {
    static func main() {
        let words = CommandLine.arguments.dropFirst()
        switch words.first {
        case "trace": trace(words.dropFirst().first.flatMap(UInt64.init) ?? 1)
        case "mutations": mutations()
        default:
            let numbers = words.compactMap { Int($0) }
            survey(numbers.first ?? 100_000, from: UInt64(numbers.dropFirst().first ?? 1))
        }
    }

    /// Prints all that happens in a world.
    private static func trace(_ seed: UInt64) {
        var settings = WorldSettings(seed: seed, batches: Survey.batchesOfAWorld)
        settings.isTraced = true
        let world = World(settings)
        let finding = world.run()
        print((world.trace + [finding ?? "nothing is wrong"]).joined(separator: "\n"))
    }

    /// Prints after how many batches each rule that is left out is found.
    private static func mutations() {
        for mutation in Mutation.all {
            let found = mutation.find(within: 100_000)
            print(
                "\(mutation): " + (found.map { "\($0.batches) batches, seed \($0.seed): \($0.finding)" } ?? "not found")
            )
        }
    }

    private static func survey(_ batches: Int, from first: UInt64) {
        let clock = ContinuousClock()
        var survey = Survey()
        let time = clock.measure {
            var seed = first
            while survey.batches < batches {
                if let finding = survey.run(WorldSettings(seed: seed, batches: Survey.batchesOfAWorld)) {
                    print("seed \(seed): \(finding)")
                }
                seed += 1
            }
        }
        print(survey.description)
        print("\(survey.batches) batches, \(survey.worlds) seeds from \(first), \(survey.findings) wrong, \(time)")
    }
}
