// Cisco 605004 to 606004 and 611101 to 611104: logins to the device itself.
// A table verb at its place counts here as well.

extension Device {
    @MessageBuilder static var logins: [Message] {
        Message(605004, "Login denied", .system, .failure) {
            "Login \(action: "denied") from \(.source) to \(.destination) for user \"\(.user)\""
        }
        Message(605005, "Login permitted", .system, .success) {
            "Login \(action: "permitted") from \(.source) to \(.destination) for user \"\(.user)\""
        }
        Message(606001, "ASDM session started", .system, .success) {
            "ASDM session number \(.sessionID) from \(.sourceAddress) \(action: "started")"
        }
        Message(606002, "ASDM session ended", .system, .success) {
            "ASDM session number \(.sessionID) from \(.sourceAddress) \(action: "ended")"
        }
        Message(606003, "ASDM logging session started", .system, .success) {
            "ASDM logging session number \(.sessionID) from \(.sourceAddress) \(action: "started")"
        }
        Message(606004, "ASDM logging session ended", .system, .success) {
            "ASDM logging session number \(.sessionID) from \(.sourceAddress) \(action: "ended")"
        }
        Message(611101, "User authentication succeeded", .system, .success) {
            "User authentication succeeded: IP address: \(.sourceAddress), Uname: \(.user)"
            "User authentication succeeded: IP = \(.publicAddress), Uname: \(.user)"
            "User authentication succeeded: IP, \(.sourceAddress) : Uname: \(.user)"
            "User authentication succeeded: Uname: \(.user)"
        }
        Message(611102, "User authentication failed", .system, .failure) {
            "User authentication failed: IP address: \(.sourceAddress), Uname: \(.user)"
            "User authentication failed: IP = \(.publicAddress), Uname: \(.user)"
            "User authentication failed: Uname: \(.user)"
        }
        Message(611103, "User logged out", .system, .success) { "User \(action: "logged out"): Uname: \(.user)" }
        Message(611104, "Serial console idle timeout exceeded", .system) { "Serial console idle timeout exceeded" }
    }
}
