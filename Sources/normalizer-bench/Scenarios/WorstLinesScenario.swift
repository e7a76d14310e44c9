// Lines that were made to be slow: what a byte of them costs, and whether twice the bytes cost twice as much.

internal import Normalization

enum WorstLinesScenario: Scenario {
    static let name = "worst"
    static let summary = "64 KiB of what is hard to read, against half of it and against ordinary lines"

    static func run(_ bench: inout Bench) throws {
        let catalogue = try Catalogue.standard()
        var maker = LineMaker(LineMaker.busyDay, devices: 100, seed: 1)
        let runs = bench.options.runs(5)
        let ordinary = Drill((0..<50_000).map { _ in maker.next().line }, catalogue, runs: runs).nanosecondsPerByte
        let mean = ordinary.sorted()[ordinary.count / 2]
        bench.add("worst/ordinary lines", "ns/byte", ordinary)
        var worst: [Double] = []
        var growths: [Double] = []
        for line in WorstLine.all {
            func cost(_ bytes: Int) -> [Double] {
                let lines = [[UInt8]](repeating: line.bytes(bytes), count: 16)
                return Drill(lines, catalogue, runs: runs).nanosecondsPerByte
            }
            let full = cost(65_536)
            bench.add("worst/\(line.name)", "ns/byte", full)
            worst.append(full.sorted()[full.count / 2] / mean)
            // The least of several: what disturbs a measurement only adds to it.
            growths.append((full.min() ?? 0) / max(1e-9, cost(32_768).min() ?? 0))
        }
        bench.add("worst/worst of all, to an ordinary byte", "times", [worst.max() ?? 0])
        bench.add("worst/cost of a byte, 64 KiB to 32 KiB", "times", [growths.max() ?? 0])
    }
}
