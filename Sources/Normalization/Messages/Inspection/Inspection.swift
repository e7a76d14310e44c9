// The messages about what inspection finds in flows: protocols, attacks, files and names. A family is one file of this
// folder.

enum Inspection {
    static let all = [
        dynamicFilter, firepowerEvents, flowInspection, intrusionSignatures, protocolInspection, serviceModules,
        threatDetection,
    ].flatMap { $0 }
}
