// Cisco 430001 to 430006: events of Firepower Threat Defense, lists of `Key: value` whose keys come and go. Only
// what the guide has a token for is read; the rule or the policy that decided is the policy.

extension Inspection {
    @MessageBuilder static var firepowerEvents: [Message] {
        Message(430001, "Intrusion event", .traffic, .unstated, intrusionLists)
        Message(
            430002,
            "Connection event at the beginning of the connection",
            .traffic,
            .stated,
            ruleLists + openRuleLists + oldRuleLists + userLists
        )
        Message(
            430003,
            "Connection event at the end of the connection",
            .traffic,
            .stated,
            ruleLists + openRuleLists + oldRuleLists + userLists
        )
        Message(430004, "File event", .traffic, .unstated, fileLists)
        Message(430005, "File malware event", .traffic, .unstated, fileLists)
        Message(430006, "Threat defense event", .traffic, .unstated, intrusionLists)
    }

    private static let userLists = userLists(earlyResult)

    /// What came of it, before the user.
    private static let earlyResult: MessageFormat = "\(.text)\(optional: "InlineResult: \(.action), \(.text)")"

    /// What stands behind `User:` without a known user.
    private static let noUser: MessageFormat = """
        \(oneOf: "No Authentication Required", "Authentication Failed", "Unknown", "Not Found")
        """

    /// The policy stands behind the user if there is one, and what came of it behind both or before the user.
    private static let intrusionLists: [MessageFormat] =
        [flow, oldFlow].flatMap { flow -> [MessageFormat] in
            let policy: MessageFormat = "IntrusionPolicy: \(.policy)"
            let more: MessageFormat = "\(optional: ", \(.text)")"
            let result: MessageFormat = "\(optional: "InlineResult: \(.action)\(more)")"
            let early: MessageFormat = "\(flow), \(.text)InlineResult: \(.action), \(.text)User: "
            let earlyEnd: MessageFormat = "\(optional: ", \(foreign: .text)\(optional: "\(policy)\(more)")")"
            let late: MessageFormat = "\(flow), \(.text)User: "
            let lateEnd: MessageFormat = """
                \(optional: ", \(foreign: .text)\(optional: "\(policy)\(optional: ", \(.text)\(result)")")")
                """
            return [
                "\(early)\(noUser)\(earlyEnd)",
                "\(early)\(.user)\(earlyEnd)",
                "\(late)\(noUser)\(lateEnd)",
                "\(late)\(.user)\(lateEnd)",
                "\(flow)\(optional: ", \(.text)\(optional: "\(policy), \(.text)")\(result)")",
            ]
        } + [bareList]

    /// The name of a file stands before the user, and an address of the web behind: either may hold another one.
    private static let fileLists = userLists("\(foreign: .text)")

    /// The addresses and ports, with the protocol behind them.
    private static let flow: MessageFormat = "\(.text)SrcIP: \(ends)"

    private static let ends: MessageFormat = """
        \(.sourceAddress), DstIP: \(.destinationAddress), \
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
        userLists(flow, middle) + userLists(oldFlow, middle) + [bareList]
    }

    private static let bareList: MessageFormat = """
        \(.text)SrcIP: \(.sourceAddress), DstIP: \(.destinationAddress), SrcPort: \(.sourcePort), \
        DstPort: \(.destinationPort)\(optional: ", \(.text)")
        """

    /// What stands behind `User:` without a known user is no user.
    private static func userLists(_ flow: MessageFormat, _ middle: MessageFormat) -> [MessageFormat] {
        [
            """
            \(flow), \(middle)\
            User: \(noUser)\
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

    /// Rule and action behind the addresses, as the first releases print them.
    private static let oldRuleLists: [MessageFormat] = {
        let list: MessageFormat = """
            \(oldFlow), \(.text)AccessControlRuleName: \(.policy), AccessControlRuleAction: \(knownAction)\
            \(optional: ", AccessControlRuleReason: \(.reason)"), Prefilter Policy: \(.text)
            """
        let rest: MessageFormat = "\(optional: ", \(foreign: .text)")"
        return ["\(list)User: \(noUser)\(rest)", "\(list)User: \(.user)\(rest)"]
    }()

    private static let ruleLists = ruleLists(knownAction)

    private static let knownAction: MessageFormat = """
        \(optional: "<br/>")\(action: .success("Allow"), .success("Trust"), .success("Fastpath"),
            .failure("Block with reset"), .failure("Block"), .failure("Interactive Block with reset"),
            .failure("Interactive Block"), .neutral("Monitor"))
        """

    /// Releases add words for what a rule does: one that is not known says nothing of the outcome.
    private static let openRuleLists = ruleLists("\(.action)")

    /// What stands behind `User:` without a known user is no user; behind a known one stands what others have chosen.
    private static func ruleLists(_ action: MessageFormat) -> [MessageFormat] {
        let begun: MessageFormat = "\(.text)AccessControlRuleAction: \(action), "
        // Nearly all lists have nothing before the addresses, and some a reason.
        let flows: [MessageFormat] = [
            "SrcIP: \(ends)", "AccessControlRuleReason: \(.reason), SrcIP: \(ends)", flow,
        ]
        let name: MessageFormat = ", \(.text)AccessControlRuleName: \(.policy)"
        let address: MessageFormat = "\(optional: "NAT_InitiatorIP: \(.natAddress)\(optional: ", \(.text)")")"
        let rest: MessageFormat = "\(optional: ", \(.text)\(address)")"
        let lists = flows.flatMap { flow -> [MessageFormat] in ["\(begun)\(flow)\(name)", "\(begun)\(flow)"] }
        return lists.flatMap { list -> [MessageFormat] in
            [
                "\(list), \(.text)User: \(noUser)\(rest)",
                "\(list), \(.text)User: \(.user)\(optional: ", \(foreign: .text)\(address)")",
                "\(list)\(rest)",
            ]
        }
    }
}
