// Cisco 430001 to 430005: events of Firepower Threat Defense, lists of `Key: value` whose keys come and go. Only
// what the guide has a token for is read; the rule or the policy that decided is the policy.

extension Messages {
    static let firepowerEvents = [
        Message(430001, "Intrusion event", .traffic, .unstated, userLists),
        Message(430002, "Connection event at the beginning of the connection", .traffic, .stated, ruleLists),
        Message(430003, "Connection event at the end of the connection", .traffic, .stated, ruleLists),
        Message(430004, "File event", .traffic, .unstated, userLists),
        Message(430005, "File malware event", .traffic, .unstated, userLists),
    ]

    /// What stands behind `User:` when nobody is known is no user.
    private static let userLists: [MessageFormat] = [
        """
        \(.text)SrcIP: \(.sourceAddress), DstIP: \(.destinationAddress), \
        \(optional: "ICMPType: \(.text), ICMPCode: \(.text), ")\
        \(optional: "SrcPort: \(.sourcePort), ")\(optional: "DstPort: \(.destinationPort), ")\
        Protocol: \(.networkProtocol)\(optional: ", IngressInterface: \(.sourceInterface)"), \(.text)\
        User: \(oneOf: "No Authentication Required", "Authentication Failed", "Unknown", "Not Found")\
        \(optional: ", \(foreign: .text)\(optional: "\(oneOf: "FilePolicy: ", "IntrusionPolicy: ")\(.policy)\(optional: ", \(.text)")")")
        """,
        """
        \(.text)SrcIP: \(.sourceAddress), DstIP: \(.destinationAddress), \
        \(optional: "ICMPType: \(.text), ICMPCode: \(.text), ")\
        \(optional: "SrcPort: \(.sourcePort), ")\(optional: "DstPort: \(.destinationPort), ")\
        Protocol: \(.networkProtocol)\(optional: ", IngressInterface: \(.sourceInterface)"), \(.text)\
        User: \(.user)\
        \(optional: ", \(foreign: .text)\(optional: "\(oneOf: "FilePolicy: ", "IntrusionPolicy: ")\(.policy)\(optional: ", \(.text)")")")
        """,
        """
        \(.text)SrcIP: \(.sourceAddress), DstIP: \(.destinationAddress), \
        \(optional: "ICMPType: \(.text), ICMPCode: \(.text), ")\
        \(optional: "SrcPort: \(.sourcePort), ")\(optional: "DstPort: \(.destinationPort), ")\
        Protocol: \(.networkProtocol)\(optional: ", IngressInterface: \(.sourceInterface)"), \(.text)
        """,
        """
        \(.text)SrcIP: \(.sourceAddress), DstIP: \(.destinationAddress), SrcPort: \(.sourcePort), \
        DstPort: \(.destinationPort)\(optional: ", \(.text)")
        """,
    ]

    private static let ruleLists: [MessageFormat] = [
        """
        \(.text)AccessControlRuleAction: \(action: .success("Allow"), .success("Trust"), .success("Fastpath"),
            .failure("Block with reset"), .failure("Block"), .failure("Interactive Block with reset"),
            .failure("Interactive Block"), .neutral("Monitor")), \
        \(.text)SrcIP: \(.sourceAddress), DstIP: \(.destinationAddress), \
        \(optional: "ICMPType: \(.text), ICMPCode: \(.text), ")\
        \(optional: "SrcPort: \(.sourcePort), ")\(optional: "DstPort: \(.destinationPort), ")\
        Protocol: \(.networkProtocol)\(optional: ", IngressInterface: \(.sourceInterface)"), \
        \(.text)AccessControlRuleName: \(.policy), \(.text)\
        User: \(oneOf: "No Authentication Required", "Authentication Failed", "Unknown", "Not Found")\(optional: ", \(.text)")
        """,
        """
        \(.text)AccessControlRuleAction: \(action: .success("Allow"), .success("Trust"), .success("Fastpath"),
            .failure("Block with reset"), .failure("Block"), .failure("Interactive Block with reset"),
            .failure("Interactive Block"), .neutral("Monitor")), \
        \(.text)SrcIP: \(.sourceAddress), DstIP: \(.destinationAddress), \
        \(optional: "ICMPType: \(.text), ICMPCode: \(.text), ")\
        \(optional: "SrcPort: \(.sourcePort), ")\(optional: "DstPort: \(.destinationPort), ")\
        Protocol: \(.networkProtocol)\(optional: ", IngressInterface: \(.sourceInterface)"), \
        \(.text)AccessControlRuleName: \(.policy), \(.text)\
        User: \(.user)\(optional: ", \(.text)")
        """,
        """
        \(.text)AccessControlRuleAction: \(action: .success("Allow"), .success("Trust"), .success("Fastpath"),
            .failure("Block with reset"), .failure("Block"), .failure("Interactive Block with reset"),
            .failure("Interactive Block"), .neutral("Monitor")), \
        \(.text)SrcIP: \(.sourceAddress), DstIP: \(.destinationAddress), \
        \(optional: "ICMPType: \(.text), ICMPCode: \(.text), ")\
        \(optional: "SrcPort: \(.sourcePort), ")\(optional: "DstPort: \(.destinationPort), ")\
        Protocol: \(.networkProtocol)\(optional: ", IngressInterface: \(.sourceInterface)"), \
        \(.text)AccessControlRuleName: \(.policy)\(optional: ", \(.text)")
        """,
        """
        \(.text)AccessControlRuleAction: \(action: .success("Allow"), .success("Trust"), .success("Fastpath"),
            .failure("Block with reset"), .failure("Block"), .failure("Interactive Block with reset"),
            .failure("Interactive Block"), .neutral("Monitor")), \
        \(.text)SrcIP: \(.sourceAddress), DstIP: \(.destinationAddress), \
        \(optional: "ICMPType: \(.text), ICMPCode: \(.text), ")\
        \(optional: "SrcPort: \(.sourcePort), ")\(optional: "DstPort: \(.destinationPort), ")\
        Protocol: \(.networkProtocol)\(optional: ", IngressInterface: \(.sourceInterface)"), \(.text)
        """,
    ]
}
