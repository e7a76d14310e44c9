// Where our mapping and a peer differ, and why. A difference that no rule names is a fault of ours or a new finding.

import Foundation

/// A value of a peer that differs from ours.
struct PeerDifference {
    var peer: String
    var field: PeerField
    var line: String
    var id: String
    var theirs: String
    var ours: String
}

extension PeerDifference {
    /// Whether ours stands in the endpoint of `Built outbound` that it must come from: a destination before ` to `, the
    /// rest behind it.
    var isSecondEndpointOfOutbound: Bool {
        guard let outbound = line.range(of: "Built outbound"),
            let to = line.range(of: " to ", range: outbound.upperBound..<line.endIndex)
        else { return false }
        let isFirst = field == .destination || field == .destinationPort
        let part = isFirst ? line[outbound.upperBound..<to.lowerBound] : line[to.upperBound...]
        return ours.isEmpty || part.contains(ours)
    }

    /// Whether theirs is two hours behind ours on the clock, to the second.
    var isTwoHoursLater: Bool {
        guard let their = Int(theirs.suffix(8).prefix(2)), let our = Int(ours.suffix(8).prefix(2)) else { return false }
        return (their - our + 24) % 24 == 2 && theirs.suffix(6) == ours.suffix(6)
    }
}

/// A decision of our mapping that explains differences.
struct PeerRule: Sendable {
    var reason: String
    var applies: @Sendable (PeerDifference) -> Bool

    private init(_ reason: String, _ applies: @escaping @Sendable (PeerDifference) -> Bool) {
        self.reason = reason
        self.applies = applies
    }

    private static let endpoints: Set<PeerField> = [
        .source, .destination, .sourcePort, .destinationPort, .interface, .translated,
    ]

