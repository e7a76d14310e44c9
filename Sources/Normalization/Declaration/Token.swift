// The guide's tokens, each declared once: its name, what it says, and how it is written. They stand in the guide's
// order, with `severity` behind `deviceSeverity` and the internal fields last; the order is that of the JSON keys. To
// add one, add a case and a row below: the compiler asks for the rest. Data only.

/// A field of the Qualys Context XDR data model.
public enum Token: String, CaseIterable, Sendable {
    /// Product, level and Cisco's number: `%ASA-6-113005`.
    case deviceEventId
    /// The device, by the name or address that its line prints.
    case deviceHost
    /// The level digit of the tag, or the guide's word for it.
    case deviceSeverity
    /// The guide's word for the level, for levels 1 to 7.
    case severity
    /// When the device says that it happened, in UTC.
    case eventTime
    /// Cisco's words for the message, without variables.
    case eventName
    /// Why it happened.
    case reason
    /// Address of the server or the destination.
    case destinationIpv4
    /// The domain printed before the user.
    case sourceDomain
    /// Interface of the source.
    case sourceInterface
    /// Port of the source.
    case sourcePort
    /// Port of the destination.
    case destinationPort
    /// Name or number of the protocol.
    case networkProtocol = "protocol"
    /// The verb that says what happened, through the guide's action table.
    case action
    /// Address of the user's side.
    case sourceIpv4
    /// Policy, access list or DAP records.
    case policy
    /// Group policy or tunnel group.
    case group
    /// Number of a message to the client.
    case vpnClientMessage
    /// Address of the user's side.
    case sourceIpv6
    /// Number of a session or a connection.
    case sessionId
    /// The user without a domain.
    case sourceUser
    /// The address that the source is translated to, or that a session comes from.
    case natSourceIP
    /// `SVC connection`, `TRAFFIC` or `SYSTEM`.
    case eventType
    /// `Success` or `Failure`.
    case outcome
    /// Always `VPN`.
    case deviceType
    /// Always `AnyConnect`.
    case deviceModel
    /// What the setting says.
    case deviceVendor
    /// Whose event it is.
    case customerId
    /// The collector that had the line.
    case collectorId
    /// The source that the collector read.
    case eventSourceId
    /// The identifier of the event, which says where the raw line stands in Kafka.
    case eventId
    /// When the collector had the line.
    case collectorReceivedTime
}

extension Token {
    /// How a value is written.
    enum Form {
        /// A tag in its canonical form.
        case tag
        /// A piece of the line, escaped.
        case text
        /// Text that is made once, for all events that have it in common.
        case fragment
        case port
        case ipv4
        case ipv6
        /// An address of either kind.
        case address
        /// A moment in the form that the settings choose; its quotes are part of that.
        case time
        case identifier

        /// Most bytes that a value of this form has; those of texts and fragments are counted as they come.
        var longest: Int {
            switch self {
            case .text, .fragment: 0
            case .tag: 16
            case .port: 5
            case .ipv4: 15
            case .ipv6, .address: 39
            case .time: 32
            case .identifier: 36
            }
        }
    }

    /// What stands before a value, and how the value is written.
    struct Declaration {
        /// Comma, quoted name, colon, and the quote of a string; the first one opens the object and the tag.
        var key: StaticString
        var form: Form

        @inline(__always)
        init(_ key: StaticString, _ form: Form) {
            self.key = key
            self.form = form
        }
    }

    /// A row for each token; of a token that is known when compiling, nothing but the key is left of it.
    @inline(__always)
    var declaration: Declaration {
        switch self {
        case .deviceEventId: Declaration(#"{"deviceEventId":"%"#, .tag)
        case .deviceHost: Declaration(#","deviceHost":""#, .text)
        case .deviceSeverity: Declaration(#","deviceSeverity":""#, .fragment)
        case .severity: Declaration(#","severity":""#, .fragment)
        case .eventTime: Declaration(#","eventTime":"#, .time)
        case .eventName: Declaration(#","eventName":""#, .fragment)
        case .reason: Declaration(#","reason":""#, .text)
        case .destinationIpv4: Declaration(#","destinationIpv4":""#, .ipv4)
        case .sourceDomain: Declaration(#","sourceDomain":""#, .text)
        case .sourceInterface: Declaration(#","sourceInterface":""#, .text)
        case .sourcePort: Declaration(#","sourcePort":"#, .port)
        case .destinationPort: Declaration(#","destinationPort":"#, .port)
        case .networkProtocol: Declaration(#","protocol":""#, .text)
        case .action: Declaration(#","action":""#, .text)
        case .sourceIpv4: Declaration(#","sourceIpv4":""#, .ipv4)
        case .policy: Declaration(#","policy":""#, .text)
        case .group: Declaration(#","group":""#, .text)
        case .vpnClientMessage: Declaration(#","vpnClientMessage":""#, .text)
        case .sourceIpv6: Declaration(#","sourceIpv6":""#, .ipv6)
        case .sessionId: Declaration(#","sessionId":""#, .text)
        case .sourceUser: Declaration(#","sourceUser":""#, .text)
        case .natSourceIP: Declaration(#","natSourceIP":""#, .address)
        case .eventType: Declaration(#","eventType":""#, .fragment)
        case .outcome: Declaration(#","outcome":""#, .fragment)
        case .deviceType: Declaration(#","deviceType":""#, .fragment)
        case .deviceModel: Declaration(#","deviceModel":""#, .fragment)
        case .deviceVendor: Declaration(#","deviceVendor":""#, .fragment)
        case .customerId: Declaration(#","customerId":""#, .identifier)
        case .collectorId: Declaration(#","collectorId":""#, .identifier)
        case .eventSourceId: Declaration(#","eventSourceId":""#, .identifier)
        case .eventId: Declaration(#","eventId":""#, .identifier)
        case .collectorReceivedTime: Declaration(#","collectorReceivedTime":"#, .time)
        }
    }

    /// The value of `deviceType`.
    static let deviceTypeWord = "VPN"
    /// The value of `deviceModel`.
    static let deviceModelWord = "AnyConnect"

    /// Most bytes of a whole event but for its texts and fragments.
    static let longestEvent = allCases.reduce(2) { sum, token in
        sum + token.declaration.key.utf8CodeUnitCount + token.declaration.form.longest + 1
    }
}
