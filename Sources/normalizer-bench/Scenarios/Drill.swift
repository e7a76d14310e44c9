// What one line costs the normalizer: the clock of the scenarios that need no Kafka.

internal import Normalization

/// Lines that one normalizer reads several times; the first time does not count.
struct Drill {
    private(set) var speeds: [Double] = []
    private(set) var nanosecondsPerByte: [Double] = []
    private(set) var allocations: [Double] = []

    init(_ lines: [[UInt8]], _ catalogue: Catalogue, runs: Int) {
        let inputBytes = lines.reduce(0) { $0 + $1.count }
        var normalizer = Normalizer(catalogue: catalogue, settings: NormalizerSettings())
        var output = OutputBuffer(capacity: 4096)
        let position = RecordPosition(namespace: 1, partition: 0, offset: 0)
        var envelope = Envelope(position: position, receivedAt: 1_622_546_944_000)
        let count = Double(lines.count)
        for run in 0...runs {
            let taken = Measurement.cost {
                for index in lines.indices {
                    output.removeAll()
                    envelope.position.offset = Int64(index)
                    let line = lines[index]
                    _ = normalizer.normalize(line.span, envelope, into: &output)
                }
            }
            guard run > 0 else { continue }
            speeds.append(count / taken.processor)
            nanosecondsPerByte.append(taken.processor * 1e9 / Double(inputBytes))
            allocations.append(Double(taken.allocations) / count)
        }
    }
}
