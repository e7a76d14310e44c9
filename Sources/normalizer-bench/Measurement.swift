// Clocks and medians. Wall time says how long a user waits, processor time what the work costs.

internal import Glibc

enum Measurement {
    /// Seconds of wall time and of processor time, all threads of the process, that `work` took.
    static func time(_ work: () throws -> Void) rethrows -> (wall: Double, processor: Double) {
        let wall = seconds(CLOCK_MONOTONIC)
        let processor = seconds(CLOCK_PROCESS_CPUTIME_ID)
        try work()
        return (seconds(CLOCK_MONOTONIC) - wall, seconds(CLOCK_PROCESS_CPUTIME_ID) - processor)
    }

    static func seconds(_ clock: clockid_t) -> Double {
        var now = timespec()
        // SAFETY: clock_gettime fills the structure that it is handed.
        unsafe clock_gettime(clock, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }

    /// `median (minimum to maximum)`.
    static func summary(_ values: [Double], _ unit: String) -> String {
        let sorted = values.sorted()
        func text(_ value: Double) -> String { grouped(Int(value.rounded())) }
        guard let first = sorted.first, let last = sorted.last else { return "no runs" }
        return "\(text(sorted[sorted.count / 2])) \(unit) (\(text(first)) to \(text(last)), \(sorted.count) runs)"
    }

    /// A number with a comma between thousands.
    static func grouped(_ value: Int) -> String {
        var digits = String(value.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits = String(digits.dropLast(3))
        }
        return (value < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
    }
}

enum Machine {
    /// Processors and memory.
    static var description: String {
        let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))
        let memory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
        return "machine: \(processors) processors, \(memory >> 30) GiB"
    }
}
