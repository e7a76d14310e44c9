// Lines that somebody makes who wants to stop the worker: one piece repeated to a length, behind or before what devices
// and shippers print. For the tests of this target and for Tests/Doubling.

@testable import Normalization

/// A line made of one piece, as long as wanted.
struct HostileLine {
    var beginning: String
    var piece: [UInt8]
    var ending = ""

    /// The line with as many pieces as fit into `size` bytes.
    func bytes(_ size: Int) -> [UInt8] {
        let count = (size - beginning.utf8.count - ending.utf8.count) / piece.count
        return beginning.utf8 + Array(repeatElement(piece, count: max(0, count)).joined()) + ending.utf8
    }

    /// What the line is made of, for messages.
    var text: String {
        "\(beginning)\(String(decoding: piece, as: UTF8.self).debugDescription)...\(ending)"
    }

    /// Growth of the work that a line twice as long may make: somewhat more than twice, for what no line has enough of.
    static let linear = 2.3

    /// What stands around the pieces: texts that end where somebody else's begins, a header, and records of shippers.
    static let frames: [(beginning: String, ending: String)] = [
        ("", ""),
        ("", " %ASA-6-113039: Group <a> User <b> IP <192.0.2.1> AnyConnect parent session started."),
        ("<166>1 2020-11-03T09:50:01Z fw1 asa 7 - [a b=\"", "\"] %ASA-6-113039: Group <a> User <b> IP <192.0.2.1> x"),
        ("{\"message\":\"%ASA-6-113039: Group <a> User <", ""),
        ("{\"a\":\"", "\",\"message\":\"%ASA-6-113039: Group <a> User <b> IP <192.0.2.1> x\"}"),
        ("<a><m>%ASA-6-113039: Group &lt;a&gt; User &lt;", "</m></a>"),
        ("CEF:0|a|b|c|d|e|f|rt=", " msg=%ASA-6-113039: Group <a> User <b> IP <192.0.2.1> x\\="),
        ("time:a\thost:", "\tident:%ASA-6-113039\tmessage:Group <a> User <b> IP <192.0.2.1> x"),
        ("[{\"message\":\"%ASA-6-113039: x\"},", "{\"message\":\"%ASA-6-113039: y\"}]"),
        ("%ASA-6-999999: ", ""),
        ("%ASA-6-999999: User <a ", ""),
        ("%ASA-6-113039: Group <a> User <", ""),
        ("%ASA-6-113039: Group a User ", ""),
        ("%ASA-4-713119: Group = a, Username = ", ""),
        ("%ASA-6-113005: AAA user authentication Rejected : reason = a : server = 192.0.2.1 : user = ", ""),
        ("%ASA-6-106102: access-list a permitted tcp for user ", ""),
        ("%ASA-6-302013: Built inbound TCP connection 4 for outside:192.0.2.1/1(", ""),
        ("%ASA-5-722012: Group <a> User <b> IP <192.0.2.1> SVC Message: 16/NOTICE: ", ""),
    ]

    /// What shippers make of lines, each kind of record once.
    static let records = [
        #"{"hostname":"fw1","syslog":{"priority":166},"@timestamp":"2021-06-01T11:29:03Z","#
            + #""message":"%ASA-6-113012: x"}"#,
        #"{"log":{"source":{"address":"192.0.2.9:514"}},"event":{"original":"<166>\u0025%ASA-6-113012: user = x"}}"#,
        #"{"timestamp":"2021-06-01T11:29:03Z","host":{"hostname":"fw1"},"#
            + #""process":{"name":"%ASA-6-113012"},"message":"x"}"#,
        #"{"timeUnixNano":"1622546943000000000","body":{"stringValue":"x"},"attributes":[{"key":"appname","#
            + #""value":{"stringValue":"%ASA-6-113012"}},{"key":"hostname","value":{"stringValue":"fw1"}}]}"#,
        #"[{"message":"%ASA-6-113012: user = x"},{"message":"<166>Jun 01 2021 11:30:00 fw2 : %ASA-6-113012: y"}]"#,
        "<a><m>Jun 01 2021 11:29:03 fw1 : %ASA-6-113039: Group &lt;Dev&gt; User &lt;kim&gt;</m><b>c</b></a>",
        #"CEF:0|Cisco|ASA||1|x|Low|rt=1622546943000 rawEvent=<166>fw1 : %ASA-6-113012: user \= x"#,
        "time:2021-06-01T11:29:03Z\thost:fw1\tident:%ASA-6-113039\tmessage:Group <Dev> User <kim>",
        "syslog,appname=%ASA-6-113039,hostname=fw1 message=\"Group <Dev> User <kim>\",timestamp=1622546943000000000i",
        "2021-06-01T11:29:04Z stdout F <166>Jun 01 2021 11:29:03: %ASA-6-113012: user = x#000",
        "2021-06-01T11:29:03Z\tfw1\tlocal4\tinfo\t%ASA-6-113012:, user = x",
    ].map { Array($0.utf8) }

