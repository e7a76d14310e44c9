// Prints layouts with random values that devices could send, and says which tokens must come back. The oracle of
// the round trip: written from the guide and the mapping, not from the product.

import Foundation
import TestSupport

@testable import Normalization

/// A message text with random values, and what it states.
struct PrintedMessage {
    var text: String
    /// Values by token.
    var expected: [String: NSObject]

    init(_ message: Message, _ format: MessageFormat, _ random: inout SeededGenerator) {
        var values = PrintedValues(format, random)
        var choices: [Int] = []
        var printed: [Bool] = []
        let printer = FormatPrinter(
            value: { values.next($0) },
            choice: { count in
                choices.append(values.index(below: count))
                return choices[choices.count - 1]
            },
            printsOptional: {
                printed.append(values.index(below: 4) > 0)
                return printed[printed.count - 1]
            }
        )
        text = printer.text(of: format)
        random = values.random
        let words = PrintedMessage.words(format.pieces, choices[...], printed[...])
        var tokens = values.tokens()
        for (hole, word) in words {
            if hole == .action { tokens[.action] = PrintedMessage.actions[word.text] ?? word.text }
            if hole == .networkProtocol { tokens[.networkProtocol] = word.text }
            if hole == .reason { tokens[.reason] = word.text }
        }
        let portless = ["icmp", "icmp6", "icmpv6", "ipv6-icmp", "gre", "1", "47", "58"]
        let isPortless = (tokens[.networkProtocol] as? String).map { portless.contains($0.lowercased()) } == true
        if isPortless { (tokens[.sourcePort], tokens[.destinationPort]) = (nil, nil) }
        tokens[.eventName] = format.name ?? message.name
        tokens[.eventType] = message.type.rawValue
        tokens[.outcome] =
            PrintedMessage.outcome(
                message.outcome,
                words.compactMap(\.1.outcome).last,
                tokens[.reason] as? String
            )?.rawValue
        expected = Dictionary(uniqueKeysWithValues: tokens.map { ($0.key.rawValue, PrintedMessage.object($0.value)) })
    }

    private static func object(_ value: any Sendable) -> NSObject {
        if let number = value as? Int { return NSNumber(value: number) }
        return NSString(string: "\(value)")
    }

    private static func outcome(_ rule: OutcomeRule, _ said: EventOutcome?, _ reason: String?)
        -> EventOutcome?
    {
        switch rule {
        case .unstated, .stated: said
        case .worded: said ?? (reason?.contains("Failed") == true ? .failure : nil)
        case .success, .teardown: .success
        case .failure: .failure
        }
    }

    /// The guide's action table, "Data source field: action".
    private static let actions = [
        "Built": "Allow", "Teardown": "Block", "Deny": "Deny", "denied": "Deny", "requested": "Request",
        "permitted": "Allow", "Denied": "Deny", "denied by ACL": "Deny", "discarded": "Discarded",
        "est-allowed": "Allow", "Dropping": "Drop", "created": "Created", "deleted": "Deleted",
    ]

    /// The words that were printed, in their order.
    private static func words(
        _ pieces: [MessageFormat.Piece],
        _ choices: ArraySlice<Int>,
        _ printed: ArraySlice<Bool>
    ) -> [(Hole, MessageFormat.Word)] {
        var choices = choices
        var printed = printed
        var result: [(Hole, MessageFormat.Word)] = []
        func walk(_ pieces: [MessageFormat.Piece]) {
            for piece in pieces {
                switch piece {
                case .words(let hole, let words): result.append((hole, words[choices.removeFirst()]))
                case .optional(let inner): if printed.removeFirst() { walk(inner) }
                default: break
                }
            }
        }
        walk(pieces)
        return result
    }
}

/// The values of one print, and their meaning.
struct PrintedValues {
    var random: SeededGenerator
    private var seen: [Hole: String] = [:]
    private var ports: [Hole: Int] = [:]
    private var source: (address: String, mapped: String?, user: String?)?
    private var destination: String?
    private let isIPv6: Bool
    private let mayNameUsers: Bool
    private let translates: Bool

    init(_ format: MessageFormat, _ random: SeededGenerator) {
        self.random = random
        mayNameUsers = !format.holes.contains(.user) && !format.holes.contains(.owner)
        translates = format.translates
        isIPv6 = self.random.next() % 4 == 0
    }

    mutating func index(below count: Int) -> Int { Int(random.next() % UInt64(count)) }

    private mutating func pick(_ values: [String]) -> String { values[index(below: values.count)] }

    private mutating func address() -> String {
        guard isIPv6 else { return "203.0.113.\(1 + index(below: 254))" }
        return "2001:db8:0:0:0:0:0:\(String(1 + index(below: 65_534), radix: 16))"
    }

    private mutating func port(_ hole: Hole) -> Int {
        let number = index(below: 65_536)
        ports[hole] = number
        return number
    }

    /// A value for a hole, free of the wording that follows it.
    mutating func next(_ hole: Hole) -> String {
        let value = make(hole)
        seen[hole] = value
        return value
    }

