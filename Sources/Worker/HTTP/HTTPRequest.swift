// The head of an HTTP request, as far as a server of four pages has to understand it. Pure.

struct HTTPRequest: Equatable {
    /// What the bytes so far are.
    enum Parsed: Equatable {
        /// The head is not there yet.
        case incomplete
        /// It is not HTTP.
        case malformed
        case request(HTTPRequest)
    }

    /// Longest head that is read, in bytes.
    static let longestHead = 8192

    var method: String
    /// The path without its query.
    var path: String

    /// Reads the head that `bytes` begin with.
    static func parse(_ bytes: [UInt8]) -> Parsed {
        guard let end = headEnd(bytes) else { return bytes.count >= longestHead ? .malformed : .incomplete }
        let head = String(decoding: bytes[..<end], as: UTF8.self)
        let line = head.split(separator: "\r\n", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[2].hasPrefix("HTTP/1."), words[1].hasPrefix("/"), !words[0].isEmpty else {
            return .malformed
        }
        let path = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)[0]
        return .request(HTTPRequest(method: String(words[0]), path: String(path)))
    }

    private static func headEnd(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        for index in 3..<bytes.count where bytes[index] == 10 && bytes[index - 1] == 13 && bytes[index - 2] == 10 {
            return index - 3
        }
        return nil
    }
}

struct HTTPResponse {
    var status: String
    var type = "text/plain; charset=utf-8"
    var body: String

    /// The bytes to send; a HEAD request gets no body.
    func bytes(forHead isHead: Bool) -> [UInt8] {
        let body = Array(self.body.utf8)
        let head =
            "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.count)\r\n"
            + "Cache-Control: no-store\r\nConnection: close\r\n\r\n"
        return Array(head.utf8) + (isHead ? [] : body)
    }
}
