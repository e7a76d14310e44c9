// The messages about users and their sessions: who may come in, with which address, and what becomes of the client. A
// family is one file of this folder.

enum Sessions {
    static let all = [
        accessPolicies, addressAssignment, addressPools, admissionControl, authentication, changesOfAuthorization,
        clientConnections, cutThroughProxy, dialTunnels, hardwareClients, userIdentity,
    ].flatMap { $0 }
}
