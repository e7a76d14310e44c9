// Counts values into ranges, as Prometheus wants them: each bucket holds all values up to its bound. A value.

struct Histogram: Sendable, Equatable {
    /// Upper bounds, ascending; values above the last only count in the total.
    let bounds: [Double]
    private(set) var counts: [Int]
    private(set) var total = 0
    private(set) var sum = 0.0

    init(_ bounds: [Double]) {
        self.bounds = bounds
        counts = [Int](repeating: 0, count: bounds.count)
    }

    mutating func add(_ value: Double) {
        total += 1
        sum += value
        if let index = bounds.firstIndex(where: { value <= $0 }) { counts[index] += 1 }
    }

    mutating func add(_ other: Histogram) {
        for index in counts.indices { counts[index] += other.counts[index] }
        total += other.total
        sum += other.sum
    }

    /// Bounds with the number of values up to each.
    var cumulative: [(bound: Double, count: Int)] {
        var running = 0
        return zip(bounds, counts).map { bound, count in
            running += count
            return (bound, running)
        }
    }
}

enum LanePhase: String, CaseIterable, Sendable {
    case collect
    case normalize
    case commit
}

/// How long batches take and how large they are.
struct BatchTimings: Sendable, Equatable {
    private static let secondBounds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

    var records = Histogram([1, 10, 100, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000])
    /// Seconds, by phase.
    var seconds = [LanePhase: Histogram](
        uniqueKeysWithValues: LanePhase.allCases.map { ($0, Histogram(secondBounds)) }
    )

    mutating func add(_ phase: LanePhase, _ duration: Duration) {
        seconds[phase]?.add(duration / .seconds(1))
    }

    mutating func add(_ other: BatchTimings) {
        records.add(other.records)
        for (phase, histogram) in other.seconds { seconds[phase]?.add(histogram) }
    }
}
