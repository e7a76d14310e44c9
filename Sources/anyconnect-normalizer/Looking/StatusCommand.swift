// `status`: how far the group is, with its workers running or not.

internal import Operations
internal import Worker

enum StatusCommand {
    static let command = Command(
        name: "status",
        summary: "Tell how far the group is in each partition, who reads it, and when it will be done.",
        details: """
            Asks the cluster, not the workers: it works beside them and when none runs, and needs no more than the
            right to read topic and group. Looks twice where anything is unread, to know the rate; with --watch again
            and again.
            """,
        example: "anyconnect-normalizer status --bootstrap-servers kafka:9092 --watch",
        settings: Setting.ofConnection + [.watch, .interval, .reportFormat],
        run: run
    )

    private static func run(_ values: inout SettingValues) throws(ConfigurationFaults) -> ExitCode {
        let isWatching = values.isOn(.watch)
        let pause = Duration.milliseconds(values.duration(.interval) ?? 2000)
        let output = values.page()
        let configuration = try WorkerConfiguration(asking: values, takesSeveralTopics: true)
        let inspector = try TopicInspector(configuration, awaitsTransactions: false)
        defer { inspector.close() }
        if isWatching { Signals.watch(milliseconds: configuration.shutdownMilliseconds) }
        let stop = StopSignal()
        Signals.onFirst { _ in stop.request(milliseconds: 0) }
        let page = StatusPage(page: output)
        var last: [GroupStatus] = []
        repeat {
            do throws(CommandFailure) {
                let first = last.isEmpty
                var all = try inspector.statusOfTopics(since: last)
                if first, all.contains(where: { $0.lag > 0 }), !isWatching {
                    stop.sleep(for: pause)
                    all = try inspector.statusOfTopics(since: all)
                }
                if isWatching { page.clear() }
                all.forEach(page.print)
                last = all
            } catch {
                guard isWatching, error.isTransient else { return error.answer(of: "status") }
                _ = error.answer(of: "status")
            }
            if isWatching { stop.sleep(for: pause) }
        } while isWatching && !stop.isRequested && !StandardStream.output.isClosed
        return .success
    }
}
