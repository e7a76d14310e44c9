// The normalizer alone: one thread, lines in memory, events into one buffer.

internal import Glibc
internal import Normalization

enum NormalizeScenario {
    private static let lineCount = 200_000
    private static let runs = 5

    static func run() throws {
        let start = Measurement.seconds(CLOCK_MONOTONIC)
        let catalogue = try Catalogue.standard()
        let compile = Measurement.seconds(CLOCK_MONOTONIC) - start
        var maker = LineMaker(seed: 1)
        let lines = (0..<lineCount).map { _ in maker.line() }
        let bytes = lines.reduce(0) { $0 + $1.count }
        var normalizer = Normalizer(catalogue: catalogue, settings: NormalizerSettings())
        var output = OutputBuffer(capacity: 4096)
        var envelope = Envelope(
            position: RecordPosition(namespace: 1, partition: 0, offset: 0),
            receivedAt: 1_622_546_944_000
        )
        var events = 0
        var outputBytes = 0
        var speeds: [Double] = []
        for run in 0...runs {
            (events, outputBytes) = (0, 0)
            let taken = Measurement.time {
                for index in lines.indices {
                    output.removeAll()
                    envelope.position.offset = Int64(index)
                    let line = lines[index]
                    if case .event = normalizer.normalize(line.span, envelope, into: &output) { events += 1 }
                    outputBytes += output.count
                }
            }
            if run > 0 { speeds.append(Double(lineCount) / taken.processor) }
        }
        print(
            "normalize: \(lineCount) lines, \(bytes / lineCount) bytes in and \(outputBytes / lineCount) out on average"
        )
        print("  catalogue: \(Messages.all.count) messages, compiled and checked in \(Int(compile * 1e6)) us")
        print("  \(Measurement.summary(speeds, "lines/s of one core")), \(events) events")
    }
}
