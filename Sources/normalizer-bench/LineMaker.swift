// Lines of a busy headend, printed from the catalogue with seeded values: the same seed gives the same
// lines. The mix is mostly flows, then handshakes, sessions and logins.

internal import Normalization

/// Makes syslog lines.
struct LineMaker {
    private var random: Generator
    private let formats: [(message: Message, weight: Int)]
    private let total: Int

    /// Share of each message family in a hundred lines; other families of the catalogue are not drawn.
    private static let weights: [ClosedRange<Int32>: Int] = [
        302_013...302_016: 60, 106_023...106_023: 6, 106_100...106_100: 4, 725_001...725_007: 12, 722_022...722_051: 8,
        113_003...113_039: 7, 734_001...734_001: 1, 716_001...716_059: 1, 737_006...737_026: 1,
    ]

    init(seed: UInt64) {
        random = Generator(state: seed)
        var formats: [(message: Message, weight: Int)] = []
        for (range, share) in LineMaker.weights.sorted(by: { $0.key.lowerBound < $1.key.lowerBound }) {
            let family = Messages.all.filter { range.contains($0.id) && !$0.formats.isEmpty }
            for message in family { formats.append((message, max(1, share * 100 / family.count))) }
        }
        self.formats = formats
        total = formats.reduce(0) { $0 + $1.weight }
    }

    /// The next line, without line end.
    mutating func line() -> [UInt8] {
        var ticket = Int.random(in: 0..<total, using: &random)
        var index = 0
        while ticket >= formats[index].weight {
            ticket -= formats[index].weight
            index += 1
        }
        let message = formats[index].message
        var random = self.random
        let printer = FormatPrinter(
            value: { LineMaker.value($0, &random) },
            choice: { Int.random(in: 0..<$0, using: &random) },
            printsOptional: { Int.random(in: 0..<4, using: &random) == 0 }
        )
        let text = printer.text(of: message.formats[0])
        self.random = random
        let second = Int.random(in: 10..<60, using: &self.random)
        return Array("<166>Nov 03 2020 09:50:\(second) vpn1.example.com : %ASA-6-\(message.id): \(text)".utf8)
    }

    private static func value(_ hole: Hole, _ random: inout Generator) -> String {
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        let address = "203.0.\(number(0...255)).\(number(1...254))"
        switch hole {
        case .group: return ["Dev", "Remote Access", "Staff"][number(0...2)]
        case .user, .owner: return ["LOCAL\\john.doe", "jane.roe@example.com", "svc$"][number(0...2)]
        case .source, .destination, .local, .remote: return "outside:\(address)/\(number(1024...65535))"
        case .accessListSource, .accessListDestination: return "outside/\(address)(\(number(1024...65535)))"
        case .sourcePort, .destinationPort, .sessionID, .clientMessage: return "\(number(1...65535))"
        case .networkProtocol: return ["TCP", "UDP", "TLSv1.2"][number(0...2)]
        case .reason: return ["User Requested", "Idle Timeout", "Transport closing"][number(0...2)]
        case .assignedIPv6: return "2001:db8::\(number(1...9999))"
        case .sourceAddress, .publicAddress, .assignedIPv4, .natAddress, .destinationAddress: return address
        case .policy: return "outside_in"
        case .sourceInterface: return "outside"
        case .action, .text: return "\(number(1...99999))"
        }
    }

    /// SplitMix64.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
