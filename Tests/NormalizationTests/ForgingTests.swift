// What a remote person typed decides nothing but its own token: a user's name may hold anything that the device prints, and every
// other token stays as it was. What cannot be told apart is listed by name, and gives nothing rather than something forged where
// that is possible.

import Foundation
import Normalization
import Testing

@Suite struct ForgingTests {
    /// Tokens that a user's name fills.
    private static let own: Set<String> = ["sourceUser", "sourceDomain"]

    /// What becomes of the other tokens.
    private enum Change: String {
        /// Some of them are left out.
        case missing
        /// Some of them are read from the name.
        case forged
    }

    /// Fixtures, by path or number, whose other tokens change, and why.
    private struct Exception {
        var fixtures: [String]
        var kinds: [Forgery.Kind]
        var change: Change
        var reason: String
    }

    private static let exceptions = [
        Exception(
            fixtures: ["722053", "722055"],
            kinds: [.rest],
            change: .forged,
            reason: "client text stands behind the user of an admitted session, so that the first address counts"
        ),
        Exception(
            fixtures: ["722007", "722008", "722009", "722010", "722011", "722012", "722013", "722014"],
            kinds: [.rest],
            change: .missing,
            reason: "a client's message stands behind the user: either may hold the other's words, and neither counts"
        ),
        Exception(
            fixtures: ["713049", "713052", "713060", "713072", "713198"],
            kinds: [.beginning],
            change: .missing,
            reason: "the user is printed twice, so that an address stands between two texts that somebody chose"
        ),
        Exception(
            fixtures: [
                "113005/before-9-1-no", "113005/cut-in-user", "113015/no-user-ip", "113016/no-user-ip",
                "113017/no-user-ip",
            ],
            kinds: [.label],
            change: .forged,
            reason:
                "an older release prints no user IP: with one in the name, the line is a newer release's, byte for byte"
        ),
        Exception(
            fixtures: [
                "716001/older-appendix-text-no", "716002/older-appendix-text", "716006/older-appendix-text",
                "716009/older-appendix-text",
            ],
            kinds: [.label],
            change: .forged,
            reason: "an older release prints no address: with one in the name, the line is a newer release's"
        ),
        Exception(
            fixtures: ["113005/percent-sign-lost"],
            kinds: [.tag, .lineEnd],
            change: .forged,
            reason: "a relay has eaten the percent sign of the tag, and a tag that has one goes before it"
        ),
        Exception(
            fixtures: ["113039/relay-ate-brackets"],
            kinds: [.tag],
            change: .missing,
            reason: "a relay has eaten the brackets, and the name begins with one"
        ),
        Exception(
            fixtures: ["113005/guide-text-no-blanks", "113015/guide-text-cisco-also", "113015/user-ip-twice-labeled"],
            kinds: [.mark],
            change: .missing,
            reason: "two colons in a row end an address, so that the label behind them has a blank too many"
        ),
    ]

    @Test func aForgedUserNameChangesNoOtherToken() throws {
        var reader = EventReader()
        var explainer = Explainer(catalogue: standardCatalogue, settings: NormalizerSettings())
        var forgeries = 0
        var unused = Set(Self.exceptions.flatMap(\.fixtures))
        for fixture in Fixture.all {
            let line = try fixture.line()
            // In a JSON record a shipper has escaped what a name holds.
            guard line.first != UInt8(ascii: "{"), let place = try place(ofUserIn: line, fixture, &explainer) else {
                continue
            }
            let members = try #require(reader.read(line).members)
            for forgery in Forgery.all(of: line, at: place.value, body: place.body) {
                let forged = try #require(reader.read(forgery.line).members)
                forgeries += 1
                let tokens = Set(members.keys).union(forged.keys).subtracting(Self.own)
                    .filter { members[$0] != forged[$0] }
                guard !tokens.isEmpty else { continue }
                let change = tokens.allSatisfy { forged[$0] == nil } ? Change.missing : .forged
                if let used = exception(fixture, forgery.kind, change) {
                    unused.remove(used)
                } else {
                    let text = String(decoding: forgery.line, as: UTF8.self)
                    Issue.record(
                        "\(fixture.id)/\(fixture.name), \(forgery.kind): \(tokens.sorted()) \(change): \(text)"
                    )
                }
            }
        }
        #expect(forgeries > 100_000)
        #expect(unused.isEmpty, "exceptions that are none any more")
    }

