// The name of this machine, or of the container. Any thread.

internal import Glibc

enum HostName {
    /// What uname(2) says, with `-` for all but letters, digits, `.`, `_` and `-`; `host` if it says nothing.
    static let current: String = {
        var name: utsname = utsname()
        // SAFETY: uname fills the structure that it is handed, with texts that end in NUL.
        guard unsafe uname(&name) == 0 else { return "host" }
        let bytes = unsafe withUnsafeBytes(of: &name.nodename) { unsafe Array($0.prefix { $0 != 0 }) }
        return clean(bytes)
    }()

    /// Makes a name of bytes that brokers and their metrics take.
    static func clean(_ bytes: [UInt8]) -> String {
        guard !bytes.isEmpty else { return "host" }
        return String(decoding: bytes.map { $0.isOfName ? $0 : UInt8(ascii: "-") }, as: UTF8.self)
    }
}

extension UInt8 {
    /// Whether names of machines and of topics may hold it: a letter or a digit of ASCII, `.`, `_` or `-`.
    package var isOfName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
