// The shares of a memory limit: never more than the limit, never less than a lane needs.

import Testing

@testable import Worker

@Suite struct MemoryBudgetTests {
    private static let mebibyte = 1 << 20

    /// All that the lanes of a budget may hold: fetched records and one answer, the batch, records on their way out.
    private static func held(_ budget: MemoryBudget, lanes: Int) -> Int {
        lanes * (budget.fetchedBytes + budget.fetchBytes + budget.batchBytes + budget.producedBytes)
    }

    @Test(arguments: [1, 2, 3, 7, 16, 64])
    func sharesNeverExceedTheLimit(_ lanes: Int) {
        let least = MemoryBudget.least(lanes: lanes)
        for limit in [least, least + 1, least * 2, 512 * Self.mebibyte + least, 64 << 30] {
            for batchBytes in [1, 8 * Self.mebibyte, 1 << 40] {
                let budget = MemoryBudget(limit: limit, lanes: lanes, batchBytes: batchBytes)
                #expect(Self.held(budget, lanes: lanes) < limit)
                #expect(budget.batchBytes <= batchBytes)
            }
        }
    }

    @Test(arguments: [1, 64])
    func theLeastLimitLetsEachLaneWork(_ lanes: Int) {
        let budget = MemoryBudget(limit: MemoryBudget.least(lanes: lanes), lanes: lanes, batchBytes: 8 * Self.mebibyte)
        // Two records of the usual largest size must fit everywhere.
        for share in [budget.fetchedBytes, budget.producedBytes] { #expect(share >= 2 * Self.mebibyte) }
        #expect(budget.fetchBytes >= Self.mebibyte / 4)
        #expect(budget.batchBytes >= Self.mebibyte / 2)
        #expect(budget.producedRecords >= 1000)
    }

    @Test func moreLanesShareTheSameLimit() {
        let one = MemoryBudget(limit: 1 << 30, lanes: 1, batchBytes: 1 << 40)
        let four = MemoryBudget(limit: 1 << 30, lanes: 4, batchBytes: 1 << 40)
        #expect(four.fetchedBytes <= one.fetchedBytes / 4 + 1)
        #expect(four.batchBytes <= one.batchBytes / 4 + 1)
        #expect(MemoryBudget.least(lanes: 4) > MemoryBudget.least(lanes: 1))
    }

    @Test func aLimitBelowTheLeastGivesWhatALaneNeeds() {
        let least = MemoryBudget(limit: MemoryBudget.least(lanes: 2), lanes: 2, batchBytes: 1 << 30)
        #expect(MemoryBudget(limit: 0, lanes: 2, batchBytes: 1 << 30) == least)
        #expect(MemoryBudget(limit: 0, lanes: 0, batchBytes: 1 << 30).producedBytes > 0)
    }
}
