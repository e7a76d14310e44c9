// One GET to the worker's own server, for a health check in an image without shell and curl. Main thread.

internal import Glibc
internal import Worker

enum HTTPProbe {
    /// The status code and the body that a worker on this machine answers with; nil if none answers within three
    /// seconds.
    static func get(_ path: String, _ address: ListenAddress) -> (status: Int, body: String)? {
        for place in SocketAddress.toConnect(address) {
            if let answer = get(path, place) { return answer }
        }
        return nil
    }

    private static func get(_ path: String, _ place: SocketAddress) -> (status: Int, body: String)? {
        let descriptor = socket(place.family, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var patience = timeval(tv_sec: 3, tv_usec: 0)
        // SAFETY: each call only reads the structure or text that it is handed, with its own size.
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            unsafe setsockopt(descriptor, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
        }
        let isConnected = place.connect(descriptor)
        let request = Array("GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
        guard isConnected, unsafe send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count
        else { return nil }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            // SAFETY: recv(2) writes at most `count` bytes into the buffer that the closure lends.
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) }
            guard count > 0 else { break }
            answer += buffer[..<count]
        }
        let text = String(decoding: answer, as: UTF8.self)
        guard let status = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        let body = lines.drop { !$0.isEmpty }.dropFirst().joined(separator: "\r\n")
        return (status, body)
    }
}
