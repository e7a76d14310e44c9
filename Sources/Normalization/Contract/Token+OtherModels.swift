// Where a reader who knows another model finds what a token says: the fields of the Elastic Common Schema and the
// attributes of the Open Cybersecurity Schema Framework. Names are those of ECS 9.4 and OCSF 1.8. Data only.

/// A model of events that many tools know.
public enum OtherModel: String, CaseIterable, Sendable {
    /// Elastic Common Schema.
    case ecs = "ECS"
    /// Open Cybersecurity Schema Framework.
    case ocsf = "OCSF"
}

extension Token {
    /// The field of another model that says the same; nil where that has none.
    public func field(of model: OtherModel) -> String? {
        let fields = fields
        return switch model {
        case .ecs: fields.ecs
        case .ocsf: fields.ocsf
        }
    }

    private var fields: (ecs: String?, ocsf: String?) {
        switch self {
        case .deviceEventId: ("event.code", "metadata.event_code")
        case .deviceHost: ("observer.hostname", "device.hostname")
        case .deviceSeverity: ("event.severity", "metadata.log_level")
        case .severity: ("log.level", "severity_id")
        case .eventTime: ("@timestamp", "time")
        case .eventName: ("message", "message")
        case .reason: ("event.reason", "status_detail")
        case .destinationIpv4: ("destination.ip", "dst_endpoint.ip")
        case .sourceDomain: ("user.domain", "user.domain")
        case .sourceInterface: ("observer.ingress.interface.name", "src_endpoint.interface_name")
        case .sourcePort: ("source.port", "src_endpoint.port")
        case .destinationPort: ("destination.port", "dst_endpoint.port")
        case .networkProtocol: ("network.transport", "connection_info.protocol_name")
        case .action: ("event.action", "action")
        case .sourceIpv4: ("source.ip", "src_endpoint.ip")
        case .policy: ("rule.name", "policy.name")
        case .group: ("user.group.name", "user.groups.name")
        case .vpnClientMessage: (nil, "status_code")
        case .sourceIpv6: ("source.ip", "src_endpoint.ip")
        case .sessionId: (nil, "session.uid")
        case .sourceUser: ("user.name", "user.name")
        case .natSourceIP: ("source.nat.ip", "src_endpoint.proxy_endpoint.ip")
        case .eventType: (nil, nil)
        case .outcome: ("event.outcome", "status")
        case .deviceType: ("observer.type", "device.type")
        case .deviceModel: ("observer.product", "metadata.product.name")
        case .deviceVendor: ("observer.vendor", "metadata.product.vendor_name")
        case .customerId: ("organization.id", "metadata.tenant_uid")
        case .collectorId: ("agent.id", "metadata.loggers.uid")
        case .eventSourceId: (nil, "metadata.log_source")
        case .eventId: ("event.id", "metadata.uid")
        case .collectorReceivedTime: ("event.created", "metadata.loggers.logged_time")
        }
    }
}
