// Fixture lines changed at random: bytes flipped, pieces cut out, repeated, and put together from two lines. The rules
// of EventChecker hold. The short form of what .ci/fuzz does at length.

import Normalization
import TestSupport
import Testing

@Suite struct MutationTests {
    @Test(arguments: NormalizerSettings.TimeForm.allCases, [false, true])
    func aChangedLineIsADeadLetterOrAnEventByEveryRule(
        _ form: NormalizerSettings.TimeForm,
        _ isRecord: Bool
    ) throws {
        let lines = isRecord ? HostileLine.records : try Fixture.all.map { try $0.line() }
        let seed = UInt64.random(in: 0...UInt64.max)
        var mutation = Mutation(lines: lines, random: SeededGenerator(seed: seed))
        var settings = NormalizerSettings()
        settings.timeForm = form
        settings.deviceSeverity = form == .guide ? .raw : .normalized
        var normalizer = Normalizer(catalogue: standardCatalogue, settings: settings)
        var checker = EventChecker(settings: settings)
        var output = OutputBuffer()
        var again = OutputBuffer()
        for count in 0..<2000 {
            let line = mutation.next()
            let position = RecordPosition(namespace: 7, partition: 3, offset: Int64(count))
            let envelope = Envelope(position: position, receivedAt: mutation.time())
            output.removeAll()
            again.removeAll()
            let outcome = normalizer.normalize(line.span, envelope, into: &output)
            var fault = normalizer.normalize(line.span, envelope, into: &again) == outcome ? nil : "another outcome"
            if output.text != again.text { fault = "another event of the same line" }
            switch outcome {
            case .deadLetter: if output.count > 0 { fault = "a dead letter that leaves bytes" }
            case .dropped: fault = "dropped without a rule"
            case .event(let summary):
                if case .line(let host) = summary.host, host.start < 0 || Int(host.end) > line.count {
                    fault = "a host outside the line"
                }
                output.withBytes { json in
                    do throws(EventFault) {
                        if try checker.check(json).eventID != position.eventID { fault = "another record's eventId" }
                    } catch { fault = error.description }
                }
            }
            if let fault { Issue.record("\(fault): seed \(seed), received at \(envelope.receivedAt), \(line)") }
        }
    }
}

/// Makes lines out of lines.
private struct Mutation {
    let lines: [[UInt8]]
    var random: SeededGenerator

    private static let pieces =
        [
            " ", "  ", "<", ">", "(", ")", ":", "/", "\\", ",", "=", "'", "\"", ".", "\t", "\0", "\n", "{", "}", "[",
            "|",
            "</", "&lt;", "%ASA-6-113039",
        ].map { Array($0.utf8) }
        + [[0x80], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF]]

    mutating func next() -> [UInt8] {
        var line = pick(lines)
        for _ in 0...index(below: 4) {
            let piece = range(of: line)
            switch index(below: 5) {
            case 0: if !line.isEmpty { line[index(below: line.count)] ^= 1 << UInt8(index(below: 8)) }
            case 1: line.removeSubrange(piece)
            case 2: line.insert(contentsOf: line[piece], at: piece.upperBound)
            case 3: line.insert(contentsOf: pick(Mutation.pieces), at: piece.lowerBound)
            default:
                let other = pick(lines)
                line.replaceSubrange(piece.lowerBound..., with: other[range(of: other).lowerBound...])
            }
        }
        return line
    }

    /// A record's timestamp: mostly of our days, sometimes any number that a producer may send.
    mutating func time() -> Int64 {
        index(below: 4) > 0 ? sampleReceivedAt : Int64(bitPattern: random.next()) >> Int64(index(below: 64))
    }

    private mutating func index(below count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

    private mutating func pick(_ values: [[UInt8]]) -> [UInt8] { values[index(below: values.count)] }

    private mutating func range(of line: [UInt8]) -> Range<Int> {
        let start = index(below: line.count + 1)
        return start..<start + index(below: min(40, line.count - start) + 1)
    }
}
