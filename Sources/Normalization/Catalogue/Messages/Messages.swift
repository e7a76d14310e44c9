// All families of the catalogue, joined. A family is one file of this folder.

/// The messages that the product knows.
public enum Messages {
    /// Every declared message.
    public static let all: [Message] = [
        accessLists, connections, controlMessages, deviceAccess, deviceState, dialTunnels, dynamicFilter, firepowerEvents,
        intrusionSignatures, limitsAndCollisions, otherConnections, packetDenials, protocolInspection,
        secondaryConnections, serviceModules, threatDetection, translations, webAndFileTransfers,
    ].flatMap { $0 }
}

extension Catalogue {
    /// The product's own catalogue, compiled and checked.
    ///
    /// - Throws: `CatalogueError` with every fault found.
    public static func standard() throws(CatalogueError) -> Catalogue { try Catalogue(Messages.all) }
}
