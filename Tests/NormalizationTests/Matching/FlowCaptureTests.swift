// Endpoints that a layout reads on the way, against the same layouts whose holes are always searched for: both end at
// the same places, and what was read is what the general reading makes of the range.

import TestSupport
import Testing

@testable import Normalization

@Suite struct FlowCaptureTests {
    private static let pieces = [
        "outside", "DMZ-1", "in side", ":", "/", "10.0.0.8", "192.0.2.1", "256.1.1.1", "443", "65536", "(", ")", " (",
        "@", "LOCAL\\kim",
        "2001:db8::1", ",", " ", " to ", " to", "to ", " (type 3", ".", " .", " to outside:192.0.2.1/443", "\t", "1",
        " done",
    ]

    private static let shapes = [
        "for outside:192.0.2.1/443 to inside:10.0.0.8/22 done",
        "for outside:192.0.2.1/443 (198.51.100.7/50188) to inside:10.0.0.8/22 (10.0.0.8/22)",
        "for 10.0.0.8/22 to 192.0.2.1/443", "for outside:192.0.2.1/443 (type 3, code 4) to dmz:10.0.0.8/22",
        "for outside:192.0.2.1/443(LOCAL\\kim) to inside:10.0.0.8/22 (kim)",
    ]

    /// Layouts with the holes of endpoints, and with holes in their places that end at the nearest place and are read
    /// as nothing.
    private static let twins: [(MessageFormat, MessageFormat)] = [
        ("for \(.source) to \(.destination) done", "for \(.remote) to \(.local) done"),
        ("for \(.source) to \(.destination)", "for \(.remote) to \(.local)"),
        (
            "for \(.source)\(optional: " (type \(.text)")\(optional: " to \(.destination)")\(optional: " done")",
            "for \(.remote)\(optional: " (type \(.text)")\(optional: " to \(.local)")\(optional: " done")"
        ),
        ("for \(.source) (\(.text)) to \(.destination)", "for \(.remote) (\(.text)) to \(.local)"),
        (
            "for \(.source) \(oneOf: "to", "to inside:") \(.destination) done",
            "for \(.remote) \(oneOf: "to", "to inside:") \(.local) done"
        ),
    ]

    @Test func endsWhereASearchEnds() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        var flows = 0
        for (flow, searched) in FlowCaptureTests.twins {
            var program = Program()
            let flow = try program.compile(flow, name: 0)
            let searched = try program.compile(searched, name: 0)
            let matcher = Matcher(program)
            for round in 0..<10_000 {
                let shape = FlowCaptureTests.shapes[round % FlowCaptureTests.shapes.count]
                let text = mutated(shape, with: FlowCaptureTests.pieces, atMost: 2, &generator)
                let line = bytes(text)
                var ours = Captures()
                var theirs = Captures()
                _ = matcher.match(flow.exact, .printed, line.span, from: 0, to: line.count, &ours)
                _ = matcher.match(searched.exact, .printed, line.span, from: 0, to: line.count, &theirs)
                let isSource = ours.flows.contains(.source)
                #expect(!isSource || ours[.source] == theirs[.remote], "'\(text)', seed \(seed)")
                if isSource, ours.flows.contains(.destination), theirs[.local].isPresent {
                    #expect(ours[.destination] == theirs[.local], "'\(text)', seed \(seed)")
                }
                flows += FlowCaptureTests.checkFlows(ours, line, seed)
            }
        }
        #expect(flows > 10_000)
    }

    /// Compares what was read on the way with the general reading.
    ///
    /// - Returns: How many endpoints were read so.
    private static func checkFlows(_ captures: borrowing Captures, _ line: [UInt8], _ seed: UInt64) -> Int {
        var count = 0
        for (hole, flow) in [(Hole.source, captures.sourceFlow), (.destination, captures.destinationFlow)] {
            guard captures.flows.contains(hole) else { continue }
            count += 1
            let general = Endpoint(flow: captures[hole], isTranslated: true, in: line.span)
            let isSame =
                general.address == .v4(flow.address) && general.port == flow.port.value
                && general.mapped == flow.mapped.map { .v4($0) } && !general.user.isPresent && !general.owner.isPresent
                && Text.trimmed(general.interface, of: line.span) == flow.interface
            #expect(isSame, "\(hole) of '\(String(decoding: line, as: UTF8.self))', seed \(seed)")
        }
        return count
    }
}
