// Does a larger catalogue cost anything? The same lines with ever more messages that none of them is of.

internal import Normalization

enum CatalogueSizeScenario: Scenario {
    static let name = "catalogue"
    static let summary = "the same lines with catalogues of 8 and 2,000 messages"

    static func run(_ bench: inout Bench) throws {
        let count = bench.options.records(200_000)
        var maker = EightKinds(seed: 3)
        let lines = (0..<count).map { _ in maker.line() }
        let kinds = Messages.all.filter { EightKinds.ids.contains($0.id) }
        let others = Messages.all.filter { !EightKinds.ids.contains($0.id) }
        let catalogues = try [8, 2000].map { size in
            let step = max(1, others.count / max(1, size - kinds.count))
            let added = stride(from: 0, to: others.count, by: step).map { others[$0] }.prefix(size - kinds.count)
            return (size: size, catalogue: try Catalogue(kinds + added))
        }
        // In turns, so that a change of the machine's speed meets all of them.
        var speeds: [Int: [Double]] = [:]
        for _ in 0..<max(5, bench.options.runs(7)) {
            for entry in catalogues { speeds[entry.size, default: []] += Drill(lines, entry.catalogue, runs: 1).speeds }
        }
        for entry in catalogues { bench.add("catalogue/\(entry.size)", "lines/s/core", speeds[entry.size] ?? []) }
        let ratios = zip(speeds[2000] ?? [], speeds[8] ?? []).map { $0 / $1 }
        bench.add("catalogue/2000 to 8", "of the speed", ratios)
    }
}