    /// The first that applies counts.
    static let all = [
        PeerRule("0.0.0.0 and :: are no addresses") {
            ["0.0.0.0", "0000:0000:0000:0000:0000:0000:0000:0000"].contains($0.theirs) && $0.ours.isEmpty
        },
        PeerRule("the device writes Unknown where there is no user") {
            $0.field == .user && $0.theirs == "Unknown" && $0.ours.isEmpty
        },
        PeerRule("the guide has no token for an IPv6 destination") {
            $0.field == .destination && $0.theirs.contains(":") && $0.ours.isEmpty
        },
        PeerRule("ICMP ids, types and codes are no ports") {
            [.sourcePort, .destinationPort].contains($0.field) && $0.ours.isEmpty
                && $0.line.lowercased().contains("icmp")
        },
        PeerRule("a number over 65535 is no port") {
            $0.field == .destinationPort && $0.ours.isEmpty && (Int($0.theirs) ?? 0) > 65_535
        },
        PeerRule("a port that is printed by name gives its number") {
            $0.field == .destinationPort && Int($0.theirs) == nil && Int($0.ours) != nil
        },
        PeerRule("Built outbound: the second endpoint is the source") {
            endpoints.contains($0.field) && $0.isSecondEndpointOfOutbound
        },
        PeerRule("ICMP flows: the foreign address is the source of inbound ones and of those torn down") {
            endpoints.contains($0.field) && ["302020", "302021"].contains($0.id)
        },
        PeerRule("a translated address is natSourceIP, not a destination") {
            ["305011", "305012"].contains($0.id) && [.destination, .destinationPort].contains($0.field)
                && $0.ours.isEmpty
        },
        PeerRule("an assigned address is the source, the public one natSourceIP") {
            ["722051", "751025", "716059"].contains($0.id) && [.source, .destination].contains($0.field)
        },
        PeerRule("IKEv2: Remote is the source, Local the destination") {
            ["750002", "750003", "751025"].contains($0.id) && endpoints.contains($0.field)
        },
        PeerRule("602303 and 602304 are printed between LOCAL and REMOTE") {
            ["602303", "602304"].contains($0.id) && endpoints.contains($0.field)
        },
        PeerRule("the label IP is the user's side, so no destination") {
            ["113019", "721016", "721018"].contains($0.id) && $0.field == .destination && $0.ours.isEmpty
        },
        PeerRule("server = is the destination, never the source") {
            $0.field == .source && $0.ours.isEmpty && $0.line.contains("server = \($0.theirs)")
        },
        PeerRule("313005: the ICMP message itself, not the packet that it quotes") {
            $0.id == "313005" && endpoints.contains($0.field)
        },
        PeerRule("405001: the sender of an ARP packet is a source") {
            $0.id == "405001" && $0.field == .destination
        },
        PeerRule("607001: the first endpoint is the source") {
            $0.id == "607001" && endpoints.contains($0.field)
        },
        PeerRule("the interface of the destination has no token") {
            $0.field == .interface && $0.ours.isEmpty && $0.line.contains(" to \($0.theirs):")
        },
        PeerRule("a port that the text does not state is not invented") {
            $0.field == .destinationPort && $0.id == "315011" && $0.ours.isEmpty
        },
        PeerRule("210007: a translation that failed has no endpoints") { $0.id == "210007" && $0.ours.isEmpty },
        PeerRule("a UPN stays whole in sourceUser, and has no domain") {
            [.user, .domain].contains($0.field)
                && ($0.ours.hasPrefix($0.theirs + "@") || $0.line.contains("@" + $0.theirs))
        },
        PeerRule("no character whitelist: $ belongs to the user") {
            $0.field == .user && $0.ours == $0.theirs + "$"
        },
        PeerRule("the part next to the user is the domain, and is no group") {
            [.domain, .group].contains($0.field) && $0.line.contains("LOCAL\\testgroup\\testuser")
        },
        PeerRule("the message's user, not enable_15") { $0.field == .user && $0.theirs == "enable_15" },
        PeerRule("a sign for no user is none") {
            $0.field == .user && $0.ours.isEmpty && $0.line.contains("User: \($0.theirs)")
        },
        PeerRule("a name that the donor of the line garbled is taken as printed") {
            $0.field == .user && $0.ours == $0.theirs + " JJJv2"
        },
        PeerRule("a sentence is not its own reason") { $0.field == .reason && $0.ours.isEmpty },
        PeerRule("the reason is what follows the words that announce it") {
            $0.field == .reason && $0.theirs.contains($0.ours)
        },
        PeerRule("a denied packet is a Failure") {
            $0.field == .outcome && $0.theirs == "success" && $0.ours == "failure"
        },
        PeerRule("progress, notices and statistics have no outcome") { $0.field == .outcome && $0.ours.isEmpty },
        PeerRule("the guide's words for an outcome") {
            $0.field == .outcome && ["failed", "succeeded", "unknown"].contains($0.theirs)
        },
        PeerRule("an application protocol that no word of the text names as one is none") {
            $0.field == .networkProtocol && $0.ours.isEmpty
        },
        PeerRule("the protocol as printed") { $0.field == .networkProtocol && $0.ours == "6" },
        PeerRule("one policy: the rule that was hit") {
            $0.field == .policy && $0.theirs.split(separator: "|").contains(Substring($0.ours))
        },
        PeerRule("a blacklist of the dynamic filter is no policy") {
            $0.field == .policy && $0.theirs == "dynamic" && $0.ours.isEmpty
        },
        PeerRule("the level of the tag, not the priority's") {
            $0.field == .severity && $0.line.contains("FTD<Up>-4")
        },
        PeerRule("the header's time, not FirstPacketSecond") {
            $0.field == .time && $0.id.hasPrefix("43000") && $0.line.contains("FirstPacketSecond")
        },
        PeerRule("no zone is UTC; beats' own tests run at -02:00") {
            $0.field == .time && $0.peer.hasPrefix("elastic__beats") && $0.isTwoHoursLater
        },
        PeerRule("the verb that the text prints, through the guide's action table") { $0.field == .action },
    ]
}
