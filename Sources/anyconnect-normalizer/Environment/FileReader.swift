// Small files, with libc alone. Main thread.

internal import Glibc
internal import Worker

enum FileReader {
    /// A descriptor to read a file with, or -1 if it cannot be opened.
    static func open(_ path: String) -> Int32 {
        // SAFETY: open(2) only reads the path.
        unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    }

    /// Milliseconds that a pipe may take until it has told all of its text.
    private static let patience: Int64 = 5000
    /// More bytes than files with settings, secrets and certificates have: a device without an end has more.
    private static let longest = 1 << 24

    /// All that a file holds; a pipe that has no writer in time holds nothing.
    static func bytes(of path: String) throws(UnreadableFile) -> [UInt8] {
        // SAFETY: open(2) only reads the path. A pipe without a writer must not hold it up.
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw UnreadableFile(SystemError.text(errno)) }
        let deadline = SystemClock.monotonicNanoseconds + patience * 1_000_000
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while bytes.count <= longest {
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let remaining = (deadline - SystemClock.monotonicNanoseconds) / 1_000_000
            // SAFETY: poll(2) writes into the structure that it is lent, and nowhere else.
            guard remaining > 0, unsafe poll(&request, 1, Int32(clamping: remaining)) >= 0 || errno == EINTR else {
                throw UnreadableFile("its end has not come within \(patience / 1000) s")
            }
            guard request.revents != 0 else { continue }
            // SAFETY: read(2) writes at most `count` bytes into the buffer that the closure lends.
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count >= 0 else { throw UnreadableFile(SystemError.text(errno)) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
        throw UnreadableFile("it has more than \(longest >> 20) MiB")
    }
}
