// Lines that end before their text does: what is left says less, and nothing that the whole line does not say.

import Foundation
import Testing

@testable import Normalization

@Suite struct CutLineTests {
    @Test func anAddressIsNotCut() throws {
        for text in [
            "722022: Group <Dev> User <kim> IP <203.0.113.7", "713072: Group = Dev, Username = kim, IP = 203.0.113.7",
            "113032: Group Dev User kim IP 203.0.113.7",
        ] {
            let event = try normalize("%ASA-6-\(text)")
            #expect(event[.sourceIpv4] == nil)
            #expect(event[.natSourceIP] == nil)
            #expect(event[.sourceUser] == "kim")
        }
    }

    @Test(arguments: [
        "722051: Group <Dev> User <kim> IP <203.0.113.7> IPv4 Addr",
        "722006: Group <Dev> User <kim> IP <203.0.113.7> Inv",
        "713228: Group = Dev, Username = kim, IP = 203.0.113.7, Assigned",
        "751025: Local:192.0.2.1:4500 Remote:203.0.113.7:4500 Username:ki",
    ])
    func thePublicAddressIsNotTheAssignedOne(_ text: String) throws {
        let event = try normalize("%ASA-6-\(text)")
        #expect(event[.sourceIpv4] == nil)
        #expect(event[.natSourceIP] == "203.0.113.7")
    }

