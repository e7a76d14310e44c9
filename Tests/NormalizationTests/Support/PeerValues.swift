// Times and addresses of peers in the forms of the guide's tokens, by code that shares nothing with the product.

import Foundation

/// A moment without its year, which a line may lack: `Nov 03 09:50:01` in UTC.
enum PeerTime {
    private static let reader: DateFormatter = formatter("yyyy-MM-dd'T'HH:mm:ss")
    private static let writer: DateFormatter = formatter("MMM dd HH:mm:ss")

    private static func formatter(_ form: String) -> DateFormatter {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = form
        return formatter
    }

    /// The moment that milliseconds, or ISO 8601 with fraction and zone, say; nil for another form.
    static func text(of text: String) -> String? {
        if let milliseconds = Double(text) {
            return writer.string(from: Date(timeIntervalSince1970: (milliseconds / 1000).rounded(.down)))
        }
        guard let date = reader.date(from: String(text.prefix(19))) else { return nil }
        return writer.string(from: date.addingTimeInterval(-offset(of: text.dropFirst(19))))
    }

    /// Seconds east of UTC of what stands behind the seconds: `.123-02:00`.
    private static func offset(of rest: Substring) -> Double {
        guard let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return 0 }
        let parts = rest[rest.index(after: sign)...].split(separator: ":").compactMap { Double($0) }
        guard parts.count == 2 else { return 0 }
        return (rest[sign] == "-" ? -1 : 1) * (parts[0] * 3600 + parts[1] * 60)
    }
}

/// An address as the guide writes it.
enum PeerAddress {
    /// Dotted quad, or eight groups of four upper-case digits; nil for a name.
    static func text(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains(":") else { return isQuad(text) ? text : nil }
        let halves = text.components(separatedBy: "::")
        let groups = halves.map { $0.split(separator: ":").map(String.init) }
        guard halves.count <= 2, groups.joined().allSatisfy({ $0.count <= 4 && Int($0, radix: 16) != nil }) else {
            return nil
        }
        let missing = 8 - groups.joined().count
        let filled = halves.count == 2 ? groups[0] + Array(repeating: "0", count: missing) + groups[1] : groups[0]
        guard filled.count == 8 else { return nil }
        return filled.map { String(repeating: "0", count: 4 - $0.count) + $0.uppercased() }.joined(separator: ":")
    }

    private static func isQuad(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
