// How much work a hostile line makes: twice the line, at most 2.3 times the bytes looked at. Counted, not timed (Work), so that the
// machine has no say in it. What is repeated are the bytes and pairs that lines are built of, every label, and every wording of the
// catalogue.

import Testing

@testable import Normalization

@Suite struct DoublingTests {
    /// Texts of messages that end where somebody else's text begins.
    static let beginnings = [
        "", "%ASA-6-999999: ", "%ASA-6-113039: Group <a> User <", "%ASA-6-113039: Group a User ",
        "%ASA-4-713119: Group = a, Username = ",
        "%ASA-6-113005: AAA user authentication Rejected : reason = a : server = 192.0.2.1 : user = ",
        "%ASA-6-106102: access-list a permitted tcp for user ",
        "%ASA-6-302013: Built inbound TCP connection 4 for outside:192.0.2.1/1(",
        "%ASA-5-722012: Group <a> User <b> IP <192.0.2.1> SVC Message: 16/NOTICE: ",
    ]

    static let marks = Array("<>(\"\\:=, ".utf8)

    static let pieces: [[UInt8]] =
        (0...255).map { [UInt8($0)] } + marks.flatMap { first in marks.map { [first, $0] } }
        + Forgery.labels.map { Array($0.utf8) } + Forgery.tags.map { Array($0.utf8) }
        + [
            "IP=x ", "IP = x, ", "ip <", "User = <", "Group=a,User=b,IP=c ", "user=x : user IP = ", "> IP <1> ",
            "(user= ", "a\\b", "{\"a\":\"",
        ].map {
            Array($0.utf8)
        }

    @Test(arguments: beginnings)
    func twiceTheLineIsTwiceTheWork(_ beginning: String) {
        for piece in DoublingTests.pieces { check(beginning, piece, [2048, 4096]) }
    }

    @Test func twiceAWordingOfTheCatalogueIsTwiceTheWork() {
        for message in Messages.all {
            for format in message.formats {
                let beginning = "%ASA-6-\(String(message.id).leftPadded(6)): "
                for literal in DoublingTests.literals(format.pieces) {
                    check(beginning, Array(literal.utf8), [2048, 4096])
                    check(beginning + "Group <a> User <b", Array(literal.utf8), [2048, 4096])
                }
            }
        }
    }

    @Test(arguments: [
        "<", ">", "> IP <", ", IP = ", " : user IP = ", "IP=x ", "ip <", "(", "\"", "\\u005c", "> IP <192.0.2.1> ",
    ])
    func theLongestLinesMakeNoMore(_ piece: String) {
        for beginning in DoublingTests.beginnings.prefix(3) {
            check(beginning, Array(piece.utf8), [8192, 16_384, 32_768, 65_536, 131_072, 262_144])
        }
    }

    @Test func recordsInRecordsAreOpenedAFewTimes() {
        func nested(_ depth: Int) -> [UInt8] {
            (0..<depth).reduce(into: "%ASA-6-113039: Group <a> User <b> IP <192.0.2.1> x") { text, _ in
                let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
                text = "{\"message\":\"\(escaped)\"}"
            }.utf8.map { $0 }
        }
        let line = nested(14)
        #expect(work(line) < 64 * line.count)
        let escapes =
            Array("{\"a\":\"".utf8)
            + Array(repeatElement(Array("{\\u005c\"a\\u005c\":\\u005c\"".utf8), count: 8000).joined())
        #expect(work(escapes + Array("%ASA-6-113039: x".utf8)) < 64 * escapes.count)
    }

    private func check(_ beginning: String, _ piece: [UInt8], _ sizes: [Int]) {
        var before: Int?
        for size in sizes {
            let count = work(Self.line(beginning, piece, size))
            // What looks at a bounded number of places grows faster until there are so many.
            if size <= 4096, let first = before, Double(count) >= 2.3 * Double(first) {
                return check(beginning, piece, [16_384, 32_768])
            }
            if let before {
                let shown = "\(beginning)\(String(decoding: piece, as: UTF8.self).debugDescription)"
                #expect(Double(count) < 2.3 * Double(before), "\(shown) \(size): \(before) to \(count)")
            }
            before = count
        }
    }

    private static func line(_ beginning: String, _ piece: [UInt8], _ size: Int) -> [UInt8] {
        var line = Array(beginning.utf8)
        while line.count + piece.count <= size { line += piece }
        return line
    }

    /// Bytes looked at for a line.
    private func work(_ line: [UInt8]) -> Int {
        var normalizer = Normalizer(catalogue: standardCatalogue, settings: NormalizerSettings())
        var output = OutputBuffer()
        let envelope = Envelope(position: RecordPosition(namespace: 0, partition: 0, offset: 0), receivedAt: 0)
        return Work.count { _ = normalizer.normalize(line.span, envelope, into: &output) }
    }

    private static func literals(_ pieces: [MessageFormat.Piece]) -> [String] {
        pieces.flatMap { piece -> [String] in
            switch piece {
            case .literal(let text): [text]
            case .words(_, let words): words.map(\.text)
            case .optional(let inner): literals(inner)
            default: []
            }
        }
    }
}

extension String {
    fileprivate func leftPadded(_ length: Int) -> String {
        String(repeating: "0", count: max(0, length - count)) + self
    }
}
