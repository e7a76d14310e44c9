// The metrics of a worker in Prometheus' text format. Names and units by its conventions. Pure but for the process's
// own figures, which are handed in.

internal import Kafka
internal import Normalization

struct MetricsPage {
    private(set) var text = ""

    init(_ snapshot: WorkerSnapshot, _ configuration: WorkerConfiguration, _ process: ProcessFigures) {
        let report = snapshot.report
        counter("records_read", "Records taken from the input, in committed batches.", report.read)
        counter("events", "Events delivered.", report.events)
        family("dead_letters_total", "counter", "Dead letters delivered, by reason.")
        for (reason, count) in report.deadLetterReasons.sorted(by: { $0.key < $1.key }) {
            sample("dead_letters_total", [("reason", reason)], "\(count)")
        }
        family("rule_records_total", "counter", "Records that a rule decided about, by its number and their fate.")
        for (index, counts) in report.rules.enumerated() {
            let fates = [("delivered", counts.matches - counts.dropped), ("dropped", counts.dropped)]
            for (fate, number) in fates {
                sample("rule_records_total", [("rule", "\(index + 1)"), ("fate", fate)], "\(number)")
            }
        }
        counter("tombstones", "Records with a null value, which are skipped.", report.tombstones)
        family("layout_misses_total", "counter", "Events whose text fits no layout of their message, by message id.")
        for (id, count) in report.layoutMisses.sorted(by: { $0.key < $1.key }) {
            sample("layout_misses_total", [("id", "\(id)")], "\(count)")
        }
        clocks(report)
        counter("input_bytes", "Bytes of the records read.", report.inputBytes)
        counter("output_bytes", "Bytes of the events delivered.", report.outputBytes)
        counter("transactions_committed", "Batches, or parts of them, that were committed.", report.batches)
        counter("transactions_aborted", "Attempts at a batch that were given up.", report.aborted)
        counter("rebalances", "Changes of the owned partitions.", report.rebalances)
        counter("fencings", "Times that brokers replaced the producer or ended its transaction.", report.fenced)
        counter("unknown_outcomes", "Commits whose outcome had to be looked up.", report.unknownOutcomes)
        counter(
            "unsettled_records",
            "Records of commits whose outcome could not be looked up; counted nowhere else.",
            report.unsettledRecords
        )
        counter("resumes", "Times that reading went back to the committed offsets.", report.resumed)
        counter("offset_gaps", "Offsets passed over between two records of a partition.", Int(report.gaps))
        counter(
            "replaced_logs",
            "Times that the log of a partition was found to be another one, and read from its beginning.",
            report.replacedLogs
        )
        counter(
            "foreign_offsets",
            "Offsets of the group that this worker cannot have committed although the partition was its own.",
            report.foreignOffsets
        )
        counter("unexplained_offsets", "Offsets between two commits that nothing explains.", Int(report.unexplained))
        counter("regressions", "Records that came again although a later one was handed out.", report.regressions)
        counter("ignored_headers", "Headers with a value that cannot be used.", report.ignoredHeaders)
        histograms(snapshot)
        partitions(snapshot, report)
        state(snapshot, configuration)
        family("build_info", "gauge", "Versions of the program and of librdkafka.")
        sample("build_info", [("version", ProductVersion.current), ("librdkafka", KafkaLibrary.versionText)], "1")
        process.append(to: &text)
    }

    /// Devices whose clocks cannot be right; those beyond the limit, and lines without a device, have no name.
    private mutating func clocks(_ report: WorkerReport) {
        let devices = report.deviceClocks.sorted { $0.key < $1.key }
        family(
            "device_clock_faults_total",
            "counter",
            "Events whose stamp, which states no zone, is an hour or more off the time of receipt, or in the hour that "
                + "summer time leaves out, by device."
        )
        for (name, counts) in devices {
            let host = ("host", escaped(name))
            sample("device_clock_faults_total", [host, ("kind", "off")], "\(counts.off)")
            sample("device_clock_faults_total", [host, ("kind", "left-out")], "\(counts.leftOut)")
        }
        family(
            "device_clock_fitting_offset_seconds",
            "gauge",
            "Offset east of UTC that would fit the last of a device's events that are off; absent if none does."
        )
        for (name, counts) in devices {
            guard let offset = counts.fitting else { continue }
            sample("device_clock_fitting_offset_seconds", [("host", escaped(name))], "\(offset)")
        }
    }

    private mutating func histograms(_ snapshot: WorkerSnapshot) {
        let timings = snapshot.lanes.values.reduce(into: BatchTimings()) { $0.add($1.timings) }
        family("batch_records", "histogram", "Records in a batch.")
        histogram("batch_records", [], timings.records)
        family("batch_phase_seconds", "histogram", "Time that a batch spends in each phase.")
        for phase in LanePhase.allCases {
            if let seconds = timings.seconds[phase] {
                histogram("batch_phase_seconds", [("phase", phase.rawValue)], seconds)
            }
        }
    }

