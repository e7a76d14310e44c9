// Cisco 734001 to 734004: dynamic access policies.
// The records selected are the policy.

extension Sessions {
    @MessageBuilder static var accessPolicies: [Message] {
        Message(734001, "DAP records selected", .system, .success) {
            """
            DAP: User \(.user), Addr \(.sourceAddress), Connection \(.text): The following DAP records were \
            \(action: "selected") for this connection: \(.policy)
            """
        }
        Message(734002, "Connection terminated by DAP records", .system, .failure) {
            """
            DAP: User \(.user), Addr \(.sourceAddress): Connection \(action: "terminated") by the following DAP \
            records: \(.policy)
            """
        }
        Message(734003, "DAP session attribute", .system) {
            "DAP: User \(.user), Addr \(.sourceAddress): Session Attribute: \(foreign: .text)"
            "DAP: User \(.user), Addr \(.sourceAddress): Session Attribute aaa.cisco.tunnelgroup = \(.group)"
            "DAP: User \(.user), Addr \(.sourceAddress): Session Attribute \(foreign: .text)"
        }
        Message(734004, "DAP processing error", .system, .failure) { "DAP: Processing error: \(.reason)" }
    }
}
