// Reads what a read_committed reader sees, and knows nothing of workers.

internal import Simulation

/// The verdict on the output: each record of the input exactly once and in its order.
struct Judge {
    private var positions: [Int64]
    private var expected: [Int64]
    private(set) var finding: String?

    init(inputPartitions: Int, outputPartitions: Int) {
        positions = [Int64](repeating: 0, count: outputPartitions)
        expected = [Int64](repeating: 0, count: inputPartitions)
    }

    /// The next offset to read of a partition of the output.
    func position(of partition: Int) -> Int64 { positions[partition] }

    /// The number of the next record that is expected of a partition of the input.
    func next(of partition: Int) -> Int64 { expected[partition] }

    mutating func read(_ runs: [RecordRun], of partition: Int, next: Int64) {
        for run in runs where finding == nil {
            let source = run.payload.partition
            let wanted = expected[source]
            if run.payload.first < wanted {
                finding = "twice: \(run), \(wanted) was expected of partition \(source)"
            } else if run.payload.first > wanted {
                finding = "missing: \(run.payload.first - wanted) records before \(run) of partition \(source)"
            }
            expected[source] = run.payload.first + Int64(run.count)
        }
        positions[partition] = next
    }
}
