// What a walk takes for speed, against a walk without it: phrases in place of their words, and words that end at the
// first of two bytes. Both walks give the same, on texts that layouts print and on such with a few pieces changed.

import TestSupport
import Testing

@testable import Normalization

@Suite struct ShortcutTests {
    private static let pieces = [
        " ", "  ", "\t", ".", ":", ">", "<", " : ", " to ", " for ", "TCP", "Probe ", "192.0.2.66", "1", "42 43", "x",
    ]

    @Test func giveWhatTheLongWayGives() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let catalogue = try Catalogue.standard()
        let short = Matcher(catalogue.program)
        let long = Matcher(ShortcutTests.withoutShortcuts(catalogue.program))
        var (complete, incomplete) = (0, 0)
        for (declaration, message) in zip(catalogue.declarations, catalogue.messages) {
            for (format, index) in zip(declaration.formats, message.formats) {
                for _ in 0..<4 {
                    let text = ShortcutTests.text(of: format, &generator)
                    let line = bytes(mutated(text, with: ShortcutTests.pieces, atMost: 2, &generator))
                    var ours = Captures()
                    var theirs = Captures()
                    let layout = catalogue.formats[index].exact
                    let one = short.match(layout, .printed, line.span, from: 0, to: line.count, &ours)
                    let other = long.match(layout, .printed, line.span, from: 0, to: line.count, &theirs)
                    if one.isComplete { complete += 1 } else { incomplete += 1 }
                    let isSame =
                        one.isComplete == other.isComplete && one.isWhole == other.isWhole
                        && one.progress == other.progress && one.segment == other.segment
                        && ShortcutTests.areSame(ours, theirs)
                    #expect(isSame, "'\(String(decoding: line, as: UTF8.self))', seed \(seed)")
                }
            }
        }
        #expect(complete > 1000 && incomplete > 1000)
    }

    private static func areSame(_ one: borrowing Captures, _ other: borrowing Captures) -> Bool {
        for hole in Hole.all where one[hole] != other[hole] { return false }
        return one.outcome == other.outcome && one.byteCount == other.byteCount
            && one.actionMember == other.actionMember && one.protocolMember == other.protocolMember
    }

    /// A program whose words are looked at one by one and whose captures are all searched for.
    private static func withoutShortcuts(_ program: Program) -> Program {
        var program = program
        for index in program.segments.indices {
            switch program.segments[index] {
            case .words(let hole, let first, let last, _):
                program.segments[index] = .words(hole, first: first, last: last, phrase: -1)
            case .capture(var capture):
                capture.options.remove(.endsAtOneByte)
                program.segments[index] = .capture(capture)
            default: break
            }
        }
        return program
    }

    private static func text(of format: MessageFormat, _ generator: inout SeededGenerator) -> String {
        var values = generator
        let printer = FormatPrinter(
            value: { hole in
                switch hole {
                case .group, .user, .publicAddress: "x"
                case .source, .destination: "outside:192.0.2.1/443"
                case .accessListSource, .accessListDestination: "outside/192.0.2.1(443)"
                default: hole.form == .address ? "192.0.2.7" : "\(Int.random(in: 1...99_999, using: &values))"
                }
            },
            choice: { Int.random(in: 0..<$0, using: &values) },
            printsOptional: { Bool.random(using: &values) }
        )
        let text = printer.text(of: format)
        generator = values
        return text
    }
}
