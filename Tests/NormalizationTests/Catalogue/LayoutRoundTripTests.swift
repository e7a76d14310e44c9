// Every layout of the catalogue, printed with values as devices print them, must be read back to the same tokens:
// with every optional part and without, and folded, as relays deliver it.

import TestSupport
import Testing

@testable import Normalization

@Suite struct LayoutRoundTripTests {
    /// Messages that a layout can read, with each of its layouts.
    static let layouts = Messages.declared.flatMap { message in message.formats.indices.map { (message, $0) } }

    /// What stands in a hole, and the tokens that it gives alone.
    private static func value(_ hole: Hole) -> String {
        switch hole {
        case .text: "0x1f"
        case .group: "Dev"
        case .policy: "acl_in"
        case .user, .owner: "john.doe"
        case .reason: "limit reached"
        case .sessionID: "42"
        case .clientMessage: "16"
        case .networkProtocol: "UDP"
        case .action: "Reset"
        case .sourceAddress: "192.0.2.1"
        case .publicAddress: "203.0.113.7"
        case .assignedIPv4: "10.9.0.5"
        case .assignedIPv6: "2001:db8::5"
        case .natAddress: "203.0.113.9"
        case .destinationAddress: "198.51.100.1"
        case .source: "outside:192.0.2.1/50188"
        case .destination: "inside:198.51.100.1/443"
        case .accessListSource: "outside/192.0.2.1(50188)"
        case .accessListDestination: "inside/198.51.100.1(443)"
        case .sourceInterface: "dmz"
        case .sourcePort: "50188"
        case .destinationPort: "https"
        }
    }

    private static func expected(_ hole: Hole, _ holes: [Hole]) -> [Token: String] {
        switch hole {
        case .text, .action, .networkProtocol: [:]
        case .group: [.group: "Dev"]
        case .policy: [.policy: "acl_in"]
        case .user, .owner: [.sourceUser: "john.doe"]
        case .reason: [.reason: "limit reached"]
        case .sessionID: [.sessionId: "42"]
        case .clientMessage: [.vpnClientMessage: "16"]
        case .sourceAddress: [.sourceIpv4: "192.0.2.1"]
        case .publicAddress: holes.contains(.natAddress) ? [:] : [.natSourceIP: "203.0.113.7"]
        case .assignedIPv4: [.sourceIpv4: "10.9.0.5"]
        case .assignedIPv6: [.sourceIpv6: "2001:0DB8:0000:0000:0000:0000:0000:0005"]
        case .natAddress: [.natSourceIP: "203.0.113.9"]
        case .destinationAddress: [.destinationIpv4: "198.51.100.1"]
        case .source, .accessListSource: [.sourceIpv4: "192.0.2.1"]
        case .destination, .accessListDestination: [.destinationIpv4: "198.51.100.1"]
        case .sourceInterface: [.sourceInterface: "dmz"]
        case .sourcePort: [.sourcePort: "50188"]
        case .destinationPort: [.destinationPort: "443"]
        }
    }

    private func check(_ message: Message, _ index: Int, _ text: String, _ holes: [Hole], isExact: Bool) throws {
        let event = try normalize("%ASA-4-\(message.id): \(text)")
        guard case .event(let summary) = event.outcome, case .layout(let taken) = summary.fit else {
            Issue.record("\(message.id), layout \(index + 1) does not read: \(text)")
            return
        }
        guard taken == index, isExact else { return }
        for hole in holes {
            for (token, value) in Self.expected(hole, holes) {
                let isPort = token == .sourcePort || token == .destinationPort
                if isPort, event[.networkProtocol].map(["ICMP", "GRE"].contains) == true { continue }
                #expect(event[token] == value, "\(message.id), layout \(index + 1), \(hole): \(text)")
            }
        }
        #expect(event[.action] == nil || holes.contains(.action), "\(message.id): \(text)")
        #expect(event[.eventName] == message.formats[index].name ?? message.name)
    }

    @Test(arguments: layouts.indices)
    func whatALayoutPrintsItReads(_ place: Int) throws {
        let (message, index) = Self.layouts[place]
        let format = message.formats[index]
        for printsOptional in [true, false] {
            let printer = FormatPrinter(value: Self.value, printsOptional: { printsOptional })
            let holes = printsOptional ? format.holes : format.required
            try check(message, index, printer.text(of: format), holes, isExact: true)
        }
    }

    @Test(arguments: layouts.indices)
    func aRelayMaySpaceAndBracketItOtherwise(_ place: Int) throws {
        let (message, index) = Self.layouts[place]
        let printed = FormatPrinter(value: Self.value).text(of: message.formats[index])
        let spaced = printed.split(separator: " ", omittingEmptySubsequences: true).joined(separator: "  ")
        try check(message, index, spaced, [], isExact: false)
        try check(message, index, printed + ".", [], isExact: false)
    }
}

extension MessageFormat {
    /// The holes that stand outside optional parts.
    fileprivate var required: [Hole] {
        MessageFormat(pieces: pieces.filter { if case .optional = $0 { false } else { true } }).holes
    }

    private init(pieces: [Piece]) {
        self.init(stringLiteral: "")
        self.pieces = pieces
    }
}
