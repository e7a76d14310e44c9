// Environment variables, read before any other thread starts, and what the system says of an error, with libc alone.

internal import Glibc

enum Environment {
    static var variables: [(name: String, value: String)] {
        var result: [(name: String, value: String)] = []
        // SAFETY: `environ` is an array of C strings ended by nil, and nothing changes it while the process has one
        // thread.
        var entry = unsafe environ
        while let text = unsafe entry.pointee {
            let line = unsafe String(cString: text)
            if let equals = line.firstIndex(of: "=") {
                result.append((String(line[..<equals]), String(line[line.index(after: equals)...])))
            }
            unsafe entry = unsafe entry.successor()
        }
        return result
    }
}

enum SystemError {
    /// An `errno` in words.
    static func text(_ code: Int32) -> String {
        // SAFETY: the text of strerror(3) is copied at once.
        unsafe String(cString: strerror(code))
    }
}
