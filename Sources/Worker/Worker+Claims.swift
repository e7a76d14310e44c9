// A worker on a range: each lane takes one share after the other, until all are done, by this process or by others.

extension Worker {
    /// Tells the lanes how far all processes on the range are.
    ///
    /// From any thread.
    public func see(_ plan: ReplayPlan) {
        claims?.see(plan.shares, at: .now)
    }

    /// Runs a lane on shares of the range.
    func runClaims(_ number: Int, _ claims: RangeClaims, of plan: ReplayPlan) -> LaneResult {
        var report = WorkerReport()
        while !stop.isRequested, !claims.isDone {
            guard let share = claims.take(at: .now) else {
                WorkerThread.sleep(milliseconds: 100)
                continue
            }
            var configuration = configuration
            configuration.claim = RangeClaim(share: share, record: ReplayPlan.record(of: plan.group))
            let result = runClaim(number, configuration, report)
            report = result.report
            switch result.failure {
            case nil:
                if !stop.isRequested { claims.end(share, .done, at: .now) }
            case .claimLost: claims.end(share, .lost, at: .now)
            default: return result
            }
        }
        return LaneResult(report: report, failure: nil)
    }

    /// Runs lanes on one share until it is done or another process has it; a producer that is of no more use, or a commit of
    /// which nobody knows how it ended, is settled by taking the share anew.
    private func runClaim(_ number: Int, _ configuration: WorkerConfiguration, _ report: WorkerReport) -> LaneResult {
        var result = LaneResult(report: report, failure: nil)
        var failures = 0
        while !stop.isRequested {
            let before = result.report.read
            result = runLane(number, configuration, result.report)
            guard case .claimInterrupted(let text) = result.failure else { break }
            failures = result.report.read > before ? 1 : failures + 1
            guard failures <= 20 else {
                result.failure = .kafka(text)
                break
            }
            WorkerThread.sleep(milliseconds: min(5000, 50 << min(failures, 10)))
        }
        if stop.isRequested, case .claimInterrupted = result.failure { result.failure = nil }
        return result
    }
}
