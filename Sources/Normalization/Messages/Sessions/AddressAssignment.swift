// Cisco 737001 to 737038: addresses requested, assigned and freed (IPAA). Older releases print no session.
// The address is the one given to the client, so it is the source.

extension Sessions {
    @MessageBuilder static var addressAssignment: [Message] {
        Message(737001, "Received message", .system) {
            "IPAA: \(optional: "Session=\(.sessionID), ")\(action: "Received") message '\(.text)'"
        }
        Message(737002, "Received unknown message", .system, .failure) {
            "IPAA: \(optional: "Session=\(.sessionID), ")\(action: "Received") unknown message '\(.text)'"
        }
        Message(737003, "DHCP configured, no viable servers found", .system, .failure) {
            """
            IPAA: \(optional: "Session=\(.sessionID), ")DHCP configured, no viable servers found for tunnel-group '\
            \(.group)'
            """
        }
        Message(737004, "DHCP configured, request failed", .system, .failure) {
            "IPAA: \(optional: "Session=\(.sessionID), ")DHCP configured, request failed for tunnel-group '\(.group)'"
        }
        Message(737005, "DHCP configured, request succeeded", .system, .success) {
            """
            IPAA: \(optional: "Session=\(.sessionID), ")DHCP configured, request succeeded for tunnel-group '\(.group)'
            """
        }
        Message(737006, "Local pool request succeeded", .system, .success) {
            "IPAA: \(optional: "Session=\(.sessionID), ")Local pool request succeeded for tunnel-group '\(.group)'"
        }
        Message(737007, "Local pool request failed", .system, .failure) {
            "IPAA: \(optional: "Session=\(.sessionID), ")Local pool request failed for tunnel-group '\(.group)'"
        }
        Message(737008, "tunnel-group not found", .system, .failure) {
            "IPAA: \(optional: "Session=\(.sessionID), ")tunnel-group '\(.group)' not found"
            "IPAA: '\(.group)' not found"
        }
        Message(737009, "AAA assigned address, request failed", .system, .failure) {
            "IPAA: \(optional: "Session=\(.sessionID), ")AAA assigned address \(.sourceAddress), request failed"
        }
        Message(737010, "AAA assigned address, request succeeded", .system, .success) {
            """
            IPAA: \(optional: "Session=\(.sessionID), ")AAA \(action: "assigned") address \(.sourceAddress), request \
            succeeded
            """
            "IPAA: \(optional: "Session=\(.sessionID), ")AAA \(action: "assigned") address \(.sourceAddress), succeeded"
        }
        Message(737011, "AAA assigned address, not permitted", .system, .failure) {
            """
            IPAA: \(optional: "Session=\(.sessionID), ")AAA assigned address \(.sourceAddress), not permitted, retrying
            """
        }
        Message(737012, "Address assignment failed", .system, .failure) {
            "IPAA: \(optional: "Session=\(.sessionID), ")Address assignment failed"
        }
        Message(737013, "Error freeing address, not found", .system, .failure) {
            "IPAA: \(optional: "Session=\(.sessionID), ")Error freeing address \(.sourceAddress), not found"
        }
        Message(737014, "Freeing AAA address", .system, .success) {
            "IPAA: \(optional: "Session=\(.sessionID), ")\(action: "Freeing") AAA address \(.sourceAddress)"
        }
        Message(737015, "Freeing DHCP address", .system, .success) {
            "IPAA: \(optional: "Session=\(.sessionID), ")\(action: "Freeing") DHCP address \(.sourceAddress)"
        }
        Message(737016, "Freeing local pool address", .system, .success) {
            "IPAA: \(optional: "Session=\(.sessionID), ")\(action: "Freeing") local pool address \(.sourceAddress)"
            """
            IPAA: \(optional: "Session=\(.sessionID), ")\(action: "Freeing") local pool \(.text) address \
            \(.sourceAddress)
            """
        }
        Message(737017, "DHCP request attempt succeeded", .system, .success) {
            "IPAA: \(optional: "Session=\(.sessionID), ")DHCP request attempt \(.text) succeeded"
        }
        Message(737018, "DHCP request attempt failed", .system, .failure) {
            "IPAA: \(optional: "Session=\(.sessionID), ")DHCP request attempt \(.text) failed"
        }
        Message(737019, "Unable to get address from group-policy or tunnel-group local pools", .system, .failure) {
            """
            IPAA: \(optional: "Session=\(.sessionID), ")Unable to get address from group-policy or tunnel-group local \
            pools
            """
        }
        Message(737021, "Address from local pool duplicates address from DHCP", .system, .failure) {
            """
            IPAA: \(optional: "Session=\(.sessionID), ")Address from local pool (\(.sourceAddress)) duplicates \
            address from DHCP
            """
        }
        Message(737022, "Address from local pool duplicates address from AAA", .system, .failure) {
            """
            IPAA: \(optional: "Session=\(.sessionID), ")Address from local pool (\(.sourceAddress)) duplicates \
            address from AAA
            """
        }
        Message(737023, "Unable to allocate memory to store local pool address", .system, .failure) {
            """
            IPAA: \(optional: "Session=\(.sessionID), ")Unable to allocate memory to store local pool address \
            \(.sourceAddress)
            """
        }
        Message(737024, "Client requested address already in use", .system, .failure) {
            """
            IPAA: \(optional: "Session=\(.sessionID), ")Client requested address \(.sourceAddress), already in use, \
            retrying
            """
            MessageFormat.named(
                "Local pool assignment failed for suggested IP",
                """
                IPAA: \(optional: "Session=\(.sessionID), ")Local pool assignment failed for suggested IP \
                \(.sourceAddress), retrying
                """
            )
        }
        Message(737025, "Duplicate local pool address found", .system, .failure) {
            """
            IPAA: \(optional: "Session=\(.sessionID), ")Duplicate local pool address found, \(.sourceAddress) in \
            quarantine
            """
            MessageFormat.named(
                "Not releasing local pool address",
                """
                IPAA: \(optional: "Session=\(.sessionID), ")Not releasing local pool \(.sourceAddress), due to \
                \(.reason)
                """
            )
        }
        Message(737026, "Client assigned address from local pool", .system, .success) {
            """
            IPAA: \(optional: "Session=\(.sessionID), ")Client \(action: "assigned") \(.sourceAddress) from local pool\
            \(optional: " \(.text)")
            """
            "IPAA: \(optional: "Session=\(.sessionID), ")Client \(action: "assigned") from local pool \(.sourceAddress)"
        }
        Message(737027, "No data for address request", .system, .failure) {
            "IPAA: \(optional: "Session=\(.sessionID), ")No data for address request"
        }
        Message(737028, "Unable to send address to standby", .system, .failure) {
            "IPAA: \(optional: "Session=\(.sessionID), ")Unable to send \(.sourceAddress) to standby: \(.reason)"
            "IPAA: \(optional: "Session=\(.sessionID), ")Adding \(.sourceAddress) to standby: \(.text)"
        }
        Message(737029, "Added address to standby", .system, .success) {
            "IPAA: \(optional: "Session=\(.sessionID), ")\(action: "Added") \(.sourceAddress) to standby"
            "IPAA: \(optional: "Session=\(.sessionID), ")\(action: "Adding") \(.sourceAddress) to standby: succeeded"
        }
        Message(737030, "Unable to send address to standby", .system, .failure) {
            "IPAA: \(optional: "Session=\(.sessionID), ")Unable to send \(.sourceAddress) to standby: \(.reason)"
            "IPAA: \(optional: "Session=\(.sessionID), ")Adding \(.sourceAddress) to standby: \(.reason)"
        }
        Message(737031, "Removed address from standby", .system, .success) {
            "IPAA: \(optional: "Session=\(.sessionID), ")\(action: "Removed") \(.sourceAddress) from standby"
            """
            IPAA: \(optional: "Session=\(.sessionID), ")\(action: "Removing") \(.sourceAddress) from standby: succeeded
            """
        }
        Message(737032, "Unable to remove address from standby", .system, .failure) {
            "IPAA: \(optional: "Session=\(.sessionID), ")Unable to remove \(.sourceAddress) from standby: \(.reason)"
            "IPAA: \(optional: "Session=\(.sessionID), ")Removing \(.sourceAddress) from standby: \(.reason)"
        }
        Message(737033, "Unable to assign IP address to client", .system, .failure) {
            """
            IPAA: \(optional: "Session=\(.sessionID), ")Unable to assign \(.text) provided IP address \
            \(.sourceAddress) to client. \(.reason)
            """
        }
        Message(737034, "IPAA address request", .system, .failure) {
            "IPAA: \(optional: "Session=\(.sessionID), ")\(oneOf: "IPv4", "IPv6") address: \(.reason)"
        }
        Message(737035, "message queued", .system) {
            "IPAA: \(optional: "Session=\(.sessionID), ")'\(.text)' message \(action: "queued")"
        }
        Message(737036, "Client assigned address from DHCP", .system, .success) {
            "IPAA: \(optional: "Session=\(.sessionID), ")Client \(action: "assigned") \(.sourceAddress) from DHCP"
        }
        Message(737038, "specified address was in-use, trying to get another", .system, .failure) {
            """
            IPAA: \(optional: "Session=\(.sessionID), ")specified address \(.sourceAddress) was in-use, trying to get \
            another.
            """
        }
    }
}
