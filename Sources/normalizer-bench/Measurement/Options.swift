// The bench's own flags. What comes after `--` is handed to the workers as it is.

struct Options {
    private(set) var scenarios: [String] = []
    /// Fewer records and runs: figures in minutes.
    private(set) var isQuick = false
    /// A file for the figures.
    private(set) var json: String?
    /// A broker to use in place of an embedded one.
    private(set) var bootstrapServers: String?
    private var wantedRuns: Int?
    private var wantedRecords: Int?
    /// Settings of `anyconnect-normalizer run` for every worker.
    private(set) var workerFlags: [String] = []

    /// Reads the command line; `known` are the names and summaries of the scenarios.
    init(_ arguments: [String], _ known: [(name: String, summary: String)]) throws {
        var rest = arguments[...]
        func number(_ flag: String) throws -> Int {
            guard let value = rest.popFirst().flatMap({ Int($0) }), value > 0 else {
                throw UsageFault(text: "\(flag): not a number above 0")
            }
            return value
        }
        func text(_ flag: String) throws -> String {
            guard let value = rest.popFirst() else { throw UsageFault(text: "\(flag): needs a value") }
            return value
        }
        while let argument = rest.popFirst() {
            switch argument {
            case "--quick": isQuick = true
            case "--json": json = try text(argument)
            case "--bootstrap-servers": bootstrapServers = try text(argument)
            case "--runs": wantedRuns = try number(argument)
            case "--records": wantedRecords = try number(argument)
            case "--":
                workerFlags = Array(rest)
                rest = []
            case "--help", "-h": throw UsageFault(text: Options.help(known))
            default:
                guard known.contains(where: { $0.name == argument }) else {
                    throw UsageFault(text: "unexpected '\(argument)'\n\n" + Options.help(known))
                }
                scenarios.append(argument)
            }
        }
    }

    /// Whether a scenario is to run: all of them if none is named.
    func asksFor(_ name: String) -> Bool { scenarios.isEmpty || scenarios.contains(name) }

    /// Runs of each measurement.
    func runs(_ usual: Int) -> Int { wantedRuns ?? (isQuick ? min(3, usual) : usual) }

    /// Records, or lines, of each run.
    func records(_ usual: Int) -> Int { wantedRecords ?? (isQuick ? usual / 2 : usual) }

    private static func help(_ known: [(name: String, summary: String)]) -> String {
        let names = known.map { scenario in
            "  " + scenario.name + String(repeating: " ", count: 14 - scenario.name.count) + scenario.summary
        }
        return """
            usage: normalizer-bench [SCENARIO...] [FLAG...] [-- WORKER-FLAG...]

            \(names.joined(separator: "\n"))

            Without names all of them are run. Figures are medians, with minimum, maximum and number of runs.

              --quick                    half the records, 3 runs of most
              --json FILE                the figures as JSON too
              --bootstrap-servers LIST   a broker to use; otherwise one that librdkafka brings, in a process of its own
              --records N, --runs N      of each measurement
              -- FLAG...                 flags of `anyconnect-normalizer run` for every worker
            """
    }
}

/// A mistake on the command line, or a call for help.
struct UsageFault: Error {
    var text: String
}
