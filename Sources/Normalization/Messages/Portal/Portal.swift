// The messages about the portal without a client (WebVPN): its sessions, files, servers and mail. A family is one file
// of this folder.

enum Portal {
    static let all = [
        citrixConnections, emailProxy, portalFailover, portalFaults, portalFiles, portalServers, portalSessions,
        secureDesktop, vlanMapping,
    ].flatMap { $0 }
}
