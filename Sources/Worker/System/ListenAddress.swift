// Where a server listens, as users write it. Text only: what a name stands for is asked when it is listened on.

internal import Glibc

/// Where a server listens.
public struct ListenAddress: Sendable, Equatable, CustomStringConvertible {
    /// An IPv4 address, an IPv6 address in brackets or a name; empty for all interfaces.
    public var host: String
    /// A port; 0 takes a free one.
    public var port: UInt16

    /// Reads `127.0.0.1:9464`, `[::1]:9464`, `localhost:9464` or `:9464`, which means all interfaces; nil for anything
    /// else.
    public init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            return nil
        }
        let host = String(text[..<colon])
        guard host.isEmpty || ListenAddress.isBracketed(host) || ListenAddress.isName(host) else { return nil }
        self.host = host
        self.port = port
    }

    /// `host:port`.
    public var description: String { "\(host):\(port)" }

    /// The host without the brackets; nil for all interfaces.
    var bareHost: String? { host.isEmpty ? nil : host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host }

    private static func isBracketed(_ host: String) -> Bool {
        var address = in6_addr()
        guard host.hasPrefix("["), host.hasSuffix("]") else { return false }
        // SAFETY: inet_pton reads the text and fills the structure that it is handed.
        return unsafe inet_pton(AF_INET6, String(host.dropFirst().dropLast()), &address) == 1
    }

    /// Whether it is an address of four numbers or may be a name (RFC 1123): one of numbers and dots alone is none.
    private static func isName(_ host: String) -> Bool {
        var address = in_addr()
        // SAFETY: as above.
        if unsafe inet_pton(AF_INET, host, &address) == 1 { return true }
        let isMadeOfNumbers = host.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 }
        return !isMadeOfNumbers && host.utf8.allSatisfy(\.isOfName)
    }
}
