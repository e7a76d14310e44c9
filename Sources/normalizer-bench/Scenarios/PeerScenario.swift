// The command `normalize` beside liblognorm's command line, on the same file, in turns.

internal import Glibc

enum PeerScenario: Scenario {
    static let name = "peer"
    static let summary = "`normalize` beside liblognorm's lognormalizer on the same file of eight message kinds"

    /// liblognorm's rules for the eight kinds.
    private static let rules = ".ci/bench-rules"

    static func run(_ bench: inout Bench) throws {
        let count = bench.options.records(2_000_000)
        let path = "/tmp/normalizer-bench-\(getpid()).log"
        // SAFETY: unlink(2) only reads the path.
        defer { unsafe unlink(path) }
        var maker = EightKinds(seed: 1)
        var text: [UInt8] = []
        for _ in 0..<count { text += maker.line() + [UInt8(ascii: "\n")] }
        try Files.write(text, to: path)
        try checkPeer(path)
        func cost(_ program: String, _ arguments: [String]) throws -> Double {
            let child = try ChildProcess(program, arguments, input: .file(path), isHeard: false)
            return try child.finish()
        }
        var speeds: (ours: [Double], peer: [Double]) = ([], [])
        for _ in 0..<bench.options.runs(5) {
            speeds.ours.append(Double(count) / (try cost(Files.sibling("anyconnect-normalizer"), ["normalize"])))
            speeds.peer.append(Double(count) / (try cost("lognormalizer", ["-r", rules, "-e", "json"])))
        }
        bench.add("peer/normalize", "lines/s/core", speeds.ours)
        bench.add("peer/liblognorm", "lines/s/core", speeds.peer)
        bench.add("peer/normalize to liblognorm", "times", zip(speeds.ours, speeds.peer).map { $0 / $1 })
    }

    /// A peer whose rules do not fit would be quick for nothing.
    private static func checkPeer(_ path: String) throws {
        let script = "head -n 10000 \(path) | lognormalizer -r \(rules) -e json | grep -c unparsed-data || true"
        let unread = try ChildProcess.output(of: "sh", ["-c", script]).first
        guard unread == "0" else {
            throw ProcessFault(text: "lognormalizer is missing, or does not read \(unread ?? "any") of 10,000 lines")
        }
    }
}
