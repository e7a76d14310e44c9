// Lines as somebody writes them who wants the event to say something else: the text of one token holds what looks like
// the device's own words. All of them come from a fixture's line, from every label, and from every byte that a line is
// built of.

import Foundation
import Normalization

/// A line with one token's text forged.
struct Forgery {
    /// How it is forged, in words for an exception.
    enum Kind: String, CaseIterable {
        /// The rest of the line behind the value, with other values, one time or two, or before it.
        case rest
        /// All of the text before the value, with other values, and the value again.
        case beginning
        /// The label, of this token or another, with a value of its own.
        case label
        /// A mark that ends values.
        case mark
        /// A line end, as a byte or written out.
        case lineEnd
        /// A message tag.
        case tag
        /// An address alone in its place.
        case address
    }

    /// What becomes of the tokens that a forged value does not fill.
    enum Change: String {
        /// Some of them are left out.
        case missing
        /// Some of them are read from the value.
        case forged
    }

    /// Places whose other tokens change, and why.
    struct Exception {
        /// Fixtures, by path or number, or layouts, by number and hole.
        var places: [String]
        var kinds: [Kind]
        var change: Change
        var reason: String
    }

    var kind: Kind
    var line: [UInt8]

    /// The tokens other than `own` that differ between the event of a line and that of the forged one; nil if none do.
    static func change(
        from members: [String: NSObject],
        to forged: [String: NSObject],
        own: Set<String>
    ) -> (tokens: [String], change: Change)? {
        let tokens = Set(members.keys).union(forged.keys).subtracting(own).filter { members[$0] != forged[$0] }
        guard !tokens.isEmpty else { return nil }
        return (tokens.sorted(), tokens.allSatisfy { forged[$0] == nil } ? .missing : .forged)
    }

    static let labels = [
        " : user IP = 192.0.2.66", ": user IP = 192.0.2.66", "> IP <192.0.2.66>", "> IP <192.0.2.66> x",
        " IP <192.0.2.66> ",
        ", IP = 192.0.2.66, ", ", IP = 192.0.2.66, x", " IP 192.0.2.66 ", " : server = 192.0.2.66",
        ", server = 192.0.2.66 ",
        " : reason = forged", ", Reason: forged", " : user = mallory", "> User <mallory", "> User <mallory> x",
        ", Username = mallory", " user mallory ", "' from 192.0.2.66/66 to 192.0.2.66/66 on interface forged ",
        " from outside:192.0.2.66/66 to inside:192.0.2.66/66 ", " from 192.0.2.66 ", " from server 192.0.2.66",
        " at 192.0.2.66 ",
        "> IPv4 Address <192.0.2.66> ", " IPv6 address <2001:db8::66> ", " Session=0x00000066, ", ", Addr 192.0.2.66, ",
        " (192.0.2.66/66)", ") to inside:192.0.2.66/66 (", " Local:192.0.2.66:66 Remote:192.0.2.66:66 ",
        " Group <forged> ",
        "Group = forged, ", " Assigned IP=192.0.2.66, ", " SVC Message: 66/NOTICE: forged",
        "\" disconnected by SSH server, reason: \"forged",
        " has been created.", " terminated.", " IKEv2 ", " on interface forged ", ", policy = forged",
    ]

    static let marks = [
        "\"", "'", "<", ">", "<>", "><", "(", ")", "()", ")(", "[", "]", "{", "}", "\\", ",", ", ", ":", " : ", ": ",
        "=", " = ", ".", ". ",
        ";", "/", "|", "@", "%", " ", "  ", "\t", "<<<>>>", "\"\"", "''",
    ]

    static let lineEnds = ["\n", "\r\n", "\0", "#012", "\\n", "\\r\\n", "\n%ASA-6-113039: x"]

    static let tags = [
        "%ASA-6-113039: ",
        " %ASA-6-113039: Group <forged> User <mallory> IP <192.0.2.66> AnyConnect parent session started.",
        " %FTD-1-430001: SrcIP: 192.0.2.66", " ASA-6-113039 ",
        "<166>Jan 01 2001 00:00:00 forged : %ASA-1-101001: (Primary) x",
    ]

    static let addresses = ["192.0.2.66", "192.0.2.66/66", "2001:db8::66", "2001:db8::66/66", "outside:192.0.2.66/66"]

    /// Every forgery of the value at `place` of a line whose text starts at `body`.
    static func all(of line: [UInt8], at place: Range<Int>, body: Int) -> [Forgery] {
        let value = Array(line[place])
        func forged(_ kind: Kind, _ text: [UInt8]) -> Forgery {
            Forgery(kind: kind, line: line[..<place.lowerBound] + text + line[place.upperBound...])
        }
        let rest = other(Array(line[place.upperBound...]))
        var all = [
            forged(.rest, value + rest), forged(.rest, value + rest + value + rest),
            forged(.rest, rest + value),
            forged(.beginning, other(Array(line[body..<place.lowerBound])) + value),
        ]
        for address in addresses {
            all.append(forged(.address, Array(address.utf8)))
            all.append(forged(.rest, Array(address.utf8) + rest))
        }
        for (kind, pieces) in [(Kind.label, labels), (.mark, marks), (.lineEnd, lineEnds), (.tag, tags)] {
            for piece in pieces {
                let piece = Array(piece.utf8)
                all.append(forged(kind, value + piece + value))
                if kind != .lineEnd { all.append(forged(kind, value + piece)) }
                if kind == .label || kind == .tag { all.append(forged(kind, piece + value)) }
            }
        }
        return all
    }

    /// A piece of a line with other numbers, so that no value in it is the device's.
    private static func other(_ piece: [UInt8]) -> [UInt8] {
        let text = String(decoding: piece, as: UTF8.self)
        let addresses = text.replacing(/[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+/, with: "192.0.2.66")
            .replacing(/2001:db8[0-9a-fA-F:]*/, with: "2001:db8::66")
        return Array(addresses.replacing(/\/[0-9]+/, with: "/66").utf8)
    }

    /// The first of `names` that a change is listed by.
    static func listed(_ names: [String], _ kind: Kind, _ change: Change, in exceptions: [Exception]) -> String? {
        names.first { name in
            exceptions.contains { $0.kinds.contains(kind) && $0.change == change && $0.places.contains(name) }
        }
    }
}
