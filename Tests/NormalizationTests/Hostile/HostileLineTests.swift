// Lines that no device prints: cut at every byte, bytes changed, floods of one kind of byte. Every one must become an
// event or a dead letter, and every event must be JSON that an independent parser reads.

import TestSupport
import Testing

@testable import Normalization

@Suite struct HostileLineTests {
    static let lines = [
        #"<166>Nov 03 2020 09:50:01 fw1 : %ASA-6-302013: Built inbound TCP connection 42 for outside:203.0.113.7/50188 (203.0.113.7/50188)(LOCAL\john) to inside:10.0.0.8/443 (198.51.100.8/443) (john)"#,
        #"<166>1 2020-11-03T09:50:01.5+02:00 fw1 asa 7 - - %ASA-4-106023: Deny tcp src outside:203.0.113.7/1(LOCAL\j, 9:x) dst in:10.0.0.8/443 by access-group "acl" [0x0, 0x0]"#,
        "<166>:Nov  3 09:50:01 MSK: %ASA-session-6-302020: Built outbound ICMP connection for faddr 2001:db8::7/4 gaddr ::1/0 laddr fe80::1%in/0",
        "%ASA-6-722051: Group <Dev> User <john> IP <203.0.113.7> IPv4 Address <10.9.0.5> IPv6 address <2001:db8::5> assigned to session",
        "%FTD-6-430003: AccessControlRuleAction: Allow, SrcIP: 10.0.0.8, DstIP: 203.0.113.7, Protocol: tcp, User: Unknown, x",
        "%ASA-6-999999: Group = g, Username = u, IP = 192.0.2.1, reason = x : server = 192.0.2.2 SVC Message: 16/NOTICE: bye",
    ]

    @Test(arguments: lines)
    func aLineMayBeCutAtEveryByte(_ line: String) throws {
        let line = Array(line.utf8)
        for length in 0...line.count {
            let cut = try normalize(Array(line[..<length]))
            if case .deadLetter(let reason) = cut.outcome {
                #expect(reason == .noTag || (reason == .empty && length == 0))
            }
            _ = try normalize(Array(line[(line.count - length)...]))
        }
    }

    @Test(arguments: lines)
    func bytesMayBeChangedAndMoved(_ line: String) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let pieces = Array(" <>()[]:/\\,;='\"%-.0\0\n\t\u{7F}".utf8) + [0x80, 0xC3, 0xE2, 0xFF]
        for _ in 0..<300 {
            var changed = Array(line.utf8)
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                let place = Int.random(in: 0..<changed.count, using: &generator)
                switch Int.random(in: 0...3, using: &generator) {
                case 0: changed[place] = pieces.randomElement(using: &generator) ?? 0
                case 1: changed.remove(at: place)
                case 2: changed.insert(pieces.randomElement(using: &generator) ?? 0, at: place)
                default: changed.swapAt(place, Int.random(in: 0..<changed.count, using: &generator))
                }
                if changed.isEmpty { changed = [0x20] }
            }
            let event = try? normalize(changed)
            #expect(event != nil, "\(changed), seed \(seed)")
        }
    }

    @Test(arguments: [
        " ", "\t", "%", "<", ">", ":", "=", "(", ")", "/", "\\", "\"", "'", ",", ".", "-", "0", "a", "\0", "\u{1B}",
        "ü", "Group <", "User <",
        "IP = ", "%ASA-", "%ASA-6-", "ASA-6-", "reason: ", " to ", " from ", "(1)", "a:", "/1 ", "User <x> ", "1.",
        "::", "#012", "\\n",
    ])
    func floodsOfOnePieceAreHarmless(_ piece: String) throws {
        let flood = Array(repeatElement(Array(piece.utf8), count: 65_536 / piece.utf8.count).joined())
        let tags = ["", "%ASA-6-302013: ", "%ASA-6-722051: ", "%ASA-6-999999: "]
        for tag in tags {
            _ = try normalize(Array(tag.utf8) + flood)
        }
        let behind = try normalize(flood + Array(" %ASA-6-302013: Built".utf8))
        guard case .event = behind.outcome else {
            Issue.record("the tag behind a flood is not found")
            return
        }
    }

    /// Each of the blanks may end the name, with an endpoint behind it.
    @Test func aLineThatCostsTooMuchIsADeadLetter() {
        let flood = Array(repeatElement(Array("/> IP <1> ".utf8), count: 20_000).joined())
        let line = Array("%ASA-6-106102: access-list a permitted tcp for user ".utf8) + flood
        func outcome(stepsPerByte: Int) -> Outcome {
            var settings = NormalizerSettings()
            settings.stepsPerByte = stepsPerByte
            var normalizer = Normalizer(catalogue: standardCatalogue, settings: settings)
            var output = OutputBuffer()
            let envelope = Envelope(position: RecordPosition(namespace: 0, partition: 0, offset: 0), receivedAt: 0)
            let outcome = normalizer.normalize(line.span, envelope, into: &output)
            if case .deadLetter = outcome { #expect(output.count == 0) }
            return outcome
        }
        #expect(outcome(stepsPerByte: 0) == .deadLetter(.tooCostly))
        if case .deadLetter = outcome(stepsPerByte: 1_000_000) { Issue.record("costs more than any line may") }
    }

    /// The most steps for a byte at which a line is too costly are the same with a line end.
    @Test func aLineEndAddsNothingToWhatALineMayCost() {
        for count in 200..<212 {
            let flood = Array(repeatElement(Array("/> IP <1> ".utf8), count: count).joined())
            let line = Array("%ASA-6-106102: access-list a permitted tcp for user ".utf8) + flood
            func isTooCostly(_ line: [UInt8], _ stepsPerByte: Int) -> Bool {
                var settings = NormalizerSettings()
                settings.stepsPerByte = stepsPerByte
                var normalizer = Normalizer(catalogue: standardCatalogue, settings: settings)
                var output = OutputBuffer()
                let envelope = Envelope(position: RecordPosition(namespace: 0, partition: 0, offset: 0), receivedAt: 0)
                return normalizer.normalize(line.span, envelope, into: &output) == .deadLetter(.tooCostly)
            }
            var (low, high) = (0, 1024)
            while high - low > 1 {
                let middle = (low + high) / 2
                if isTooCostly(line, middle) { low = middle } else { high = middle }
            }
            #expect(isTooCostly(line, low))
            #expect(isTooCostly(line + [0x0D, 0x0A], low))
        }
    }

    @Test func randomBytesNeverBreakAnything() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let noise = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let event = try? normalize(Array("%ASA-6-302013: ".utf8) + noise)
            #expect(event != nil, "\(noise), seed \(seed)")
        }
    }
}
