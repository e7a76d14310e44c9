// Keeps two processes of one machine, or of one container, from using one instance id: a socket with an abstract name,
// which the system gives to one process and takes back with its end, however that comes. Any thread.

internal import Glibc

/// Holds the name of an instance as long as it lives.
final class InstanceLock {
    enum Outcome {
        case taken(InstanceLock)
        /// Another process has it.
        case held
        /// The system has no such sockets, or not one more: other means must do.
        case unavailable
    }

    private let descriptor: Int32

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit {
        close(descriptor)
    }

    /// Takes the name of an instance of a group on some brokers.
    static func take(brokers: String, group: String, instance: String) -> Outcome {
        let place = brokers.split(separator: ",").map { String($0.trimmingBlanks()) }.sorted().joined(separator: ",")
        let name = "@anyconnect-normalizer-\(String(digest([place, group, instance]), radix: 16))"
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return .unavailable }
        if SocketAddress.local(name)?.bind(descriptor) == true { return .taken(InstanceLock(descriptor)) }
        let code = errno
        close(descriptor)
        return code == EADDRINUSE ? .held : .unavailable
    }

    /// FNV-1a with 64 bits over texts, each with its end.
    private static func digest(_ texts: [String]) -> UInt64 {
        texts.flatMap { Array($0.utf8) + [0] }.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
