// The machine of the delivery in simulated worlds: nothing is lost, repeated or stuck, and a rule that is left out is
// found.

import Delivery
import Simulator
import Testing

@Suite struct SimulationTests {
    /// Twenty times a thousand batches, and worlds in which records were lost or repeated where a topic was made again
    /// or a coordinator gave old offsets.
    @Test(arguments: [UInt64](1...20) + [292, 459, 484, 572, 631]) func nothingIsLostRepeatedOrStuck(_ seed: UInt64) {
        var survey = Survey()
        let finding = survey.run(WorldSettings(seed: seed, batches: Survey.batchesOfAWorld))
        #expect(finding == nil, "`.ci/simulate trace \(seed)` prints all that happened")
        #expect(survey.batches >= Survey.batchesOfAWorld)
    }

    @Test func theSameSeedGivesTheSameTrace() {
        let traces = (0..<2).map { _ in
            var settings = WorldSettings(seed: 7, batches: 300)
            settings.isTraced = true
            let world = World(settings)
            _ = world.run()
            return world.trace
        }
        #expect(traces[0].count > 1000)
        #expect(traces[0] == traces[1])
    }

    /// Each fault has something to act on; the transaction versions of brokers are as good as each other.
    @Test(arguments: Fault.allCases, [0, 1, 2]) func aFaultAloneIsMet(_ fault: Fault, _ version: Int) {
        var settings = WorldSettings(seed: 3, batches: 200)
        settings.faults = [fault]
        settings.transactionVersion = version
        var survey = Survey()
        #expect(survey.run(settings) == nil)
        #expect(survey.faults[fault, default: 0] > 0)
    }

    /// A rule that is left out, and the seed of a world that needs it.
    private static let needs: [(mutation: Mutation, seed: UInt64)] = [
        (.without(.newEpochAfterLateRequests), 7), (.without(.newEpochAfterDroppedRecords), 45),
        (.without(.settleUnknownOutcomes), 6), (.without(.timeoutIsUnknown), 6), (.without(.dropRevoked), 11),
        (.without(.seekToCommitted), 1), (.without(.placeGivenUp), 2), (.without(.checkStarts), 11),
        (.without(.confirmSlowOffsets), 1), (.without(.doubtOldOffsets), 68),
        (.without(.offsetsInTransaction), 1), (.noMembership, 11), (.noObstacles, 1),
    ]

    @Test(arguments: needs) func aRuleThatIsLeftOutIsMissed(_ mutation: Mutation, _ seed: UInt64) {
        #expect(mutation.find(within: Survey.batchesOfAWorld, from: seed) != nil)
        var survey = Survey()
        #expect(survey.run(WorldSettings(seed: seed, batches: Survey.batchesOfAWorld)) == nil, "with the rule")
    }

    @Test func everyRuleHasItsWorld() {
        #expect(Set(Self.needs.map(\.mutation.description)) == Set(Mutation.all.map(\.description)))
    }

    @Test func anAccidentAtAnyRequestIsMet() {
        var worlds = SmallWorlds(seed: 1)
        worlds.runSingles()
        #expect(worlds.worlds > 300)
        #expect(worlds.findings.isEmpty)
    }

    @Test func aSmallWorldMissesARule() {
        var worlds = SmallWorlds(seed: 1, without: [.settleUnknownOutcomes])
        worlds.runSingles()
        #expect(!worlds.findings.isEmpty)
    }

    @Test func aWorldIsMadeAsSmallAsItCanBe() throws {
        var settings = WorldSettings(seed: 6, batches: Survey.batchesOfAWorld)
        settings.without = [.settleUnknownOutcomes]
        let small = try #require(settings.shrunk())
        #expect(World(small.settings).run() == small.finding)
        #expect(small.settings.faults.map { $0.count < 3 } == true)
        settings.without = []
        #expect(settings.shrunk() == nil, "with the rule")
    }
}
