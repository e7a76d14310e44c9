// Runs simulated worlds. `.ci/simulate` builds and calls it, and says how.

import Simulator

@main
enum Simulate {
    static func main() {
        let words = CommandLine.arguments.dropFirst()
        let numbers = words.compactMap { Int($0) }
        switch words.first {
        case "trace": trace(WorldSettings(seed: seed(numbers), batches: Survey.batchesOfAWorld))
        case "shrink": shrink(seed(numbers))
        case "small": small(seed(numbers))
        case "mutations": mutations()
        default: survey(numbers.first ?? 100_000, from: UInt64(numbers.dropFirst().first ?? 1))
        }
    }

    private static func seed(_ numbers: [Int]) -> UInt64 { numbers.first.map { UInt64($0) } ?? 1 }

    /// Prints all that happens in a world.
    private static func trace(_ settings: WorldSettings) {
        var settings = settings
        settings.isTraced = true
        let world = World(settings)
        let finding = world.run()
        print((world.trace + [finding ?? "nothing is wrong"]).joined(separator: "\n"))
    }

    /// Prints all that happens in the smallest world that shows what is wrong in the one of a seed.
    private static func shrink(_ seed: UInt64) {
        guard let small = WorldSettings(seed: seed, batches: Survey.batchesOfAWorld).shrunk() else {
            return print("nothing is wrong")
        }
        trace(small.settings)
        print(small.settings)
    }

    /// Runs all small worlds with one accident and with two that are close to each other.
    private static func small(_ seed: UInt64) {
        var worlds = SmallWorlds(seed: seed)
        let clock = ContinuousClock()
        let time = clock.measure {
            worlds.runSingles()
            worlds.runPairs(within: 10)
        }
        for finding in worlds.findings { print(finding) }
        print("\(worlds.worlds) small worlds of \(worlds.requests) requests, \(worlds.findings.count) wrong, \(time)")
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
