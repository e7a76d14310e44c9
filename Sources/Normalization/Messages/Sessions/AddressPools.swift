// Cisco 737200 to 737407: address pools of the device and of its cluster.
// Errors and warnings of a pool are a reason; its notices are not.

extension Sessions {
    @MessageBuilder static var addressPools: [Message] {
        Message(737200, "Allocated address from pool", .system, .success) {
            "VPNFIP: Pool=\(.text), \(action: "Allocated") \(.sourceAddress) from pool"
        }
        Message(737201, "Returned address to pool", .system, .success) {
            "VPNFIP: Pool=\(.text), \(action: "Returned") \(.sourceAddress) to pool (recycle=\(.text))"
        }
        Message(737202, "VPNFIP error", .system, .failure) { "VPNFIP: Pool=\(.text), ERROR: \(.reason)" }
        Message(737203, "VPNFIP warning", .system) { "VPNFIP: Pool=\(.text), WARN: \(.reason)" }
        Message(737204, "VPNFIP notification", .system) { "VPNFIP: Pool=\(.text), NOTIFY: \(.text)" }
        Message(737205, "VPNFIP information", .system) { "VPNFIP: Pool=\(.text), INFO: \(.text)" }
        Message(737206, "VPNFIP debug", .system) { "VPNFIP: Pool=\(.text), DEBUG: \(.text)" }
        Message(737400, "Allocated address from pool", .system, .success) {
            "POOLIP: Pool=\(.text), \(action: "Allocated") \(.sourceAddress) from pool"
        }
        Message(737401, "Returned address to pool", .system, .success) {
            "POOLIP: Pool=\(.text), \(action: "Returned") \(.sourceAddress) to pool (recycle=\(.text))"
        }
        Message(737402, "Failed to return address to pool", .system, .failure) {
            "POOLIP: Pool=\(.text), Failed to return \(.sourceAddress) to pool (recycle=\(.text)). Reason: \(.reason)"
        }
        Message(737403, "POOLIP error", .system, .failure) { "POOLIP: Pool=\(.text), ERROR: \(.reason)" }
        Message(737404, "POOLIP warning", .system) { "POOLIP: Pool=\(.text), WARN: \(.reason)" }
        Message(737405, "POOLIP notification", .system) { "POOLIP: Pool=\(.text), NOTIFY: \(.text)" }
        Message(737406, "POOLIP information", .system) { "POOLIP: Pool=\(.text), INFO: \(.text)" }
        Message(737407, "POOLIP debug", .system) { "POOLIP: Pool=\(.text), DEBUG: \(.text)" }
    }
}
