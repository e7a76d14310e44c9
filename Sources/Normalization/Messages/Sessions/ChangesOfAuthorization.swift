// Cisco 109100 to 109213: changes of authorization sent by a RADIUS server, and the users known to the device
// (UAUTH).

extension Sessions {
    @MessageBuilder static var changesOfAuthorization: [Message] {
        Message(109100, "RADIUS CoA update received", .system, .success) {
            """
            \(action: "Received") CoA update from \(.sourceAddress) for user "\(.user)", with session ID: \
            \(.sessionID), changing authorization attributes
            """
            """
            \(action: "Received") CoA update from \(.sourceAddress) for user "\(.user)", with session ID \
            \(.sessionID), changing authorization attributes
            """
        }
        Message(109101, "RADIUS CoA disconnect request received", .system, .success) {
            """
            \(action: "Received") CoA disconnect request from \(.sourceAddress) for user "\(.user)", with \
            \(oneOf: "session ID", "audit-session-id"): \(.sessionID)
            """
        }
        Message(109102, "RADIUS CoA received for unknown session", .system, .failure) {
            "\(action: "Received") CoA \(.text) from \(.sourceAddress), but cannot find named session \(.sessionID)"
        }
        Message(109103, "RADIUS CoA action failed", .system, .failure) {
            "CoA \(.text) from \(.sourceAddress) failed for user \"\(.user)\", with session ID: \(.sessionID)"
        }
        Message(109104, "RADIUS CoA action not supported", .system, .failure) {
            """
            CoA \(.text) from \(.sourceAddress) failed for user "\(.user)", with session ID: \(.sessionID). Action \
            not supported.
            """
            """
            CoA \(.text) from \(.sourceAddress) failed for user "\(.user)", session ID: \(.sessionID). Action not \
            supported.
            """
        }
        Message(109105, "Failed to determine egress interface for AAA traffic", .system, .failure) {
            """
            Failed to determine the egress interface for locally generated traffic destined to \(.networkProtocol) \
            \(.local)
            """
        }
        Message(109201, "UAUTH succeeded adding VPN user entry", .system, .success) {
            "UAUTH: Session=\(.sessionID), User=\(.user), Assigned IP=\(.assignedIPv4), Succeeded adding entry."
        }
        Message(109202, "UAUTH succeeded incrementing entry use", .system, .success) {
            """
            UAUTH: Session=\(.sessionID), User=\(.user), Assigned IP=\(.assignedIPv4), Succeeded incrementing entry \
            use.
            """
        }
        Message(109203, "UAUTH failed adding VPN user entry", .system, .failure) {
            "UAUTH: Session=\(.sessionID), User=\(.user), Assigned IP=\(.assignedIPv4), Failed adding entry."
        }
        Message(109204, "UAUTH succeeded applying filter", .system, .success) {
            "UAUTH: Session=\(.sessionID), User=\(.user), Assigned IP=\(.assignedIPv4), Succeeded applying filter."
        }
        Message(109205, "UAUTH failed applying filter", .system, .failure) {
            "UAUTH: Session=\(.sessionID), User=\(.user), Assigned IP=\(.assignedIPv4), Failed applying filter."
        }
        Message(109206, "UAUTH removing stale entry", .system) {
            """
            UAUTH: Session=\(.sessionID), User=\(.user), Assigned IP=\(.assignedIPv4), \(action: "Removing") stale \
            entry added \(.text) ago.
            """
        }
        Message(109207, "UAUTH succeeded updating entry", .system, .success) {
            "UAUTH: Session=\(.sessionID), User=\(.user), Assigned IP=\(.assignedIPv4), Succeeded updating entry."
        }
        Message(109208, "UAUTH failed updating entry, no entry", .system, .failure) {
            """
            UAUTH: Session=\(.sessionID), User=\(.user), Assigned IP=\(.assignedIPv4), Failed updating entry - \
            \(.reason)
            """
        }
        Message(109209, "UAUTH failed updating filter, entry allocated to another session", .system, .failure) {
            """
            UAUTH: Session=\(.sessionID), User=\(.user), Assigned IP=\(.assignedIPv4), Failed updating filter for \
            entry. \(foreign: .reason)
            """
        }
        Message(109210, "UAUTH succeeded removing VPN user entry", .system, .success) {
            "UAUTH: Session=\(.sessionID), User=\(.user), Assigned IP=\(.assignedIPv4), Succeeded removing entry."
            """
            UAUTH: Session=\(.sessionID), User=\(.user), Assigned IP=\(.assignedIPv4), Successfully \
            \(action: "removed") the rules for user during tunnel torn down.
            """
        }
        Message(109211, "UAUTH succeeded decrementing entry use", .system, .success) {
            """
            UAUTH: Session=\(.sessionID), User=\(.user), Assigned IP=\(.assignedIPv4), Succeeded decrementing entry \
            use.
            """
        }
        Message(109212, "UAUTH failed removing entry", .system, .failure) {
            """
            UAUTH: Session=\(.sessionID), User=\(.user), Assigned IP=\(.assignedIPv4), Failed removing entry - \
            \(.reason)
            """
        }
        Message(109213, "UAUTH failed removing entry, address allocated to another session", .system, .failure) {
            """
            UAUTH: Session=\(.sessionID), User=\(.user), Assigned IP=\(.assignedIPv4), Failed removing entry. \
            \(foreign: .reason)
            """
        }
    }
}
