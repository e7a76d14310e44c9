// Which holes of a layout hold text that somebody outside chose, and lines in which one of them can be forged.

@testable import Normalization

/// A printed line and the place of one foreign value in it.
struct ForeignHole {
    var line: [UInt8]
    var place: Range<Int>
    /// Where the text of the message begins.
    var body: Int
    var hole: Hole
    /// Whether it is the group of an IKE message's beginning.
    var isIKEGroup: Bool
    /// How users stand behind endpoints in the line, if they do.
    var users: Users?
    /// Whether one of them stands behind the source.
    private var isSourceNamed: Bool

    /// Tokens that the hole fills.
    var own: Set<String> {
        switch hole {
        case .user, .owner, .source, .accessListSource, .requester: ["sourceUser", "sourceDomain"]
        case .destination, .accessListDestination: isSourceNamed ? [] : ["sourceUser", "sourceDomain"]
        default: Set(hole.tokens.map(\.rawValue))
        }
    }

    /// Tokens beside the user that a layout fills with text which somebody outside chose.
    ///
    /// Where the beginning of an IKE message names no user, its group is what the peer calls itself.
    static func tokens(of format: MessageFormat, namesUser: Bool) -> [Token] {
        holes(format.pieces).filter { $0.isForeign && ($0.hole != .group || !$0.isPrefix || !namesUser) }
            .filter { $0.hole != .user && $0.hole != .owner && $0.hole != .text }.flatMap(\.hole.tokens)
    }

    /// How a device names users behind endpoints.
    enum Users: CaseIterable {
        /// Directly behind each, as the identity firewall does.
        case glued
        /// Behind the translated address of each.
        case mapped
        /// Behind a blank and the translated address of the last endpoint alone.
        case apart
        /// Directly behind the first and behind a blank behind the last.
        case both
        /// Directly behind each, without a domain.
        case alone

        /// What stands behind an endpoint, whose name stands before the last byte.
        fileprivate func text(behind hole: Hole, isLast: Bool, translates: Bool) -> String? {
            let translation = translates ? " (203.0.113.10/50189)" : ""
            switch self {
            case .glued: return "(LOCAL\\roe)"
            case .mapped: return "\(translation)(LOCAL\\roe)"
            case .apart: return isLast ? "\(translation) (roe)" : nil
            case .both: return isLast ? "\(translation) (roe)" : "(LOCAL\\roe)"
            case .alone: return "(roe)"
            }
        }
    }

    /// Every foreign hole of a layout, in a line that prints all of it, and in lines where users stand behind
    /// endpoints, who are such, too.
    static func all(of message: Message, _ format: MessageFormat) -> [ForeignHole] {
        let users = format.holes.contains(where: \.isEndpoint) ? Users.allCases : []
        return ([nil] + users).flatMap { all(of: message, format, $0) }
    }

    private static func all(of message: Message, _ format: MessageFormat, _ users: Users?) -> [ForeignHole] {
        let holes = holes(format.pieces)
        let last = holes.lastIndex { $0.hole.isEndpoint }
        let named = holes.indices.filter { holes[$0].hole.isEndpoint }.compactMap { index in
            users?.text(behind: holes[index].hole, isLast: index == last, translates: format.translates)
                .map { (index, $0) }
        }
        let names = Dictionary(uniqueKeysWithValues: named)
        let source = holes.first { $0.hole == .source || $0.hole == .accessListSource || $0.hole == .requester }
        return holes.indices.filter { holes[$0].isForeign || names[$0] != nil }.map { index in
            let hasGroup = holes[index].hole == .group && holes[index].isPrefix
            let header = "<166>Nov 03 2020 09:50:01 fw1 : %ASA-6-\(number(message.id)): "
            var line = Array(header.utf8)
            var place = 0..<0
            var ordinal = 0
            func add(_ hole: Hole) {
                let value = Array(value(of: hole).utf8)
                let start = line.count
                line += value
                if let user = names[ordinal] {
                    line += Array(user.utf8)
                    if ordinal == index { place = line.count - 4..<line.count - 1 }
                } else if ordinal == index {
                    place = start..<line.count
                }
                ordinal += 1
            }
            func add(_ pieces: [MessageFormat.Piece]) {
                for piece in pieces {
                    switch piece {
                    case .literal(let text): line += Array(text.utf8)
                    case .hole(let hole, _): add(hole)
                    case .words(_, let words): line += Array(words[0].text.utf8)
                    case .optional(let inner): add(inner)
                    case .session:
                        addPrefix([("Group <", .group), ("> User <", .user), ("> IP <", .publicAddress)], ">")
                    case .ike where hasGroup: addPrefix([("Group = ", .group), (", IP = ", .publicAddress)], ", ")
                    case .ike:
                        addPrefix([("Group = ", .group), (", Username = ", .user), (", IP = ", .publicAddress)], ", ")
                    }
                }
            }
            func addPrefix(_ parts: [(label: String, hole: Hole)], _ end: String) {
                for part in parts {
                    line += Array(part.label.utf8)
                    add(part.hole)
                }
                line += Array(end.utf8)
            }
            add(format.pieces)
            return ForeignHole(
                line: line,
                place: place,
                body: header.utf8.count,
                hole: holes[index].hole,
                isIKEGroup: hasGroup,
                users: users,
                isSourceNamed: names.keys.contains { holes[$0].hole == source?.hole }
            )
        }
    }

    private static func number(_ id: Int32) -> String {
        String(repeating: "0", count: max(0, 6 - "\(id)".count)) + "\(id)"
    }

    /// The holes in the order printed.
    private static func holes(_ pieces: [MessageFormat.Piece]) -> [(hole: Hole, isForeign: Bool, isPrefix: Bool)] {
        pieces.flatMap { piece -> [(Hole, Bool, Bool)] in
            switch piece {
            case .hole(let hole, let nature): [(hole, nature == .foreign, false)]
            case .optional(let inner): holes(inner)
            case .session: [(.group, false, true), (.user, true, true), (.publicAddress, false, true)]
            case .ike: [(.group, true, true), (.user, true, true), (.publicAddress, false, true)]
            case .literal, .words: []
            }
        }
    }

    private static func value(of hole: Hole) -> String {
        switch hole {
        case .text: "amber"
        case .group: "Dev"
        case .policy: "acl7"
        case .user, .owner: "kim"
        case .reason: "walnut"
        case .sessionID: "0x00925000"
        case .clientMessage: "16"
        case .networkProtocol: "TCP"
        case .action: "skipped"
        case .sourceAddress: "203.0.113.7"
        case .publicAddress: "203.0.113.8"
        case .natAddress: "203.0.113.9"
        case .destinationAddress: "198.51.100.7"
        case .assignedIPv4: "10.9.0.5"
        case .assignedIPv6: "2001:db8::5"
        case .source: "outside:203.0.113.7/50188"
        case .destination: "inside:198.51.100.7/443"
        case .requester: "203.0.113.7"
        case .accessListSource: "outside/203.0.113.7(50188)"
        case .accessListDestination: "inside/198.51.100.7(443)"
        case .local: "198.51.100.7:500"
        case .remote: "203.0.113.7:501"
        case .sourceInterface: "outside"
        case .sourcePort: "50188"
        case .destinationPort: "443"
        }
    }
}
