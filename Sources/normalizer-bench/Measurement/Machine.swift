// What the figures were measured on, and what memory this process has.

internal import Glibc
internal import Kafka

enum Machine {
    /// Processor and memory.
    static var description: String {
        let model = Files.text(of: "/proc/cpuinfo")?.split(separator: "\n").first { $0.hasPrefix("model name") }
        let name = model?.split(separator: ":").last.map { String($0.drop { $0 == " " }) } ?? "unknown processor"
        let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))
        let memory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
        return "\(processors) x \(name), \(memory >> 30) GiB"
    }

    static var library: String { "librdkafka \(KafkaLibrary.versionText)" }

    /// The commit of the folder that the bench is run in, with a mark if files have changed since.
    static var commit: String {
        let commit = try? ChildProcess.output(of: "git", ["describe", "--always", "--dirty", "--abbrev=12"])
        return commit?.first ?? "unknown"
    }

    /// Memory of this process in bytes: now, and the most so far.
    static var memory: (now: Double, peak: Double) {
        var figures = (now: 0.0, peak: 0.0)
        for line in Files.text(of: "/proc/self/status")?.split(separator: "\n") ?? [] {
            let words = line.split { $0 == " " || $0 == "\t" }
            guard words.count == 3, let kibibytes = Double(words[1]) else { continue }
            if words[0] == "VmRSS:" { figures.now = kibibytes * 1024 }
            if words[0] == "VmHWM:" { figures.peak = kibibytes * 1024 }
        }
        return figures
    }
}
