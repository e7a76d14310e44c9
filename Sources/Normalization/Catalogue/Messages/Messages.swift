// All families of the catalogue, joined with the names of all other messages. A family is one file of this folder.

/// The messages that the product knows.
public enum Messages {
    /// Messages with layouts, and those that a family declares without one.
    static let declared: [Message] = [
        accessLists, connections, controlMessages, deviceState, dialTunnels, dynamicFilter,
        firepowerEvents, flowInspection, intrusionSignatures, limitsAndCollisions, managementSessions, otherConnections,
        packetDenials,
        protocolInspection, redirectedFlows, secondaryConnections, serviceModules, threatDetection, translations,
        webAndFileTransfers,
    ].flatMap { $0 }

    /// Every message: the declared ones, and of all others what the tables of names say.
    public static let all = joined(declared, named: EventNames.messages)

    /// A declaration goes before a row of the tables with the same number, wherever it stands.
    static func joined(_ declared: [Message], named: [Message]) -> [Message] {
        let known = Set(declared.map(\.id))
        return declared + named.filter { !known.contains($0.id) }
    }
}

extension Catalogue {
    /// The product's own catalogue, compiled and checked.
    ///
    /// - Throws: `CatalogueError` with every fault found.
    public static func standard() throws(CatalogueError) -> Catalogue { try Catalogue(Messages.all) }
}
