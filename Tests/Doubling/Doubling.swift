// Makes hostile lines, each twice as long as the one before, and counts the bytes that are looked at. Built by
// .ci/doubling with the counter of debug builds, since all of it takes a debug build too long. `doubling PART PARTS
// some|all` takes one part of the lines, so that several processes share them.

import Glibc

@testable import Normalization

@main
struct Doubling {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let part = Int(arguments[1]), let parts = Int(arguments[2]), parts > 0,
            let catalogue = try? Catalogue.standard()
        else { exit(2) }
        var run = Run(normalizer: Normalizer(catalogue: catalogue, settings: HostileLine.settings))
        for (place, line) in (HostileLine.framed + HostileLine.worded).enumerated() where place % parts == part {
            if arguments[3] == "all" || run.bends(line) { run.follow(line) }
        }
        run.report()
        exit(run.failures == 0 && run.lines > 0 ? 0 : 1)
    }
}

/// What was counted so far.
private struct Run: ~Copyable {
    var normalizer: Normalizer
    var lines = 0
    var failures = 0
    private var followed = 0
    private var worst = (growth: 0.0, line: "")
    private var dearest = (perByte: 0.0, line: "")

    init(normalizer: consuming Normalizer) { self.normalizer = normalizer }

    /// Whether a byte costs more from 8 KB to 16 KB than from 4 KB to 8 KB, by more than one in a hundred.
    ///
    /// Work with a square part that makes 2.3 times of it from 128 KB to 256 KB shows here as 1.6 in a hundred; what
    /// costs the same for any length does not show.
    mutating func bends(_ line: HostileLine) -> Bool {
        let points = [4096, 8192, 16_384].map { size in
            let bytes = line.bytes(size)
            return (count: Double(bytes.count), work: Double(HostileLine.work(bytes, &normalizer)))
        }
        lines += 1
        let first = (points[1].work - points[0].work) / (points[1].count - points[0].count)
        let second = (points[2].work - points[1].work) / (points[2].count - points[1].count)
        return second > 1.01 * first
    }

    /// Doubles a line from the shortest to the longest, or up to where its work grows too fast.
    mutating func follow(_ line: HostileLine) {
        followed += 1
        var before: Int?
        for size in HostileLine.sizes {
            let bytes = line.bytes(size)
            let work = HostileLine.work(bytes, &normalizer)
            lines += 1
            let perByte = Double(work) / Double(bytes.count)
            if perByte > dearest.perByte { dearest = (perByte, line.text) }
            if let before {
                let growth = Double(work) / Double(before)
                if growth > worst.growth { worst = (growth, line.text) }
                if growth >= HostileLine.linear {
                    print("\(before) to \(work) at \(size): \(line.text)")
                    failures += 1
                    return
                }
            }
            before = work
        }
    }

    func report() {
        print("\(lines) lines, \(followed) of them followed up to 256 KB")
        print("most growth \(worst.growth): \(worst.line)")
        print("most looks at a byte \(dearest.perByte): \(dearest.line)")
    }
}
