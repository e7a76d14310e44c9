// Serves a handful of pages on one thread: few connections, each with a deadline and a limit, so that slow, huge and broken
// requests cost nothing. Knows sockets, not what the pages say.

internal import Glibc
internal import Synchronization

/// Where a server listens.
public struct ListenAddress: Sendable, Equatable, CustomStringConvertible {
    /// An IPv4 address.
    public var host: String
    /// A port; 0 takes a free one.
    public var port: UInt16

    /// Reads `127.0.0.1:9464` or `:9464`, which means all interfaces; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let port = UInt16(parts[1]) else { return nil }
        let host = parts[0].isEmpty ? "0.0.0.0" : parts[0] == "localhost" ? "127.0.0.1" : String(parts[0])
        var address = in_addr()
        // SAFETY: inet_pton reads the text and fills the structure that it is handed.
        guard unsafe inet_pton(AF_INET, host, &address) == 1 else { return nil }
        self.host = host
        self.port = port
    }

    /// `host:port`.
    public var description: String { "\(host):\(port)" }
}

/// A small HTTP server.
final class HTTPServer: Sendable {
    private struct Connection {
        var descriptor: Int32
        var received: [UInt8] = []
        var answer: [UInt8] = []
        var sent = 0
        var deadline: Int64
    }

    /// The port it listens on.
    let port: UInt16
    private let listener: Int32
    private let answer: @Sendable (HTTPRequest) -> HTTPResponse
    private let isStopping = Atomic(false)

    private static let mostConnections = 64
    /// Nanoseconds that a connection may take.
    private static let patience: Int64 = 5_000_000_000

    /// Binds the address.
    ///
    /// - Throws: `ConfigurationFaults` if it cannot be bound.
    init(
        _ address: ListenAddress,
        answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse
    ) throws(ConfigurationFaults) {
        self.answer = answer
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | O_NONBLOCK | O_CLOEXEC, 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = address.port.bigEndian
        var on: Int32 = 1
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        // SAFETY: each call reads or fills the structure that it is handed, with its own size.
        unsafe inet_pton(AF_INET, address.host, &place.sin_addr)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        let isBound = unsafe withUnsafeMutablePointer(to: &place) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                unsafe bind(descriptor, pointer, size) == 0 && listen(descriptor, 64) == 0
                    && getsockname(descriptor, pointer, &size) == 0
            }
        }
        guard isBound else {
            let reason = unsafe String(cString: strerror(errno))
            close(descriptor)
            throw ConfigurationFaults(["--http-address \(address): \(reason)"])
        }
        listener = descriptor
        port = UInt16(bigEndian: place.sin_port)
    }

    /// Ends `run` within a fifth of a second; from any thread.
    func stop() { isStopping.store(true, ordering: .relaxed) }

    /// Serves until `stop`; on a thread of its own.
    func run() {
        var connections: [Connection] = []
        while !isStopping.load(ordering: .relaxed) {
            var polls = [pollfd(fd: listener, events: Int16(POLLIN), revents: 0)]
            if connections.count >= HTTPServer.mostConnections { polls[0].events = 0 }
            for connection in connections {
                let events = connection.answer.isEmpty ? POLLIN : POLLOUT
                polls.append(pollfd(fd: connection.descriptor, events: Int16(events), revents: 0))
            }
            // SAFETY: the array holds as many elements as it is said to.
            _ = unsafe poll(&polls, nfds_t(polls.count), 200)
            let now = SystemClock.monotonicNanoseconds
            for index in connections.indices.reversed() {
                let isReady = polls[index + 1].revents != 0
                let isOpen = now < connections[index].deadline && (!isReady || advance(&connections[index]))
                if !isOpen { close(connections.remove(at: index).descriptor) }
            }
            if polls[0].revents != 0 { accept(into: &connections, now) }
        }
        for connection in connections { close(connection.descriptor) }
        close(listener)
    }

    private func accept(into connections: inout [Connection], _ now: Int64) {
        while connections.count < HTTPServer.mostConnections {
            let descriptor = Glibc.accept(listener, nil, nil)
            guard descriptor >= 0 else { return }
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            connections.append(Connection(descriptor: descriptor, deadline: now + HTTPServer.patience))
        }
    }

    /// Reads or writes what can be; false once the connection is done with.
    private func advance(_ connection: inout Connection) -> Bool {
        if connection.answer.isEmpty {
            guard receive(&connection) else { return false }
            switch HTTPRequest.parse(connection.received) {
            case .incomplete: return true
            case .malformed:
                connection.answer = HTTPResponse(status: "400 Bad Request", body: "").bytes(forHead: false)
            case .request(let request):
                let isReading = request.method == "GET" || request.method == "HEAD"
                let response =
                    isReading ? answer(request) : HTTPResponse(status: "405 Method Not Allowed", body: "")
                connection.answer = response.bytes(forHead: request.method == "HEAD")
            }
        }
        // SAFETY: the pointer covers the bytes from `sent` on, and send(2) only reads them.
        let count = unsafe connection.answer.withUnsafeBytes { bytes in
            unsafe send(
                connection.descriptor,
                bytes.baseAddress.map { unsafe $0 + connection.sent },
                bytes.count - connection.sent,
                Int32(MSG_NOSIGNAL)
            )
        }
        if count < 0 { return errno == EAGAIN || errno == EINTR }
        connection.sent += count
        return connection.sent < connection.answer.count
    }

    private func receive(_ connection: inout Connection) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        // SAFETY: recv(2) writes at most `count` bytes into the buffer that the closure lends.
        let count = unsafe buffer.withUnsafeMutableBytes { bytes in
            unsafe recv(connection.descriptor, bytes.baseAddress, bytes.count, 0)
        }
        if count < 0 { return errno == EAGAIN || errno == EINTR }
        connection.received += buffer[..<count]
        return count > 0
    }
}
