// The messages about flows through the device: built, torn down, translated and refused. A family is one file of this
// folder.

enum Flows {
    static let all = [
        accessLists, connections, controlMessages, limitsAndCollisions, otherConnections, packetDenials,
        recentFlows,
        redirectedFlows, secondaryConnections, translations, webAndFileTransfers,
    ].flatMap { $0 }
}
