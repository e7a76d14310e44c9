// `run`: the worker, until a signal or a failure for good.

internal import Glibc
internal import Worker

enum RunCommand {
    static let command = Command(
        name: "run",
        summary: "Normalize a Kafka topic until told to stop.",
        details: """
            Consumes raw syslog as a member of a consumer group and normalizes it in batches. Each batch is one
            transaction of events, dead letters and offsets (--delivery at-least-once does without transactions).
            SIGTERM or SIGINT drains and ends with 0; a second one that comes a second later or more ends at once.
            Start more workers of the same group to share the partitions.
            """,
        example: "anyconnect-normalizer run --bootstrap-servers kafka:9092 --lanes 2",
        settings: Setting.ofWorker,
        run: run
    )

    private static func run(_ values: inout SettingValues) throws(ConfigurationFaults) -> ExitCode {
        Signals.hold()
        let configuration = try WorkerConfiguration(values)
        Signals.watch(milliseconds: configuration.shutdownMilliseconds)
        let log = Log(level: configuration.logLevel, form: configuration.logForm)
        let socket = Environment.variables.first { $0.name == ServiceManager.variable }?.value
        let worker = Worker(
            configuration: configuration,
            catalogue: try StandardCatalogue.compiled(),
            log: log,
            manager: socket.flatMap { ServiceManager(socket: $0) }
        ) { _exit(ExitCode.tryAgain.rawValue) }
        Signals.onFirst { signal in
            log.write(.stopping(signal: signal == SIGINT ? "SIGINT" : "SIGTERM"))
            worker.requestStop()
        }
        let result = worker.run()
        switch result.failure {
        case nil: return result.report.addsUp ? .success : .internal
        case .configuration(let faults): throw ConfigurationFaults(faults)
        default: return .tryAgain
        }
    }
}
