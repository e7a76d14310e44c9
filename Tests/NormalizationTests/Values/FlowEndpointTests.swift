// The reading of the common endpoint against the general one: where it reads anything, both read the same.

import TestSupport
import Testing

@testable import Normalization

@Suite struct FlowEndpointTests {
    private static let pieces = [
        "outside", "DMZ-1", "in side", ":", "::", "/", "10.0.0.8", "192.0.2.1", "255.255.255.255", "256.1.1.1", "1.2.3",
        "443", "65535", "65536", "0", "(", ")", " (", ")(", "@", "user", "LOCAL\\kim", "2001:db8::1", "%", "[", "]",
        ",", " ",
    ]

    private static let shapes = [
        "outside:192.0.2.1/443", "outside:192.0.2.1/443 (198.51.100.7/50188)", "10.0.0.8/22",
        "a b:10.0.0.8/22 (10.0.0.8/22)",
    ]

    @Test func readsTheSameAsTheGeneralReading() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        var readings = 0
        for round in 0..<20_000 {
            let shape = FlowEndpointTests.shapes[round % FlowEndpointTests.shapes.count]
            let text = mutated(shape, with: FlowEndpointTests.pieces, atMost: 2, &generator)
            let line = bytes(text)
            let range = Text.withoutFullStop(ByteRange(0, line.count), of: line.span)
            var common = FlowEndpoint()
            let end = common.read(line.span, from: range.lowerBound, to: range.upperBound, isTranslated: true)
            guard end == range.upperBound else { continue }
            readings += 1
            let general = Endpoint(flow: range, isTranslated: true, in: line.span)
            let isSame =
                general.address == .v4(common.address) && general.port == common.port.value
                && general.mapped == common.mapped.map { .v4($0) } && !general.user.isPresent
                && !general.owner.isPresent
                && Text.trimmed(general.interface, of: line.span) == common.interface
            #expect(isSame, "'\(text)', seed \(seed)")
            let port = common.port
            #expect(port.text.isPresent == !printed(port.text, line).hasPrefix("0") || port.value == 0)
            #expect(!port.text.isPresent || printed(port.text, line) == "\(port.value)", "'\(text)', seed \(seed)")
        }
        #expect(readings > 2000)
    }

    private func printed(_ range: ByteRange, _ line: [UInt8]) -> String {
        range.isPresent ? String(decoding: line[range.lowerBound..<range.upperBound], as: UTF8.self) : "0"
    }
}
