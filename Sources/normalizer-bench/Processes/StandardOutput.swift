// What a child tells the bench, at once.

internal import Glibc

enum StandardOutput {
    /// Writes a line without keeping it in a buffer.
    static func print(_ line: String) {
        Swift.print(line)
        fflush(nil)
    }
}
