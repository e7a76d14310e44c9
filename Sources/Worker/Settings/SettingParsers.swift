// Reads the values of settings: counts, sizes, durations, offsets from UTC. nil for anything else. Pure.

/// Readers of setting values.
public enum SettingParsers {
    static func count(_ range: ClosedRange<Int>) -> @Sendable (String) -> Int? {
        { text in Int(text).flatMap { range.contains($0) ? $0 : nil } }
    }

    /// `500`, `64KiB`, `8MiB`, `1GiB`, `10kB`, `8MB`: bytes, at least 1.
    public static func size(_ text: String) -> Int? {
        let units = [
            ("KiB", 1024), ("MiB", 1_048_576), ("GiB", 1_073_741_824), ("kB", 1000), ("MB", 1_000_000),
            ("GB", 1_000_000_000), ("B", 1), ("", 1),
        ]
        return scaled(text, units)
    }

    /// `200ms`, `30s`, `5m`, `2h`: milliseconds, at least 1.
    public static func milliseconds(_ text: String) -> Int? {
        scaled(text, [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)])
    }

    private static func scaled(_ text: String, _ units: [(String, Int)]) -> Int? {
        for (unit, factor) in units where text.hasSuffix(unit) {
            guard let number = Int(text.dropLast(unit.count)), number > 0, number < Int.max / factor else { continue }
            return number * factor
        }
        return nil
    }

    /// The shortest text of a number of bytes.
    static func text(size: Int) -> String {
        let unit = [("GiB", 1_073_741_824), ("MiB", 1_048_576), ("KiB", 1024)].first { size % $0.1 == 0 }
        return unit.map { "\(size / $0.1)\($0.0)" } ?? "\(size)"
    }

    /// The shortest text of a number of milliseconds, in seconds where it can be.
    static func text(milliseconds: Int) -> String {
        milliseconds % 1000 == 0 ? "\(milliseconds / 1000)s" : "\(milliseconds)ms"
    }

    /// `+02:00` of seconds east of UTC.
    public static func text(utcOffset: Int) -> String {
        let minutes = Int(utcOffset.magnitude / 60)
        let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return (utcOffset < 0 ? "-" : "+") + parts.joined(separator: ":")
    }

    /// `+02:00`, `-07:00`, `Z`: seconds east of UTC.
    public static func utcOffset(_ text: String) -> Int? {
        if text == "Z" || text == "UTC" { return 0 }
        let digits = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard let sign = text.first, sign == "+" || sign == "-", digits.count == 2,
            digits.allSatisfy({ $0.count == 2 }),
            let hours = Int(digits[0]), let minutes = Int(digits[1]), (0...14).contains(hours),
            (0..<60).contains(minutes)
        else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    /// `fw1.example.net=+02:00`: a device and its seconds east of UTC.
    static func deviceOffset(_ text: String) -> (device: String, seconds: Int)? {
        guard let (device, offset) = deviceZone(text), let seconds = utcOffset(offset) else { return nil }
        return (device, seconds)
    }

    /// `fw1.example.net=Europe/Berlin`: a device and what its clock goes by.
    static func deviceZone(_ text: String) -> (device: String, zone: String)? {
        guard let equals = text.lastIndex(of: "=") else { return nil }
        let device = text[..<equals].trimmingBlanks()
        let zone = text[text.index(after: equals)...].trimmingBlanks()
        return device.isEmpty || zone.isEmpty ? nil : (String(device), String(zone))
    }

    /// What librdkafka takes in front of a broker's name (rd_kafka_broker_name_parse).
    private static let protocols = ["plaintext", "ssl", "sasl_plaintext", "sasl_ssl"]

    /// `kafka1:9092,kafka2:9092`: brokers as librdkafka reads them; a protocol in front and a missing port are allowed.
    static func brokers(_ text: String) -> String? {
        let brokers = text.split(separator: ",", omittingEmptySubsequences: false)
        return brokers.allSatisfy { isBroker($0.trimmingBlanks()) } ? text : nil
    }

    private static func isBroker(_ text: Substring) -> Bool {
        var address = text
        if let slashes = text.firstRange(of: "://") {
            guard protocols.contains(text[..<slashes.lowerBound].lowercased()) else { return false }
            address = text[slashes.upperBound...]
        }
        var host = address
        // The colons of an address of IPv6 stand inside brackets.
        let bracket = address.lastIndex(of: "]")
        if let colon = address.lastIndex(of: ":"), bracket.map({ $0 < colon }) ?? true {
            let port = address[address.index(after: colon)...]
            guard port.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(port),
                (1...65_535).contains(number)
            else { return false }
            host = address[..<colon]
        }
        if host.hasPrefix("["), host.hasSuffix("]") { return host.count > 2 }
        return !host.isEmpty && !host.contains { $0.isWhitespace || $0 == ":" || $0 == "/" || $0 == "[" || $0 == "]" }
    }

    /// `asa.raw`, `asa.raw,fw.raw`, `^fw\.`: names, each once, or one pattern.
    public static func topics(_ text: String) -> InputTopics? {
        if text.hasPrefix("^") { return InputTopics.find(text, among: []) == nil ? nil : .matching(text) }
        let names = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0.trimmingBlanks()) }
        return names.allSatisfy { topic($0) != nil } && Set(names).count == names.count ? .named(names) : nil
    }

    /// A name that Kafka takes for a topic.
    static func topic(_ text: String) -> String? {
        let allowed = text.utf8.allSatisfy(\.isOfName)
        return allowed && !text.isEmpty && text.utf8.count <= 249 && text != "." && text != ".." ? text : nil
    }
}
