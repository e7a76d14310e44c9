// Cisco 334001 to 335014: network admission control, which asks a remote host for its posture over EAP. The host is the
// VPN client's assigned address.

extension Sessions {
    @MessageBuilder static var admissionControl: [Message] {
        Message(334001, "EAPoUDP association initiated", .system) {
            "EAPoUDP association \(action: "initiated") - \(.sourceAddress)"
        }
        Message(334002, "EAPoUDP association successfully established", .system, .success) {
            "EAPoUDP association successfully \(action: "established") - \(.sourceAddress)"
        }
        Message(334003, "EAPoUDP association failed to establish", .system, .failure) {
            "EAPoUDP association \(action: "failed") to establish - \(.sourceAddress)"
        }
        Message(334004, "Authentication request for NAC Clientless host", .system) {
            "Authentication request for NAC Clientless host - \(.sourceAddress)"
        }
        Message(334005, "Host put into NAC Hold state", .system) { "Host put into NAC Hold state - \(.sourceAddress)" }
        Message(334006, "EAPoUDP failed to get a response from host", .system, .failure) {
            "EAPoUDP \(action: "failed") to get a response from host - \(.sourceAddress)"
        }
        Message(334007, "EAPoUDP association terminated", .system, .success) {
            "EAPoUDP association \(action: "terminated") - \(.sourceAddress)"
        }
        Message(334008, "NAC EAP association initiated", .system) {
            "NAC EAP association \(action: "initiated") - \(.sourceAddress), EAP context: \(.text)"
        }
        Message(334009, "Audit request for NAC Clientless host", .system) {
            "Audit request for NAC Clientless host - \(.sourceAddress)"
        }
        Message(335001, "NAC session initialized", .system) {
            "NAC session \(action: "initialized") - \(.sourceAddress)"
        }
        Message(335002, "Host is on the NAC Exception List", .system) {
            "Host is on the NAC Exception List - \(.sourceAddress), OS: \(.text)"
        }
        Message(335003, "NAC Default ACL applied, ACL", .system) {
            "NAC Default ACL \(action: "applied"), ACL: \(.policy) - \(.sourceAddress)"
        }
        Message(335004, "NAC is disabled for host", .system) {
            "NAC is \(action: "disabled") for host - \(.sourceAddress)"
        }
        Message(335005, "NAC Downloaded ACL parse failure", .system, .failure) {
            "NAC Downloaded ACL parse failure - \(.sourceAddress)"
        }
        Message(335006, "NAC Applying ACL", .system) {
            "NAC \(action: "Applying") ACL: \(.policy) - \(.sourceAddress)"
        }
        Message(335007, "NAC Default ACL not configured", .system) {
            "NAC Default ACL not configured - \(.sourceAddress)"
        }
        Message(335008, "NAC IPsec terminate from dynamic ACL", .system) {
            "NAC IPsec \(action: "terminate") from dynamic ACL: \(.policy) - \(.sourceAddress)"
        }
        Message(335009, "NAC Revalidate request by administrative action", .system) {
            "NAC Revalidate request by administrative action - \(.sourceAddress)"
        }
        Message(335010, "NAC Revalidate All request by administrative action", .system) {
            "NAC Revalidate All request by administrative action - \(.text) sessions"
        }
        Message(335011, "NAC Revalidate Group request by administrative action for group", .system) {
            "NAC Revalidate Group request by administrative action for \(.group) group - \(.text) sessions"
        }
        Message(335012, "NAC Initialize request by administrative action", .system) {
            "NAC Initialize request by administrative action - \(.sourceAddress)"
        }
        Message(335013, "NAC Initialize All request by administrative action", .system) {
            "NAC Initialize All request by administrative action - \(.text) sessions"
        }
        Message(335014, "NAC Initialize Group request by administrative action for group", .system) {
            "NAC Initialize Group request by administrative action for \(.group) group - \(.text) sessions"
        }
    }
}
