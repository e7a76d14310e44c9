// What happened in a worker and when, as its log's observer hears it. Safe from every thread.

internal import Worker
internal import Synchronization

/// Notes the moments of a worker's run.
final class WorkerDiary: Sendable {
    private struct Notes {
        var subscribed = 0.0
        var assigned = 0.0
        var processorAtAssignment = 0.0
        var first = 0.0
        var last = 0.0
        var processorAtLast = 0.0
        var records = 0
        var isOver = false
        var failure: String?
    }

    private let notes = Mutex(Notes())
    private let wanted: Int
    /// Seconds without a record after which none is taken to be left.
    private static let patience = 60.0

    init(records: Int) {
        wanted = records
    }

    func note(_ event: WorkerEvent) {
        let now = Measurement.now
        let processor = Measurement.processorNow
        notes.withLock { notes in
            switch event {
            case .laneStarted: if notes.subscribed == 0 { notes.subscribed = now }
            case .assigned:
                guard notes.records == 0 else { return }
                (notes.assigned, notes.processorAtAssignment) = (now, processor)
            case .batchCommitted(_, let records):
                if notes.records == 0 { notes.first = now }
                notes.records += records
                (notes.last, notes.processorAtLast) = (now, processor)
            default: break
            }
        }
    }

    func end(_ failure: String?) {
        notes.withLock { notes in (notes.isOver, notes.failure) = (true, failure) }
    }

    /// Whether all that is to be done is done.
    var isDone: Bool {
        notes.withLock { notes in
            notes.records >= wanted || (notes.records > 0 && Measurement.now - notes.last > WorkerDiary.patience)
        }
    }

    /// Whether the worker has ended.
    var isOver: Bool { notes.withLock { $0.isOver } }

    /// Why, if it ended by itself.
    var failure: String? { notes.withLock { $0.failure } }

    /// All figures by name.
    var figures: [(String, Double)] {
        notes.withLock { notes in
            [
                ("subscribed", notes.subscribed), ("assigned", notes.assigned), ("first", notes.first),
                ("last", notes.last), ("processor", notes.processorAtLast - notes.processorAtAssignment),
                ("records", Double(notes.records)),
            ]
        }
    }
}
