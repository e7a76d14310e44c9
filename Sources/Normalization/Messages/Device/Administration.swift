// Cisco 111001 to 111111 and 502101 to 502112: configuration commands, local users and group policies.
// What a command says is no verb of the event: only `executed`, `added` ... are.

extension Device {
    @MessageBuilder static var administration: [Message] {
        Message(111001, "Begin configuration, writing", .system) {
            "Begin configuration: \(.sourceAddress) \(action: "writing") to \(.text)"
        }
        Message(111002, "Begin configuration, reading", .system) {
            "Begin configuration: \(.sourceAddress) \(action: "reading") from \(.text)"
        }
        Message(111003, "Erase configuration", .system) { "\(.sourceAddress) \(action: "Erase") configuration" }
        Message(111004, "End configuration", .system, .stated) {
            "\(.sourceAddress) end configuration: \(result: .success("OK"), .failure("FAILED"))"
        }
        Message(111005, "End configuration OK", .system, .success) { "\(.sourceAddress) end configuration: OK" }
        Message(111007, "Begin configuration, reading", .system) {
            "Begin configuration: \(.sourceAddress) \(action: "reading") from \(.text)"
        }
        Message(111008, "User executed command", .system, .success) {
            "User '\(.user)' \(action: "executed") the '\(foreign: .text)' command."
            "User \(.user) \(action: "executed") the command \(foreign: .text)"
        }
        Message(111009, "User executed show command", .system, .success) {
            "User '\(.user)' \(action: "executed") cmd: \(foreign: .text)"
        }
        Message(111010, "User made a configuration change", .system, .success) {
            "User '\(.user)', running '\(.text)' from IP \(.publicAddress), \(action: "executed") '\(foreign: .text)'"
            "User '\(.user)' \(action: "executed") '\(foreign: .text)'"
        }
        Message(111111, "System or infrastructure error", .system, .failure) { "\(.reason)" }
        Message(502101, "New user added to local database", .system, .success) {
            "New user \(action: "added") to local dbase: Uname: \(.user) Priv: \(.text) Encpass: \(.text)"
        }
        Message(502102, "User deleted from local database", .system, .success) {
            "User \(action: "deleted") from local dbase: Uname: \(.user) Priv: \(.text) Encpass: \(.text)"
        }
        Message(502103, "User privilege level changed", .system, .success) {
            "User priv level \(action: "changed"): Uname: \(.user) From: \(.text) To: \(.text)"
        }
        Message(502111, "New group policy added", .system, .success) {
            "New group policy \(action: "added"): name: \(.policy) Type: \(.text)"
        }
        Message(502112, "Group policy deleted", .system, .success) {
            "Group policy \(action: "deleted"): name: \(.policy) Type: \(.text)"
        }
    }
}
