// Small files with libc alone.

internal import Glibc

enum Files {
    /// The whole text of a file; nil if it cannot be read.
    static func text(of path: String) -> String? {
        // SAFETY: open(2) only reads the path.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return text(from: descriptor)
    }

    /// Everything up to the end of a file or pipe.
    static func text(from descriptor: Int32) -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            // SAFETY: read(2) writes at most `count` bytes into the buffer that the closure lends.
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk[..<count]
        }
    }

    /// Writes a file; what it held before is gone.
    static func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

    /// Writes a file; what it held before is gone.
    static func write(_ bytes: [UInt8], to path: String) throws {
        // SAFETY: open(2) only reads the path.
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw ProcessFault(text: "cannot write \(path)") }
        defer { close(descriptor) }
        var done = 0
        while done < bytes.count {
            // SAFETY: write(2) only reads the bytes that the closure lends.
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress.map { unsafe $0 + done }, $0.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw ProcessFault(text: "cannot write \(path)") }
            done += count
        }
    }

    static var program: String {
        var bytes = [CChar](repeating: 0, count: 4096)
        // SAFETY: readlink(2) reads the path and writes at most `count` bytes into the array that it is handed.
        let count = unsafe readlink("/proc/self/exe", &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// A program that was built beside this one.
    static func sibling(_ name: String) -> String {
        program.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/" + name
    }
}
