// Serves a handful of pages on one thread: few connections, each with a deadline and a limit. The one that has kept it
// waiting longest makes room for a new one, so slow, huge and broken requests cost nothing and block no other client.
// Knows sockets, not what the pages say.

internal import Glibc
internal import Synchronization

/// A small HTTP server.
final class HTTPServer: Sendable {
    let port: UInt16
    /// One for each address that the name stands for.
    private let listeners: [Int32]
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
        listeners = try HTTPServer.listeners(on: address)
        port = listeners.first.flatMap(SocketAddress.bound)?.port ?? address.port
    }

    /// Listens on every address that `address` stands for, all with one port.
    ///
    /// - Returns: Sockets, at least one.
    private static func listeners(on address: ListenAddress) throws(ConfigurationFaults) -> [Int32] {
        let places: [SocketAddress]
        do throws(SocketAddress.Fault) {
            places = try SocketAddress.resolve(address, toListen: true)
        } catch {
            throw ConfigurationFaults(["--http-address \(address): \(error.reason)"])
        }
        var descriptors: [Int32] = []
        var fault: Int32 = 0
        for var place in places {
            // The port that the first of them was given.
            if let first = descriptors.first.flatMap(SocketAddress.bound) { place.port = first.port }
            let (descriptor, code) = listen(on: place)
            if let descriptor { descriptors.append(descriptor) } else { fault = code }
            // A name may stand for an address of a family that the machine does not have.
            guard descriptor != nil || code == EADDRNOTAVAIL || code == EAFNOSUPPORT else {
                descriptors.forEach { close($0) }
                descriptors = []
                break
            }
        }
        guard descriptors.isEmpty else { return descriptors }
        // SAFETY: the text of strerror(3) is copied at once.
        throw ConfigurationFaults(["--http-address \(address): \(unsafe String(cString: strerror(fault)))"])
    }

    /// A socket that listens there; nil with the `errno` if that cannot be.
    private static func listen(on place: SocketAddress) -> (descriptor: Int32?, code: Int32) {
        let descriptor = socket(place.family, Int32(SOCK_STREAM.rawValue) | O_NONBLOCK | O_CLOEXEC, 0)
        guard descriptor >= 0 else { return (nil, errno) }
        var on: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        // SAFETY: each call only reads what it is handed, with its own size.
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, size)
        // IPv4 has a socket of its own.
        if place.family == AF_INET6 { unsafe setsockopt(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &on, size) }
        if place.bind(descriptor), Glibc.listen(descriptor, backlog) == 0 { return (descriptor, 0) }
        let code = errno
        close(descriptor)
        return (nil, code)
    }

    /// Ends `run` within a fifth of a second; from any thread.
    func stop() { isStopping.store(true, ordering: .relaxed) }

    /// Serves until `stop`; on a thread of its own.
    func run() {
        // The oldest first.
        var connections: [HTTPConnection] = []
        var isShortOfDescriptors = false
        while !isStopping.load(ordering: .relaxed) {
            let wanted = Int16(isShortOfDescriptors ? 0 : POLLIN)
            var polls = listeners.map { pollfd(fd: $0, events: wanted, revents: 0) }
            for connection in connections {
                let events = connection.isAnswered ? POLLOUT : POLLIN
                polls.append(pollfd(fd: connection.descriptor, events: Int16(events), revents: 0))
            }
            // SAFETY: the array holds as many elements as it is said to.
            _ = unsafe poll(&polls, nfds_t(polls.count), 200)
            let now = SystemClock.monotonicNanoseconds
            for index in connections.indices.reversed() {
                let isReady = polls[listeners.count + index].revents != 0
                let isOpen = now < connections[index].deadline && (!isReady || advance(&connections[index], now))
                if !isOpen { close(connections.remove(at: index).descriptor) }
            }
            isShortOfDescriptors = false
            for (index, listener) in listeners.enumerated() where polls[index].revents != 0 {
                if !accept(from: listener, into: &connections, now) { isShortOfDescriptors = true }
            }
        }
        for connection in connections { close(connection.descriptor) }
        for listener in listeners { close(listener) }
    }

    /// Takes connections that wait, at most as many as there may be at once, and answers those whose request has come
    /// with them.
    ///
    /// - Returns: false if the process may not open any more.
    private func accept(from listener: Int32, into connections: inout [HTTPConnection], _ now: Int64) -> Bool {
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
    fileprivate mutating func removeWorst() -> HTTPConnection { remove(at: firstIndex { !$0.isAnswered } ?? 0) }
}
