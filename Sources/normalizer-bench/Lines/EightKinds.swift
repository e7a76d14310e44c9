// Lines of eight message kinds, in the one layout of each that a current device prints. `.ci/bench-rules` holds
// liblognorm's rules for the same text, with the same parts taken out of it.

struct EightKinds {
    static let ids: Set<Int32> = [106_023, 113_005, 302_013, 302_014, 302_015, 302_016, 722_051, 725_002]
    private var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(state: seed) }

    /// The next line, without line end.
    mutating func line() -> [UInt8] {
        let (tag, text) = message()
        let second = random.number(10...59)
        return Array("<166>Nov 03 2020 09:50:\(second) vpn1.example.com : %ASA-\(tag): \(text)".utf8)
    }

    private mutating func message() -> (tag: String, text: String) {
        switch random.number(0...7) {
        case 0:
            let source = "outside:\(random.publicAddress())/\(random.number(1024...65_535))"
            let target = "inside:\(random.privateAddress())/\(random.number(1...1023))"
            let text = "Deny tcp src \(source) dst \(target) by access-group \"outside_in\" [0x5063b82f, 0x0]"
            return ("4-106023", text)
        case 1:
            let text =
                "AAA user authentication Rejected : reason = AAA failure : server = \(random.privateAddress())"
                + " : user = \(user()) : user IP = \(random.publicAddress())"
            return ("6-113005", text)
        case 2: return ("6-302013", "Built inbound TCP \(connection())")
        case 3: return ("6-302014", "Teardown TCP \(ended()) TCP FINs")
        case 4: return ("6-302015", "Built inbound UDP \(connection())")
        case 5: return ("6-302016", "Teardown UDP \(ended())")
        case 6:
            let session = "Group <Staff> User <\(user())> IP <\(random.publicAddress())>"
            return (
                "4-722051", "\(session) IPv4 Address <\(random.privateAddress())> IPv6 address <::> assigned to session"
            )
        default:
            let client = "outside:\(random.publicAddress())/\(random.number(1024...65_535))"
            let text =
                "Device completed SSL handshake with client \(client) to 198.51.100.7/443 for TLSv1.2 session"
            return ("6-725002", text)
        }
    }

    private mutating func user() -> String { random.pick(["john.doe", "jane.roe", "svc-backup"]) }

    private mutating func connection() -> String {
        let source = "\(random.publicAddress())/\(random.number(1024...65_535))"
        let target = "\(random.privateAddress())/\(random.number(1...1023))"
        return
            "connection \(random.number(1...99_999_999)) for outside:\(source) (\(source)) to inside:\(target) (\(target))"
    }

    private mutating func ended() -> String {
        let source = "outside:\(random.publicAddress())/\(random.number(1024...65_535))"
        let target = "inside:\(random.privateAddress())/\(random.number(1...1023))"
        let time = "0:0\(random.number(0...9)):\(random.number(10...59))"
        let bytes = random.number(0...999_999)
        return "connection \(random.number(1...99_999_999)) for \(source) to \(target) duration \(time) bytes \(bytes)"
    }
}
