// What a pass-through worker sends: events of ordinary lines, made before it starts, so that their bytes are as many
// and as hard to compress as those of real ones.

internal import Normalization

enum FixedEvents {
    static func make() throws -> [[UInt8]] {
        var maker = LineMaker(LineMaker.busyDay, devices: 100, seed: 2)
        var normalizer = Normalizer(catalogue: try Catalogue.standard(), settings: NormalizerSettings())
        var output = OutputBuffer()
        let position = RecordPosition(namespace: 1, partition: 0, offset: 0)
        var envelope = Envelope(position: position, receivedAt: 1_622_546_944_000)
        return (0..<1000).map { index in
            output.removeAll()
            envelope.position.offset = Int64(index)
            let line = maker.next().line
            _ = normalizer.normalize(line.span, envelope, into: &output)
            return output.withBytes { bytes in bytes.indices.map { bytes[$0] } }
        }
    }
}
