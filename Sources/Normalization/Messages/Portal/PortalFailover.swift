// Cisco 721001 to 721019: portal sessions and access lists copied to the standby unit.
// Only the standby unit sends these: a session created here is counted at the active one.

extension Portal {
    @MessageBuilder static var portalFailover: [Message] {
        Message(721001, "WebVPN failover subsystem started", .system, .success) {
            "(\(.text)) WebVPN Failover SubSystem \(action: "started") successfully."
        }
        Message(721002, "WebVPN HA status change", .system) {
            "(\(.text)) HA status change: event \(.text), my state \(.text), peer state \(.text)"
        }
        Message(721003, "WebVPN HA progression change", .system) {
            "(\(.text)) HA progression change: event \(.text), my state \(.text), peer state \(.text)"
        }
        Message(721004, "WebVPN access list created on standby", .system, .success) {
            "(\(.text)) \(action: "Create") access list \(.policy) on standby unit."
        }
        Message(721005, "WebVPN failed to create access list on standby", .system, .failure) {
            "(\(.text)) Fail to create access list \(.policy) on standby unit."
        }
        Message(721006, "WebVPN access list updated on standby", .system, .success) {
            "(\(.text)) \(action: "Update") access list \(.policy) on standby unit."
        }
        Message(721007, "WebVPN failed to update access list on standby", .system, .failure) {
            "(\(.text)) Fail to update access list \(.policy) on standby unit."
        }
        Message(721008, "WebVPN access list deleted on standby", .system, .success) {
            "(\(.text)) \(action: "Delete") access list \(.policy) on standby unit."
        }
        Message(721009, "WebVPN failed to delete access list on standby", .system, .failure) {
            "(\(.text)) Fail to delete access list \(.policy) on standby unit."
        }
        Message(721010, "WebVPN access list rule added on standby", .system, .success) {
            "(\(.text)) \(action: "Add") access list rule \(.policy), line \(.text) on standby unit."
        }
        Message(721011, "WebVPN failed to add access list rule on standby", .system, .failure) {
            "(\(.text)) Fail to add access list rule \(.policy), line \(.text) on standby unit."
        }
        Message(721012, "WebVPN APCF file enabled on standby", .system, .success) {
            "(\(.text)) \(action: "Enable") APCF XML file \(.text) on the standby unit."
        }
        Message(721013, "WebVPN failed to enable APCF file on standby", .system, .failure) {
            "(\(.text)) Fail to enable APCF XML file \(.text) on the standby unit."
        }
        Message(721014, "WebVPN APCF file disabled on standby", .system, .success) {
            "(\(.text)) \(action: "Disable") APCF XML file \(.text) on the standby unit."
        }
        Message(721015, "WebVPN failed to disable APCF file on standby", .system, .failure) {
            "(\(.text)) Fail to disable APCF XML file \(.text) on the standby unit."
        }
        Message(721016, "WebVPN session created on standby", .system, .success, sessions("\(action: "created")"))
        Message(721017, "WebVPN failed to create session on standby", .system, .failure) {
            "(\(.text)) Fail to create WebVPN session for user \(.user), IP \(.publicAddress)"
        }
        Message(721018, "WebVPN session deleted on standby", .system, .success, sessions("\(action: "deleted")"))
        Message(721019, "WebVPN failed to delete session on standby", .system, .failure) {
            "(\(.text)) Fail to delete WebVPN session for client user \(.user), IP \(.publicAddress)"
        }
    }

    /// The unit before it and the label of the address may be missing.
    private static func sessions(_ verb: MessageFormat) -> [MessageFormat] {
        [
            """
            \(optional: "(\(.text)) ")WebVPN session for client user \(.user), IP \(.publicAddress) has been \(verb).
            """,
            """
            \(optional: "(\(.text)) ")WebVPN session for client user \(.user), \(oneOf: "IPv4", "IPv6") \
            \(.sourceAddress) has been \(verb).
            """,
            """
            \(optional: "(\(.text)) ")WebVPN session for client user \(.user), \(.sourceAddress) has been \(verb).
            """,
        ]
    }
}
