// Whether workers say the truth about their readiness.

internal import Worker

extension World {
    /// What keeps workers from their work, as long as it lasts without a break.
    enum Hindrance: Hashable {
        case away(Service)
        case missing(Right)
        case noTopic
    }

    /// Lets something keep workers from their work, for so long at least.
    func hinder(_ hindrance: Hindrance, for milliseconds: Int64) {
        let known = hindrances[hindrance] ?? (now, now)
        let begin = known.end >= now ? known.begin : now
        hindrances[hindrance] = (begin, max(known.end, now + milliseconds))
    }

    func isHindered(_ hindrance: Hindrance) -> Bool { hindrances[hindrance].map { $0.end > now } ?? false }

    /// Who is blind for longer than this is not ready, in milliseconds.
    private static let blindness: Int64 = 15_000
    /// Once everything is well for so long, everybody is ready.
    static let recovery: Int64 = 30_000

    /// Compares what workers say with what is the case.
    func lookAtReadiness() {
        guard settings.plan == nil else { return }
        for worker in workers {
            guard let process = worker.process else { continue }
            process.publish()
            for (hindrance, time) in hindrances where time.end > now {
                guard let begin = process.hinderedSince(hindrance, time.begin), now - begin > Self.blindness,
                    process.isReady
                else { continue }
                judge.find("worker \(worker.number) is ready at \(now) ms although since \(begin) ms: \(hindrance)")
            }
        }
        after(500) { [unowned self] in lookAtReadiness() }
    }

    /// What is wrong although nothing hinders anybody and everything is delivered; nil if nothing is.
    var unreadiness: String? {
        for worker in workers {
            guard let process = worker.process else { return "worker \(worker.number) is not there" }
            process.publish()
            let obstacles = process.health.snapshot.obstacles.map(\.text)
            guard obstacles.isEmpty else {
                return "worker \(worker.number) is not ready although all is well: \(obstacles)"
            }
            let lag = process.health.snapshot.lag
            guard lag == 0 else {
                return "worker \(worker.number) has a lag of \(lag.map(String.init) ?? "unknown") although all is read"
            }
        }
        return nil
    }
}
