// Cisco 305xxx and 202010: address translations. The translated address is natSourceIP where it differs.

extension Flows {
    static let translations = translationLives + translationFailures

    @MessageBuilder private static var translationLives: [Message] {
        Message(305009, "Built translation", .traffic, .success) {
            """
            \(action: "Built") \(.text) translation from \(.source) to \
            \(.text)\(optional: "(\(.policy))"):\(.natAddress)
            """
        }
        Message(305010, "Teardown translation", .traffic, .success) {
            """
            \(action: "Teardown") \(.text) translation from \(.source) to \
            \(.text)\(optional: "(\(.policy))"):\(.natAddress) duration \(.text)
            """
        }
        Message(305011, "Built translation", .traffic, .success) {
            """
            \(action: "Built") \(oneOf: "dynamic", "static") \(networkProtocol: "TCP", "UDP", "ICMP", "GRE", "SCTP") \
            translation from \(.source) to \(.text)\(optional: "(\(.policy))"):\(.natAddress)/\(.text)
            """
        }
        Message(305012, "Teardown translation", .traffic, .success) {
            """
            \(action: "Teardown") \(oneOf: "dynamic", "static") \
            \(networkProtocol: "TCP", "UDP", "ICMP", "GRE", "SCTP") translation from \(.source) \
            to \(.text)\(optional: "(\(.policy))"):\(.natAddress)/\(.text) duration \(.text)
            """
        }
        Message(305014, "Allocated block of ports for translation", .traffic, .success) {
            """
            \(action: "Allocated") \(.networkProtocol) block of ports for translation from \(.source) \
            to \(.text):\(.natAddress)/\(.text)
            """
        }
        Message(305015, "Released block of ports for translation", .traffic, .success) {
            """
            \(action: "Released") \(.networkProtocol) block of ports for translation from \(.source) \
            to \(.text):\(.natAddress)/\(.text)
            """
        }
        Message(305017, "Active block of ports for translation", .traffic, .unstated) {
            """
            Pba-interim-logging: Active \(.networkProtocol) block of ports for translation from \(.source) \
            to \(.natAddress)/\(.text)
            """
        }
        Message(305018, "MAP translation", .traffic, .success) {
            """
            MAP translation from \(.source)-\(.destination) to \(.text):\(.natAddress)/\(.text)-\(.text)
            """
        }
    }

    @MessageBuilder private static var translationFailures: [Message] {
        Message(202010, "PAT pool exhausted. Unable to create connection", .traffic, .failure) {
            """
            \(oneOf: "PAT pool exhausted", "NAT pool exhausted", "[NAT | PAT] pool exhausted"). Unable to create \
            \(.networkProtocol) connection from \(.source) to \(.destination)
            """
        }
        Message(305005, "No translation group found", .traffic, .failure) {
            """
            No translation group found for protocol \(.networkProtocol) src \(.source) dst \(.destination)
            """
            """
            No translation group found for \(.networkProtocol) src \(.source) dst \(.destination)\
            \(optional: " (type \(.text)")\(optional: "(type \(.text)")
            """
        }
        Message(305006, "translation creation failed", .traffic, .failure) {
            """
            \(.text) translation creation \(action: "failed") for protocol \(.networkProtocol) src \(.source) \
            dst \(.destination)
            """
            """
            \(.text) translation creation \(action: "failed") for \(.networkProtocol) src \(.source) \
            dst \(.destination)\(optional: " (type \(.text)")\(optional: "(type \(.text)")
            """
        }
        Message(305007, "addrpool_free(): Orphan IP on interface", .system, .unstated) {
            "addrpool_free(): Orphan IP \(.text) on interface \(.text)"
        }
        Message(305008, "Free unallocated global IP address", .system, .unstated) {
            "Free unallocated global IP address"
        }
        Message(305013, "Asymmetric NAT rules matched for forward and reverse flows", .traffic, .failure) {
            """
            Asymmetric NAT rules matched for forward and reverse flows; Connection for \
            protocol \(.networkProtocol) src \(.source) dst \(.destination) \
            \(action: "denied") due to \(.reason)
            """
            """
            Asymmetric NAT rules matched for forward and reverse flows; Connection for \
            \(.networkProtocol) src \(.source) dst \(.destination)\
            \(optional: " (type \(.text)")\(optional: "(type \(.text)") \(action: "denied") due to \(.reason)
            """
        }
        Message(305016, "Unable to create connection", .traffic, .failure) {
            """
            Unable to create \(.networkProtocol) connection from \(.source) to \(.destination) due to \(.reason)
            """
        }
    }
}
