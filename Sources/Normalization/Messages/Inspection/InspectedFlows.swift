// Cisco 201002 to 202005, 305019, 305020, 316002, 324002 to 324006, 421005, 620xxx, 621007, 703xxx, 726001: flows of
// protocols and counts of connections that few devices report.

extension Inspection {
    @MessageBuilder static var inspectedFlows: [Message] {
        Message(201002, "Too many TCP connections", .traffic, .failure) {
            """
            Too many \(networkProtocol: "TCP") connections on \
            \(oneOf: "static ", "xlate ")\(.destinationAddress)\(oneOf: "!", " !") \(.text)
            """
        }
        Message(201004, "Too many UDP connections", .traffic, .failure) {
            """
            Too many \(networkProtocol: "UDP") connections on \
            \(oneOf: "static ", "xlate ")\(.destinationAddress)\(oneOf: "!", " !") \(.text)
            """
        }
        Message(201005, "FTP data connection failed", .traffic, .failure) {
            "FTP data connection \(action: "failed") for \(.sourceAddress) \(.destinationAddress)"
        }
        Message(201006, "RCMD backconnection failed", .traffic, .failure) {
            "RCMD backconnection \(action: "failed") for \(.source)"
        }
        Message(202005, "Non-embryonic in embryonic list", .traffic) {
            """
            Non-embryonic in embryonic list \(.sourceAddress)/\(.sourcePort) \
            \(.destinationAddress)/\(.destinationPort)
            """
        }
        Message(305019, "MAP node address has inconsistent Port Set ID encoding", .system) {
            "MAP node address \(.sourceAddress)/\(.sourcePort) has inconsistent Port Set ID encoding"
        }
        Message(305020, "MAP node is not allowed to use port", .system, .failure) {
            "MAP node with address \(.sourceAddress) is not allowed to use port \(.sourcePort)"
        }
        Message(316002, "VPN Handle error", .system, .failure) {
            """
            VPN Handle error: protocol=\(.networkProtocol), src \(.text):\(.sourceAddress), dst \
            \(.text):\(.destinationAddress)
            """
        }
        Message(324002, "No PDP exists to process GTPv0 message", .traffic, .failure) {
            "No PDP[MCB] exists to process GTPv0 \(.text) from \(.source) to \(.destination), TID: \(.text)"
        }
        Message(324003, "No matching request to process GTPv message", .traffic, .failure) {
            "No matching request to process GTPv \(.text) from \(.source) to \(.destination)"
        }
        Message(324006, "GSN tunnel limit exceeded, PDP Context failed", .traffic, .failure) {
            "GSN \(.sourceAddress) tunnel limit \(.text) \(action: "exceeded"), PDP Context TID \(.text) failed"
        }
        Message(421005, "address is counted as a user of application", .system) {
            "\(.source) is counted as a user of \(.text)"
        }
        Message(620001, "Pre-allocate CTIQBE secondary channel", .traffic, .success) {
            """
            \(action: "Pre-allocate") CTIQBE \(.text) secondary channel for \(.source) to \(.destination) from \
            \(.text) message
            """
        }
        Message(620002, "Unsupported CTIQBE version", .traffic, .failure) {
            "Unsupported CTIQBE version: \(.text): from \(.source) to \(.destination)"
        }
        Message(621007, "Bad register", .system, .failure) {
            "Bad register from \(.source) to \(.destinationAddress) for (\(.text))"
        }
        Message(703001, "H.225 message received is using an unsupported version number", .traffic, .failure) {
            """
            H.225 message \(action: "received") from \(.source) to \(.destination) is using an unsupported version \
            \(.text)
            """
        }
        Message(703002, "Received H.225 Release Complete with newConnectionNeeded", .traffic) {
            "\(action: "Received") H.225 Release Complete with newConnectionNeeded for \(.source) to \(.destination)"
        }
        Message(726001, "Inspected Session between Client and Packet flow", .traffic) {
            """
            \(action: "Inspected") \(.text) Session between Client \(foreign: .text) Packet flow from \
            \(.sourceInterface):/\(.sourceAddress)/\(.sourcePort) to \
            \(.text):/\(.destinationAddress)/\(.destinationPort) Action: \(.text) Matched Class \(.text)
            """
        }
    }
}
