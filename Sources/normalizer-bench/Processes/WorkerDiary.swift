// What happened in a worker and when, as its log's observer hears it. Safe from every thread.

internal import Worker
internal import Synchronization

final class WorkerDiary: Sendable {
    private struct Notes {
        var run = WorkerRun()
        var result: WorkerResult?
    }

    private let notes = Mutex(Notes())
    private let wanted: Int
    /// Seconds without a record after which none is taken to be left.
    private static let patience = 60.0

    init(records: Int) { wanted = records }

    func note(_ event: WorkerEvent) {
        let now = Measurement.now
        let processor = Measurement.processorNow
        notes.withLock { notes in
            switch event {
            case .laneStarted: if notes.run.subscribed == 0 { notes.run.subscribed = now }
            case .assigned:
                guard notes.run.records == 0 else { return }
                (notes.run.assigned, notes.run.processorAtAssignment) = (now, processor)
            case .batchCommitted(_, let records):
                if notes.run.records == 0 { notes.run.first = now }
                notes.run.records += Double(records)
                (notes.run.last, notes.run.processorAtLast) = (now, processor)
            default: break
            }
        }
    }

    func end(_ result: WorkerResult) { notes.withLock { $0.result = result } }

    /// Whether all that is to be done is done.
    var isDone: Bool {
        let run = run
        return run.records >= Double(wanted) || (run.records > 0 && Measurement.now - run.last > WorkerDiary.patience)
    }

    var run: WorkerRun { notes.withLock { $0.run } }

    /// How the worker has ended; nil while it has not.
    var result: WorkerResult? { notes.withLock { $0.result } }
}
