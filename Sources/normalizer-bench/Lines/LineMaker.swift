// Lines printed from the catalogue with seeded values: the same seed gives the same lines.

internal import Normalization

struct LineMaker {
    /// Messages and how often they come, of all weights together.
    typealias Mix = [(message: Message, weight: Int)]

    private var random: SeededRandom
    private let mix: Mix
    private let total: Int
    /// How many devices send.
    private let devices: Int
    private var made = 0

    /// How many lines a device prints in a second of its own time.
    private static let linesPerSecond = 5

    init(_ mix: Mix, devices: Int = 1, seed: UInt64) {
        self.mix = mix
        self.devices = devices
        total = mix.reduce(0) { $0 + $1.weight }
        random = SeededRandom(state: seed)
    }

    /// A day of a busy headend: so many of a thousand lines are of these families, and in those all messages are
    /// equally frequent.
    static var busyDay: Mix {
        let shares: [(ids: ClosedRange<Int32>, share: Int)] = [
            (302_013...302_016, 600), (106_023...106_023, 60), (106_100...106_100, 40), (725_001...725_007, 120),
            (722_022...722_051, 80), (113_003...113_039, 70), (734_001...734_001, 10), (716_001...716_059, 10),
            (737_006...737_026, 10),
        ]
        return shares.flatMap { ids, share in
            let family = messages(ids)
            return family.map { ($0, max(1, share * 100 / family.count)) }
        }
    }

    /// The messages of some numbers that have layouts.
    private static func messages(_ ids: ClosedRange<Int32>) -> [Message] {
        Messages.all.filter { ids.contains($0.id) && !$0.formats.isEmpty }
    }

    /// The next line, without line end, and the number of the device that sent it, from 1 on.
    ///
    /// Time goes on from line to line.
    mutating func next() -> (line: [UInt8], device: Int) {
        var ticket = random.number(0...total - 1)
        var index = 0
        while ticket >= mix[index].weight {
            ticket -= mix[index].weight
            index += 1
        }
        let message = mix[index].message
        let format = message.formats[0]
        let translates = format.translates
        var values = random
        let printer = FormatPrinter(
            value: { LineMaker.value($0, translates, &values) },
            choice: { values.number(0...$0 - 1) },
            printsOptional: { values.number(0...3) == 0 }
        )
        let text = printer.text(of: format)
        random = values
        let device = random.number(1...devices)
        let time = LineMaker.clock(9 * 3600 + 50 * 60 + made / (LineMaker.linesPerSecond * devices))
        made += 1
        let line = "<166>Nov 03 2020 \(time) \(LineMaker.name(of: device)) : %ASA-6-\(message.id): \(text)"
        return (Array(line.utf8), device)
    }

    /// The name that a device prints.
    static func name(of device: Int) -> String { "vpn\(device).example.com" }

    /// `09:50:01` of a second of the day; the day after goes on with the first.
    private static func clock(_ second: Int) -> String {
        let parts = [second / 3600 % 24, second / 60 % 60, second % 60]
        return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    private static func value(_ hole: Hole, _ translates: Bool, _ random: inout SeededRandom) -> String {
        let port = random.number(1024...65_535)
        switch hole {
        case .group: return random.pick(["Dev", "Remote Access", "Staff"])
        case .user, .owner: return random.pick(["LOCAL\\john.doe", "jane.roe@example.com", "svc$"])
        case .source, .destination:
            let place = "\(random.publicAddress())/\(port)"
            return "outside:\(place)" + (translates ? " (\(place))" : "")
        case .local, .remote: return "\(random.publicAddress()):\(port)"
        case .accessListSource, .accessListDestination: return "outside/\(random.publicAddress())(\(port))"
        case .sourcePort, .destinationPort, .sessionID, .clientMessage: return "\(port)"
        case .networkProtocol: return random.pick(["TCP", "UDP", "TLSv1.2"])
        case .reason: return random.pick(["User Requested", "Idle Timeout", "Transport closing"])
        case .assignedIPv6: return "2001:db8::\(random.number(1...9999))"
        case .sourceAddress, .publicAddress, .assignedIPv4, .natAddress, .destinationAddress, .requester:
            return random.publicAddress()
        case .policy: return "outside_in"
        case .sourceInterface: return "outside"
        case .action, .text: return "\(random.number(1...99_999))"
        }
    }
}
