// Each text that somebody outside chooses, in each layout of the catalogue: no other token says what was typed there.
// Host names, URLs, file names, commands, subjects of certificates and what clients report have no token of their own,
// so that nothing at all may change.

import Foundation
import Testing

@testable import Normalization

@Suite struct ForgedLayoutTests {
    private static let exceptions: [Forgery.Exception] = [
        Forgery.Exception(
            places: [
                "108002 text", "111008 text", "111008 user", "111009 text", "111009 user", "111010 text", "111010 user",
                "303002 text", "303002 user", "304002 text", "719015 text", "719015 user", "734003 text", "734003 user",
                "751026 text", "430004 text", "430004 user", "430005 text", "430005 user",
                "109209 reason", "109209 user", "109213 reason", "109213 user",
            ],
            kinds: [.rest, .beginning],
            change: .missing,
            reason: "two texts that somebody chose: either may hold the other's words, and neither counts"
        ),
        Forgery.Exception(
            places: beginnings,
            kinds: [.rest, .beginning],
            change: .missing,
            reason: "the same where a beginning names the user"
        ),
        Forgery.Exception(
            places: peers,
            kinds: [.rest, .beginning],
            change: .missing,
            reason: "the same where a beginning names the peer"
        ),
        Forgery.Exception(
            places: ["IKE beginning"],
            kinds: [.label],
            change: .forged,
            reason: "a peer whose group holds the label of a user writes the line of an admitted one, byte for byte"
        ),
        Forgery.Exception(
            places: ["603110 user"],
            kinds: [.rest, .mark],
            change: .missing,
            reason: "a full stop alone parts the user from the reason"
        ),
        Forgery.Exception(
            places: [
                "713020 group", "713022 group", "713049 group", "713052 group", "713060 group", "713072 group",
                "713184 group", "713198 group", "713255 group", "713049 user", "713052 user", "713060 user",
                "713072 user", "713198 user", "713255 user",
            ],
            kinds: [.rest, .beginning],
            change: .missing,
            reason: "a name that somebody chose is printed twice, so that an address stands between two such texts"
        ),
        Forgery.Exception(
            places: ["users behind endpoints"],
            kinds: [.rest, .beginning, .label],
            change: .missing,
            reason: "either of two users' names may hold what ends the other's, so that neither counts"
        ),
        Forgery.Exception(
            places: namingElsewhere.map { "\($0) users" },
            kinds: [.rest, .beginning, .label],
            change: .forged,
            reason:
                "another text that somebody chose stands in the layout, and no device names users behind endpoints then"
        ),
        Forgery.Exception(
            places: ["109024 users"],
            kinds: Forgery.Kind.allCases,
            change: .forged,
            reason:
                "no device names users there: why it was denied stands behind the endpoint in parentheses of its own"
        ),
        Forgery.Exception(
            places: ["201003 users", "305018 users", "109024 users"],
            kinds: Forgery.Kind.allCases,
            change: .missing,
            reason: "no device names users there, and marks without words of their own end the endpoints"
        ),
        Forgery.Exception(
            places: ["201003 users", "305018 users"],
            kinds: Forgery.Kind.allCases,
            change: .forged,
            reason: "the same"
        ),
        Forgery.Exception(
            places: ["304002 text"],
            kinds: [.label],
            change: .forged,
            reason: "an older release prints a text last: with an interface in it, the line is a newer release's"
        ),
    ]

    /// Messages that print a user, a command, a URL or a name that somebody asked for beside endpoints: none of them
    /// has a user behind these, by Cisco's formats and by what devices sent.
    private static let namingElsewhere = [
        106_102, 106_103, 109_001, 109_005, 109_006, 109_007, 109_008, 109_025, 109_034, 113_042, 303_002, 303_004,
        304_002, 338_301, 605_004, 605_005, 607_002, 607_003,
    ]

    private static let peers =
        ["713144 group", "713144 reason", "713144 user"]
        + [713_177, 713_215, 713_216, 713_217].flatMap { ["\($0) group", "\($0) text", "\($0) user"] }

    private static let beginnings =
        [
            713_020, 713_022, 713_184, 716_003, 716_004, 716_011, 716_012, 716_013, 716_014, 716_015, 716_016,
            716_017, 716_018, 716_019, 716_020, 716_025, 716_026, 716_027, 716_028, 716_029, 716_030, 716_031, 716_032,
            716_033, 716_034, 716_035, 716_036, 716_037, 717_052, 717_053, 722_053, 722_055,
        ].flatMap { ["\($0) text", "\($0) user"] }
        + [722_007, 722_008, 722_009, 722_010, 722_011, 722_012, 722_013, 722_014]
        .flatMap { ["\($0) reason", "\($0) user"] }

    @Test func aForgedTextChangesNoOtherToken() throws {
        var reader = EventReader()
        var forgeries = 0
        var unused = Set(Self.exceptions.flatMap(\.places))
        for message in Messages.all {
            for format in message.formats {
                for foreign in ForeignHole.all(of: message, format) {
                    let members = try #require(reader.read(foreign.line).members)
                    for forgery in Forgery.all(of: foreign.line, at: foreign.place, body: foreign.body) {
                        let forged = try #require(reader.read(forgery.line).members)
                        forgeries += 1
                        guard let (tokens, change) = Forgery.change(from: members, to: forged, own: foreign.own) else {
                            continue
                        }
                        let place = "\(message.id) \(foreign.hole)"
                        let names =
                            [place] + (foreign.isIKEGroup ? ["IKE beginning"] : [])
                            + (foreign.users != nil ? ["users behind endpoints", "\(message.id) users"] : [])
                        if let used = Forgery.listed(names, forgery.kind, change, in: Self.exceptions) {
                            unused.remove(used)
                        } else {
                            let text = String(decoding: forgery.line, as: UTF8.self)
                            Issue.record("\(place), \(forgery.kind): \(tokens) \(change): \(text)")
                        }
                    }
                }
            }
        }
        #expect(forgeries > 150_000)
        #expect(unused.isEmpty, "exceptions that are none any more")
    }
}
