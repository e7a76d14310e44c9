// All families of the catalogue, joined. A family is one file of this folder.

/// The messages that the product knows.
public enum Messages {
    /// Every declared message.
    public static let all: [Message] = [
        accessLists, accessPolicies, addressAssignment1, addressAssignment2, addressAssignment3, addressPools,
        authentication1, authentication2, authentication3, authentication4, clientConnections1, clientConnections2,
        clientConnections3, clientConnections4, clientConnections5, connections, deviceAccess, portalFaults,
        portalFiles1, portalFiles2, portalFiles3, portalServers1, portalServers2, portalSessions1, portalSessions2,
        securityAssociations, transportSecurity1, transportSecurity2, userIdentity1, userIdentity2,
    ].flatMap { $0 }
}

extension Catalogue {
    /// The product's own catalogue, compiled and checked.
    ///
    /// - Throws: `CatalogueError` with every fault found.
    public static func standard() throws(CatalogueError) -> Catalogue { try Catalogue(Messages.all) }
}
