// Small files, such as those with a token or a password, and those of /proc. Calls libc only; any thread.

internal import Glibc

/// A small file that something else may write at any time.
public enum SmallFile {
    /// More bytes than a secret has.
    private static let longest = 65_536

    /// What a file holds; nil if it cannot be read, or has more than 64 KiB.
    public static func text(of path: String) -> String? {
        // SAFETY: open(2) only reads the path. A pipe without a writer must not hold it up.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while bytes.count <= longest {
            // SAFETY: read(2) writes at most `count` bytes into the buffer that the closure lends.
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk[..<count]
        }
        return nil
    }

    /// Writes a short text to a file that is there; if that fails, nothing is changed.
    public static func write(_ text: String, to path: String) {
        // SAFETY: open(2) only reads the path, write(2) only the bytes of the array, as many as there are.
        let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        _ = unsafe Glibc.write(descriptor, bytes, bytes.count)
    }
}
