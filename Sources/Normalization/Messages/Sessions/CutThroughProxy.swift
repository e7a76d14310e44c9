// Cisco 109001 to 109040: authentication and authorization of connections through the device.
// The interface printed is the source's; devices quote the user, documents do not.

extension Sessions {
    @MessageBuilder static var cutThroughProxy: [Message] {
        Message(109001, "Cut-through authentication started", .system) {
            "Auth start for user '\(.user)' from \(.source) to \(.destination)"
        }
        Message(109002, "Authentication failed, AAA server failed", .system, .failure) {
            "Auth from \(.source) to \(.destination) failed (\(.reason)) on interface \(.sourceInterface)"
        }
        Message(109003, "Authentication failed, all AAA servers failed", .system, .failure) {
            """
            Auth from \(.source) to \(.destination) failed (\(.reason)) on interface \(.sourceInterface), so marking \
            all servers ACTIVE again.
            """
        }
        Message(109005, "Authentication succeeded", .system, .success) {
            """
            Authentication succeeded for user '\(.user)' from \(.source) to \(.destination) on interface \
            \(.sourceInterface)\(optional: " using \(.networkProtocol)")
            """
        }
        Message(109006, "Authentication failed", .system, .failure) {
            """
            Authentication failed for user '\(.user)' from \(.source) to \(.destination) on interface \
            \(.sourceInterface)\(optional: " using \(.networkProtocol)")
            """
        }
        Message(109007, "Authorization permitted", .system, .success) {
            """
            Authorization \(action: "permitted") for user '\(.user)' from \(.source) to \(.destination) on interface \
            \(.sourceInterface)\(optional: " using \(.networkProtocol)")
            """
        }
        Message(109008, "Authorization denied", .system, .failure) {
            """
            Authorization \(action: "denied") for user '\(.user)' from \(.source) to \(.destination) on interface \
            \(.sourceInterface)\(optional: " using \(.networkProtocol)")
            """
        }
        Message(109010, "Authentication failed, too many pending authentications", .system, .failure) {
            "Auth from \(.source) to \(.destination) failed (\(.reason)) on interface \(.sourceInterface)"
        }
        Message(109011, "Authentication session start", .system) {
            "Authen Session Start: user '\(.user)', sid \(.text)"
        }
        Message(109012, "Authentication session end", .system, .success) {
            "Authen Session End: user '\(.user)', sid \(.text), elapsed \(.text) seconds"
        }
        Message(109013, "User must authenticate before using this service", .system, .failure) {
            "User must authenticate before using this service"
        }
        Message(109014, "Non-Telnet connection denied to virtual Telnet address", .system, .failure) {
            "A non-Telnet connection was \(action: "denied") to the configured virtual Telnet IP address."
        }
        Message(109016, "Authorization ACL not found for user", .system, .failure) {
            "Can't find authorization ACL '\(.policy)' for user '\(.user)'"
        }
        Message(109017, "User exceeded auth proxy connection limit", .system, .failure) {
            "User at \(.sourceAddress) exceeded auth proxy connection limit (max \(.text))"
            "User at \(.sourceAddress) exceeded auth proxy connection limit (max)"
            "User at \(.sourceAddress) exceeded auth proxy connection limit (\(.text))"
        }
        Message(109018, "Downloaded ACL is empty", .system, .failure) { "Downloaded ACL '\(.policy)' is empty" }
        Message(109019, "Downloaded ACL has parsing error", .system, .failure) {
            "Downloaded ACL '\(.policy)' has parsing error; ACE: '\(.text)'; \(.reason)"
            "Downloaded ACL '\(.policy)' has parsing error; ACE \(.text)"
        }
        Message(109020, "Downloaded ACL has config error", .system, .failure) {
            "Downloaded ACL has config error; ACE"
        }
        Message(109021, "Uauth null proxy error", .system, .failure) {
            "Uauth null proxy error (uap \(.text))"
            "Uauth null proxy error"
        }
        Message(109022, "HTTPS proxy process limit exceeded", .system, .failure) {
            "exceeded HTTPS proxy process limit"
            "HTTPS proxy resource limit reached."
        }
        Message(109023, "User must authenticate before using this service", .system, .failure) {
            """
            User from \(.source) to \(.destination) on interface \(.sourceInterface) using \(.text) must authenticate \
            before using this service
            """
            """
            User from \(.source) to \(.destination) on interface \(.sourceInterface) must authenticate before using \
            this service.
            """
        }
        Message(109024, "Authorization denied, user not authenticated", .system, .failure) {
            """
            Authorization \(action: "denied") from \(.source) to \(.destination) (\(.reason)) on interface \
            \(.sourceInterface) using \(.networkProtocol)
            """
        }
        Message(109025, "Authorization denied by user ACL", .system, .failure) {
            """
            Authorization \(action: "denied") (acl=\(.policy)) for user '\(.user)' from \(.source) to \(.destination) \
            on interface \(.sourceInterface) using \(.networkProtocol)
            """
        }
        Message(109026, "Invalid AAA reply digest received", .system, .failure) {
            "[\(.text)] Invalid reply digest received; \(.reason)"
        }
        Message(109027, "Unable to decipher AAA response message", .system, .failure) {
            "[\(.text)] Unable to decipher response message Server = \(.destinationAddress), User = \(.user)"
        }
        Message(109028, "AAA bypassed for same-security traffic", .system) {
            "aaa \(action: "bypassed") for same-security traffic from \(.source) to \(.destination)"
        }
        Message(109029, "Parsing downloaded ACL", .system, .failure) { "Parsing downloaded ACL: \(.text)" }
        Message(109030, "ACL wildcard netmask not converted", .system) {
            "Autodetect ACL convert wildcard did not convert ACL \(.policy) \(.text) netmask \(.text)"
        }
        Message(109031, "NT domain authentication failed, guest login rejected", .system, .failure) {
            "NT Domain Authentication Failed: \(action: "rejecting") guest login for \(.user)"
        }
        Message(109032, "Unable to install downloaded ACL for user", .system, .failure) {
            "Unable to install ACL '\(.policy)', downloaded for user \(.user); Error in ACE: '\(.text)'"
        }
        Message(109033, "Admin authentication failed, challenge not supported", .system, .failure) {
            """
            Authentication failed for admin user \(.user) from \(.sourceAddress). Interactive challenge processing is \
            not supported for \(.networkProtocol) connections
            """
        }
        Message(109034, "Network user authentication failed, challenge not supported", .system, .failure) {
            """
            Authentication failed for network user \(.user) from \(.source) to \(.destination). Interactive challenge \
            processing is not supported for \(.networkProtocol) connections
            """
        }
        Message(109035, "Exceeded maximum number of DAP attribute instances", .system, .failure) {
            "Exceeded maximum number (\(.text)) of DAP attribute instances for user = \(.user)"
            "Exceeded maximum number (\(.text)) of DAP attribute instances for user \(.user)"
        }
        Message(109036, "Exceeded 1000 attribute values for LDAP attribute", .system, .failure) {
            "Exceeded 1000 attribute values for the \(.text) attribute for user \(.user)"
        }
        Message(109037, "Exceeded 5000 attribute values for AAA attribute", .system, .failure) {
            "Exceeded 5000 attribute values for the \(.text) attribute for user \(.user)"
        }
        Message(109038, "AAA server attribute could not be parsed", .system, .failure) {
            "Attribute \(.text) value \"\(.text)\" from AAA server could not be parsed as a \(.text)"
        }
        Message(109039, "AAA authentication dropped unsupported IPv6 packet", .traffic, .failure) {
            """
            AAA Authentication:\(action: "Dropping") an unsupported IPv6/IP46/IP64 packet from \(.source) to \
            \(.destination)
            """
        }
        Message(109040, "User exceeded auth proxy rate limit", .system, .failure) {
            "User at \(.sourceAddress) exceeded auth proxy rate limit of 10 connections/sec"
        }
    }
}
