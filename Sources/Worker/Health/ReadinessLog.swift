// Which log lines the obstacles of a worker are worth: one when an obstacle stands, again once a minute while it does,
// and one when the last of them is gone. Pure; counts looks, one a second.

/// Turns what stands in the way at each look into events.
struct ReadinessLog {
    private var standing: [(obstacle: Obstacle, looks: Int)] = []
    /// Whether the log says that the worker is not ready.
    private var isToldNotReady = false

    /// What is seen in fewer looks in a row passes by itself, as a lane's start does.
    static let patience = 3
    /// Looks between two lines about the same obstacle.
    static let interval = 60

    mutating func look(_ obstacles: [Obstacle]) -> [WorkerEvent] {
        standing = obstacles.map { obstacle in
            (obstacle, (standing.first { $0.obstacle.isSame(as: obstacle) }?.looks ?? 0) + 1)
        }
        let due = standing.filter { $0.looks % ReadinessLog.interval == ReadinessLog.patience }
        if !due.isEmpty { isToldNotReady = true }
        if standing.isEmpty, isToldNotReady {
            isToldNotReady = false
            return [.ready]
        }
        return due.map { entry in
            .notReady(kind: entry.obstacle.kind.rawValue, subject: entry.obstacle.subject, reason: entry.obstacle.text)
        }
    }
}
