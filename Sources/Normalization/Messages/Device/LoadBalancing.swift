// Cisco 718001 to 718088: load balancing of VPN sessions among devices.
// Peers are members of the cluster: the sender is the source, the receiver the destination.

extension Device {
    @MessageBuilder static var loadBalancing: [Message] {
        Message(718001, "Internal interprocess communication queue send failure", .system, .failure) {
            "Internal interprocess communication queue send failure: code \(.text)"
        }
        Message(718002, "Create peer failure, already at maximum", .system, .failure) {
            "Create peer \(.text) failure, already at maximum of \(.text)"
        }
        Message(718003, "Got unknown peer message", .system, .failure) {
            "Got unknown peer message \(.text) from \(.sourceAddress), local version \(.text), remote version \(.text)"
        }
        Message(718004, "Got unknown internal message", .system, .failure) {
            "Got unknown internal message \(.text)"
        }
        Message(718005, "Fail to send", .system, .failure) {
            "Fail to send to \(.destinationAddress), port \(.destinationPort)"
        }
        Message(718006, "Invalid load balancing state transition", .system, .failure) {
            "Invalid load balancing state transition [cur=\(.text)][event=\(.text)]"
        }
        Message(718007, "Socket open failure", .system, .failure) { "Socket open failure \(.text)" }
        Message(718008, "Socket bind failure", .system, .failure) { "Socket bind failure \(.text)" }
        Message(718009, "Send HELLO response failure", .system, .failure) {
            "Send HELLO response failure to \(.destinationAddress)"
        }
        Message(718010, "Sent HELLO response", .system) {
            "\(action: "Sent") HELLO response to \(.destinationAddress)"
        }
        Message(718011, "Send HELLO request failure", .system, .failure) {
            "Send HELLO request failure to \(.destinationAddress)"
        }
        Message(718012, "Sent HELLO request", .system) {
            "\(action: "Sent") HELLO request to \(.destinationAddress)"
        }
        Message(718013, "Peer is not answering HELLO", .system, .failure) {
            "Peer \(.sourceAddress) is not answering HELLO"
        }
        Message(718014, "Master peer is not answering HELLO", .system, .failure) {
            "Master peer \(.sourceAddress) is not answering HELLO"
        }
        Message(718015, "Received HELLO request", .system) {
            "\(action: "Received") HELLO request from \(.sourceAddress)"
        }
        Message(718016, "Received HELLO response", .system) {
            "\(action: "Received") HELLO response from \(.sourceAddress)"
        }
        Message(718017, "Got timeout for unknown peer", .system, .failure) {
            "Got timeout for unknown peer \(.sourceAddress) msg type \(.text)"
        }
        Message(718018, "Send KEEPALIVE request failure", .system, .failure) {
            "Send KEEPALIVE request failure to \(.destinationAddress)"
        }
        Message(718019, "Sent KEEPALIVE request", .system) {
            "\(action: "Sent") KEEPALIVE request to \(.destinationAddress)"
        }
        Message(718020, "Send KEEPALIVE response failure", .system, .failure) {
            "Send KEEPALIVE response failure to \(.destinationAddress)"
        }
        Message(718021, "Sent KEEPALIVE response", .system) {
            "\(action: "Sent") KEEPALIVE response to \(.destinationAddress)"
        }
        Message(718022, "Received KEEPALIVE request", .system) {
            "\(action: "Received") KEEPALIVE request from \(.sourceAddress)"
        }
        Message(718023, "Received KEEPALIVE response", .system) {
            "\(action: "Received") KEEPALIVE response from \(.sourceAddress)"
        }
        Message(718024, "Send CFG UPDATE failure", .system, .failure) {
            "Send CFG UPDATE failure to \(.destinationAddress)"
        }
        Message(718025, "Sent CFG UPDATE", .system) { "\(action: "Sent") CFG UPDATE to \(.destinationAddress)" }
        Message(718026, "Received CFG UPDATE", .system) { "\(action: "Received") CFG UPDATE from \(.sourceAddress)" }
        Message(718027, "Received unexpected KEEPALIVE request", .system, .failure) {
            "\(action: "Received") unexpected KEEPALIVE request from \(.sourceAddress)"
        }
        Message(718028, "Send OOS indicator failure", .system, .failure) {
            "Send OOS indicator failure to \(.destinationAddress)"
        }
        Message(718029, "Sent OOS indicator", .system) {
            "\(action: "Sent") OOS indicator to \(.destinationAddress)"
        }
        Message(718030, "Received planned OOS", .system) {
            "\(action: "Received") planned OOS from \(.sourceAddress)"
        }
        Message(718031, "Received OOS obituary", .system) {
            "\(action: "Received") OOS obituary for \(.sourceAddress)"
        }
        Message(718032, "Received OOS indicator", .system) {
            "\(action: "Received") OOS indicator from \(.sourceAddress)"
        }
        Message(718033, "Send TOPOLOGY indicator failure", .system, .failure) {
            "Send TOPOLOGY indicator failure to \(.destinationAddress)"
        }
        Message(718034, "Sent TOPOLOGY indicator", .system) {
            "\(action: "Sent") TOPOLOGY indicator to \(.destinationAddress)"
        }
        Message(718035, "Received TOPOLOGY indicator", .system) {
            "\(action: "Received") TOPOLOGY indicator from \(.sourceAddress)"
        }
        Message(718036, "Process timeout", .system) {
            "Process timeout for req-type \(.text), exid \(.text), peer \(.sourceAddress)"
        }
        Message(718037, "Master processed timeouts", .system) { "Master processed \(.text) timeouts" }
        Message(718038, "Slave processed timeouts", .system) { "Slave processed \(.text) timeouts" }
        Message(718039, "Process dead peer", .system, .failure) { "Process dead peer \(.sourceAddress)" }
        Message(718040, "Timed-out exchange ID not found", .system, .failure) {
            "Timed-out exchange ID \(.text) not found"
        }
        Message(718041, "Timeout processed with no callback", .system) {
            "Timeout [msgType=\(.text)] processed with no callback"
        }
        Message(718042, "Unable to ARP", .system, .failure) { "Unable to ARP for \(.text)" }
        Message(718043, "Updating/removing duplicate peer entry", .system) {
            "Updating/removing duplicate peer entry \(.sourceAddress)"
        }
        Message(718044, "Deleted peer", .system, .success) { "\(action: "Deleted") peer \(.sourceAddress)" }
        Message(718045, "Created peer", .system, .success) { "\(action: "Created") peer \(.sourceAddress)" }
        Message(718046, "Create group policy", .system) { "Create group policy \(.policy)" }
        Message(718047, "Fail to create group policy", .system, .failure) {
            "Fail to create group policy \(.policy)"
        }
        Message(718048, "Create of secure tunnel failure for peer", .system, .failure) {
            "Create of secure tunnel failure for peer \(.sourceAddress)"
        }
        Message(718049, "Created secure tunnel to peer", .system, .success) {
            "\(action: "Created") secure tunnel to peer \(.sourceAddress)"
        }
        Message(718050, "Delete of secure tunnel failure for peer", .system, .failure) {
            "Delete of secure tunnel failure for peer \(.sourceAddress)"
        }
        Message(718051, "Deleted secure tunnel to peer", .system, .success) {
            "\(action: "Deleted") secure tunnel to peer \(.sourceAddress)"
        }
        Message(718052, "Received GRAT-ARP from duplicate master", .system) {
            "\(action: "Received") GRAT-ARP from duplicate master \(.text)"
        }
        Message(718053, "Detected duplicate master mastership stolen", .system) {
            "Detected duplicate master, mastership stolen \(.text)"
        }
        Message(718054, "Detected duplicate master and going to SLAVE", .system) {
            "Detected duplicate master \(.text) and going to SLAVE"
        }
        Message(718055, "Detected duplicate master and staying MASTER", .system) {
            "Detected duplicate master \(.text) and staying MASTER"
        }
        Message(718056, "Deleted Master peer", .system) { "\(action: "Deleted") Master peer, IP \(.publicAddress)" }
        Message(718057, "Queue send failure from ISR msg type", .system, .failure) {
            "Queue send failure from ISR, msg type \(.text)"
        }
        Message(718058, "State machine return code", .system) { "State machine return code: \(.text), \(.text)" }
        Message(718059, "State machine function trace", .system) {
            "State machine function trace: state=\(.text), event=\(.text), func=\(.text)"
        }
        Message(718060, "Inbound socket select fail", .system, .failure) {
            "Inbound socket select fail: context=\(.text)"
        }
        Message(718061, "Inbound socket read fail", .system, .failure) {
            "Inbound socket read fail: context=\(.text)"
        }
        Message(718062, "Inbound thread is awake", .system) { "Inbound thread is awake (context=\(.text))." }
        Message(718063, "Interface is down", .system, .failure) { "Interface \(.sourceInterface) is down." }
        Message(718064, "Admin interface is down", .system, .failure) {
            "Admin. interface \(.sourceInterface) is down."
        }
        Message(718065, "Cannot continue to run", .system, .failure) {
            "Cannot continue to run (\(.reason))."
        }
        Message(718066, "Cannot add secondary address to interface", .system, .failure) {
            "Cannot add secondary address to interface \(.text), ip \(.text)"
        }
        Message(718067, "Cannot delete secondary address to interface", .system, .failure) {
            "Cannot delete secondary address to interface \(.text), ip \(.text)"
        }
        Message(718068, "Start VPN Load Balancing", .system) { "Start VPN Load Balancing in context \(.text)" }
        Message(718069, "Stop VPN Load Balancing", .system) { "Stop VPN Load Balancing in context \(.text)" }
        Message(718070, "Reset VPN Load Balancing", .system) { "Reset VPN Load Balancing in context \(.text)" }
        Message(718071, "Terminate VPN Load Balancing", .system) {
            "Terminate VPN Load Balancing in context \(.text)"
        }
        Message(718072, "Becoming master of Load Balancing", .system) {
            "Becoming master of Load Balancing in context \(.text)"
        }
        Message(718073, "Becoming slave of Load Balancing", .system) {
            "Becoming slave of Load Balancing in context \(.text)"
        }
        Message(718074, "Fail to create access list for peer", .system, .failure) {
            "Fail to create access list for peer \(.sourceAddress)"
        }
        Message(718075, "Peer access list not set", .system, .failure) {
            "Peer \(.sourceAddress) access list not set."
        }
        Message(718076, "Fail to create tunnel group for peer", .system, .failure) {
            "Fail to create tunnel group for peer \(.sourceAddress)"
        }
        Message(718077, "Fail to delete tunnel group for peer", .system, .failure) {
            "Fail to delete tunnel group for peer \(.sourceAddress)"
        }
        Message(718078, "Fail to create crypto map for peer", .system, .failure) {
            "Fail to create crypto map for peer \(.sourceAddress)"
        }
        Message(718079, "Fail to delete crypto map for peer", .system, .failure) {
            "Fail to delete crypto map for peer \(.sourceAddress)"
        }
        Message(718080, "Fail to create crypto policy for peer", .system, .failure) {
            "Fail to create crypto policy for peer \(.sourceAddress)"
        }
        Message(718081, "Fail to delete crypto policy for peer", .system, .failure) {
            "Fail to delete crypto policy for peer \(.sourceAddress)"
        }
        Message(718082, "Fail to create crypto ipsec for peer", .system, .failure) {
            "Fail to create crypto ipsec for peer \(.sourceAddress)"
        }
        Message(718083, "Fail to delete crypto ipsec for peer", .system, .failure) {
            "Fail to delete crypto ipsec for peer \(.sourceAddress)"
        }
        Message(718084, "Public/cluster IP not on the same subnet", .system, .failure) {
            "Public/cluster IP not on the same subnet: public \(.text), mask \(.text), cluster \(.text)"
        }
        Message(718085, "Interface has no IP address defined", .system, .failure) {
            "Interface \(.sourceInterface) has no IP address defined."
        }
        Message(718086, "Fail to install LB NP rules", .system, .failure) {
            "Fail to install LB NP rules: type \(.text), dst \(.text), port \(.text)"
        }
        Message(718087, "Fail to delete LB NP rules", .system, .failure) {
            "Fail to delete LB NP rules: type \(.text), rule \(.text)"
        }
        Message(718088, "Possible VPN LB misconfiguration", .system) {
            "Possible VPN LB misconfiguration. Offending device MAC \(.text)"
        }
    }
}
