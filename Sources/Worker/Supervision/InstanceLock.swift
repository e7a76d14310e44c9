// Keeps two processes of one machine, or of one container, from using one instance id: a socket with an abstract name,
// which the system gives to one process and takes back with its end, however that comes. Any thread.

internal import Glibc

/// Holds the name of an instance as long as it lives.
final class InstanceLock {
    /// What taking a name came to.
    enum Outcome {
        case taken(InstanceLock)
        /// Another process has it.
        case held
        /// The system has no such sockets, or not one more: other means must do.
        case unavailable
    }

    private let descriptor: Int32

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Takes the name of an instance of a group on some brokers.
    static func take(brokers: String, group: String, instance: String) -> Outcome {
        let place = brokers.split(separator: ",").map { String($0.trimmingBlanks()) }.sorted().joined(separator: ",")
        return take(name: "anyconnect-normalizer-\(String(digest([place, group, instance]), radix: 16))")
    }

    /// Binds a socket to an abstract name, which begins with NUL and ends with the address.
    private static func take(name: String) -> Outcome {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return .unavailable }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = [0] + Array(name.utf8)
        let size = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        // SAFETY: the name has some forty bytes of the 108 there are; bind only reads `size` bytes of the address.
        let result = unsafe withUnsafeMutablePointer(to: &address) { address in
            unsafe withUnsafeMutableBytes(of: &address.pointee.sun_path) { unsafe $0.copyBytes(from: bytes) }
            return unsafe UnsafeRawPointer(address).withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, size)
            }
        }
        if result == 0 { return .taken(InstanceLock(descriptor)) }
        let code = errno
        close(descriptor)
        return code == EADDRINUSE ? .held : .unavailable
    }

    /// FNV-1a with 64 bits over texts, each with its end.
    private static func digest(_ texts: [String]) -> UInt64 {
        texts.flatMap { Array($0.utf8) + [0] }.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