    private mutating func partitions(_ snapshot: WorkerSnapshot, _ report: WorkerReport) {
        let counts = report.partitions.sorted { $0.key < $1.key }
        family(
            "partition_records_total",
            "counter",
            "The ledger: records of each input partition, by what became of them."
        )
        for (partition, count) in counts {
            let outcomes = [
                ("event", count.events), ("dead_letter", count.deadLetters), ("dropped", count.dropped),
                ("tombstone", count.tombstones),
            ]
            for (outcome, number) in outcomes {
                sample("partition_records_total", labels(partition) + [("outcome", outcome)], "\(number)")
            }
        }
        family("partition_next_offset", "gauge", "The offset that comes next in each input partition.")
        for (partition, count) in counts { sample("partition_next_offset", labels(partition), "\(count.next)") }
        family("gone_records_total", "counter", "Records that were gone from the log before they were read.")
        for (partition, count) in counts { sample("gone_records_total", labels(partition), "\(count.gone)") }
        family("lag_records", "gauge", "Offsets of each owned partition that are not read yet; absent while not known.")
        for partition in snapshot.partitions.keys.sorted() {
            if let lag = snapshot.lag(of: partition) {
                sample("lag_records", labels(partition), "\(lag)")
            }
        }
        gauge("lag_known", "Whether the lag of all that is to be read is known.", snapshot.lag == nil ? "0" : "1")
        gauge("assigned_partitions", "Partitions owned.", "\(snapshot.partitions.count)")
    }

    private mutating func state(_ snapshot: WorkerSnapshot, _ configuration: WorkerConfiguration) {
        let age = snapshot.oldestUnprocessedAge(epochMilliseconds: SystemClock.epochMilliseconds)
        gauge(
            "oldest_unprocessed_seconds",
            "Age of the oldest record not read yet; 0 if all are, NaN if the lag is not known.",
            age.map { "\(Double($0) / 1000)" } ?? "NaN"
        )
        gauge(
            "time_to_drain_seconds",
            "Time until all is read at the rate of the last minute; NaN if the lag is not known.",
            snapshot.secondsToDrain.map { $0.isFinite ? "\($0)" : "+Inf" } ?? "NaN"
        )
        let lanes = snapshot.lanes.values
        let budget = configuration.budget
        family("queue_bytes", "gauge", "Bytes of records that wait in librdkafka's queues.")
        sample("queue_bytes", [("queue", "fetched")], "\(lanes.reduce(0) { $0 + $1.fetchedBytes })")
        sample("queue_bytes", [("queue", "produced")], "\(lanes.reduce(0) { $0 + $1.producedBytes })")
        family("queue_limit_bytes", "gauge", "What --memory-limit allows these queues.")
        sample("queue_limit_bytes", [("queue", "fetched")], "\(budget.fetchedBytes * configuration.lanes)")
        sample("queue_limit_bytes", [("queue", "produced")], "\(budget.producedBytes * configuration.lanes)")
        let isWaiting = lanes.contains { if case .waitingForOperator = $0.trouble { true } else { false } }
        gauge(
            "paused",
            "Whether partitions are paused because brokers are slow.",
            lanes.contains { $0.isPaused } ? "1" : "0"
        )
        gauge("waiting_for_operator", "Whether a right or a topic is missing.", isWaiting ? "1" : "0")
        let obstacles = snapshot.obstacles
        family("obstacle", "gauge", "What keeps the worker from being ready, as /readyz says.")
        for obstacle in obstacles {
            sample("obstacle", [("kind", obstacle.kind.rawValue), ("subject", escaped(obstacle.subject))], "1")
        }
        gauge("ready", "Whether /readyz says so.", obstacles.isEmpty ? "1" : "0")
    }

    // MARK: - The format

    private func labels(_ place: TopicPartition) -> [(String, String)] {
        [("topic", place.topic), ("partition", "\(place.partition)")]
    }

    private mutating func family(_ name: String, _ type: String, _ help: String) {
        text += "# HELP normalizer_\(name) \(help)\n# TYPE normalizer_\(name) \(type)\n"
    }

    private mutating func counter(_ name: String, _ help: String, _ value: Int) {
        family("\(name)_total", "counter", help)
        sample("\(name)_total", [], "\(value)")
    }

    private mutating func gauge(_ name: String, _ help: String, _ value: String) {
        family(name, "gauge", help)
        sample(name, [], value)
    }

    private mutating func histogram(_ name: String, _ labels: [(String, String)], _ histogram: Histogram) {
        for (bound, count) in histogram.cumulative {
            sample("\(name)_bucket", labels + [("le", "\(bound)")], "\(count)")
        }
        sample("\(name)_bucket", labels + [("le", "+Inf")], "\(histogram.total)")
        sample("\(name)_sum", labels, "\(histogram.sum)")
        sample("\(name)_count", labels, "\(histogram.total)")
    }

    /// A label's value by the format's rules; only names of groups and devices can hold what needs them.
    private func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "\\", "\"": result += "\\\(character)"
            case "\n": result += "\\n"
            default: result.append(character)
            }
        }
    }

    private mutating func sample(_ name: String, _ labels: [(String, String)], _ value: String) {
        let list = labels.map { "\($0.0)=\"\($0.1)\"" }.joined(separator: ",")
        text += "normalizer_\(name)\(list.isEmpty ? "" : "{\(list)}") \(value)\n"
    }
}
