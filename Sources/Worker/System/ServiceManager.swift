// Tells systemd how the worker is (sd_notify(3)), one datagram at a time, without its library. Any thread.

internal import Glibc

/// The service manager that has started this process, if it wants to hear of it.
public struct ServiceManager: Sendable {
    private let address: SocketAddress

    /// The environment variable with the name of the manager's socket.
    public static let variable = "NOTIFY_SOCKET"

    /// Takes the name of a socket: a path, or behind `@` an abstract name; nil for another text.
    public init?(socket: String) {
        guard let address = SocketAddress.local(socket) else { return nil }
        self.address = address
    }

    /// What is to be told: the service is up as soon as its lanes are there, for systemd would end one that waits for
    /// its brokers; what it waits for is its status.
    static func messages(isStopping: Bool, _ obstacles: [String]) -> [String] {
        if isStopping { return ["STOPPING=1", "STATUS=stopping"] }
        let status = obstacles.isEmpty ? "ready" : "not ready: " + obstacles.joined(separator: "; ")
        return ["READY=1", "STATUS=" + String(status.map { $0.isNewline ? " " : $0 })]
    }

    /// Sends lines; without waiting, and a manager that does not listen is let be.
    func tell(_ lines: [String]) {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard address.connect(descriptor) else { return }
        let text = Array(lines.joined(separator: "\n").utf8)
        // SAFETY: send(2) only reads the bytes of the array, as many as there are.
        _ = unsafe send(descriptor, text, text.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }
}
