// What the system says about the process, under the names that Prometheus' own client libraries use. Reads /proc.

internal import Glibc
internal import Kafka

/// Memory, processor time, open files and start of this process.
struct ProcessFigures: Sendable {
    var residentBytes = 0
    var processorSeconds = 0.0
    var openFiles = 0
    var startSeconds = 0.0

    /// Reads the figures of this moment; the start is the caller's to know.
    static func now(startSeconds: Double) -> ProcessFigures {
        var figures = ProcessFigures()
        figures.startSeconds = startSeconds
        var usage = rusage()
        // SAFETY: getrusage fills the structure that it is handed.
        if unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 {
            let times = [usage.ru_utime, usage.ru_stime]
            figures.processorSeconds = times.reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
        }
        figures.residentBytes = residentPages() * Int(sysconf(Int32(_SC_PAGESIZE)))
        figures.openFiles = openDescriptors()
        return figures
    }

    private static func residentPages() -> Int {
        SmallFile.text(of: "/proc/self/statm")?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }

    private static func openDescriptors() -> Int {
        // SAFETY: the folder is opened and closed here; readdir's entries are only counted.
        guard let folder = unsafe opendir("/proc/self/fd") else { return 0 }
        defer { unsafe closedir(folder) }
        var count = 0
        while unsafe readdir(folder) != nil { count += 1 }
        return max(0, count - 3)
    }

    func append(to text: inout String) {
        let lines = [
            ("resident_memory_bytes", "gauge", "Memory in use.", "\(residentBytes)"),
            ("cpu_seconds_total", "counter", "Processor time used.", "\(processorSeconds)"),
            ("open_fds", "gauge", "Open files and sockets.", "\(openFiles)"),
            ("start_time_seconds", "gauge", "Start, in seconds since 1970.", "\(startSeconds)"),
        ]
        for (name, type, help, value) in lines {
            text += "# HELP process_\(name) \(help)\n# TYPE process_\(name) \(type)\nprocess_\(name) \(value)\n"
        }
    }
}
