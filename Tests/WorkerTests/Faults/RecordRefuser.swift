// Makes the embedded cluster refuse chosen records, though it can only be told to refuse requests: it follows the
// lane's attempts in step and answers one request of each attempt that holds such a record with the error.

import Delivery
import Kafka
import KafkaTestSupport
import Synchronization
import WorkerTestSupport

@testable import Worker

/// Refuses records of a single batch by their place in it.
final class RecordRefuser: Sendable {
    private struct State {
        var size: AttemptSize
        /// Records that are committed.
        var first = 0
        /// How often each record was found to be refused.
        var found: [Int: Int] = [:]
        /// The size of the attempt at hand, and whether one of its requests is refused.
        var count = 0
        var isRefused = false
        var attempts = 0
    }

    private let state: Mutex<State>

    /// Refuses records by their place in the only batch: so often, each time in another form.
    ///
    /// - Parameters:
    ///   - times: 1 refuses the event, 2 the dead letter as well, 3 the pointer too.
    ///   - total: Records in the batch.
    ///   - code: What the broker says.
    ///   - rig: The worker; its batches must be able to hold all records.
    init(_ times: [Int: Int], of total: Int, with code: KafkaErrorCode, on rig: FaultRig) {
        var size = AttemptSize(maximum: rig.configuration.batchRecords)
        size.beginBatch()
        state = Mutex(State(size: size))
        rig.probe.at(.transactionBegun) { [self, cluster = rig.cluster] _ in
            let isRefused = state.withLock { state in
                guard state.first < total else { return false }
                state.attempts += 1
                state.count = state.size.next(of: total - state.first)
                let range = state.first..<state.first + state.count
                let left = times.filter { state.found[$0.key, default: 0] < $0.value }
                state.isRefused = left.keys.contains { range.contains($0) }
                return state.isRefused
            }
            if isRefused { cluster.pushErrors([code], for: .produce) }
        }
        rig.probe.onEvent { [self, cluster = rig.cluster] event in
            switch event {
            case .batchCommitted(_, let records):
                state.withLock { state in
                    state.first += records
                    state.size.succeeded(records)
                }
            case .attemptFailed(_, _, let error):
                cluster.clearErrors(for: .produce)
                state.withLock { state in
                    guard error.contains(code.name) else { return state.size.failed(state.count) }
                    if state.size.refused(state.count) { state.found[state.first, default: 0] += 1 }
                }
            default: break
            }
        }
    }

    /// How often each record was found to be refused.
    var found: [Int: Int] { state.withLock { $0.found } }

    /// Attempts at the batch.
    var attempts: Int { state.withLock { $0.attempts } }
}