    private static let marks = Array("<>(\"\\:=, ".utf8)

    /// Each byte, each pair of those that lines are built of, each label with and without a value, and nests.
    static let pieces: [[UInt8]] =
        (0...255).map { [UInt8($0)] } + marks.flatMap { first in marks.map { [first, $0] } }
        + (Forgery.labels + Forgery.tags + glued + nests).map { Array($0.utf8) }

    /// Labels with nothing behind them that ends their value: each one stands in the value of the one before it.
    private static let glued = [
        "TunnelGroup <", "GroupPolicy <", "Group <", "Group=", "Group = ", "User <", "User=", "Username=",
        "Username = ",
        "user = ", "user IP=", "user IP = ", "IPv4 Address <", "IPv6 address <", "Assigned IP=", "IP <", "IP=", "IP = ",
        "ip <", "server=", "server = ", "reason=", "reason = ", "Reason:", "Session=0x", "SVC Message:",
        "(user= ", "(user=", "(IP=", "IP=x ", "IP = x, ", "Group=a,User=b,IP=c ", "user=x : user IP = ", "> IP <1> ",
        "> IP <192.0.2.1> ", "/> IP <1> ", "a\\b", "%ASA-", "ASA-6-", "%ASA-a-6-11303", "\n%ASA-6-113039: ",
        "<166>%ASA-6-113039: ", "outside:192.0.2.1/1 ", "(LOCAL\\a) ", "Jan 01 2001 00:00:00 ",
        "a=2001-01-01T00:00:00Z ",
        "message repeated 2 times: [", "SrcIP: 192.0.2.1, ", "User: a, ",
    ]

    private static let nests = [
        "{\"a\":\"", "{\"a\":", "[", "[[", "{", "{}", "\"a\":\"b\",", "\\\"", "\\\\", "\\u005c", "\\u0022", "\\n",
        "{\\\"message\\\":\\\"",
        "{\"message\":\"%ASA-6-113039: x\"},", "\",\"a\":\"%ASA-6-113039: x", "\",\"a\":\"%ASA-6-113039:", "<<<>>>",
        "()", "((",
    ]

    /// Bytes of the longest lines, each twice as long as the one before.
    static let sizes = [8192, 16_384, 32_768, 65_536, 131_072, 262_144]

    /// Settings that never find a line too costly, so that no line looks linear because it was given up.
    static let settings: NormalizerSettings = {
        var settings = NormalizerSettings()
        settings.stepsPerByte = 1 << 24
        return settings
    }()

    /// Every line of a piece in a frame.
    static let framed: [HostileLine] = frames.flatMap { frame in
        pieces.map { HostileLine(beginning: frame.beginning, piece: $0, ending: frame.ending) }
    }

    /// Every wording of the catalogue repeated in the text of its own message, and in the name of a user of it.
    static let worded: [HostileLine] = Messages.all.flatMap { message in
        Set(message.formats.flatMap { literals($0.pieces) }).sorted().flatMap { literal in
            let number = String(repeating: "0", count: max(0, 6 - "\(message.id)".count)) + "\(message.id)"
            return ["", "Group <a> User <b"].map { name in
                HostileLine(beginning: "%ASA-6-\(number): \(name)", piece: Array(literal.utf8))
            }
        }
    }

    /// A line in records in records, as often as given.
    static func nested(_ depth: Int) -> [UInt8] {
        let text = (0..<depth).reduce("%ASA-6-113039: Group <a> User <b> IP <192.0.2.1> x") { text, _ in
            let escaped = text.flatMap { $0 == "\\" || $0 == "\"" ? "\\\($0)" : "\($0)" }
            return "{\"message\":\"\(String(escaped))\"}"
        }
        return Array(text.utf8)
    }

    /// Bytes looked at for a line.
    static func work(_ line: [UInt8], _ normalizer: inout Normalizer) -> Int {
        var output = OutputBuffer()
        let envelope = Envelope(position: RecordPosition(namespace: 0, partition: 0, offset: 0), receivedAt: 0)
        return Work.count { _ = normalizer.normalize(line.span, envelope, into: &output) }
    }

    private static func literals(_ pieces: [MessageFormat.Piece]) -> [String] {
        pieces.flatMap { piece -> [String] in
            switch piece {
            case .literal(let text): [text]
            case .words(_, let words): words.map(\.text)
            case .optional(let inner): literals(inner)
            default: []
            }
        }
    }
}
