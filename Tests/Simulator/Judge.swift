// Reads what a read_committed reader sees, and knows nothing of workers.

internal import Simulation

/// The verdict on the output: each record of the input in its order and exactly once, or at least once if no more was
/// promised.
struct Judge {
    private let isOnce: Bool
    private var positions: [Int64]
    /// The number of the next record that is expected, by the partition of the input.
    private var expected: [Int: Int64] = [:]
    /// Records before this one were removed from the input, and need not come.
    private var removed: [Int: Int64] = [:]
    /// Records by source and number: those that came as dead letters, and those that later ones have come before.
    private var deadLetters: Set<[Int]> = []
    private(set) var owed: Set<[Int]> = []
    private(set) var finding: String?

    init(outputPartitions: Int, isOnce: Bool) {
        self.isOnce = isOnce
        positions = [Int64](repeating: 0, count: outputPartitions)
    }

    /// The next offset to read of a partition of the output.
    func position(of partition: Int) -> Int64 { positions[partition] }

    /// The number of the next record that is to come of a partition of the input.
    func next(of source: Int) -> Int64 { max(expected[source, default: 0], removed[source, default: 0]) }

    /// Records before this one were removed from the input.
    func removed(from source: Int) -> Int64 { removed[source, default: 0] }

    /// Records were removed from the input.
    mutating func remove(_ source: Int, before number: Int64) {
        removed[source] = max(removed[source, default: 0], number)
    }

    mutating func find(_ text: String) { finding = finding ?? text }

    /// Reads records; `isRefused` tells which of them brokers take as dead letters only.
    mutating func read(_ runs: [RecordRun], of partition: Int, next: Int64, isRefused: (Int64, Int) -> Bool) {
        for run in runs where finding == nil {
            let source = run.payload.partition
            run.payload.isDeadLetter ? readDeadLetter(run, source, isRefused) : readEvents(run, source, isRefused)
        }
        positions[partition] = next
    }

    private mutating func readEvents(_ run: RecordRun, _ source: Int, _ isRefused: (Int64, Int) -> Bool) {
        let wanted = next(of: source)
        if run.payload.first < expected[source, default: 0], isOnce {
            find("twice: \(run), \(wanted) was expected of partition \(source)")
        }
        if run.payload.first > wanted {
            for number in wanted..<run.payload.first where !deadLetters.contains([source, Int(number)]) {
                guard !isOnce || isRefused(number, source) else {
                    return find("missing: \(run.payload.first - wanted) records before \(run) of partition \(source)")
                }
                owed.insert([source, Int(number)])
            }
        }
        if !owed.isEmpty {
            for number in 0..<run.count { owed.remove([source, Int(run.payload.first) + number]) }
        }
        expected[source] = max(expected[source, default: 0], run.payload.first + Int64(run.count))
    }

    /// Dead letters are in a topic of their own, in no order with events.
    private mutating func readDeadLetter(_ run: RecordRun, _ source: Int, _ isRefused: (Int64, Int) -> Bool) {
        let number = run.payload.first
        if run.count > 1 || !isRefused(number, source) { find("a dead letter for no reason: \(run)") }
        owed.remove([source, Int(number)])
        if !deadLetters.insert([source, Int(number)]).inserted, isOnce { find("twice: \(run)") }
        if next(of: source) == number { expected[source] = number + 1 }
    }
}
