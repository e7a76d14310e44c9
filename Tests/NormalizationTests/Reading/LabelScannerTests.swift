// Labels wherever they stand, in any message, and words that only look like labels.

import Testing

@testable import Normalization

@Suite struct LabelScannerTests {
    private func scan(_ printed: String) -> [Hole: String] {
        let line = bytes(printed)
        var captures = Captures()
        LabelScanner.scan(line.span, from: 0, to: line.count, &captures)
        var holes: [Hole: String] = [:]
        for hole in Hole.allCases { holes[hole] = text(captures[hole], of: line).map { $0.trimmed } }
        return holes
    }

    @Test(
        arguments: [
            ("Group <Dev> User <john> IP <192.0.2.1> x", [.group: "Dev", .user: "john", .publicAddress: "192.0.2.1"]),
            ("group<Dev> USER <john>", [.group: "Dev", .user: "john"]),
            (
                "Group = Dev, Username = john, IP = 192.0.2.1, x",
                [.group: "Dev", .user: "john", .publicAddress: "192.0.2.1"]
            ),
            (
                "x : reason = AAA failure : server = 192.0.2.9 : user = john : user IP = 192.0.2.1",
                [.reason: "AAA failure", .destinationAddress: "192.0.2.9", .user: "john", .sourceAddress: "192.0.2.1"]
            ),
            ("TunnelGroup <vpn> GroupPolicy <pol> User <john>", [.group: "vpn", .policy: "pol", .user: "john"]),
            (
                "IPv4 Address <10.0.0.5> IPv6 address <2001:db8::5> assigned",
                [.assignedIPv4: "10.0.0.5", .assignedIPv6: "2001:db8::5"]
            ),
            ("IPAA: Session=0x00925000, x", [.sessionID: "0x00925000"]),
            ("x, Reason: User Requested", [.reason: "User Requested"]),
            ("SVC Message: 16/NOTICE: going away", [.clientMessage: "16", .reason: "going away"]),
            ("User <a>b> x", [.user: "a>b"]),
            ("User <john", [.user: ""]), ("Group <Dev> IP <192.0.2", [.group: "Dev"]), ("Session=0x", [:]),
            ("User <> x", [.user: ""]),
            ("User <john> User <jane>", [.user: "john"]),
        ] as [(String, [Hole: String])]
    )
    func aLabelGivesItsToken(_ printed: String, _ holes: [Hole: String]) {
        #expect(scan(printed) == holes)
    }

    @Test(arguments: [
        ("(user= john) (ip= 192.0.2.1) (server= 192.0.2.9) x", "john", "192.0.2.1"),
        ("(user= john) x) (ip= 192.0.2.1 y) z", "john", "192.0.2.1"),
        ("(user= (john) (ip= 192.0.2.1", "(john", "192.0.2.1"),
        ("((user= john (ip= 192.0.2.1) x) y", "john (ip= 192.0.2.1", nil),
        ("(user= john", "john", nil),
    ])
    func aLabelInParenthesesEndsWithThem(_ printed: String, _ user: String, _ address: String?) {
        let holes = scan(printed)
        #expect(holes[.user] == user)
        #expect(holes[.publicAddress] == address)
    }

    @Test func parenthesesThatNeverCloseCostNoMoreThanOthers() {
        func work(_ piece: String) -> Int {
            let line = bytes(String(repeating: piece, count: 150_000 / piece.utf8.count))
            return Work.count {
                var captures = Captures()
                LabelScanner.scan(line.span, from: 0, to: line.count, &captures)
            }
        }
        #expect(work("(Session=0x") < work("[Session=0x") * 3)
    }

    @Test(arguments: [
        "", "user", "User", "User john ended", "the user of group", "superuser <x>", "usergroup = x", "my-group <x>",
        "reasonable: x",
        "ip address", "SVC Message: NOTICE", "SVC Message: 16", "Session", "sessions=0x1", "<><><>", "===", ":::",
        "Group",
    ])
    func otherWordsGiveNothing(_ printed: String) {
        #expect(scan(printed) == [:])
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
