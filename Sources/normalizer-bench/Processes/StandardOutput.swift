// What a child tells the bench, at once.

internal import Glibc

enum StandardOutput {
    /// Writes a line without keeping it in a buffer.
    static func print(_ line: String) {
        Swift.print(line)
        fflush(nil)
    }

    /// Writes a line to standard error.
    static func complain(_ line: String) {
        // SAFETY: write(2) only reads the bytes that the closure lends.
        var text = line + "\n"
        text.withUTF8 { bytes in _ = unsafe write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
    }
}