    private mutating func make(_ hole: Hole) -> String {
        switch hole {
        case .text: return pick(["amber", "birch", "7", "0x1f2e", "cedar"])
        case .group: return pick(["Dev", "Field Staff", "GroupPolicy_7", "q.team", "R&D"])
        case .policy: return pick(["VPN_FILTER", "Dev", "DAP_Dev,DAP_All", "acl-7"])
        case .user:
            return pick(["john.doe", "van der Berg", "j.doe@example.com", "CORP\\john.doe", "o'neil$", "Denied"])
        case .owner: return pick(["john.doe", "jane.roe@example.com"])
        case .reason: return pick(["walnut", "maple grove", "pine, oak and elm", "cherry; plum"])
        case .sessionID: return pick(["0x00925000", "0x1122334455667788", "42"])
        case .clientMessage: return pick(["0", "16", "17", "18"])
        case .networkProtocol: return pick(["TCP", "udp", "TLSv1.2", "47", "ESP"])
        case .action: return pick(["skipped", "halted"])
        case .sourceAddress, .publicAddress, .natAddress, .destinationAddress: return address()
        case .assignedIPv4: return "10.9.\(index(below: 256)).\(1 + index(below: 254))"
        case .assignedIPv6: return "2001:db8:9:0:0:0:0:\(String(1 + index(below: 65_534), radix: 16))"
        case .source:
            let address = address()
            let mapped = translates && index(below: 2) == 0 ? self.address() : nil
            source = (address, mapped, nil)
            let translation = mapped.map { " (\($0)/\(port(.text)))" } ?? ""
            return "outside:\(address)/\(port(.source))\(translation)" + suffix()
        case .requester:
            let address = address()
            source = (address, nil, index(below: 2) == 0 ? "j.doe@example.com" : nil)
            return (source?.user.map { "\($0)@" } ?? "") + address
        case .accessListSource:
            let address = address()
            source = (address, nil, nil)
            return "outside/\(address)(\(port(.source)))" + suffix()
        case .remote:
            let address = address()
            source = (address, nil, nil)
            return "\(address):\(port(.source))"
        case .destination:
            let address = address()
            destination = address
            return "inside:\(address)/\(port(.destination))"
        case .accessListDestination:
            let address = address()
            destination = address
            return "inside/\(address)(\(port(.destination)))"
        case .local:
            let address = address()
            destination = address
            return "\(address):\(port(.destination))"
        case .sourceInterface: return pick(["outside", "DMZ-7"])
        case .sourcePort: return "\(port(.source))"
        case .destinationPort: return "\(port(.destination))"
        }
    }

    /// Sometimes the identity firewall's user behind an endpoint.
    private mutating func suffix() -> String {
        guard mayNameUsers, index(below: 3) == 0 else { return "" }
        source?.user = "CORP\\jane.roe"
        return "(CORP\\jane.roe)"
    }

    /// What the printed values mean.
    func tokens() -> [Token: any Sendable] {
        var tokens: [Token: any Sendable] = [:]
        let plain: [(Hole, Token)] = [
            (.group, .group), (.policy, .policy), (.reason, .reason), (.sessionID, .sessionId),
            (.clientMessage, .vpnClientMessage), (.networkProtocol, .networkProtocol), (.action, .action),
            (.sourceInterface, .sourceInterface),
        ]
        for (hole, token) in plain { tokens[token] = seen[hole] }
        if let user = seen[.user] ?? source?.user ?? seen[.owner] {
            let parts = user.split(separator: "\\")
            tokens[.sourceUser] = parts.last.map(String.init)
            if parts.count > 1 { tokens[.sourceDomain] = String(parts[0]) }
        }
        if tokens[.sourceInterface] == nil, seen[.source] != nil || seen[.accessListSource] != nil {
            tokens[.sourceInterface] = "outside"
        }
        tokens[.sourcePort] = ports[.source]
        tokens[.destinationPort] = ports[.destination]
        if !isIPv6 { tokens[.destinationIpv4] = seen[.destinationAddress] ?? destination }
        addAddresses(to: &tokens)
        return tokens
    }

    private func addAddresses(to tokens: inout [Token: any Sendable]) {
        let isAssigned = seen[.assignedIPv4] != nil || seen[.assignedIPv6] != nil
        if isAssigned {
            tokens[.sourceIpv4] = seen[.assignedIPv4]
            tokens[.sourceIpv6] = seen[.assignedIPv6].map(PrintedValues.full)
        } else if let address = seen[.sourceAddress] ?? source?.address ?? seen[.publicAddress] {
            tokens[isIPv6 ? .sourceIpv6 : .sourceIpv4] = PrintedValues.full(address)
        }
        let mapped = source?.mapped == source?.address ? nil : source?.mapped
        let remote = isAssigned ? seen[.remote] == nil ? nil : source?.address : nil
        // An address that is translated to itself is not translated.
        let translated = seen[.natAddress] == seen[.sourceAddress] ? nil : seen[.natAddress]
        tokens[.natSourceIP] = (translated ?? remote ?? seen[.publicAddress] ?? mapped).map(PrintedValues.full)
    }

    /// The guide's form of an address.
    private static func full(_ address: String) -> String {
        guard address.contains(":") else { return address }
        return address.split(separator: ":").map { group in
            String(repeating: "0", count: 4 - group.count) + group.uppercased()
        }.joined(separator: ":")
    }
}
