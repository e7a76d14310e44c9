// Cisco 719001 to 719026: the mail proxy of the portal.
// The user is the VPN user; the mail user has no token.

extension Portal {
    @MessageBuilder static var emailProxy: [Message] {
        Message(719001, "Email Proxy session could not be established", .system, .failure) {
            "Email Proxy session could not be established: \(.reason)"
        }
        Message(719002, "Email Proxy session has been terminated", .system, .failure) {
            "Email Proxy session \(.text) from \(.sourceAddress) has been \(action: "terminated") due to \(.reason)"
        }
        Message(719003, "Email Proxy session resources have been freed", .system, .success) {
            "Email Proxy session \(.text) resources have been \(action: "freed") for \(.sourceAddress)"
        }
        Message(719004, "Email Proxy session has been successfully established", .system, .success) {
            "Email Proxy session \(.text) has been successfully \(action: "established") for \(.sourceAddress)"
        }
        Message(719005, "FSM has been created", .system, .success) {
            """
            \(.text) has been \(action: "created") using \(.networkProtocol) for session \(.text) from \
            \(.sourceAddress)
            """
        }
        Message(719006, "Email Proxy session has timed out", .system, .failure) {
            "Email Proxy session \(.text) has \(action: "timed out") for \(.sourceAddress) because of \(.reason)"
        }
        Message(719007, "Email Proxy session cannot be found", .system, .failure) {
            "Email Proxy session \(.text) cannot be found for \(.sourceAddress)"
        }
        Message(719008, "Email Proxy service is shutting down", .system) {
            "Email Proxy service is shutting down."
        }
        Message(719009, "Email Proxy service is starting", .system) { "Email Proxy service is starting." }
        Message(719010, "Email Proxy feature is disabled", .system) {
            "\(.networkProtocol) Email Proxy feature is \(action: "disabled") on interface \(.sourceInterface)"
        }
        Message(719011, "Email Proxy feature is enabled", .system, .success) {
            "\(.networkProtocol) Email Proxy feature is \(action: "enabled") on interface \(.sourceInterface)"
        }
        Message(719012, "Email Proxy server listening on port", .system) {
            """
            Email Proxy server \(action: "listening") on port \(.destinationPort) for mail protocol \(.networkProtocol)
            """
        }
        Message(719013, "Email Proxy server closing port", .system) {
            "Email Proxy server \(action: "closing") port \(.destinationPort) for mail protocol \(.networkProtocol)"
        }
        Message(719014, "Email Proxy is changing listen port", .system) {
            """
            Email Proxy is changing listen port from \(.text) to \(.destinationPort) for mail protocol \
            \(.networkProtocol)
            """
        }
        Message(719015, "Parsed emailproxy session username", .system) {
            """
            Parsed emailproxy session \(.text) from \(.sourceAddress) username: mailuser = \(foreign: .text), \
            vpnuser = \
            \(.user), mailserver = \(.destinationAddress)
            """
        }
        Message(719016, "Parsed emailproxy session password", .system) {
            "Parsed emailproxy session \(.text) from \(.sourceAddress) password: \(.text)"
        }
        Message(719017, "WebVPN user invalid dynamic ACL", .system, .failure) {
            "WebVPN user: \(.user) invalid dynamic ACL."
        }
        Message(719018, "WebVPN user ACL ID not found", .system, .failure) {
            "WebVPN user: \(.user) ACL ID \(.policy) not found"
        }
        Message(719019, "WebVPN user authorization failed", .system, .failure) {
            "WebVPN user: \(.user) authorization failed."
        }
        Message(719020, "WebVPN user authorization completed successfully", .system, .success) {
            "WebVPN user \(.user) authorization completed successfully."
        }
        Message(719021, "WebVPN user is not checked against ACL", .system) {
            "WebVPN user: \(.user) is not checked against ACL."
        }
        Message(719022, "WebVPN user has been authenticated", .system, .success) {
            "WebVPN user \(.user) has been \(action: "authenticated")."
        }
        Message(719023, "WebVPN user has not been successfully authenticated", .system, .failure) {
            "WebVPN user \(.user) has not been successfully authenticated. Access \(action: "denied")."
        }
        Message(719024, "Email Proxy piggyback auth fail", .system, .failure) {
            "Email Proxy piggyback auth fail: session = \(.text) user=\(.user) addr=\(.sourceAddress)"
        }
        Message(719025, "Email Proxy DNS name resolution failed", .system, .failure) {
            "Email Proxy DNS name resolution failed for \(.text)"
        }
        Message(719026, "Email Proxy DNS name resolved", .system, .success) {
            "Email Proxy DNS name \(.text) \(action: "resolved") to \(.destinationAddress)"
        }
    }
}
