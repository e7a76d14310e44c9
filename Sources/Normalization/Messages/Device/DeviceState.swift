// Cisco 104001, 104002, 112001, 199xxx, 302010, 302019, 302302, 305007, 308002, 411xxx, 771xxx: the device's own state.

extension Device {
    static let deviceState = switchovers + systemEvents + lineProtocols + clockSettings

    @MessageBuilder private static var switchovers: [Message] {
        Message(104001, "Switching to ACTIVE", .system, .unstated) {
            "(\(.text)) \(action: "Switching") to ACTIVE - \(.reason)"
            "(\(.text)) \(action: "Switching") to ACTIVE (cause: \(.reason))"
        }
        Message(104002, "Switching to STANDBY", .system, .unstated) {
            #"(\#(.text)) \#(action: "Switching") to \#(oneOf: "STANDBY", "STNDBY") - \#(.reason)"#
            #"(\#(.text)) \#(action: "Switching") to \#(oneOf: "STANDBY", "STNDBY") (cause: \#(.reason))"#
        }
    }

    @MessageBuilder private static var systemEvents: [Message] {
        Message(112001, "Clear finished", .system, .success) {
            "Clear \(action: "finished")"
            "(\(.text)) Clear \(action: "complete")"
        }
        Message(199001, "Reload command executed", .system, .unstated) {
            """
            \(optional: "PIX ")\(oneOf: "Reload", "reload") command \(action: "executed") from \(.text) (remote \
            \(.sourceAddress))
            """
        }
        Message(199002, "startup completed. Beginning operation", .system, .success) {
            #"\#(oneOf: "startup", "Startup", "PIX startup") \#(action: "completed"). Beginning operation"#
        }
        Message(199003, "Reducing link MTU", .system, .unstated, [#"\#(action: "Reducing") link MTU \#(.text)"#])
        Message(199005, "Startup begin", .system, .unstated, ["\(optional: "PIX ")Startup \(action: "begin")"])
        Message(302010, "connections in use", .traffic, .unstated, ["\(.text) in use, \(.text) most used"])
        Message(302019, "H.323 ASN Library failed to initialize", .system, .failure) {
            #"H.323 \#(.text) ASN Library \#(action: "failed") to initialize, error code \#(.text)"#
        }
        Message(302302, "ACL = deny; no sa created", .system, .failure, [#"ACL = \#(action: "deny"); no sa created"#])
        Message(308002, "static overlapped", .system, .unstated) {
            #"static \#(.text) netmask \#(.text) overlapped with \#(.text)"#
        }
    }

    @MessageBuilder private static var lineProtocols: [Message] {
        Message(411001, "Line protocol on Interface changed state to up", .system, .unstated) {
            #"Line protocol on Interface \#(.sourceInterface)\#(oneOf: ", ", " ")\#(action: "changed") state to up"#
        }
        Message(411002, "Line protocol on Interface changed state to down", .system, .unstated) {
            #"Line protocol on Interface \#(.sourceInterface)\#(oneOf: ", ", " ")\#(action: "changed") state to down"#
        }
        Message(411003, "Interface changed state to administratively up", .system, .unstated) {
            #"Interface \#(.sourceInterface), \#(action: "changed") state to administratively up"#
            #"Configuration status on interface \#(.sourceInterface) \#(action: "changed") state to \#(.text)"#
        }
        Message(411004, "Interface changed state to administratively down", .system, .unstated) {
            #"Interface \#(.sourceInterface), \#(action: "changed") state to administratively down"#
            #"Configuration status on interface \#(.sourceInterface) \#(action: "changed") state to \#(.text)"#
        }
        Message(411005, "Interface experienced a hardware transmit hang", .system, .failure) {
            """
            Interface \(.sourceInterface) \(action: "experienced") a hardware transmit hang. The interface has been \
            reset
            """
        }
    }

    @MessageBuilder private static var clockSettings: [Message] {
        Message(771001, "CLOCK: System clock set", .system, .success) {
            #"CLOCK: System clock \#(action: "set"), source: \#(.text), before: \#(.text), after: \#(.text)"#
        }
        Message(771002, "CLOCK: System clock set", .system, .success) {
            """
            CLOCK: System clock \(action: "set"), source: \(.text), IP: \(.text), before: \(.text), after: \(.text)
            """
            """
            CLOCK: System clock \(action: "set"), source: \(.text), IP \(.text), before: \(.text), after: \(.text)
            """
        }
    }
}
