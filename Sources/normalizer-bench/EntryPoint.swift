// Benchmarks of the product on inputs made from its own catalogue. Prints figures, judges nothing.
//
//     swift run -c release normalizer-bench normalize
//     swift run -c release normalizer-bench pass-through

internal import Glibc

@main
enum EntryPoint {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        let scenarios: [(name: String, run: () throws -> Void)] = [
            ("normalize", NormalizeScenario.run), ("pass-through", PassThroughScenario.run),
        ]
        let chosen = scenarios.filter { arguments.isEmpty || arguments.contains($0.name) }
        guard !chosen.isEmpty else {
            print("usage: normalizer-bench [\(scenarios.map(\.name).joined(separator: "|"))]")
            exit(78)
        }
        print(Machine.description)
        for scenario in chosen {
            do {
                try scenario.run()
            } catch {
                print("\(scenario.name): \(error)")
                exit(1)
            }
        }
    }
}
