// Serves a handful of pages on one thread: few connections, each with a deadline and a limit, of which the one that has kept it
// waiting longest makes room for a new one. So slow, huge and broken requests cost nothing, and keep nobody out.
// Knows sockets, not what the pages say.

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
    /// The port it listens on.
    let port: UInt16
    private let listener: Int32
    private let answer: @Sendable (HTTPRequest) -> HTTPResponse
    /// Nanoseconds that a request may take to come, and an answer to go.
    private let patience: Int64
    private let isStopping = Atomic(false)

    static let mostConnections = 64
    /// Connections that the system may hold ready: one that finds no place there tries again only after a second.
    private static let backlog: Int32 = 1024

    /// Binds the address.
    ///
    /// - Parameters:
    ///   - address: Where to listen.
    ///   - patience: How long a request may take to come, and its answer to go.
    ///   - answer: Makes a page, on the thread that serves.
    /// - Throws: `ConfigurationFaults` if it cannot be bound.
    init(
        _ address: ListenAddress,
        patience: Duration = .seconds(3),
        answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse
    ) throws(ConfigurationFaults) {
        self.answer = answer
        self.patience = patience.components.seconds * 1_000_000_000
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
                unsafe bind(descriptor, pointer, size) == 0 && listen(descriptor, HTTPServer.backlog) == 0
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
        // The oldest first.
        var connections: [HTTPConnection] = []
        var isShortOfDescriptors = false
        while !isStopping.load(ordering: .relaxed) {
            var polls = [pollfd(fd: listener, events: Int16(isShortOfDescriptors ? 0 : POLLIN), revents: 0)]
            for connection in connections {
                let events = connection.isAnswered ? POLLOUT : POLLIN
                polls.append(pollfd(fd: connection.descriptor, events: Int16(events), revents: 0))
            }
            // SAFETY: the array holds as many elements as it is said to.
            _ = unsafe poll(&polls, nfds_t(polls.count), 200)
            let now = SystemClock.monotonicNanoseconds
            for index in connections.indices.reversed() {
                let isReady = polls[index + 1].revents != 0
                let isOpen = now < connections[index].deadline && (!isReady || advance(&connections[index], now))
                if !isOpen { close(connections.remove(at: index).descriptor) }
            }
            isShortOfDescriptors = polls[0].revents != 0 && !accept(into: &connections, now)
        }
        for connection in connections { close(connection.descriptor) }
        close(listener)
    }

    /// Takes connections that wait, at most as many as there may be at once, and answers those whose request has come with them.
    ///
    /// - Returns: false if the process may not open any more.
    private func accept(into connections: inout [HTTPConnection], _ now: Int64) -> Bool {
        for _ in 0..<HTTPServer.mostConnections {
            let descriptor = Glibc.accept(listener, nil, nil)
            guard descriptor >= 0 else { return errno != EMFILE && errno != ENFILE }
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            var connection = HTTPConnection(descriptor: descriptor, deadline: now + patience)
            guard advance(&connection, now) else {
                close(descriptor)
                continue
            }
            if connections.count >= HTTPServer.mostConnections { close(connections.removeWorst().descriptor) }
            connections.append(connection)
        }
        return true
    }

    /// Reads and writes what can be; false once the connection is done with.
    private func advance(_ connection: inout HTTPConnection, _ now: Int64) -> Bool {
        if !connection.isAnswered {
            guard connection.receive() else { return false }
            switch connection.request {
            case .incomplete: return true
            case .malformed: connection.answer(with: HTTPResponse(status: "400 Bad Request", body: ""))
            case .request(let request):
                let isReading = request.method == "GET" || request.method == "HEAD"
                let response = isReading ? answer(request) : HTTPResponse(status: "405 Method Not Allowed", body: "")
                connection.answer(with: response, isHead: request.method == "HEAD")
            }
            connection.deadline = now + patience
        }
        return connection.send()
    }
}

extension [HTTPConnection] {
    /// Takes out the oldest of those whose request has not come, or the oldest of all; there must be one.
    fileprivate mutating func removeWorst() -> HTTPConnection {
        remove(at: firstIndex { !$0.isAnswered } ?? 0)
    }
}
