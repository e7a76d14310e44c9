// The messages about what inspection finds in flows: protocols, attacks, files and names. A family is one file of this
// folder.

enum Inspection {
    static let all = [
        dynamicFilter, firepowerEvents, flowInspection, inspectedFlows, intrusionSignatures, overlayPackets,
        protocolInspection, securityGroupTags, serviceModules,
        threatDetection,
    ].flatMap { $0 }
}
