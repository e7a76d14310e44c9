// One connection of the server: what has come of its request, and what of its answer has gone. Blocks never. The
// server's thread.

internal import Glibc

/// A connection that is read from until its request is there, and then written to.
struct HTTPConnection {
    /// Its socket, not blocking; the server closes it.
    let descriptor: Int32
    /// When it is given up, in nanoseconds of the monotonic clock.
    var deadline: Int64
    private var received: [UInt8] = []
    private var answer: [UInt8] = []
    private var sent = 0

    init(descriptor: Int32, deadline: Int64) {
        self.descriptor = descriptor
        self.deadline = deadline
    }

    /// Whether its request has come.
    var isAnswered: Bool { !answer.isEmpty }

    /// The request, as far as it has come.
    var request: HTTPRequest.Parsed { HTTPRequest.parse(received) }

    /// Sets what is to be sent; a HEAD request gets no body.
    mutating func answer(with response: HTTPResponse, isHead: Bool = false) {
        answer = response.bytes(forHead: isHead)
        received = []
    }

    /// Reads what has come, up to 4 KiB; false if the other side has ended.
    mutating func receive() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        // SAFETY: recv(2) writes at most `count` bytes into the buffer that the closure lends.
        let count = unsafe buffer.withUnsafeMutableBytes { bytes in
            unsafe recv(descriptor, bytes.baseAddress, bytes.count, 0)
        }
        if count < 0 { return errno == EAGAIN || errno == EINTR }
        received += buffer[..<count]
        return count > 0
    }

    /// Writes what the system takes; false once everything is sent, or nothing more can be.
    mutating func send() -> Bool {
        // SAFETY: the pointer covers the bytes from `sent` on, and send(2) only reads them.
        let count = unsafe answer.withUnsafeBytes { bytes in
            unsafe Glibc.send(
                descriptor,
                bytes.baseAddress.map { unsafe $0 + sent },
                bytes.count - sent,
                Int32(MSG_NOSIGNAL)
            )
        }
        if count < 0 { return errno == EAGAIN || errno == EINTR }
        sent += count
        return sent < answer.count
    }
}
