// One side of a connection in every spelling: interfaces with colons, blanks and dashes, IPv6, names, mapped
// addresses, identity firewall users and security group tags.

import Testing

@testable import Normalization

@Suite struct EndpointTests {
    @Test func aColonBeforeThePortIsNoInterfaces() {
        let line = bytes("192.0.2.7:50188")
        let endpoint = Endpoint(flow: ByteRange(0, line.count), isTranslated: false, in: line.span)
        #expect(!endpoint.interface.isPresent)
        #expect(endpoint.port == 50188)
        #expect(endpoint.address == .v4(IPv4Address(0xC000_0207)))
    }

    /// What an endpoint is expected to hold; nil for what is not there.
    struct Parts: Sendable {
        var interface: String?
        var address: String?
        var port: Int?
        var mapped: String?
        var user: String?
        var owner: String?
    }

    private func check(_ endpoint: Endpoint, _ line: [UInt8], _ parts: Parts) {
        #expect(text(endpoint.interface, of: line) == parts.interface)
        #expect(endpoint.address.map { written($0, of: line) } == parts.address)
        #expect(endpoint.port == parts.port)
        #expect(endpoint.mapped.map { written($0, of: line) } == parts.mapped)
        #expect(text(endpoint.user, of: line) == parts.user)
        #expect(text(endpoint.owner, of: line) == parts.owner)
    }

    private static let long = "2001:0DB8:0000:0000:0000:0000:0000:0001"

