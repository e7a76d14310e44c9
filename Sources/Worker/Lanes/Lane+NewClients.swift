// When a lane needs new clients, so that it ends and another one takes its place: librdkafka reads credentials when a client is
// made and never again, and does not notice that the wall clock was set back. The lane's thread.

internal import Delivery

extension Lane {
    /// Whether brokers do not let the lane in, and the files with its credentials have changed since it read them.
    private var hasNewCredentials: Bool {
        guard case .connection = books.state.trouble else { return false }
        return credentials.haveChanged
    }

    /// Why the lane needs new clients; nil if it does not.
    var renewal: Renewal? {
        if clock.steps != clockSteps { return .clock }
        return hasNewCredentials ? .credentials : nil
    }
}

extension Worker {
    /// Runs a lane, and in its place another one whenever its credentials have changed or the wall clock was set back.
    func runLane(
        _ number: Int,
        _ configuration: WorkerConfiguration,
        _ report: WorkerReport
    ) -> LaneResult {
        let original = configuration
        var configuration = configuration
        var report = report
        var isReplaced = false
        while true {
            let result = Lane.run(number, configuration, catalogue, stop, status, clock, log, report)
            guard !stop.isRequested else { return result }
            switch result.failure {
            case .clockSetBack:
                report = result.report
                continue
            case .credentialsChanged: isReplaced = true
            // Key and certificate are two files: between the two writes they do not fit each other.
            case .configuration where isReplaced: waitForFiles()
            default: return result
            }
            report = result.report
            configuration = original.withSecretsReadAgain
            log.write(.credentialsRead(lane: number))
        }
    }

    private func waitForFiles() {
        for _ in 0..<50 where !stop.isRequested { WorkerThread.sleep(milliseconds: 100) }
    }
}
