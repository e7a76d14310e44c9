// The normalizer alone: one thread, lines in memory, events into one buffer.

internal import Normalization

enum NormalizeScenario: Scenario {
    static let name = "normalize"
    static let summary = "the normalizer alone: the mix of a busy day, and single families"

    private static let families: [(name: String, ids: ClosedRange<Int32>)] = [
        ("connections 302013-302016", 302_013...302_016), ("access lists 106023-106100", 106_023...106_100),
        ("handshakes 725001-725016", 725_001...725_016), ("sessions 722022-722051", 722_022...722_051),
        ("logins 113003-113039", 113_003...113_039), ("policies 734001-734004", 734_001...734_004),
        ("portal 716001-716059", 716_001...716_059), ("addresses 737001-737036", 737_001...737_036),
    ]

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
        bench.add("normalize/busy day, wall", "lines/s", busyDay.wallSpeeds)
        bench.add("normalize/busy day, cost", "ns/byte", busyDay.nanosecondsPerByte)
        bench.add("normalize/busy day, allocations", "a line", busyDay.allocations)
        bench.add("normalize/busy day, in", "bytes a line", [Double(busyDay.inputBytes) / Double(count)])
        bench.add("normalize/busy day, out", "bytes a line", [Double(busyDay.outputBytes) / Double(count)])
        var eight = EightKinds(seed: 1)
        let eightKinds = Drill((0..<count).map { _ in eight.line() }, catalogue, runs: runs)
        bench.add("normalize/eight kinds", "lines/s/core", eightKinds.speeds)
        bench.add("normalize/eight kinds, allocations", "a line", eightKinds.allocations)
        for family in families {
            let mix = LineMaker.family(family.ids)
            guard !mix.isEmpty else { continue }
            var maker = LineMaker(mix, devices: 100, seed: 1)
            let drill = Drill((0..<count / 5).map { _ in maker.next().line }, catalogue, runs: min(3, runs))
            bench.add("normalize/\(family.name)", "lines/s/core", drill.speeds)
        }
    }
}

/// Lines that one normalizer reads several times; the first time does not count.
struct Drill {
    private(set) var speeds: [Double] = []
    private(set) var wallSpeeds: [Double] = []
    private(set) var nanosecondsPerByte: [Double] = []
    private(set) var allocations: [Double] = []
    let inputBytes: Int
    private(set) var outputBytes = 0

    init(_ lines: [[UInt8]], _ catalogue: Catalogue, runs: Int) {
        inputBytes = lines.reduce(0) { $0 + $1.count }
        var normalizer = Normalizer(catalogue: catalogue, settings: NormalizerSettings())
        var output = OutputBuffer(capacity: 4096)
        let position = RecordPosition(namespace: 1, partition: 0, offset: 0)
        var envelope = Envelope(position: position, receivedAt: 1_622_546_944_000)
        let count = Double(lines.count)
        for run in 0...runs {
            var bytes = 0
            let taken = Measurement.cost {
                for index in lines.indices {
                    output.removeAll()
                    envelope.position.offset = Int64(index)
                    let line = lines[index]
                    _ = normalizer.normalize(line.span, envelope, into: &output)
                    bytes += output.count
                }
            }
            outputBytes = bytes
            guard run > 0 else { continue }
            speeds.append(count / taken.processor)
            wallSpeeds.append(count / taken.wall)
            nanosecondsPerByte.append(taken.processor * 1e9 / Double(inputBytes))
            allocations.append(Double(taken.allocations) / count)
        }
    }
}