    @Test(arguments: [
        ("outside:192.0.2.1/443", Parts(interface: "outside", address: "192.0.2.1", port: 443)),
        ("outside:192.0.2.1", Parts(interface: "outside", address: "192.0.2.1")),
        ("gi0/1:192.0.2.1", Parts(interface: "gi0/1", address: "192.0.2.1")),
        ("gi0/1:2001:db8::1", Parts(interface: "gi0/1", address: long)),
        ("gi0/1:192.0.2.1/443", Parts(interface: "gi0/1", address: "192.0.2.1", port: 443)),
        ("192.0.2.1/443", Parts(address: "192.0.2.1", port: 443)),
        ("192.0.2.1", Parts(address: "192.0.2.1")),
        ("192.0.2.1/https", Parts(address: "192.0.2.1", port: 443)),
        ("  outside:192.0.2.1/443 ", Parts(interface: "outside", address: "192.0.2.1", port: 443)),
        ("outside: 192.0.2.1/443", Parts(interface: "outside", address: "192.0.2.1", port: 443)),
        ("NP Identity Ifc:192.0.2.1/68", Parts(interface: "NP Identity Ifc", address: "192.0.2.1", port: 68)),
        ("dmz-2_b:192.0.2.1/68", Parts(interface: "dmz-2_b", address: "192.0.2.1", port: 68)),
        ("ctx:dmz:192.0.2.1/68", Parts(interface: "ctx:dmz", address: "192.0.2.1", port: 68)),
        ("outside:2001:db8::1/500", Parts(interface: "outside", address: long, port: 500)),
        ("outside:[2001:db8::1]/500", Parts(interface: "outside", address: long, port: 500)),
        ("2001:db8::1/500", Parts(address: long, port: 500)),
        ("2001:db8::1", Parts(address: long)),
        ("outside:mail.example.com/25", Parts(interface: "outside", port: 25)),
        ("mail.example.com/25", Parts(port: 25)),
        (
            "outside:192.0.2.1/443 (198.51.100.1/8443)(LOCAL\\kim (test))",
            Parts(
                interface: "outside",
                address: "192.0.2.1",
                port: 443,
                mapped: "198.51.100.1",
                user: "LOCAL\\kim (test)"
            )
        ),
        (
            "outside:192.0.2.1/443 (198.51.100.1/8443) (kim (test))",
            Parts(interface: "outside", address: "192.0.2.1", port: 443, mapped: "198.51.100.1", owner: "kim (test)")
        ),
        ("192.0.2.1/443 (kim (test", Parts(address: "192.0.2.1", port: 443)),
        (
            "outside:192.0.2.1/443 (198.51.100.1/8443)",
            Parts(interface: "outside", address: "192.0.2.1", port: 443, mapped: "198.51.100.1")
        ),
        (
            "outside:192.0.2.1/443(198.51.100.1/8443)",
            Parts(interface: "outside", address: "192.0.2.1", port: 443)
        ),
        (
            "outside:192.0.2.1/0 (198.51.100.1)",
            Parts(interface: "outside", address: "192.0.2.1", port: 0, mapped: "198.51.100.1")
        ),
        (
            "outside:192.0.2.1/443 (pool.example.com/8443)",
            Parts(interface: "outside", address: "192.0.2.1", port: 443)
        ),
        (
            #"outside:192.0.2.1/443(LOCAL\john.doe)"#,
            Parts(interface: "outside", address: "192.0.2.1", port: 443, user: #"LOCAL\john.doe"#)
        ),
        (
            #"outside:192.0.2.1/443 (198.51.100.1/8443)(CORP\john doe, 12:staff) (john doe)"#,
            Parts(
                interface: "outside",
                address: "192.0.2.1",
                port: 443,
                mapped: "198.51.100.1",
                user: #"CORP\john doe"#,
                owner: "john doe"
            )
        ),
        ("outside:192.0.2.1/443(9999:staff)", Parts(interface: "outside", address: "192.0.2.1", port: 443)),
        ("outside:192.0.2.1/443(, 9999)", Parts(interface: "outside", address: "192.0.2.1", port: 443)),
        (
            "outside:2001:db8::1/443 (2001:db8::1/443) (j@example.com)",
            Parts(interface: "outside", address: long, port: 443, mapped: long, owner: "j@example.com")
        ),
        ("john@192.0.2.1", Parts(address: "192.0.2.1", user: "john")),
        ("john@example.com@192.0.2.1/80", Parts(address: "192.0.2.1", port: 80, user: "john@example.com")),
        ("outside:192.0.2.1/53 user1", Parts(interface: "outside", address: "192.0.2.1", port: 53, user: "user1")),
        ("", Parts()), (":", Parts(interface: "")), ("/", Parts()), ("()", Parts()), ("outside", Parts()),
        ("outside:/", Parts(interface: "outside")), ("outside:192.0.2.999/80", Parts(interface: "outside", port: 80)),
        ("192.0.2.1/70000", Parts(address: "192.0.2.1")), ("192.0.2.1/-1", Parts(address: "192.0.2.1")),
    ])
    func flowEndpointsAreTakenApart(_ printed: String, _ parts: Parts) {
        let line = bytes(printed)
        check(Endpoint(flow: whole(line), isTranslated: true, in: line.span), line, parts)
    }

    @Test(arguments: [
        ("inside/192.0.2.1(1039)", Parts(interface: "inside", address: "192.0.2.1", port: 1039)),
        ("NP Identity Ifc/192.0.2.1(1039)", Parts(interface: "NP Identity Ifc", address: "192.0.2.1", port: 1039)),
        ("inside/2001:db8::1(80)", Parts(interface: "inside", address: long, port: 80)),
        ("inside/mail.example.com(25)", Parts(interface: "inside", port: 25)),
        ("inside/192.0.2.1(domain)", Parts(interface: "inside", address: "192.0.2.1", port: 53)),
        (
            #"inside/192.0.2.1(1039)(LOCAL\john.doe, 9:staff)"#,
            Parts(interface: "inside", address: "192.0.2.1", port: 1039, user: #"LOCAL\john.doe"#)
        ),
        ("inside/192.0.2.1", Parts(interface: "inside", address: "192.0.2.1")),
        ("inside/192.0.2.1(", Parts(interface: "inside", address: "192.0.2.1")),
        ("192.0.2.1", Parts()), ("", Parts()), ("/", Parts(interface: "")),
    ])
    func accessListEndpointsAreTakenApart(_ printed: String, _ parts: Parts) {
        let line = bytes(printed)
        check(Endpoint(accessList: whole(line), in: line.span), line, parts)
    }

    @Test(arguments: [
        ("john.doe", "john.doe"), (#"LOCAL\john.doe"#, #"LOCAL\john.doe"#), ("john, 12", "john"),
        ("john, 12:staff", "john"),
        ("john, doe", "john, doe"), ("12", ""), ("12:staff", ""), (", 12", ""), ("", ""), (" john ", "john"),
        ("12th man", "12th man"), ("Doe, John, 9999:my group", "Doe, John"),
    ])
    func securityGroupTagsAreNoPartOfAUser(_ printed: String, _ user: String) {
        let line = bytes(printed)
        #expect(text(Identity.user(in: whole(line), of: line.span), of: line) == user)
    }

    /// A user before the address and one behind it, each of whom may hold what looks like an address.
    @Test(arguments: [
        ("192.0.2.1", Parts(address: "192.0.2.1")),
        ("2001:db8::1", Parts(address: long)),
        ("kim@192.0.2.1", Parts(address: "192.0.2.1", user: "kim")),
        ("kim@example.com@192.0.2.1", Parts(address: "192.0.2.1", user: "kim@example.com")),
        ("192.0.2.1(LOCAL\\kim)", Parts(address: "192.0.2.1", user: "LOCAL\\kim")),
        ("kim@192.0.2.1(LOCAL\\roe)", Parts(address: "192.0.2.1", user: "LOCAL\\roe")),
        ("k (192.0.2.66/66)@192.0.2.1", Parts(address: "192.0.2.1", user: "k (192.0.2.66/66)")),
        ("k/66@192.0.2.1", Parts(address: "192.0.2.1", user: "k/66")),
        ("out:192.0.2.66/66@192.0.2.1", Parts(address: "192.0.2.1", user: "out:192.0.2.66/66")),
        ("192.0.2.1(LOCAL\\x@192.0.2.66)", Parts(address: "192.0.2.1", user: "LOCAL\\x@192.0.2.66")),
        ("192.0.2.1(LOCAL\\x@192.0.2.66(y)", Parts()),
        ("k@192.0.2.66@192.0.2.1", Parts(address: "192.0.2.1", user: "k@192.0.2.66")),
        ("k@192.0.2.66(x)@192.0.2.1(LOCAL\\roe)", Parts()),
        ("mail.example.com", Parts()), ("", Parts()),
    ])
    func aRequesterHasNoInterfaceAndNoPort(_ printed: String, _ parts: Parts) {
        let line = bytes(printed)
        check(Endpoint(requester: ByteRange(0, line.count), in: line.span), line, parts)
    }

    /// A mapped address has a blank before it, and only some messages have one: elsewhere a user is called so.
    @Test(arguments: [
        ("outside:192.0.2.1/443(192.0.2.66/66)", true, Parts(interface: "outside", address: "192.0.2.1", port: 443)),
        ("outside:192.0.2.1/443(192.0.2.66)", true, Parts(interface: "outside", address: "192.0.2.1", port: 443)),
        ("outside:192.0.2.1/443 (192.0.2.66/66)", false, Parts(interface: "outside", address: "192.0.2.1", port: 443)),
        (
            "outside:192.0.2.1/443(192.0.2.66)", false,
            Parts(interface: "outside", address: "192.0.2.1", port: 443, user: "192.0.2.66")
        ),
        (
            "outside:192.0.2.1/443 (192.0.2.66)", false,
            Parts(interface: "outside", address: "192.0.2.1", port: 443, owner: "192.0.2.66")
        ),
        (
            "outside:192.0.2.1/443(192.0.2.66/66) (198.51.100.1/8443)", true,
            Parts(interface: "outside", address: "192.0.2.1", port: 443)
        ),
    ])
    func aUserWithTheNameOfAnAddressIsNoMappedAddress(_ printed: String, _ isTranslated: Bool, _ parts: Parts) {
        let line = bytes(printed)
        check(Endpoint(flow: whole(line), isTranslated: isTranslated, in: line.span), line, parts)
    }

    @Test func onlyTheFirstParenthesesHoldAMappedAddress() {
        let line = bytes("outside:192.0.2.1/443 (198.51.100.1/8443) (192.0.2.66/66)")
        check(
            Endpoint(flow: ByteRange(0, line.count), isTranslated: true, in: line.span),
            line,
            Parts(
                interface: "outside",
                address: "192.0.2.1",
                port: 443,
                mapped: "198.51.100.1",
                owner: "192.0.2.66/66"
            )
        )
    }
}
