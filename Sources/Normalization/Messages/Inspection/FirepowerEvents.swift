// Cisco 430001 to 430006: events of Firepower Threat Defense, lists of `Key: value` whose keys come and go. Only
// what the guide has a token for is read; the rule or the policy that decided is the policy.

extension Inspection {
    @MessageBuilder static var firepowerEvents: [Message] {
        Message(430001, "Intrusion event", .traffic, .unstated, userLists)
        Message(
            430002,
            "Connection event at the beginning of the connection",
            .traffic,
            .stated,
            ruleLists + openRuleLists + userLists
        )
        Message(
            430003,
            "Connection event at the end of the connection",
            .traffic,
            .stated,
            ruleLists + openRuleLists + userLists
        )
        Message(430004, "File event", .traffic, .unstated, fileLists)
        Message(430005, "File malware event", .traffic, .unstated, fileLists)
        Message(430006, "Threat defense event", .traffic, .unstated, userLists)
    }

    private static let userLists = userLists("\(.text)\(optional: "InlineResult: \(.action), \(.text)")")

    /// The name of a file stands before the user, and an address of the web behind: either may hold another one.
    private static let fileLists = userLists("\(foreign: .text)")

    /// The addresses and ports, with the protocol behind them.
    private static let flow: MessageFormat = """
        \(.text)SrcIP: \(.sourceAddress), DstIP: \(.destinationAddress), \
        \(optional: "ICMPType: \(.text), ICMPCode: \(.text), ")\
        \(optional: "SrcPort: \(.sourcePort), ")\(optional: "DstPort: \(.destinationPort), ")\
        Protocol: \(.networkProtocol)\(optional: ", IngressInterface: \(.sourceInterface)")
        """

    /// The same with the protocol before them, as the first releases print it.
    private static let oldFlow: MessageFormat = """
        \(.text)Protocol: \(.networkProtocol), SrcIP: \(.sourceAddress), DstIP: \(.destinationAddress)\
        \(optional: ", ICMPType: \(.text), ICMPCode: \(.text)")\
        \(optional: ", SrcPort: \(.sourcePort)")\(optional: ", DstPort: \(.destinationPort)")\
        \(optional: ", IngressInterface: \(.sourceInterface)")
        """

    private static func userLists(_ middle: MessageFormat) -> [MessageFormat] {
        userLists(flow, middle) + userLists(oldFlow, middle) + [
            """
            \(.text)SrcIP: \(.sourceAddress), DstIP: \(.destinationAddress), SrcPort: \(.sourcePort), \
            DstPort: \(.destinationPort)\(optional: ", \(.text)")
            """
        ]
    }

    /// What stands behind `User:` without a known user is no user.
    private static func userLists(_ flow: MessageFormat, _ middle: MessageFormat) -> [MessageFormat] {
        [
            """
            \(flow), \(middle)\
            User: \(oneOf: "No Authentication Required", "Authentication Failed", "Unknown", "Not Found")\
            \(optional: ", \(foreign: .text)\(optional: "\(oneOf: "FilePolicy: ", "IntrusionPolicy: ")\(.policy)\(optional: ", \(.text)")")")
            """,
            """
            \(flow), \(middle)User: \(.user)\
            \(optional: ", \(foreign: .text)\(optional: "\(oneOf: "FilePolicy: ", "IntrusionPolicy: ")\(.policy)\(optional: ", \(.text)")")")
            """,
            """
            \(flow)\(optional: ", \(.text)\(optional: "InlineResult: \(.action)\(optional: ", \(.text)")")")
            """,
        ]
    }

    private static let ruleLists = ruleLists(
        """
        \(optional: "<br/>")\(action: .success("Allow"), .success("Trust"), .success("Fastpath"),
            .failure("Block with reset"), .failure("Block"), .failure("Interactive Block with reset"),
            .failure("Interactive Block"), .neutral("Monitor"))
        """
    )

    /// Releases add words for what a rule does: one that is not known says nothing of the outcome.
    private static let openRuleLists = ruleLists("\(.action)")

    /// What stands behind `User:` without a known user is no user; behind a known one stands what others have chosen.
    private static func ruleLists(_ action: MessageFormat) -> [MessageFormat] {
        let begun: MessageFormat = "\(.text)AccessControlRuleAction: \(action), \(flow)"
        let named: MessageFormat = "\(begun), \(.text)AccessControlRuleName: \(.policy)"
        let address: MessageFormat = "\(optional: "NAT_InitiatorIP: \(.natAddress)\(optional: ", \(.text)")")"
        let rest: MessageFormat = "\(optional: ", \(.text)\(address)")"
        return [named, begun].flatMap { list -> [MessageFormat] in
            [
                """
                \(list), \(.text)\
                User: \(oneOf: "No Authentication Required", "Authentication Failed", "Unknown", "Not Found")\(rest)
                """,
                """
                \(list), \(.text)User: \(.user)\(optional: ", \(foreign: .text)\(address)")
                """,
                "\(list)\(rest)",
            ]
        }
    }
}
