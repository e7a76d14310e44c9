// All families of the catalogue, joined with the names of all other messages. A family is one file of this folder.

/// The messages that the product knows.
public enum Messages {
    /// Messages with layouts, and those that a family declares without one.
    static let declared: [Message] = [
        accessLists, accessPolicies, addressAssignment1, addressAssignment2, addressAssignment3, addressPools,
        administration, admissionControl, authentication1, authentication2, authentication3, authentication4,
        certificateMaps1, certificateMaps2, certificateMaps3, certificates1, certificates2, certificates3,
        changesOfAuthorization1, changesOfAuthorization2, clientConnections1, clientConnections2, clientConnections3,
        clientConnections4, clientConnections5, connections, controlMessages, cutThroughProxy1, cutThroughProxy2,
        cutThroughProxy3, deviceAccess, deviceState, dialTunnels, distributedSessions, dynamicFilter, emailProxy1,
        emailProxy2,
        firepowerEvents, flowInspection, hardwareClients1, hardwareClients2, intrusionSignatures, ipsecPackets1,
        ipsecPackets2, ipsecPackets3, keyExchange2Sessions1, keyExchange2Sessions2, keyExchange2Sessions3,
        keyExchange2Tunnels, keyExchangeClients1, keyExchangeClients2, keyExchangeClients3, keyExchangeClients4,
        keyExchangeDetails1, keyExchangeDetails2, keyExchangeDetails3, keyExchangeDetails4, keyExchangeDetails5,
        keyExchangeDetails6, keyExchangeEvents1, keyExchangeEvents2, keyExchangeEvents3, keyExchangeNegotiation1,
        keyExchangeNegotiation2, keyExchangeNegotiation3, keyExchangeNegotiation4, keyExchangeNegotiation5,
        keyExchangePhases1, keyExchangePhases2, keyExchangePhases3, keyExchangeSessions1, keyExchangeSessions2,
        keyExchangeSessions3, keyExchangeSessions4, keyExchangeSessions5, limitsAndCollisions, loadBalancing1,
        loadBalancing2, loadBalancing3, loadBalancing4, loadBalancing5, loadBalancing6, loadBalancing7, loadBalancing8,
        logins, managementSessions, otherConnections, packetDenials, portalFailover1, portalFailover2, portalFaults,
        portalFiles1, portalFiles2, portalFiles3, portalServers1, portalServers2, portalSessions1, portalSessions2,
        protocolInspection, recentAccess, recentFlows, redirectedFlows, secondaryConnections, secureDesktop,
        securityAssociations, serviceModules,
        sessionFailover1, sessionFailover2, sessionFailover3, sessionFailover4, sessionFailover5, sessionFailover6,
        sessionFailover7, threatDetection, translations, transportSecurity1, transportSecurity2, tunnelManager1,
        tunnelManager2, userIdentity1, userIdentity2, webAndFileTransfers,
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
    /// The product's own catalogue, compiled; its layouts are checked by the tests.
    ///
    /// - Throws: `CatalogueError` with every fault found.
    public static func standard() throws(CatalogueError) -> Catalogue { try Catalogue(compiling: Messages.all) }
}
