// What the lanes of a worker share, with each other and with the threads that watch over them. Safe from every thread.

internal import Normalization
internal import Synchronization

/// The settings, the catalogue and the boards of a worker.
final class WorkerContext: Sendable {
    let configuration: WorkerConfiguration
    let catalogue: Catalogue
    let log: Log
    let stop = StopSignal()
    let status: WorkerStatus
    let clock = ClockGuard()
    private let hasEnded = Atomic<Bool>(false)

    init(_ configuration: WorkerConfiguration, _ catalogue: Catalogue, _ log: Log) {
        self.configuration = configuration
        self.catalogue = catalogue
        self.log = log
        status = WorkerStatus(configuration)
    }

    var isOver: Bool { hasEnded.load(ordering: .relaxed) }

    func end() { hasEnded.store(true, ordering: .relaxed) }
}
