// What a remote person typed decides nothing but its own token: a user's name, a peer's group or a client's message may
// hold anything that the device prints, and every other token stays as it was. What cannot be told apart is listed by
// name, and gives nothing rather than something forged where that is possible.

import Foundation
import Testing

@testable import Normalization

@Suite struct ForgingTests {
    private static let exceptions: [Forgery.Exception] = [
        Forgery.Exception(
            places: [
                "109209", "109213", "111008", "111009", "111010", "713020", "713022", "713184", "713255", "716003",
                "716004", "716011",
                "716012", "716013", "716014", "716015", "716016", "716017", "716018", "716019", "716020", "716025",
                "716026", "716027", "716028", "716029", "716030", "716031", "716032", "716033", "716034", "716035",
                "716036", "716037", "717052", "717053", "722007", "722008", "722009", "722010", "722011", "722012",
                "722013", "722014", "722053", "722055", "734003",
            ],
            kinds: [.rest, .beginning],
            change: .missing,
            reason: "somebody's text stands behind the name, too: either may hold the other's words, and neither counts"
        ),
        Forgery.Exception(
            places: ["719015"],
            kinds: [.beginning],
            change: .missing,
            reason: "a mail user, whom somebody chose as well, stands before the user"
        ),
        Forgery.Exception(
            places: ["713049", "713052", "713060", "713072", "713198"],
            kinds: [.beginning],
            change: .missing,
            reason: "the user is printed twice, so that an address stands between two texts that somebody chose"
        ),
        Forgery.Exception(
            places: [
                "113019/no-user", "713066/crypto-map", "713075/kilobytes", "713120/no-user", "713172/behind-nat",
                "713225/without-version", "713228/no-prefix-user",
            ],
            kinds: [.label],
            change: .forged,
            reason: "a peer whose group holds the label of a user writes the line of an admitted one, byte for byte"
        ),
        Forgery.Exception(
            places: [
                "113005/before-9-1-no", "113005/cut-in-user", "113015/no-user-ip", "113016/no-user-ip",
                "113017/no-user-ip",
            ],
            kinds: [.label],
            change: .forged,
            reason:
                "an older release prints no user IP: with one in the name, the line is a newer release's, byte for byte"
        ),
        Forgery.Exception(
            places: [
                "716001/older-appendix-text-no", "716002/older-appendix-text", "716006/older-appendix-text",
                "716009/older-appendix-text",
            ],
            kinds: [.label],
            change: .forged,
            reason: "an older release prints no address: with one in the name, the line is a newer release's"
        ),
        Forgery.Exception(
            places: [
                "113019/cut-in-address", "113039/no-brackets-other-wording", "722012/cut-after-number",
                "722051/cut-in-ipv6",
            ],
            kinds: [.tag, .lineEnd],
            change: .missing,
            reason: "a damaged line: nothing shows that it goes on behind what looks like a second line"
        ),
        Forgery.Exception(
            places: ["113030/plain", "113034/plain"],
            kinds: [.rest],
            change: .missing,
            reason: "without brackets `User` is a label and a word of the device, so that a group may hold the first"
        ),
        Forgery.Exception(
            places: ["113039/relay-ate-brackets"],
            kinds: [.tag],
            change: .missing,
            reason: "a relay has eaten the brackets, and the name begins with one"
        ),
        Forgery.Exception(
            places: ["713144", "713177", "713215", "713216", "713217"],
            kinds: [.rest, .beginning],
            change: .missing,
            reason: "a name before the device's words and a text behind them are both others': either may hold these"
        ),
        Forgery.Exception(
            places: [
                "106023/users-on-both-sides", "106100/permitted", "302013/inbound-user", "302013/user-with-parentheses",
                "302015/inbound", "716042/denied",
            ],
            kinds: [.rest, .beginning, .label],
            change: .missing,
            reason: "parentheses close behind the second endpoint, too: either user's name may hold the other's end"
        ),
        Forgery.Exception(
            places: ["113005/guide-text-no-blanks", "113015/guide-text-cisco-also", "113015/user-ip-twice-labeled"],
            kinds: [.mark, .tag],
            change: .missing,
            reason: "two colons in a row end an address, so that the label behind them has a blank too many"
        ),
    ]

