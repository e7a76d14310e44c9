// Standard output and error, written whole: short writes go on, EINTR is tried again, EAGAIN is waited out. A closed
// pipe or a failed write is remembered and ends the writing. Used from the main thread only, but for error lines of
// lanes.

internal import Glibc
internal import Synchronization
internal import Worker

/// A file descriptor to write to, buffered; safe to use from several threads.
final class StandardStream: Sendable {
    static let output = StandardStream(STDOUT_FILENO, bufferBytes: 1 << 16)
    static let error = StandardStream(STDERR_FILENO, bufferBytes: 0)

    private struct State {
        var pending: [UInt8] = []
        var isClosed = false
        var failure: Int32?
    }

    /// Whether a person is looking.
    let isTerminal: Bool
    private let descriptor: Int32
    private let bufferBytes: Int
    private let state = Mutex(State())

    private init(_ descriptor: Int32, bufferBytes: Int) {
        self.descriptor = descriptor
        self.bufferBytes = bufferBytes
        isTerminal = isatty(descriptor) == 1
    }

    /// Whether nothing more is written: the reader has gone away, or a write has failed.
    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// The `errno` of the write that failed; nil where none has.
    ///
    /// A reader that has gone away is no failure.
    var failure: Int32? { state.withLock { $0.failure } }

    func print(_ text: String) { write((text + "\n").utf8.span) }

    /// Writes what strangers may have written: as it is into a file or a pipe, with its control characters escaped on a
    /// terminal.
    func write(foreign bytes: Span<UInt8>) {
        guard isTerminal else { return write(bytes) }
        let text = Escaped.controls(in: bytes.text)
        write(text.utf8.span)
    }

    /// Writes bytes; what the buffer does not hold goes out at once.
    func write(_ bytes: Span<UInt8>) {
        state.withLock { state in
            if bytes.count > bufferBytes {
                drain(&state)
                send(bytes, &state)
                return
            }
            // SAFETY: the bytes are borrowed for the call, and only read.
            unsafe bytes.withUnsafeBufferPointer { unsafe state.pending.append(contentsOf: $0) }
            if state.pending.count > bufferBytes { drain(&state) }
        }
    }

    /// Writes what strangers may have written, as `write(foreign:)`, at once and behind what the buffer holds.
    func writeThrough(foreign bytes: Span<UInt8>) {
        guard !isTerminal else {
            write(foreign: bytes)
            return flush()
        }
        state.withLock { state in
            drain(&state)
            send(bytes, &state)
        }
    }

    func flush() { state.withLock { drain(&$0) } }

    private func drain(_ state: inout State) {
        guard !state.pending.isEmpty else { return }
        var pending: [UInt8] = []
        swap(&pending, &state.pending)
        send(pending.span, &state)
        pending.removeAll(keepingCapacity: true)
        swap(&pending, &state.pending)
    }

    private func send(_ bytes: Span<UInt8>, _ state: inout State) {
        var written = 0
        while written < bytes.count, !state.isClosed {
            // SAFETY: the pointer covers the bytes from `written` on, and write(2) only reads them.
            let result = unsafe bytes.withUnsafeBytes { bytes in
                unsafe Glibc.write(descriptor, bytes.baseAddress.map { unsafe $0 + written }, bytes.count - written)
            }
            if result >= 0 {
                written += result
            } else {
                let code = errno
                switch code {
                case EINTR: break
                case EAGAIN: waitForRoom()
                default:
                    state.isClosed = true
                    if code != EPIPE { state.failure = code }
                }
            }
        }
    }

    /// Waits until a descriptor that another process has made non-blocking takes bytes again, or has failed.
    private func waitForRoom() {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        // SAFETY: poll(2) writes into the structure that it is lent, and nowhere else.
        _ = unsafe poll(&request, 1, -1)
    }
}
