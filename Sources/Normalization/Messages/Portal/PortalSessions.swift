// Cisco 716001 to 716009, 716023, 716036 to 716048: WebVPN sessions, logins and access lists.
// Older releases leave out the address, and print other texts under some numbers.

extension Portal {
    @MessageBuilder static var portalSessions: [Message] {
        Message(716001, "WebVPN session started", .system, .success) {
            "\(.groupUserIP) WebVPN session \(action: "started")."
        }
        Message(716002, "WebVPN session terminated", .system, .success) {
            "\(.groupUserIP) WebVPN session \(action: "terminated"): \(.reason)"
        }
        Message(716003, "WebVPN access GRANTED", .system, .success) {
            "\(.groupUserIP) WebVPN access \(action: "GRANTED"): \(foreign: .text)"
        }
        Message(716004, "WebVPN access DENIED", .system, .failure) {
            "\(.groupUserIP) WebVPN access \(action: "DENIED") to specified location: \(foreign: .text)"
        }
        Message(716005, "WebVPN ACL parse error", .system, .failure) {
            "\(.groupUserIP) WebVPN ACL Parse Error: \(.reason)"
        }
        Message(716006, "WebVPN session not allowed, protocol disabled for user", .system, .stated) {
            "\(.groupUserIP) WebVPN session \(result: .failure("not allowed")). \(.reason)"
            MessageFormat.named(
                "WebVPN session terminated",
                "\(.groupUserIP) WebVPN session \(action: .success("terminated")). \(.reason)"
            )
        }
        Message(716007, "WebVPN unable to create session", .system, .failure) {
            "\(.groupUserIP) WebVPN Unable to create session."
        }
        Message(716008, "WebVPN ACL action", .system) { "WebVPN ACL: \(.text)" }
        Message(716009, "WebVPN session not allowed, ACL parse error", .system, .failure) {
            "\(.groupUserIP) WebVPN session not allowed. \(.reason)"
        }
        Message(716038, "Authentication successful", .system, .success) {
            "\(.groupUserIP) Authentication: successful, Session Type: \(.text)"
            "Authentication: successful, group = \(.group) user = \(.user), Session Type: \(.text)"
        }
        Message(716039, "Authentication rejected", .system, .failure) {
            "\(.groupUserIP) Authentication: \(action: "rejected"), Session Type: \(.text)"
            "Authentication: \(action: "rejected"), group = \(.group) user = \(.user) , Session Type: \(.text)"
        }
        Message(716040, "Reboot pending, user login denied", .system, .failure) {
            "Reboot pending, new sessions disabled. \(action: "Denied") user login."
            "Reboot pending, new sessions disabled. \(action: "Denied") \(.user) login."
        }
        Message(716041, "WebVPN URL access-list hit", .traffic, .stated) {
            """
            access-list \(.policy) \(action: .success("permitted"), .failure("denied")) url \(.text) \
            \(oneOf: "hit-cnt", "hit_cnt") \(.text)
            """
        }
        Message(716042, "WebVPN TCP access-list hit", .traffic, .stated) {
            """
            access-list \(.policy) \(action: .success("permitted"), .failure("denied")) \(networkProtocol: "tcp") \
            \(.accessListSource) \(oneOf: "->", "-") \(.accessListDestination) \(oneOf: "hit-cnt", "hit_cnt") \(.text)
            """
        }
        Message(716043, "WebVPN port forwarding applet started", .system, .success) {
            "\(.groupUserIP) WebVPN Port Forwarding Java applet \(action: "started"). Created new hosts file mappings."
        }
        Message(716044, "AAA parameter value out of range", .system, .failure) {
            "\(.groupUserIP) AAA parameter \(.text) value \(.text) out of range."
        }
        Message(716045, "AAA parameter value invalid", .system, .failure) {
            "\(.groupUserIP) AAA parameter \(.text) value invalid."
        }
        Message(716046, "User ACL from AAA does not exist, terminating connection", .system, .failure) {
            """
            \(.groupUserIP) User ACL <\(.policy)> from AAA doesn't exist on the device, \(action: "terminating") \
            connection.
            """
        }
        Message(716047, "User ACL from AAA ignored, AV-PAIR ACL used", .system) {
            "\(.groupUserIP) User ACL <\(.policy)> from AAA ignored, AV-PAIR ACL used instead."
        }
        Message(716048, "No memory to parse ACL", .system, .failure) { "\(.groupUserIP) No memory to parse ACL." }
        Message(716055, "Authentication to SSO server succeeded", .system, .success) {
            "\(.groupUserIP) Authentication to SSO server name: \(.text) type \(.text) succeeded"
        }
        Message(716056, "Authentication to SSO server failed", .system, .failure) {
            "\(.groupUserIP) Authentication to SSO server name: \(.text) type \(.text) failed reason: \(.reason)"
        }
        Message(716057, "Session terminated, no license available", .system, .failure) {
            "\(.groupUserIP) Session \(action: "terminated"), no \(.text) license available."
        }
        Message(716058, "AnyConnect session lost connection", .system) {
            """
            \(.groupUserIP) \(oneOf: "AnyConnect", "Secure Client", "Cisco Secure Client") session \(action: "lost") \
            connection. Waiting to resume.
            """
        }
        Message(716059, "AnyConnect session resumed connection", .system, .success) {
            """
            \(.groupUserIP) \(oneOf: "AnyConnect", "Secure Client", "Cisco Secure Client") session \
            \(action: "resumed") connection from IP <\(.natAddress)>.
            """
            """
            \(.groupUserIP) \(oneOf: "AnyConnect", "Secure Client", "Cisco Secure Client") session \
            \(action: "resumed"). Connection from <\(.natAddress)>.
            """
        }
        Message(716060, "Inactive AnyConnect session terminated, license limit reached", .system, .failure) {
            """
            \(.groupUserIP) \(action: "Terminated") \(oneOf: "AnyConnect", "Secure Client", "Cisco Secure Client") \
            session in inactive state to accept a new connection. \(.reason)
            """
            """
            \(.groupUserIP) \(action: "Terminated") \(oneOf: "AnyConnect", "Secure Client", "Cisco Secure Client") \
            session in inactive state to accept a new connection: \(.reason)
            """
        }
        Message(716061, "Deprecated IPv6 user filter, terminating connection", .system, .failure) {
            """
            \(.groupUserIP) IPv6 User Filter \(.policy) configured for AnyConnect. This setting has been deprecated, \
            \(action: "terminating") connection
            """
        }
    }
}
