// Cisco 113001 to 113045: authentication, authorization and accounting, and the sessions they admit or refuse.

extension Sessions {
    @MessageBuilder static var authentication: [Message] {
        Message(113001, "Unable to open AAA session, session limit reached", .system, .failure) {
            "Unable to open AAA session. \(.reason)"
        }
        Message(113003, "AAA group policy being set", .system) {
            "AAA group policy for user \(.user) is being set to \(.policy)"
        }
        Message(113004, "AAA user authentication Successful", .system, .success) {
            "AAA user authentication Successful : server = \(.destinationAddress) : user = \(.user)"
            MessageFormat.named(
                "AAA user authorization Successful",
                "AAA user authorization Successful : server = \(.destinationAddress) : user = \(.user)"
            )
            MessageFormat.named(
                "AAA user accounting Successful",
                "AAA user accounting Successful : server = \(.destinationAddress) : user = \(.user)"
            )
            "AAA user authentication Successful: server = \(.destinationAddress) , User = \(.user)"
            MessageFormat.named(
                "AAA user authorization Successful",
                "AAA user authorization Successful: server = \(.destinationAddress) , User = \(.user)"
            )
            MessageFormat.named(
                "AAA user accounting Successful",
                "AAA user accounting Successful: server = \(.destinationAddress) , User = \(.user)"
            )
        }
        Message(113005, "AAA user authentication Rejected", .system, .failure) {
            """
            AAA user authentication \(action: "Rejected") : reason = \(.reason) : server = \(.destinationAddress) : \
            user = \(.user)\(optional: " : user IP = \(.sourceAddress)")
            """
            """
            AAA user authentication \(action: "Rejected"): reason = \(.reason): server = \(.destinationAddress), User \
            = \(.user)\(optional: ": user IP = \(.sourceAddress)")
            """
            MessageFormat.named(
                "AAA user accounting Rejected",
                """
                AAA user accounting \(action: "Rejected") : reason = \(.reason) : server = \(.destinationAddress) \
                : user = \(.user)\(optional: " : user IP = \(.sourceAddress)")
                """
            )
            MessageFormat.named(
                "AAA user authorization Rejected",
                """
                AAA user authorization \(action: "Rejected") : reason = \(.reason) : server = \(.destinationAddress) \
                : user = \(.user)\(optional: " : user IP = \(.sourceAddress)")
                """
            )
            MessageFormat.named(
                "AAA user authorization Rejected",
                """
                AAA user authorization \(action: "Rejected"): reason = \(.reason): server = \(.destinationAddress), \
                User = \(.user)\(optional: ": user IP = \(.sourceAddress)")
                """
            )
        }
        Message(113006, "User locked out after successive failed authentication attempts", .system, .failure) {
            "User '\(.user)' \(action: "locked out") on exceeding '\(.text)' successive failed authentication attempts"
        }
        Message(113007, "User unlocked by administrator", .system, .success) {
            "User '\(.user)' \(action: "unlocked") by '\(.text)'"
        }
        Message(113008, "AAA transaction status ACCEPT", .system, .stated) {
            "AAA transaction status \(result: .success("ACCEPT")) : user = \(.user)"
            MessageFormat.named(
                "AAA transaction status REJECT",
                "AAA transaction status \(result: .failure("REJECT")) : user = \(.user)"
            )
        }
        Message(113009, "AAA retrieved default group policy", .system, .success) {
            "AAA retrieved default group policy (\(.policy)) for user = \(.user)"
            "AAA retrieved default group policy \(.policy) for user \(.user)"
        }
        Message(113010, "AAA challenge received", .system) {
            """
            AAA challenge \(action: "received") for user \(optional: "= ")\(.user) from server \(optional: "= ")\
            \(.destinationAddress)
            """
        }
        Message(113011, "AAA retrieved user specific group policy", .system, .success) {
            "AAA retrieved user specific group policy (\(.policy)) for user = \(.user)"
            "AAA retrieved user specific group policy \(.policy) for user \(.user)"
        }
        Message(113012, "AAA user authentication Successful", .system, .success) {
            "AAA user authentication Successful : local database : user = \(.user)"
        }
        Message(113013, "AAA unable to complete the request", .system, .failure) {
            "AAA unable to complete the request Error : reason = \(.reason) : user = \(.user)"
        }
        Message(113014, "AAA server not accessible", .system, .failure) {
            """
            AAA \(oneOf: "authentication", "authorization", "accounting") server not accessible : server = \
            \(.destinationAddress) : user = \(.user)
            """
        }
        Message(113015, "AAA user authentication Rejected", .system, .failure) {
            """
            AAA user authentication \(action: "Rejected") : reason = \(.reason) : local database : user = \(.user) : \
            user IP = user_ip=\(.sourceAddress)
            """
            """
            AAA user authentication \(action: "Rejected") : reason = \(.reason) : local database : user = \(.user)\
            \(optional: " : user IP = \(.sourceAddress)")
            """
        }
        Message(113016, "AAA credentials rejected", .system, .failure) {
            """
            AAA credentials \(action: "rejected") : reason = \(.reason) : server = \(.destinationAddress) : user = \
            \(.user)\(optional: " : user IP = \(.sourceAddress)")
            """
        }
        Message(113017, "AAA credentials rejected", .system, .failure) {
            """
            AAA credentials \(action: "rejected") : reason = \(.reason) : local database : user = \(.user)\
            \(optional: " : user IP = \(.sourceAddress)")
            """
        }
        Message(113018, "Unsupported downloaded ACL entry", .system, .failure) {
            "User: '\(.user)', Unsupported downloaded ACL Entry: '\(.text)', Action: '\(.action)'"
        }
        Message(113019, "Session disconnected", .system, .success) {
            """
            \(.ike)Session \(action: "disconnected"). Session Type: \(.text), Duration: \(.text)\
            \(optional: ", Bytes xmt: \(.text)")\(optional: ", Bytes rcv: \(.text)")\(optional: ", Reason: \(.reason)")
            """
        }
        Message(113020, "Kerberos clock skew with server", .system, .failure) {
            "Kerberos error : Clock skew with server \(.destinationAddress) greater than \(.text) seconds"
        }
        Message(113021, "Console login failed, no admin rights", .system, .failure) {
            "Attempted console login failed. User \(.user) did NOT have appropriate Admin Rights."
            "Attempted console login failed user '\(.user)' did NOT have appropriate Admin Rights."
        }
        Message(113022, "AAA server marked FAILED", .system, .failure) {
            """
            AAA \(action: "Marking") \(.networkProtocol) server \(.destinationAddress) in \
            \(oneOf: "aaa-server", "server") group \(.text) as FAILED
            """
        }
        Message(113023, "AAA server marked ACTIVE", .system, .success) {
            """
            AAA \(action: "Marking") \(.networkProtocol) server \(.destinationAddress) in \
            \(oneOf: "aaa-server", "server") group \(.text) as ACTIVE
            """
        }
        Message(113024, "Authenticating connection with username from client certificate", .system) {
            """
            Group <\(.group)>: \(action: "Authenticating") \(.text) connection from \(.sourceAddress) with username, \
            \(.user), from client certificate
            """
        }
        Message(113025, "Could not authenticate connection from certificate", .system, .failure) {
            MessageFormat.named(
                "FAILED to extract username from certificate",
                """
                Group <\(.group)>: FAILED to extract username from certificate while authenticating \(.text) \
                connection from \(.sourceAddress)
                """
            )
            "Group <\(.group)>: \(.text) Could not authenticate \(.text) connection from \(.sourceAddress)"
        }
        Message(113026, "Error executing username-from-certificate script", .system, .failure) {
            "Error \(.reason) while executing Lua script for group \(.group)"
        }
        Message(113027, "Error activating tunnel-group scripts", .system, .failure) {
            "Error activating tunnel-group scripts"
            MessageFormat.named(
                "Username could not be found in certificate",
                "Username could not be found in certificate"
            )
        }
        Message(113028, "Username extraction from VPN client certificate", .system, .stated) {
            """
            Extraction of username from VPN client certificate has \(result: .success("finished successfully"),
                .success("completed"), .failure("finished with error")).\(optional: " [Request \(.text)")
            """
            "Extraction of username from VPN client certificate has \(.text).\(optional: " [Request \(.text)")"
        }
        Message(113029, "VPN session could not be established, session limit reached", .system, .failure) {
            "\(.groupUserIP) Session could not be established: \(.reason)"
        }
        Message(113030, "User ACL from AAA does not exist, terminating connection", .system, .failure) {
            """
            \(.groupUserIP) User ACL <\(.policy)> from AAA doesn't exist on the device, \(action: "terminating") \
            connection.
            """
        }
        Message(113031, "AnyConnect vpn-filter is an IPv6 ACL, not applied", .system, .failure) {
            "\(.groupUserIP) AnyConnect 'vpn-filter \(.policy)' is an IPv6 ACL; ACL not applied."
        }
        Message(113032, "AnyConnect ipv6-vpn-filter is an IPv4 ACL, not applied", .system, .failure) {
            "\(.groupUserIP) AnyConnect 'ipv6-vpn-filter \(.policy)' is an IPv4 ACL; ACL not applied."
        }
        Message(113033, "AnyConnect session not allowed, ACL parse error", .system, .failure) {
            """
            \(.groupUserIP) \(oneOf: "AnyConnect", "Secure Client", "Cisco Secure Client") session not allowed. \
            \(.reason)
            """
        }
        Message(113034, "User ACL from AAA ignored, AV-PAIR ACL used", .system) {
            "\(.groupUserIP) User ACL <\(.policy)> from AAA ignored, AV-PAIR ACL used instead."
        }
        Message(113035, "Session terminated, AnyConnect not enabled or invalid image", .system, .failure) {
            "\(.groupUserIP) Session \(action: "terminated"): \(.reason)"
        }
        Message(113036, "AAA parameter value invalid", .system, .failure) {
            "\(.groupUserIP) AAA parameter \(.text) value invalid."
        }
        Message(113037, "Reboot pending, user login denied", .system, .failure) {
            "\(.groupUserIP) Reboot pending, new sessions disabled. \(action: "Denied") user login."
        }
        Message(113038, "Unable to create AnyConnect parent session", .system, .failure) {
            """
            \(.groupUserIP) Unable to create \(oneOf: "AnyConnect", "Secure Client", "Cisco Secure Client") parent \
            session.
            """
        }
        Message(113039, "AnyConnect parent session started", .system, .success) {
            """
            \(.groupUserIP) \(oneOf: "AnyConnect", "Secure Client", "Cisco Secure Client") parent session \
            \(action: "started").
            """
        }
        Message(113040, "VPN connection terminated, group lock mismatch", .system, .failure) {
            "\(action: "Terminating") the VPN connection attempt from \(.group). Reason: \(.reason)"
            "\(.groupUserIP) \(action: "Terminating") the VPN connection attempt from \(.text). Reason: \(.reason)"
        }
        Message(113041, "Redirect ACL does not exist on the device", .system, .failure) {
            "Redirect ACL configured for \(.sourceAddress) does not exist on the device."
        }
        Message(113042, "Non-HTTP connection denied by redirect filter", .traffic, .failure) {
            """
            CoA: Non-HTTP connection from \(.source) to \(.destination) for user \(.user) at \(.text) \
            \(action: "denied") by redirect filter; \(.reason)
            """
            "Non-HTTP connection from \(.source) to \(.destination) \(action: "denied") by redirect filter; \(.reason)"
        }
        Message(113045, "AAA SDI server status changed", .system) {
            """
            AAA SDI server \(.destinationAddress) in aaa-server group \(.text): status changed from \(.text) to \
            \(.text)
            """
        }
    }
}
