// Cisco 720001 to 720073: VPN sessions copied to the standby unit.
// The unit printed first has no token.

extension Device {
    @MessageBuilder static var sessionFailover: [Message] {
        Message(720001, "Failed to initialize with Chunk Manager", .system, .failure) {
            "(VPN-\(.text)) Failed to initialize with Chunk Manager."
        }
        Message(720002, "Starting VPN Stateful Failover Subsystem", .system) {
            "(VPN-\(.text)) \(action: "Starting") VPN Stateful Failover Subsystem"
        }
        Message(
            720003,
            "Initialization of VPN Stateful Failover Component completed successfully",
            .system,
            .success
        ) {
            "(VPN-\(.text)) Initialization of VPN Stateful Failover Component \(action: "completed") successfully"
        }
        Message(720004, "VPN failover main thread started", .system, .success) {
            "(VPN-\(.text)) VPN failover main thread \(action: "started")."
        }
        Message(720005, "VPN failover timer thread started", .system, .success) {
            "(VPN-\(.text)) VPN failover timer thread \(action: "started")."
        }
        Message(720006, "VPN failover sync thread started", .system, .success) {
            "(VPN-\(.text)) VPN failover sync thread \(action: "started")."
        }
        Message(720007, "Failed to allocate chunk from Chunk Manager", .system, .failure) {
            "(VPN-\(.text)) Failed to allocate chunk from Chunk Manager."
        }
        Message(720008, "Failed to register to High Availability Framework", .system, .failure) {
            "(VPN-\(.text)) Failed to register to High Availability Framework."
        }
        Message(720009, "Failed to create version control block", .system, .failure) {
            "(VPN-\(.text)) Failed to create version control block."
        }
        Message(720010, "VPN failover client is being disabled", .system) {
            "(VPN-\(.text)) VPN failover client is being \(action: "disabled")"
        }
        Message(720011, "Failed to allocate memory", .system, .failure) {
            "(VPN-\(.text)) Failed to allocate memory"
        }
        Message(720012, "Failed to update IPSec failover runtime data on the standby unit", .system, .failure) {
            "(VPN-\(.text)) Failed to update IPSec failover runtime data on the standby unit."
        }
        Message(720013, "Failed to insert certificate in trust point", .system, .failure) {
            "(VPN-\(.text)) Failed to insert certificate in trust point \(.text)"
        }
        Message(720014, "Phase 2 connection entry contains no SA list", .system) {
            "(VPN-\(.text)) Phase 2 connection entry (\(.text)) contains no SA list."
        }
        Message(720015, "Cannot found Phase 1 SA for Phase 2 connection entry", .system, .failure) {
            "(VPN-\(.text)) Cannot found Phase 1 SA for Phase 2 connection entry (\(.text))."
        }
        Message(720016, "Failed to initialize default timer", .system, .failure) {
            "(VPN-\(.text)) Failed to initialize default timer \(.text)"
        }
        Message(720017, "Failed to update LB runtime data", .system, .failure) {
            "(VPN-\(.text)) Failed to update LB runtime data"
        }
        Message(
            720018,
            "Failed to get a buffer from the underlying core high availability subsystem",
            .system,
            .failure
        ) {
            """
            (VPN-\(.text)) Failed to get a buffer from the underlying core high availability subsystem. Error code \
            \(.text)
            """
        }
        Message(720019, "Failed to update cTCP statistics", .system, .failure) {
            "(VPN-\(.text)) Failed to update cTCP statistics."
        }
        Message(720020, "Failed to send timer message", .system, .failure) {
            "(VPN-\(.text)) Failed to send \(.text) timer message."
        }
        Message(720021, "HA non-block send failed for peer msg", .system, .failure) {
            "(VPN-\(.text)) HA non-block send failed for peer msg \(.text). HA error \(.text)"
        }
        Message(720022, "Cannot find trust point", .system, .failure) {
            "(VPN-\(.text)) Cannot find trust point \(.text)"
        }
        Message(720023, "HA status callback Peer is not present", .system) {
            "(VPN-\(.text)) HA status callback: Peer is not present."
        }
        Message(720024, "HA status callback Control channel", .system) {
            "(VPN-\(.text)) HA status callback: Control channel is \(.text)"
        }
        Message(720025, "HA status callback Data channel", .system) {
            "(VPN-\(.text)) HA status callback: Data channel is \(.text)"
        }
        Message(720026, "HA status callback Current progression is being aborted", .system, .failure) {
            "(VPN-\(.text)) HA status callback: Current progression is being \(action: "aborted")."
        }
        Message(720027, "HA status callback My state", .system) {
            "(VPN-\(.text)) HA status callback: My state \(.text)"
        }
        Message(720028, "HA status callback Peer state", .system) {
            "(VPN-\(.text)) HA status callback: Peer state \(.text)"
        }
        Message(720029, "HA status callback Start VPN bulk sync", .system) {
            "(VPN-\(.text)) HA status callback: Start VPN bulk sync \(.text)"
        }
        Message(720030, "HA status callback Stop bulk sync", .system) {
            "(VPN-\(.text)) HA status callback: Stop bulk sync \(.text)"
        }
        Message(720031, "HA status callback Invalid event received", .system, .failure) {
            "(VPN-\(.text)) HA status callback: Invalid event received. event=\(.text)"
        }
        Message(720032, "HA status callback", .system) { "(VPN-\(.text)) HA status callback: id=\(.text)" }
        Message(720033, "Failed to queue add to message queue", .system, .failure) {
            "(VPN-\(.text)) Failed to queue add to message queue."
        }
        Message(720034, "Invalid type for message handler", .system, .failure) {
            "(VPN-\(.text)) Invalid type (\(.text)) for message handler."
        }
        Message(720035, "Fail to look up CTCP flow handle", .system, .failure) {
            "(VPN-\(.text)) Fail to look up CTCP flow handle"
        }
        Message(720036, "Failed to process state update message from the active peer", .system, .failure) {
            "(VPN-\(.text)) Failed to process state update message from the active peer."
        }
        Message(720037, "HA progression callback", .system) { "(VPN-\(.text)) HA progression callback: id=\(.text)" }
        Message(720038, "Corrupted message from active unit", .system, .failure) {
            "(VPN-\(.text)) Corrupted message from active unit."
        }
        Message(720039, "VPN failover client is transitioning to active state", .system) {
            "(VPN-\(.text)) VPN failover client is transitioning to active state"
        }
        Message(720040, "VPN failover client is transitioning to standby state", .system) {
            "(VPN-\(.text)) VPN failover client is transitioning to standby state."
        }
        Message(720041, "Sending message to standby unit", .system) {
            "(VPN-\(.text)) \(action: "Sending") \(.text) user \(.user), IP \(.sourceAddress) to standby unit"
            "(VPN-\(.text)) \(action: "Sending") \(.text) to standby unit"
        }
        Message(720042, "Receiving message from active unit", .system) {
            "(VPN-\(.text)) \(action: "Receiving") \(.text) user \(.user), IP \(.sourceAddress) from active unit"
            "(VPN-\(.text)) \(action: "Receiving") \(.text) from active unit"
        }
        Message(720043, "Failed to send message to standby unit", .system, .failure) {
            "(VPN-\(.text)) Failed to send \(.text) to standby unit"
        }
        Message(720044, "Failed to receive message from active unit", .system, .failure) {
            "(VPN-\(.text)) Failed to receive message from active unit"
        }
        Message(720045, "Start bulk syncing of state information on standby unit", .system) {
            "(VPN-\(.text)) Start bulk syncing of state information on standby unit."
        }
        Message(720046, "End bulk syncing of state information on standby unit", .system) {
            "(VPN-\(.text)) End bulk syncing of state information on standby unit"
        }
        Message(720047, "Failed to sync SDI node secret file for server", .system, .failure) {
            "(VPN-\(.text)) Failed to sync SDI node secret file for server \(.destinationAddress) on the standby unit."
        }
        Message(720048, "FSM action trace begin", .system) {
            "(VPN-\(.text)) FSM action trace begin: state=\(.text), last event=\(.text), func=\(.text)"
        }
        Message(720049, "FSM action trace end", .system) {
            "(VPN-\(.text)) FSM action trace end: state=\(.text), last event=\(.text), return=\(.text), func=\(.text)"
        }
        Message(720050, "Failed to remove timer", .system, .failure) {
            "(VPN-\(.text)) Failed to remove timer. ID = \(.text)"
        }
        Message(720051, "Failed to add new SDI node secret file", .system, .failure) {
            """
            (VPN-\(.text)) Failed to add new SDI node secret file for server \(.destinationAddress) on the standby \
            unit.
            """
        }
        Message(720052, "Failed to delete SDI node secret file", .system, .failure) {
            """
            (VPN-\(.text)) Failed to delete SDI node secret file for server \(.destinationAddress) on the standby unit.
            """
        }
        Message(720053, "Failed to add cTCP IKE rule during bulk sync", .system, .failure) {
            "(VPN-\(.text)) Failed to add cTCP IKE rule during bulk sync, peer=\(.sourceAddress), port=\(.sourcePort)"
        }
        Message(720054, "Failed to add new cTCP record", .system, .failure) {
            "(VPN-\(.text)) Failed to add new cTCP record, peer=\(.sourceAddress), port=\(.sourcePort)"
        }
        Message(720055, "VPN Stateful failover can only be run in single/non-transparent mode", .system, .failure) {
            "(VPN-\(.text)) VPN Stateful failover can only be run in single/non-transparent mode."
        }
        Message(720056, "VPN Stateful failover Message Thread is being disabled", .system) {
            "(VPN-\(.text)) VPN Stateful failover Message Thread is being \(action: "disabled")."
        }
        Message(720057, "VPN Stateful failover Message Thread is enabled", .system, .success) {
            "(VPN-\(.text)) VPN Stateful failover Message Thread is \(action: "enabled")."
        }
        Message(720058, "VPN Stateful failover Timer Thread is disabled", .system) {
            "(VPN-\(.text)) VPN Stateful failover Timer Thread is \(action: "disabled")."
        }
        Message(720059, "VPN Stateful failover Timer Thread is enabled", .system, .success) {
            "(VPN-\(.text)) VPN Stateful failover Timer Thread is \(action: "enabled")."
        }
        Message(720060, "VPN Stateful failover Sync Thread is disabled", .system) {
            "(VPN-\(.text)) VPN Stateful failover Sync Thread is \(action: "disabled")."
        }
        Message(720061, "VPN Stateful failover Sync Thread is enabled", .system, .success) {
            "(VPN-\(.text)) VPN Stateful failover Sync Thread is \(action: "enabled")."
        }
        Message(720062, "Active unit started bulk sync of state information to standby unit", .system, .success) {
            "(VPN-\(.text)) Active unit \(action: "started") bulk sync of state information to standby unit."
        }
        Message(720063, "Active unit completed bulk sync of state information to standby", .system, .success) {
            "(VPN-\(.text)) Active unit \(action: "completed") bulk sync of state information to standby."
        }
        Message(720064, "Failed to update cTCP database record", .system, .failure) {
            """
            (VPN-\(.text)) Failed to update cTCP database record for peer=\(.sourceAddress), port=\(.sourcePort) \
            during bulk sync.
            """
        }
        Message(720065, "Failed to add new cTCP IKE rule", .system, .failure) {
            "(VPN-\(.text)) Failed to add new cTCP IKE rule, peer=\(.sourceAddress), port=\(.sourcePort)"
        }
        Message(720066, "Failed to activate IKE database", .system, .failure) {
            "(VPN-\(.text)) Failed to activate IKE database."
        }
        Message(720067, "Failed to deactivate IKE database", .system, .failure) {
            "(VPN-\(.text)) Failed to deactivate IKE database."
        }
        Message(720068, "Failed to parse peer message", .system, .failure) {
            "(VPN-\(.text)) Failed to parse peer message."
        }
        Message(720069, "Failed to activate cTCP database", .system, .failure) {
            "(VPN-\(.text)) Failed to activate cTCP database."
        }
        Message(720070, "Failed to deactivate cTCP database", .system, .failure) {
            "(VPN-\(.text)) Failed to deactivate cTCP database."
        }
        Message(720071, "Failed to update cTCP dynamic data", .system, .failure) {
            "(VPN-\(.text)) Failed to update cTCP dynamic data."
        }
        Message(720072, "Timeout waiting for Integrity Firewall Server", .system, .failure) {
            "Timeout waiting for Integrity Firewall Server [\(.text),\(.text)] to become available"
        }
        Message(720073, "VPN Session failed to replicate", .system, .failure) {
            "VPN Session failed to replicate - \(.reason)"
        }
    }
}
