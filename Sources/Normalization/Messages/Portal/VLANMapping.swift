// Cisco 730xxx and 732xxx: the VLAN and the admission settings that a session is put into.

extension Portal {
    @MessageBuilder static var vlanMapping: [Message] {
        Message(730001, "VLAN MAPPING to VLAN", .system, .success) {
            "\(.groupUserIP) VLAN MAPPING to VLAN \(.text)"
        }
        Message(730002, "VLAN MAPPING to VLAN failed", .system, .failure) {
            "\(.groupUserIP) VLAN MAPPING to VLAN \(.text) \(action: "failed")"
        }
        Message(730003, "NACApp sets VLAN", .system, .success) {
            "NACApp \(action: "sets") IP \(.sourceAddress) VLAN to \(.text)"
        }
        Message(730004, "VLAN ID from AAA ignored", .system) {
            "\(.groupUserIP) VLAN ID \(.text) from AAA \(action: "ignored")"
        }
        Message(730005, "VLAN ID from AAA is invalid", .system, .failure) {
            "\(.groupUserIP) VLAN ID \(.text) from AAA is invalid."
        }
        Message(730006, "is on NACApp AUTH VLAN", .system) {
            "\(.groupUserIP) is on NACApp AUTH VLAN \(.text)"
        }
        Message(730008, "VLAN MAPPING timeout waiting NACApp", .system, .failure) {
            "\(.groupUserIP) VLAN MAPPING timeout waiting NACApp."
        }
        Message(730009, "CAS capacity exceeded, terminating connection", .system, .failure) {
            "\(.groupUserIP) CAS \(.text), capacity exceeded, \(action: "terminating") connection."
        }
        Message(730010, "VLAN Mapping is enabled on VLAN", .system) {
            "\(.groupUserIP) VLAN Mapping is enabled on VLAN \(.text)"
        }
        Message(732001, "Fail to parse NAC-SETTINGS, terminating connection", .system, .failure) {
            "\(.groupUserIP) Fail to parse NAC-SETTINGS \(.text), \(action: "terminating") connection."
        }
        Message(732002, "NAC-SETTINGS from AAA ignored, existing NAC-SETTINGS used instead", .system) {
            """
            \(.groupUserIP) NAC-SETTINGS \(.text) from AAA \(action: "ignored"), existing NAC-SETTINGS \(.text) \
            used instead.
            """
        }
        Message(732003, "NAC-SETTINGS from AAA is invalid, terminating connection", .system, .failure) {
            "\(.groupUserIP) NAC-SETTINGS \(.text) from AAA is invalid, \(action: "terminating") connection."
        }
    }
}