    @Test func theAddressOfASessionIsNotTheOneItIsResumedFrom() throws {
        let event = try normalize("%ASA-6-716059: Group <Dev> User <kim> IP <203.0.113.7> AnyConnect session res")
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.natSourceIP] == nil)
    }

    @Test func aTeardownWithoutItsReasonHasNoOutcome() throws {
        let event = try normalize("%ASA-6-302014: Teardown TCP connection 42 for outside:203.0.113.7/50188 to in")
        #expect(event[.outcome] == nil)
    }

    @Test func aParenthesisThatDoesNotCloseHoldsNoUser() throws {
        let event = try normalize(
            "%ASA-6-302015: Built outbound UDP connection 49 for outside:192.0.2.53/53 (192.0.2.53/53) to inside:10.0.0.8/52925 (198.5"
        )
        #expect(event[.sourceUser] == nil)
        #expect(event[.sourceIpv4] == "10.0.0.8")
    }

    @Test func anAddressWhoseBracketDoesNotCloseIsCut() throws {
        let event = try normalize(
            "%ASA-6-716059: Group <Dev> User <kim> IP <203.0.113.7> AnyConnect session resumed connection from IP <192.0.2.4"
        )
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.natSourceIP] == nil)
    }

    @Test(arguments: [
        "out/203.0.113.7(5)", "out/203.0.113.7(5) -", "out/203.0.113.7(5) -> i", "out/203.0.113.7(5) -> in/1",
    ])
    func aUserBeforeACutEndpointIsNoMoreThanTheName(_ rest: String) throws {
        let event = try normalize("%ASA-6-106102: access-list F permitted tcp for user 'kim' \(rest)")
        #expect(event[.sourceUser] == nil || event[.sourceUser] == "kim")
    }

    /// An address may end the text; one of a host does not end with two colons.
    @Test(arguments: [
        "113005: AAA user authentication Rejected : reason = None : server = 192.0.2.1 : user = pat : user IP = CUT",
        "725001: Starting SSL handshake with client outside:CUT", "737016: IPAA: Session=0x00925000, Freeing CUT",
        "737016: IPAA: Session=0x00925000, Freeing local pool address CUT",
        "611101: User authentication succeeded: IP CUT",
        "750006: Local:192.0.2.1:4500 Remote:CUT", "722051: Group <Dev> User <pat> IP <CUT",
        "710003: TCP access denied by ACL from 203.0.113.9/40556 to outside:CUT", "746012: user-identity: Add CUT",
    ])
    func anAddressThatLacksItsEndIsNone(_ text: String) throws {
        for cut in ["2001:db8::", "2001:db8:", "203.0.113.", "203.0.113", "203.0."] {
            let event = try normalize("%ASA-6-" + text.replacing("CUT", with: cut))
            #expect(event[.sourceIpv6] == nil, "\(cut)")
            #expect(event[.natSourceIP] == nil, "\(cut)")
            #expect(event[.destinationIpv4] == nil || event[.destinationIpv4] == "192.0.2.1", "\(cut)")
            #expect(event[.sourceIpv4] == nil || event[.sourceIpv4] == "203.0.113.9", "\(cut)")
        }
    }

    @Test(arguments: [
        ("outside:192.0.2.1/http", "192.0.2.1", nil), ("outside:192.0.2.1/https", "192.0.2.1", "443"),
        ("outside:192.0.2.1/snmp", "192.0.2.1", nil), ("outside:192.0.2.1/ssh", "192.0.2.1", "22"),
        ("outside:192.0.2.1", nil, nil), ("outside:192.0.2.1/h", "192.0.2.1", nil),
    ])
    func aDestinationThatLacksItsEnd(_ end: String, _ address: String?, _ port: String?) throws {
        let event = try normalize("%ASA-3-710003: TCP access denied by ACL from 203.0.113.9/40556 to \(end)")
        #expect(event[.destinationIpv4] == address)
        #expect(event[.destinationPort] == port)
        #expect(event[.sourcePort] == "40556")
    }

    @Test func theNamesThatOthersBeginWithAreListed() {
        let names = ServicePort.names.map { "\($0.0)" }
        let found = names.filter { name in names.contains { $0 != name && $0.hasPrefix(name) } }
        #expect(Set(found) == Set(ServicePort.beginnings.map { "\($0)" }))
    }

    /// A name, a number or a port at which the text ends before its layout does.
    @Test(arguments: [
        ("722022: Group <Dev> User <pa", Token.sourceUser), ("722022: Group <De", .group),
        ("713072: Group = Dev, Username = CO", .sourceUser), ("713072: Group = De", .group),
        ("605004: Login denied from 203.0.113.7/1025 to outside:192.0.2.1/ssh for user \"pa", .sourceUser),
        ("109206: UAUTH: Session=0x00c69008, User=pa", .sourceUser), ("109201: UAUTH: Session=0x00c6", .sessionId),
        ("737006: IPAA: Session=0x", .sessionId), ("999999: Session=0x", .sessionId), ("999999: User <pa", .sourceUser),
    ])
    func aValueThatTheTextEndsInIsLeftOut(_ text: String, _ token: Token) throws {
        #expect(try normalize("%ASA-6-\(text)")[token] == nil)
    }

    /// What a cut line says besides, by fixture and token, and why.
    private static let exceptions: [(places: Set<String>, reason: String)] = [
        (["302014 outcome"], "a teardown may have no reason, so that the line counts as whole just before it"),
        (["430004 sourceUser"], "`Unknown` is no user, and its beginning may be one"),
        (
            ["113005 sourceUser", "113005 sourceDomain"],
            "the beginning of a name in brackets or of one with two domains"
        ),
        (["113039 group", "113039 sourceUser"], "a bracket in a name in brackets may be the one that closes it"),
        (["113019 sourceUser"], "a comma in a name may be the one that ends it"),
    ]

    /// Every fixture, cut off at every byte of its text: a token is what it is in the whole line, or the beginning of
    /// that at the very end of the line, or it is not there.
    @Test func aCutLineSaysNothingElse() throws {
        var reader = EventReader()
        var unused = Set(Self.exceptions.flatMap(\.places))
        for fixture in Fixture.all {
            let line = try fixture.line()
            guard line.first != UInt8(ascii: "{"), !line.contains(0x0A) else { continue }
            let whole = try #require(reader.read(line).members)
            guard let tag = ASATag.ofMessage(line.span, to: line.count) else { continue }
            for end in tag.end..<line.count {
                let cut = Array(line[..<end])
                let members = try #require(reader.read(cut).members)
                for (token, value) in members where value != whole[token] && !isBeginning(value, token, whole, cut) {
                    let place = "\(fixture.id) \(token)"
                    if Self.exceptions.contains(where: { $0.places.contains(place) }) {
                        unused.remove(place)
                    } else {
                        let text = String(decoding: cut, as: UTF8.self)
                        Issue.record("\(fixture.id)/\(fixture.name): \(token) \(value): \(text)")
                    }
                }
            }
        }
        #expect(unused.isEmpty, "exceptions that are none any more")
    }

    /// Whether a value stands at the very end of a cut line and begins the one of the whole line.
    ///
    /// A domain is not told from a user before the backslash behind it.
    private func isBeginning(_ value: NSObject, _ token: String, _ whole: [String: NSObject], _ cut: [UInt8]) -> Bool {
        let marks = CharacterSet(charactersIn: " .,;:>\"')\\")
        let end = String(decoding: cut, as: UTF8.self).trimmingCharacters(in: marks)
        let names = token == "sourceUser" ? [whole[token], whole["sourceDomain"]] : [whole[token]]
        return end.hasSuffix("\(value)".trimmingCharacters(in: marks))
            && names.contains { $0.map { "\($0)".hasPrefix("\(value)") } == true }
    }
}
