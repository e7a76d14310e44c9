// The normalizer alone: one thread, lines in memory, events into one buffer.

internal import Normalization

enum NormalizeScenario: Scenario {
    static let name = "normalize"
    static let summary = "the normalizer alone, on the mix of a busy day"

    static func run(_ bench: inout Bench) throws {
        let runs = bench.options.runs(5)
        var compiles: [Double] = []
        var requests: [Double] = []
        var catalogue: Catalogue?
        for _ in 0..<max(3, runs) {
            let taken = try Measurement.cost { catalogue = try Catalogue.standard() }
            compiles.append(taken.processor * 1e3)
            requests.append(Double(taken.allocations))
        }
        guard let catalogue else { return }
        bench.add("catalogue/compile", "ms", compiles)
        // Shows, too, that allocations are counted.
        bench.add("catalogue/allocations", "in all", requests)
        let count = bench.options.records(200_000)
        var maker = LineMaker(LineMaker.busyDay, devices: 100, seed: 1)
        let busyDay = Drill((0..<count).map { _ in maker.next().line }, catalogue, runs: runs)
        bench.add("normalize/busy day", "lines/s/core", busyDay.speeds)
        bench.add("normalize/busy day, allocations", "a line", busyDay.allocations)
    }
}
