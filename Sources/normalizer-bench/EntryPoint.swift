// Benchmarks of the product on inputs made from its own catalogue. Prints figures and judges none: `.ci/bench` does.
//
//     swift run -c release normalizer-bench --help

internal import Glibc

@main
enum EntryPoint {
    static var scenarios: [any Scenario.Type] {
        [
            NormalizeScenario.self, CatalogueSizeScenario.self, WorstLinesScenario.self, PeerScenario.self,
            WorkerScenario.self, StartUpScenario.self, MemoryScenario.self,
        ]
    }

    static func main() {
        // A child that ends early is an error of the call that writes to it.
        signal(SIGPIPE, SIG_IGN)
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            switch arguments.first {
            case BrokerProcess.role: try BrokerProcess.serve(Array(arguments.dropFirst()))
            case WorkerProcess.role: try WorkerProcess.work(Array(arguments.dropFirst()))
            default: try run(Options(arguments, scenarios.map { ($0.name, $0.summary) }))
            }
        } catch let fault as UsageFault {
            print(fault.text)
            exit(78)
        } catch {
            print("normalizer-bench: \(error)")
            exit(1)
        }
    }

    private static func run(_ options: Options) throws {
        var bench = Bench(options)
        print("machine: \(Machine.description)\nlibrary: \(Machine.library)\ncommit: \(Machine.commit)")
        for scenario in scenarios where options.asksFor(scenario.name) {
            print("\(scenario.name): \(scenario.summary)")
            try scenario.run(&bench)
        }
        if let path = options.json { try Files.write(bench.json + "\n", to: path) }
    }
}
