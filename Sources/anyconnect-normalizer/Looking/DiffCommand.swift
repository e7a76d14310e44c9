// `diff`: normalizes a range and reports what differs from the output topic, or from what other settings make of it.

internal import Normalization
internal import Operations
internal import Worker

enum DiffCommand {
    static let command = Command(
        name: "diff",
        summary: "Normalize a range and report which tokens differ; writes nothing to Kafka.",
        details: """
            Compares what this version makes of a range of the input topic with the events that stand in the output
            topic, and in those that --rules send events to, for the same records, or with --with what two settings make
            of them. Reports by message which tokens were added, removed or changed, with samples, which events go to
            another topic, and events that are missing on one side. With --file and --with it needs no Kafka. Records
            that the workers have not reached yet are missing in the output: give a --to that they have passed. --sample
            1/100 compares one record in a hundred, with a hundredth of the memory. Ends with 0 if nothing differs, 1 if
            anything does, 78 if there is nothing to compare, 75 if Kafka cannot be reached: so a newer program can be
            asked before it takes the place of an older one.
            """,
        example: "anyconnect-normalizer diff --bootstrap-servers kafka:9092 --from -2h --to -5m",
        settings: [
            .config, .bootstrapServers.optional, .inputTopic, .outputTopic, .groupID, .kafka, .timeout, .memoryLimit,
            .from.optional, .to,
            .partitions, .file, .with, .sample, .samples, .reportFormat, .color,
        ] + Setting.ofEvents,
        run: run
    )

    private struct Request {
        var from: RangeBound?
        var to: RangeBound
        var partitions: [Int32]?
        var share: Share
        var samples: Int
    }

    private static func run(_ values: inout SettingValues) throws(ConfigurationFaults) -> ExitCode {
        let range = RangeBound.range(from: .from.optional, &values)
        let request = Request(
            from: range.from,
            to: range.to ?? .latest,
            partitions: values.partitionNumbers(),
            share: values.value(.sample, "a share such as 1/100", Share.init) ?? .all,
            samples: values.sampleCount()
        )
        let isJSON = values.page().isJSON
        let style = values.style(on: .output)
        let files = values.text(.file).map { InputFiles([$0], command: "diff --file -", &values) }
        let changed = values.changedEventSettings()
        if files != nil {
            if changed == nil {
                values.fail("--file: a file has no output topic to compare with; give --with SETTING=VALUE")
            }
            for setting in [Setting.from, .to, .partitions] where values.origin(setting) == .flag {
                values.fail("--\(setting.name): not for a file")
            }
        } else if values.text(.from) == nil {
            values.fail("--from is required: where the range begins; or --file for lines of a file")
        }
        let writer = DiffPage(isJSON: isJSON, isAgainstOutput: changed == nil, share: request.share, style: style)
        if let files {
            let settings = NormalizerSettings(&values)
            guard values.faults.isEmpty, let changed else { throw ConfigurationFaults(values.faults) }
            let name = values.text(.namespace) ?? NormalizeCommand.namespace
            let sides = (
                old: SettingsComparison.Side(settings, name: name),
                new: SettingsComparison.Side(changed.settings, name: changed.namespace ?? NormalizeCommand.namespace)
            )
            return try compare(files, sides, request, writer)
        }
        let configuration = try WorkerConfiguration(asking: values)
        let catalogue = try StandardCatalogue.compiled()
        let inspector = try TopicInspector(configuration)
        defer { inspector.close() }
        do throws(CommandFailure) {
            let ranges = try inspector.ranges(
                from: request.from ?? .earliest,
                to: request.to,
                partitions: request.partitions
            )
            if let from = request.from, try inspector.isCut(ranges, from: from) {
                StandardStream.error.print("note: retention has removed records from the beginning of this range")
            }
            if let changed {
                let topic = configuration.inputTopic
                let sides = (
                    old: SettingsComparison.Side(configuration.events, name: configuration.eventName(of: topic)),
                    new: SettingsComparison.Side(changed.settings, name: changed.namespace ?? topic)
                )
                var comparison = SettingsComparison(catalogue, sides, request.share, samples: request.samples)
                try comparison.compare(ranges, of: inspector)
                return writer.write(comparison.report, catalogue)
            }
            return try compare(ranges, configuration, catalogue, inspector, request, writer)
        } catch {
            // 1 is the answer that something differs.
            return error.answer(of: "diff", code: .configuration)
        }
    }

    private static func compare(
        _ ranges: [Int32: Range<Int64>],
        _ configuration: WorkerConfiguration,
        _ catalogue: Catalogue,
        _ inspector: TopicInspector,
        _ request: Request,
        _ writer: DiffPage
    ) throws(CommandFailure) -> ExitCode {
        let output = try CommandFailure.settings { () throws(ConfigurationFaults) in
            try TopicInspector(configuration, topic: configuration.outputTopic)
        }
        defer { output.close() }
        var comparison = OutputComparison(configuration, catalogue, request.share, samples: request.samples)
        // Before the range is read, which may take long.
        for topic in comparison.topics { try output.require(topic: topic) }
        try comparison.compare(ranges, of: inspector, with: output)
        for remark in comparison.remarks {
            if remark.unreadable > 0 {
                StandardStream.error.print(
                    "note: \(remark.unreadable) records of topic '\(remark.topic)' are no events with an eventId"
                )
            }
            for (partition, offset) in remark.hidden.sorted(by: { $0.key < $1.key }) {
                StandardStream.error.print(
                    "note: partition \(partition) of topic '\(remark.topic)' was read up to offset \(offset), "
                        + "where a transaction is open"
                )
            }
        }
        return writer.write(comparison.report, catalogue)
    }

    private static func compare(
        _ files: InputFiles,
        _ sides: (old: SettingsComparison.Side, new: SettingsComparison.Side),
        _ request: Request,
        _ writer: DiffPage
    ) throws(ConfigurationFaults) -> ExitCode {
        let catalogue = try StandardCatalogue.compiled()
        var comparison = SettingsComparison(catalogue, sides, request.share, samples: request.samples)
        var envelope = Envelope(
            position: RecordPosition(namespace: 0, partition: 0, offset: 0),
            receivedAt: SystemClock.epochMilliseconds
        )
        envelope.statesReceivedAt = false
        let fault = files.forEachLine { line, place in
            envelope.position.offset = Int64(place.line - 1)
            comparison.compare(line, envelope)
            return true
        }
        if let fault { throw ConfigurationFaults([fault]) }
        return writer.write(comparison.report, catalogue)
    }
}
