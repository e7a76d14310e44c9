// `health`: asks the worker on this machine whether it is ready; the health check of the container image.

internal import Worker

enum HealthCommand {
    static let command = Command(
        name: "health",
        summary: "Ask the worker on this machine whether it is ready.",
        details: """
            Asks /readyz at --http-address, the setting that the worker itself was given, and says why it is not ready.
            """,
        example: "anyconnect-normalizer health --http-address :9464",
        settings: [.config, .httpAddress],
        run: run
    )

    private static func run(_ values: inout SettingValues) throws(ConfigurationFaults) -> ExitCode {
        let address = values.value(.httpAddress, "an address such as 127.0.0.1:9464", { ListenAddress($0) })
        guard values.faults.isEmpty, let address else { throw ConfigurationFaults(values.faults) }
        guard let answer = HTTPProbe.get("/readyz", address) else {
            StandardStream.error.print("health: no worker answers at \(address)")
            return .failure
        }
        StandardStream.output.print(String(answer.body.split(separator: "\n").joined(separator: "\n")))
        return answer.status == 200 ? .success : .failure
    }
}
