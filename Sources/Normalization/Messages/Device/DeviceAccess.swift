// Cisco 710001 to 710007: packets to the device itself. The interface printed belongs to the destination.
// An access denied or discarded is a failure seen from the requester.

extension Device {
    @MessageBuilder static var deviceAccess: [Message] {
        Message(710001, "TCP access requested", .traffic) {
            "\(.networkProtocol) access \(action: "requested") from \(.source) to \(.destination)"
        }
        Message(710002, "access permitted", .traffic, .success) {
            "\(.networkProtocol) access \(action: "permitted") from \(.source) to \(.destination)"
        }
        Message(710003, "access denied by ACL", .traffic, .failure) {
            "\(.networkProtocol) access \(action: "denied by ACL") from \(.source) to \(.destination)"
        }
        Message(710004, "TCP connection limit exceeded", .traffic, .failure) {
            """
            \(.networkProtocol) connection limit \(action: "exceeded") from \(.source) to \(.destination) (current \
            connections/connection limit = \(.text))
            """
        }
        Message(710005, "request discarded", .traffic, .failure) {
            "\(.networkProtocol) request \(action: "discarded") from \(.source) to \(.destination)"
        }
        Message(710006, "request discarded", .traffic, .failure) {
            "\(.networkProtocol) request \(action: "discarded") from \(.source) to \(.destination)"
        }
        Message(710007, "NAT-T keepalive received", .traffic) {
            "NAT-T keepalive \(action: "received") from \(.source) to \(.destination)"
        }
    }
}