    /// The fixture or number that an exception for this change is listed by.
    private func exception(_ fixture: Fixture, _ kind: Forgery.Kind, _ change: Change) -> String? {
        for exception in Self.exceptions where exception.kinds.contains(kind) && exception.change == change {
            if let name = exception.fixtures.first(where: { $0 == fixture.id || $0 == "\(fixture.id)/\(fixture.name)" })
            {
                return name
            }
        }
        return nil
    }

    /// Where a fixture's user stands, and where the text of its message begins; nil if the line names none.
    private func place(
        ofUserIn line: [UInt8],
        _ fixture: Fixture,
        _ explainer: inout Explainer
    ) throws -> (value: Range<Int>, body: Int)? {
        guard let user = try fixture.expected()["sourceUser"] as? String else { return nil }
        let envelope = Envelope(
            position: RecordPosition(namespace: 0, partition: 0, offset: 0),
            receivedAt: sampleReceivedAt
        )
        let explanation = explainer.explain(line.span, envelope)
        guard let text = explanation.text else { return nil }
        let name = Array(user.utf8)
        for part in explanation.captures where part.tokens.contains(.sourceUser) {
            let range = Int(part.range.start)..<Int(part.range.end)
            guard name.count <= range.count else { continue }
            let start = (range.lowerBound...range.upperBound - name.count).last {
                line[$0..<$0 + name.count].elementsEqual(name)
            }
            if let start { return (start..<start + name.count, Int(text.start)) }
        }
        return nil
    }

    /// What others choose beside a user's name: a client's text, a peer's reason, an address of a mail, an application's name.
    @Test(
        arguments: [
            (
                "%ASA-6-722055: Group <Dev> User <kim> IP <203.0.113.7> Client Type: x> IP <192.0.2.66> Client Type: y",
                "203.0.113.7", "kim"
            ),
            (
                "%ASA-6-722053: Group <Dev> User <kim> IP <203.0.113.7> Unknown client x> IP <192.0.2.66> Unknown client y connection.",
                "203.0.113.7", "kim"
            ),
            (
                "%ASA-5-722012: Group <Dev> User <kim> IP <203.0.113.7> SVC Message: 16/NOTICE: x> IP <192.0.2.66> y",
                "203.0.113.7", "kim"
            ),
            (
                "%ASA-6-716003: Group <Dev> User <kim> IP <203.0.113.7> WebVPN access GRANTED: https://x/> IP <192.0.2.66> y",
                "203.0.113.7", "kim"
            ),
            (
                "%ASA-4-722056: Unsupported AnyConnect client connection rejected from 203.0.113.7. Client info: x. Reason: y. Reason: z",
                "203.0.113.7", nil
            ),
        ] as [(String, String, String?)]
    )
    func aClientsTextChangesNoOtherToken(_ line: String, _ address: String, _ user: String?) throws {
        let event = try normalize(line)
        #expect(event[.sourceIpv4] == address)
        #expect(event[.sourceUser] == user)
        #expect(!event.json.contains("\"192.0.2.66\""))
    }

    /// Lines of no known number: the last address behind a name is the device's, and no label in the name counts.
    @Test(
        arguments: [
            ("%ASA-6-999999: Group <Dev> User <x> IP <192.0.2.66> y> IP <203.0.113.7> ended", "203.0.113.7"),
            ("%ASA-6-999999: Group = Dev, Username = x, IP = 192.0.2.66, y, IP = 203.0.113.7, ended", "203.0.113.7"),
            ("%ASA-6-999999: x : user = y : server = 192.0.2.66 : user IP = 203.0.113.7", "203.0.113.7"),
            ("%ASA-6-999999: x : user = y : server = 192.0.2.66", nil),
            ("%ASA-6-999999: User <y> Session=0x00000066 server = 192.0.2.66 ended", nil),
        ] as [(String, String?)]
    )
    func aLabelInANameOfAnUnknownMessageCountsForNothing(_ line: String, _ address: String?) throws {
        let event = try normalize(line)
        #expect(event[.sourceIpv4] == address)
        #expect(event[.destinationIpv4] == nil)
        #expect(event[.sessionId] == nil)
    }
}
