// What the system says of an error. Any thread.

internal import Glibc

enum SystemError {
    /// An `errno` in words.
    static func text(_ code: Int32) -> String {
        // SAFETY: the text of strerror(3) is copied at once.
        unsafe String(cString: strerror(code))
    }
}
