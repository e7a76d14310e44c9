// What other parsers' test suites say of a line, as values of the guide's tokens: their fields where one maps onto a
// token, written in the token's form. Their own taxonomies, and what the guide has no token for, are left out.

import Foundation
import Testing

/// One line that a peer says something of.
struct PeerExpectation {
    /// One value of a peer.
    struct Claim {
        var field: PeerField
        var value: String
    }

    /// The file, without its suffix.
    var peer: String
    var line: String
    var claims: [Claim]

    /// All that the peers of a folder say.
    static func all(in folder: URL) throws -> [PeerExpectation] {
        let suffix = ".expected.jsonl"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(suffix) }
        return try files.sorted().flatMap { file in
            let peer = String(file.dropLast(suffix.count))
            return try Data(contentsOf: folder.appending(path: file)).split(separator: UInt8(ascii: "\n")).compactMap {
                try PeerExpectation(peer, Data($0))
            }
        }
    }

    /// nil where the peer asserts nothing.
    private init?(_ peer: String, _ json: Data) throws {
        let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: NSObject])
        guard object["asserted"] as? Bool != false, let raw = object["raw"] as? String,
            let fields = object["expected"] as? [String: NSObject]
        else { return nil }
        self.peer = peer
        line = raw
        claims = PeerField.allCases.compactMap { field in
            let values = field.keys.compactMap { fields[$0] }.compactMap { field.value($0, of: peer) }
            return values.first.map { Claim(field: field, value: $0) }
        }
        if claims.isEmpty { return nil }
    }
}

/// What of a peer's fields maps onto a token.
enum PeerField: String, CaseIterable {
    case messageID, severity, host, time, source, destination, sourcePort, destinationPort, translated, interface
    case networkProtocol = "protocol"
    case user, domain, group, policy, session, reason, outcome, action

    /// The peers' names for it; the first that is there counts.
    var keys: [String] {
        switch self {
        case .messageID: ["message_id"]
        case .severity: ["severity"]
        case .host: ["host"]
        case .time: ["timestamp", "timestamp_ms", "timestamp_epoch"]
        case .source: ["source_ip", "src_ip", "ip_src_addr"]
        case .destination: ["destination_ip", "dst_ip", "ip_dst_addr", "target_ip", "server_ip", "server"]
        case .sourcePort: ["source_port", "src_port", "ip_src_port"]
        case .destinationPort: ["destination_port", "dst_port", "ip_dst_port"]
        case .translated: ["source_nat_ip"]
        case .interface: ["cisco.source_interface", "ingress_interface", "src_interface", "interface"]
        case .networkProtocol: ["transport", "protocol", "proto"]
        case .user: ["user", "source_user", "cisco.source_username"]
        case .domain: ["source_user_domain"]
        case .group: ["group", "cisco.webvpn.group_name"]
        case .policy: ["cisco.rule_name", "acl"]
        case .session: ["cisco.connection_id", "connection"]
        case .reason: ["reason", "cisco.rejection_reason"]
        case .outcome: ["outcome", "event_result"]
        case .action: ["action"]
        }
    }

    /// The value in the form that `found` gives ours; nil where the peer's is none of this token.
    func value(_ object: NSObject, of peer: String) -> String? {
        let texts = (object as? [NSObject] ?? [object]).filter { !($0 is NSNull) }.map { "\($0)" }
        let text = texts.joined(separator: "|")
        guard !text.isEmpty else { return nil }
        switch self {
        case .severity: return text.count == 1 ? text : nil
        case .time: return PeerTime.text(of: text)
        case .source, .destination, .translated:
            let bytes = Array(text.utf8)
            return PeerAddress.text(bytes)
        case .networkProtocol, .outcome, .reason: return text.lowercased()
        case .action: return peer.hasPrefix("apache__metron") ? text.lowercased() : nil
        default: return text
        }
    }

    /// What the event says, in the same form; empty if nothing.
    func found(in event: [String: NSObject]) -> String {
        func member(_ key: String) -> String { event[key].map { "\($0)" } ?? "" }
        switch self {
        case .messageID: return String(member("deviceEventId").suffix(6))
        case .severity: return member("deviceSeverity")
        case .host: return member("deviceHost")
        case .time: return String(member("eventTime").prefix(6)) + member("eventTime").suffix(9)
        case .source: return event["sourceIpv4"] == nil ? member("sourceIpv6") : member("sourceIpv4")
        case .destination: return member("destinationIpv4")
        case .sourcePort: return member("sourcePort")
        case .destinationPort: return member("destinationPort")
        case .translated: return member("natSourceIP")
        case .interface: return member("sourceInterface")
        case .networkProtocol: return member("protocol").lowercased()
        case .user: return member("sourceUser")
        case .domain: return member("sourceDomain")
        case .group: return member("group")
        case .policy: return member("policy")
        case .session: return member("sessionId")
        case .reason: return member("reason").lowercased()
        case .outcome: return member("outcome").lowercased()
        case .action: return PeerField.verbs[member("action")] ?? member("action").lowercased()
        }
    }

    /// The guide's values, and the words that the peer keeps for them.
    private static let verbs = ["Allow": "built", "Block": "teardown", "Discarded": "discarded"]
}
