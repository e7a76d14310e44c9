// A few figures out of librdkafka's statistics. Looks for their names; reads nothing else of the JSON. Pure.

struct StatisticsReader {
    private let bytes: [UInt8]

    init(_ json: String) { bytes = Array(json.utf8) }

    var isConsumer: Bool {
        !places(of: "\"type\": \"consumer\"").isEmpty || !places(of: "\"type\":\"consumer\"").isEmpty
    }

    var isAnyBrokerUp: Bool { !places(of: "\"state\":\"UP\"").isEmpty }

    /// The sum of all `fetchq_size`: bytes of records fetched and not yet handed out.
    var fetchedBytes: Int { places(of: "\"fetchq_size\":").reduce(0) { $0 + number(at: $1) } }

    /// `msg_size`: bytes of records produced and not yet answered for.
    var producedBytes: Int { places(of: "\"msg_size\":").first.map { number(at: $0) } ?? 0 }

    /// The indices behind each occurrence of a text.
    private func places(of text: String) -> [Int] {
        let text = Array(text.utf8)
        var found: [Int] = []
        var index = 0
        while index + text.count <= bytes.count {
            if bytes[index] == text[0], bytes[index..<index + text.count].elementsEqual(text) {
                index += text.count
                found.append(index)
            } else {
                index += 1
            }
        }
        return found
    }

    private func number(at start: Int) -> Int {
        var value = 0
        for byte in bytes[start...].drop(while: { $0 == 32 }) {
            guard (48...57).contains(byte) else { break }
            value = value &* 10 &+ Int(byte - 48)
        }
        return value
    }
}