    @Test func aForgedValueChangesNoOtherToken() throws {
        var reader = EventReader()
        var explainer = Explainer(catalogue: standardCatalogue, settings: NormalizerSettings())
        var forgeries = 0
        var unused = Set(Self.exceptions.flatMap(\.places))
        for fixture in Fixture.all {
            let line = try fixture.line()
            // In a JSON record a shipper has escaped what a value holds.
            guard line.first != UInt8(ascii: "{") else { continue }
            let members = try #require(reader.read(line).members)
            for foreign in try places(in: line, fixture, &explainer) {
                for forgery in Forgery.all(of: line, at: foreign.value, body: foreign.body) {
                    let forged = try #require(reader.read(forgery.line).members)
                    forgeries += 1
                    guard let (tokens, change) = Forgery.change(from: members, to: forged, own: foreign.own) else {
                        continue
                    }
                    let names = [fixture.id, "\(fixture.id)/\(fixture.name)"]
                    if let used = Forgery.listed(names, forgery.kind, change, in: Self.exceptions) {
                        unused.remove(used)
                    } else {
                        let text = String(decoding: forgery.line, as: UTF8.self)
                        Issue.record("\(fixture.id)/\(fixture.name), \(forgery.kind): \(tokens) \(change): \(text)")
                    }
                }
            }
        }
        #expect(forgeries > 150_000)
        #expect(unused.isEmpty, "exceptions that are none any more")
    }

    /// Text of a line that somebody outside chose.
    private struct ForeignText {
        var value: Range<Int>
        /// Where the text of the message begins.
        var body: Int
        /// Tokens that it fills.
        var own: Set<String>
    }

    /// Where the values of a fixture stand that somebody outside chose: the user, and what the layout declares to be
    /// such.
    private func places(
        in line: [UInt8],
        _ fixture: Fixture,
        _ explainer: inout Explainer
    ) throws -> [ForeignText] {
        let expected = try fixture.expected()
        let envelope = Envelope(
            position: RecordPosition(namespace: 0, partition: 0, offset: 0),
            receivedAt: sampleReceivedAt
        )
        let explanation = explainer.explain(line.span, envelope)
        guard let text = explanation.text else { return [] }
        var foreign: [Token] = [.sourceUser]
        if let read = explanation.attempts.last, read.isComplete, let message = explanation.message {
            foreign += ForeignHole.tokens(
                of: message.formats[read.layout - 1],
                namesUser: expected["sourceUser"] != nil
            )
        }
        return foreign.compactMap { token in
            guard let printed = expected[token.rawValue] as? String else { return nil }
            let value = Array(printed.utf8)
            for part in explanation.captures where part.tokens.contains(token) {
                let range = Int(part.range.start)..<Int(part.range.end)
                guard value.count <= range.count else { continue }
                let start = (range.lowerBound...range.upperBound - value.count).last {
                    line[$0..<$0 + value.count].elementsEqual(value)
                }
                if let start {
                    let own: Set = token == .sourceUser ? ["sourceUser", "sourceDomain"] : [token.rawValue]
                    return ForeignText(value: start..<start + value.count, body: Int(text.start), own: own)
                }
            }
            return nil
        }
    }

