// The messages about IPsec and its key exchange, IKE version 1 and 2. A family is one file of this folder.

enum KeyExchange {
    static let all = [
        ipsecPackets, keyExchange2Sessions, keyExchange2Tunnels, keyExchangeClients, keyExchangeDetails,
        keyExchangeEvents, keyExchangeNegotiation, keyExchangePhases, keyExchangeSessions, securityAssociations,
        tunnelManager,
    ].flatMap { $0 }
}
