// The messages about the device itself: its state, its administrators, and the devices that it shares sessions with. A
// family is one file of this folder.

enum Device {
    static let all = [
        administration, deviceAccess, deviceState, distributedSessions, interfaces, loadBalancing, logins,
        managementRequests, managementSessions, sessionFailover,
    ].flatMap { $0 }
}
