// Cisco 713141 to 713189: IKE version 1, hardware clients, firewalls of clients, failed authentication.
// The prefix names group, user and address, as far as the device knows them.

extension KeyExchange {
    @MessageBuilder static var keyExchangeClients: [Message] {
        Message(713141, "Client-reported firewall does not match configured firewall", .system, .failure) {
            "\(.ike)Client-reported firewall does not match configured firewall: \(.text) tunnel. \(.text)"
        }
        Message(
            713142,
            "Client did not report firewall in use, but there is a configured firewall",
            .system,
            .failure
        ) {
            """
            \(.ike)Client did not report firewall in use, but there is a configured firewall: \(.text) tunnel. \(.text)
            """
        }
        Message(713143, "Processing firewall record", .system) { "\(.ike)Processing firewall record. \(.text)" }
        Message(713144, "Ignoring received malformed firewall record", .system, .failure) {
            "\(.ike)\(action: "Ignoring") received malformed firewall record; reason - \(foreign: .reason)"
        }
        Message(713145, "Detected Hardware Client in network extension mode, adding static route", .system) {
            """
            \(.ike)Detected Hardware Client in network extension mode, adding static route for address: \(.text), \
            mask: \(.text)
            """
        }
        Message(713146, "Could not add route for Hardware Client in network extension mode", .system, .failure) {
            """
            \(.ike)Could not add route for Hardware Client in network extension mode, address: \(.text), mask: \(.text)
            """
        }
        Message(713147, "Terminating tunnel to Hardware Client, deleting static route", .system) {
            """
            \(.ike)\(action: "Terminating") tunnel to Hardware Client in network extension mode, deleting static \
            route for address: \(.text), mask: \(.text)
            """
        }
        Message(713148, "Terminating tunnel to Hardware Client, unable to delete static route", .system, .failure) {
            """
            \(.ike)\(action: "Terminating") tunnel to Hardware Client in network extension mode, unable to delete \
            static route for address: \(.text), mask: \(.text)
            """
        }
        Message(713149, "Hardware client security attribute was enabled but not requested", .system) {
            "\(.ike)Hardware client security attribute \(.text) was enabled but not requested."
        }
        Message(713152, "Unable to obtain any rules from filter to send to client", .system, .failure) {
            """
            \(.ike)Unable to obtain any rules from filter \(.policy) to send to client for CPP, \
            \(action: "terminating") connection.
            """
        }
        Message(713154, "DNS lookup failed", .system, .failure) {
            "\(.ike)DNS lookup for \(.text) Server [\(.text)] failed!"
        }
        Message(
            713155,
            "DNS lookup for Primary VPN Server successfully resolved after a previous failure",
            .system,
            .success
        ) {
            """
            \(.ike)DNS lookup for Primary VPN Server [\(.text)] successfully resolved after a previous failure. \
            Resetting any Backup Server init.
            """
        }
        Message(713156, "Initializing Backup Server", .system) { "\(.ike)Initializing Backup Server [\(.text)]" }
        Message(713157, "Timed out on initial contact to server, tunnel could not be established", .system, .failure) {
            "\(.ike)Timed out on initial contact to server [\(.text)] Tunnel could not be established."
        }
        Message(713158, "Client rejected NAT enabled IPSec Over UDP request", .system, .failure) {
            "\(.ike)Client rejected NAT enabled IPSec Over UDP request, falling back to IPSec Over TCP"
        }
        Message(713159, "TCP Connection to Firewall Server has been lost", .system, .failure) {
            """
            \(.ike)TCP Connection to Firewall Server has been lost, restricted tunnels are now allowed full network \
            access
            """
        }
        Message(713160, "Remote user has been granted access by the Firewall Server", .system, .success) {
            """
            \(.ike)Remote user (session Id - \(.sessionID)) has been \(action: "granted") access by the Firewall Server
            """
        }
        Message(713161, "Remote user network access has been restricted by the Firewall Server", .system, .failure) {
            """
            \(.ike)Remote user (session Id - \(.sessionID)) network access has been \(action: "restricted") by the \
            Firewall Server
            """
        }
        Message(713162, "Remote user has been rejected by the Firewall Server", .system, .failure) {
            "\(.ike)Remote user (session Id - \(.sessionID)) has been \(action: "rejected") by the Firewall Server"
        }
        Message(713163, "Remote user has been terminated by the Firewall Server", .system, .failure) {
            "\(.ike)Remote user (session Id - \(.sessionID)) has been \(action: "terminated") by the Firewall Server"
        }
        Message(713164, "The Firewall Server has requested a list of active user sessions", .system) {
            "\(.ike)The Firewall Server has \(action: "requested") a list of active user sessions"
        }
        Message(713165, "Client IKE Auth mode differs from the group's configured Auth mode", .system, .failure) {
            "\(.ike)Client IKE Auth mode differs from the group's configured Auth mode"
        }
        Message(713166, "Headend failed our user authentication attempt", .system, .failure) {
            "\(.ike)Headend security gateway has \(action: "failed") our user authentication attempt - \(.reason)"
        }
        Message(713167, "Remote peer has failed user authentication", .system, .failure) {
            "\(.ike)Remote peer has \(action: "failed") user authentication -  \(.reason)"
        }
        Message(713168, "Re-auth enabled, but tunnel must be authenticated interactively", .system) {
            "\(.ike)Re-auth enabled, but tunnel must be authenticated interactively!"
        }
        Message(713169, "IKE Received delete for rekeyed SA", .system) {
            """
            \(.ike)IKE \(action: "Received") delete for rekeyed SA IKE peer: \(.sourceAddress), SA address: \(.text), \
            tunnelCnt: \(.text)
            """
        }
        Message(713170, "IKE Received delete for rekeyed centry", .system) {
            """
            \(.ike)IKE \(action: "Received") delete for rekeyed centry IKE peer: \(.sourceAddress), centry address: \
            \(.text), msgid: \(.text)
            """
        }
        Message(713171, "NAT-Traversal sending NAT-Original-Address payload", .system) {
            "\(.ike)NAT-Traversal sending NAT-Original-Address payload"
        }
        Message(713172, "IKE automatic NAT detection status", .system) {
            """
            \(.ike)Automatic NAT Detection Status:     Remote end \(oneOf: "is NOT", "is") behind a NAT device     \
            This   end \(oneOf: "is NOT", "is") behind a NAT device
            """
        }
        Message(713174, "Hardware Client connection rejected", .system, .failure) {
            "\(.ike)Hardware Client connection \(action: "rejected")! \(.reason)"
        }
        Message(713176, "memory resources are critical, IKE key acquire message ignored", .system, .failure) {
            """
            \(.ike)\(.text) memory resources are critical, IKE key acquire message on interface \(.text), for Peer \
            \(.sourceAddress) ignored
            """
        }
        Message(713177, "Received remote Proxy Host FQDN in ID Payload", .system) {
            """
            \(.ike)\(action: "Received") remote Proxy Host FQDN in ID Payload: Host Name: \(foreign: .text) \
            Address \(.text), Protocol \(.text), Port \(.text)
            """
        }
        Message(
            713178,
            "IKE Initiator received a packet from its peer without a Responder cookie",
            .system,
            .failure
        ) {
            "\(.ike)IKE Initiator received a packet from its peer without a Responder cookie"
        }
        Message(713179, "IKE AM Initiator received a packet from its peer without a payload", .system, .failure) {
            "\(.ike)IKE AM Initiator received a packet from its peer without a \(.text) payload"
        }
        Message(713182, "IKE could not recognize the version of the client", .system, .failure) {
            "\(.ike)IKE could not recognize the version of the client! \(.text)"
        }
        Message(713184, "IKE client type and application version", .system) {
            "\(.ike)Client Type: \(foreign: .text)  Client Application Version: \(foreign: .text)"
        }
        Message(713185, "Error Username too long, connection aborted", .system, .failure) {
            "\(.ike)Error: Username too long - connection \(action: "aborted")"
        }
        Message(
            713186,
            "Invalid secondary domain name list received from the authentication server",
            .system,
            .failure
        ) {
            "\(.ike)Invalid secondary domain name list received from the authentication server. \(.text)"
        }
        Message(713187, "Tunnel Rejected IKE peer does not match remote peer", .system, .failure) {
            "\(.ike)Tunnel \(action: "Rejected"): \(.reason)"
        }
        Message(713189, "Attempted to assign network or broadcast address", .system, .failure) {
            "\(.ike)Attempted to assign network or broadcast \(.text), removing (\(.text)) from pool."
        }
    }
}