    /// What others choose beside a user's name: where it holds the device's words as a whole, neither of two texts
    /// counts.
    @Test(
        arguments: [
            (
                "%ASA-6-722055: Group <Dev> User <kim> IP <203.0.113.7> Client Type: x> IP <192.0.2.66> Client Type: y",
                nil, nil
            ),
            (
                "%ASA-6-722053: Group <Dev> User <kim> IP <203.0.113.7> Unknown client x> IP <192.0.2.66> Unknown client y connection.",
                nil, nil
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
        ] as [(String, String?, String?)]
    )
    func aClientsTextChangesNoOtherToken(_ line: String, _ address: String?, _ user: String?) throws {
        let event = try normalize(line)
        #expect(event[.sourceIpv4] == address)
        #expect(event[.sourceUser] == user)
        #expect(!event.json.contains("\"192.0.2.66\""))
    }

    /// A user stands before the device's words and a text that somebody chose behind them: neither says where it went.
    @Test(
        arguments: [
            ("x@203.0.113.7 Accessed URL 198.51.100.7:http://h/?a", "198.51.100.7"),
            ("203.0.113.7 Accessed URL 198.51.100.7:http://h/?a Accessed URL 192.0.2.66:http://h/", "198.51.100.7"),
            ("x@203.0.113.7 Accessed URL 198.51.100.7:http://h/?a Accessed URL 192.0.2.66:http://h/", nil),
            ("203.0.113.7 Accessed URL 198.51.100.7:http://h/?a@b Accessed URL 192.0.2.66:http://h/", "198.51.100.7"),
            ("x@192.0.2.66 Accessed URL 192.0.2.66:http://y@203.0.113.7 Accessed URL 198.51.100.7:http://h/", nil),
            ("192.0.2.66 Accessed URL 192.0.2.66:http://y@203.0.113.7 Accessed URL 198.51.100.7:http://h/", nil),
            ("192.0.2.66 Accessed URL 192.0.2.66:http://y@203.0.113.7(x) Accessed URL 198.51.100.7:http://h/", nil),
            ("192.0.2.66(z) Accessed URL 192.0.2.66:http://y@203.0.113.7 Accessed URL 198.51.100.7:http://h/", nil),
        ] as [(String, String?)]
    )
    func aUserAndAWebAddressNameNoDestination(_ text: String, _ destination: String?) throws {
        let event = try normalize("%ASA-5-304001: \(text)")
        #expect(event[.destinationIpv4] == destination)
        #expect(event[.sourceIpv4] == destination.map { _ in "203.0.113.7" })
    }

    /// Names and clients' texts with the words of another layout of the same message.
    @Test(
        arguments: [
            (
                "106102: access-list F permitted tcp for user ~ out/203.0.113.7(1) -> in/10.0.0.8(443) hit-cnt 1",
                "x for user 'y' out/192.0.2.66(66) -> in/192.0.2.66(66) hit-cnt 66 z"
            ),
            (
                "734003: DAP: User ~, Addr 203.0.113.7: Session Attribute aaa.radius.x=y",
                "x, Addr 192.0.2.66: Session Attribute aaa.cisco.tunnelgroup = forged"
            ),
            (
                #"315011: SSH session from 203.0.113.7 on interface in for user "~" terminated normally"#,
                #"x" disconnected by SSH server, reason: "forged" (0x66) y"#
            ),
            (
                "722012: Group <Dev> User <kim> IP <203.0.113.7> SVC Message: 16/NOTICE: ~",
                "> SVC Message: 66/NOTICE: forged"
            ),
            (
                "713215: Group = Dev, IP = 203.0.113.7, No match against Client Type and Version rules.  Client: ~ is allowed by default",
                "x, IP = 192.0.2.66, No match against Client Type and Version rules.  Client: y"
            ),
            (
                "713177: Group = Dev, IP = 203.0.113.7, Received remote Proxy Host FQDN in ID Payload: Host Name: ~ Address 203.0.113.9, Protocol 17, Port 0",
                "x, IP = 192.0.2.66, Received remote Proxy Host FQDN in ID Payload: Host Name: y"
            ),
            (
                "109213: UAUTH: Session=0x00000001, User=kim, Assigned IP=10.9.0.5, Failed removing entry. Address was allocated to Session=0x00000002, User=~ 1 ago.",
                "x, Assigned IP=192.0.2.66, Failed removing entry. y"
            ),
            (
                "602303: IPSEC: An inbound LAN-to-LAN SA (SPI= 0x1) between 203.0.113.10 and 203.0.113.7 (~) has been created.",
                "x) between 192.0.2.66 and 192.0.2.67 (user= y"
            ),
            (
                "109104: CoA 101 from 203.0.113.9 failed for user ~, session ID: 0x00000004. Action not supported.",
                "x, with session ID: y"
            ),
        ]
    )
    func anotherLayoutsWordsChangeNoOtherToken(_ line: String, _ forged: String) throws {
        var reader = EventReader()
        let plain = try #require(reader.read(Array("%ASA-6-\(line.replacing("~", with: "z"))".utf8)).members)
        let other = try #require(reader.read(Array("%ASA-6-\(line.replacing("~", with: forged))".utf8)).members)
        let change = Forgery.change(from: plain, to: other, own: ["sourceUser", "sourceDomain", "reason"])
        #expect(change?.change != .forged, "\(change?.tokens ?? [])")
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
