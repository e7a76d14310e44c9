// Cisco 106023 and 106100 to 106103: packets that an access list denied or permitted.

extension Flows {
    @MessageBuilder static var accessLists: [Message] {
        Message(106023, "Deny by access-group", .traffic, .failure) {
            """
            \(action: "Deny") protocol \(.networkProtocol) src \(.source) dst \(.destination) by access-group \
            "\(.policy)"\(optional: " [\(.text)")
            """
            """
            \(action: "Deny") \(.networkProtocol) src \(.source) dst \(.destination)\(optional: " (type \(.text)")\
            \(optional: " type \(.text)") by access-group "\(.policy)"\(optional: " [\(.text)")
            """
            // As Cisco's list spells it, with quotes or without, and as samples shorten it.
            """
            \(action: "Deny") \(optional: "protocol ")\(.networkProtocol) src \(.source) dst \(.destination)\
            \(optional: " (type \(.text)")\(optional: " type \(.text)") \
            by \(oneOf: "access-group", "access_group") \(.policy)\(optional: " [\(.text)")
            """
            // An address alone, as of ICMP, may lack digits there.
            """
            \(action: "Deny") \(optional: "protocol ")\(.networkProtocol) src \(.source) \
            dst \(.text):\(.destinationAddress)/\(.destinationPort)
            """
        }
        Message(106100, "access-list hit", .traffic, .stated) {
            """
            access-list \(.policy) \(action: .success("permitted"), .failure("denied"), .success("est-allowed")) \
            \(.networkProtocol) \(.accessListSource) -> \(.accessListDestination) hit-cnt \(.text)
            """
            """
            access-list \(.policy) \(action: .success("permitted"), .failure("denied"), .success("est-allowed")) \
            \(.networkProtocol) \(.accessListSource) -> \(.text)/\(.destinationAddress)(\(.destinationPort))
            """
        }
        Message(106101, "Number of cached deny-flows for ACL log has reached limit", .traffic, .unstated) {
            "Number of cached deny-flows for ACL log has reached limit (\(.text))"
            "The number of ACL log deny-flows has reached limit (\(.text))"
        }
        Message(106102, "VPN filter access-list hit", .traffic, .stated) {
            """
            access-list \(.policy) \(action: .success("permitted"), .failure("denied")) \(.networkProtocol) \
            for user '\(.user)' \(.accessListSource) -> \(.accessListDestination) hit-cnt \(.text)
            """
            """
            access-list \(.policy) \(action: .success("permitted"), .failure("denied")) \(.networkProtocol) \
            for user \(.user) \(.accessListSource) -> \(.accessListDestination) hit-cnt \(.text)
            """
        }
        Message(106103, "VPN filter access-list denied", .traffic, .failure) {
            """
            access-list \(.policy) \(action: "denied") \(.networkProtocol) \
            for user '\(.user)' \(.accessListSource) -> \(.accessListDestination) hit-cnt \(.text)
            """
            """
            access-list \(.policy) \(action: "denied") \(.networkProtocol) \
            for user \(.user) \(.accessListSource) -> \(.accessListDestination) hit-cnt \(.text)
            """
        }
    }
}
