// Clocks and counters. Wall time says how long a user waits, processor time what the work costs.

internal import CBenchmark
internal import Worker

enum Measurement {
    struct Cost {
        /// Processor seconds of all threads of the process.
        var processor: Double
        /// Requests for memory by the calling thread.
        var allocations: Int
    }

    static func cost(_ work: () throws -> Void) rethrows -> Cost {
        let processor = processorNow
        let allocations = allocation_count()
        try work()
        let made = Int(allocation_count() - allocations)
        return Cost(processor: processorNow - processor, allocations: made)
    }

    /// Seconds since some moment, the same for all processes.
    static var now: Double { Double(SystemClock.monotonicNanoseconds) / 1e9 }

    /// Processor seconds of all threads of this process.
    static var processorNow: Double { Double(SystemClock.processorNanoseconds) / 1e9 }
}
