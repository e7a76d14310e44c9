// Cisco 106023 and 106100: packets that an access list denied or permitted.
// The identity firewall names users behind the addresses; ICMP has no ports.

extension Messages {
    static let accessLists = [
        Message(106023, "Deny by access-group", .traffic, .failure) {
            """
            \(action: "Deny") protocol \(.networkProtocol) src \(.source) dst \(.destination) \
            by access-group "\(.policy)"\(optional: " [\(.text)")
            """
            """
            \(action: "Deny") \(.networkProtocol) src \(.source) dst \(.destination)\(optional: " (type \(.text)")\
            \(optional: " type \(.text)") by access-group "\(.policy)"\(optional: " [\(.text)")
            """
        },
        Message(106100, "access-list hit", .traffic, .stated) {
            """
            access-list \(.policy) \(action: .success("permitted"), .failure("denied"), .success("est-allowed")) \
            \(.networkProtocol) \(.accessListSource) -> \(.accessListDestination) hit-cnt \(.text)
            """
        },
    ]
}
