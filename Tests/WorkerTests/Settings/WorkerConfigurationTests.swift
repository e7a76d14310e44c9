// Values with types: what is taken, what is refused, and that all faults come at once.

import Normalization
import Testing

@testable import Worker

@Suite struct WorkerConfigurationTests {
    private func configuration(_ arguments: [String]) throws(ConfigurationFaults) -> WorkerConfiguration {
        var values = SettingValues(Setting.ofWorker)
        values.read(arguments: arguments)
        return try WorkerConfiguration(values)
    }

    @Test func defaultsNeedOnlyBrokers() throws {
        let made = try configuration(["--bootstrap-servers", "localhost:9092"])
        #expect(made.inputTopic == "asa.raw")
        #expect(made.outputTopic == "qualys.events")
        #expect(made.deadLetterTopic == "asa.dead-letters")
        #expect(made.groupID == "anyconnect-normalizer")
        #expect(made.lanes == 1)
        #expect(made.batchBytes == 16_777_216)
    }

    @Test func allFaultsComeTogether() {
        let error = #expect(throws: ConfigurationFaults.self) {
            try configuration([
                "--lanes", "none", "--customer-id", "42", "--batch-time", "soon", "--input-topic", "a b", "--kafka",
                "x",
                "--kafka", "enable.auto.commit=true", "--kafka",
                "no.such=1", "--kafka", "consumer.fetch.min.bytes=few", "--oops", "1",
            ])
        }
        #expect(
            error?.faults == [
                "unknown setting --oops",
                "--bootstrap-servers (or NORMALIZER_BOOTSTRAP_SERVERS) is required: HOST:PORT,...",
                "--input-topic: 'a b' is not a list of topics (letters, digits, '.', '_', '-', at most 249 each), "
                    + "each once, or a regular expression that starts with ^",
                "--lanes: 'none' is not a number from 1 to 64",
                "--batch-time: 'soon' is not a duration such as 200ms, 25s or 5m, 24h at most",
                "--customer-id: '42' is not a UUID",
                "--kafka: expected KEY=VALUE",
                "--kafka enable.auto.commit: the worker sets this property itself",
                "--kafka no.such: No such configuration property: \"no.such\"",
                "--kafka fetch.min.bytes: Invalid value for configuration property \"fetch.min.bytes\"",
            ]
        )
    }

    @Test(arguments: [
        (["sasl.username=u"], ["sasl.username: it has no effect without security.protocol=sasl_ssl or sasl_plaintext"]),
        (
            ["security.protocol=ssl", "consumer.sasl.mechanism=PLAIN"],
            ["sasl.mechanism: it has no effect without security.protocol=sasl_ssl or sasl_plaintext"]
        ),
        (["ssl.ca.location=probe"], ["ssl.ca.location: it has no effect without security.protocol=ssl or sasl_ssl"]),
        (["security.protocol=SSL", "ssl.ca.location=probe"], []),
    ])
    func credentialsThatGoNowhereAreAFault(_ properties: [String], _ faults: [String]) {
        var found: [String] = []
        do throws(ConfigurationFaults) {
            _ = try configuration(["--bootstrap-servers", "b:1"] + properties.flatMap { ["--kafka", $0] })
        } catch {
            found = error.faults
        }
        #expect(found == faults.map { "--kafka \($0)" })
    }

    @Test(arguments: ["group-instance-id", "transactional-id-prefix", "namespace", "device-vendor"])
    func anEmptyNameIsAFault(_ name: String) {
        let error = #expect(throws: ConfigurationFaults.self) {
            try configuration(["--bootstrap-servers", "b:1", "--\(name)", ""])
        }
        #expect(error?.faults == ["--\(name): '' is not a name"])
    }

    /// What the library tells only when a client is made, one fault at a time, or never.
    @Test func propertiesThatCannotWorkAreToldAtOnce() {
        let properties = [
            "max.in.flight=6", "retries=0", "queuing.strategy=lifo", "producer.message.timeout.ms=20000",
            "linger.ms=20000",
            "socket.timeout.ms=20000", "max.poll.interval.ms=1000", "consumer.session.timeout.ms=2000",
            "heartbeat.interval.ms=3000",
            "fetch.wait.max.ms=19500", "consumer.fetch.max.bytes=10", "reconnect.backoff.ms=5000",
            "test.mock.num.brokers=3",
            "log.queue=true", "security.protocol=sasl_ssl",
        ]
        let error = #expect(throws: ConfigurationFaults.self) {
            try configuration(["--bootstrap-servers", "b:1"] + properties.flatMap { ["--kafka", $0] })
        }
        #expect(
            error?.faults == [
                "--kafka log.queue: the worker sets this property itself",
                "--kafka security.protocol: SASL without a sasl.mechanism is Kerberos, which needs sasl.kerberos.keytab",
                "--kafka max.in.flight: with more than 5 requests a retry could repeat records; give 1 to 5",
                "--kafka retries: without retries a short fault loses records; give 1 or more",
                "--kafka queuing.strategy: only fifo keeps the order of records",
                "--kafka linger.ms: it must be less than message.timeout.ms, 20000, after which a record is given up",
                "--kafka max.poll.interval.ms: it must not be less than session.timeout.ms, 2000",
                "--kafka session.timeout.ms: it must be greater than heartbeat.interval.ms, or the group expels its members",
                "--kafka fetch.wait.max.ms: it must be less than socket.timeout.ms, 20000, by a second",
                "--kafka fetch.max.bytes: it must not be less than message.max.bytes",
                "--kafka message.timeout.ms: it must not be greater than --transaction-timeout, 15000 ms",
                "--kafka socket.timeout.ms: of a producer it must not be greater than --transaction-timeout, 15000 ms",
                "--kafka test.mock.num.brokers: what a cluster in the worker's own memory takes is lost",
                "--kafka reconnect.backoff.ms: it must not be greater than reconnect.backoff.max.ms",
            ]
        )
    }

    /// Each of these is as far as its rule lets it go.
    @Test func propertiesAtTheEdgeOfTheirRulesAreTaken() throws {
        let properties = [
            "max.in.flight=5", "retries=1", "queuing.strategy=fifo", "message.timeout.ms=15000", "linger.ms=14999",
            "socket.timeout.ms=15100", "max.poll.interval.ms=45000", "fetch.wait.max.ms=14100",
            "reconnect.backoff.ms=2000",
        ]
        let made = try configuration(["--bootstrap-servers", "b:1"] + properties.flatMap { ["--kafka", $0] })
        #expect(made.kafkaProperties.count == properties.count)
    }

    @Test(arguments: ["--batch-time", "--shutdown-timeout"])
    func aTimeBeyondWhatFitsIsRefused(_ flag: String) throws {
        let error = #expect(throws: ConfigurationFaults.self) {
            try configuration(["--bootstrap-servers", "b:1", flag, "600h"])
        }
        #expect(error?.faults == ["\(flag): '600h' is not a duration such as 200ms, 25s or 5m, 24h at most"])
        _ = try configuration(["--bootstrap-servers", "b:1", flag, "24h"])
    }

    @Test func aPatternThatTakesInTopicsOfTheBrokersIsRefused() {
        let error = #expect(throws: ConfigurationFaults.self) {
            try configuration(["--bootstrap-servers", "b:1", "--input-topic", "^__", "--kafka", "partitioner=random"])
        }
        #expect(
            error?.faults == [
                "--kafka partitioner: random partitions break the order of the events with one key",
                "--input-topic '^__' takes in '__consumer_offsets', which is Kafka's own: "
                    + "the worker would read its own commits",
            ]
        )
    }

    @Test func anInputThatIsAnOutputIsRefused() {
        let error = #expect(throws: ConfigurationFaults.self) {
            try configuration(["--bootstrap-servers", "b:1", "--output-topic", "asa.raw"])
        }
        #expect(
            error?.faults == [
                "--input-topic 'asa.raw' takes in 'asa.raw', which is an output: the worker would read what it writes"
            ]
        )
    }

    @Test(
        arguments: [
            ("500", 500), ("1B", 1), ("64KiB", 65_536), ("8MiB", 8_388_608), ("1GiB", 1_073_741_824), ("10kB", 10_000),
            ("0", nil), ("-1", nil), ("8 MiB", nil), ("MiB", nil), ("1.5MiB", nil), ("99999999999999GiB", nil),
            ("", nil),
        ] as [(String, Int?)]
    )
    func sizes(_ text: String, _ bytes: Int?) {
        #expect(SettingParsers.size(text) == bytes)
    }

    @Test(
        arguments: [
            ("200ms", 200), ("25s", 25_000), ("5m", 300_000), ("2h", 7_200_000), ("200", nil), ("0s", nil), ("s", nil),
            ("-5s", nil), ("1d", nil),
        ] as [(String, Int?)]
    )
    func durations(_ text: String, _ milliseconds: Int?) {
        #expect(SettingParsers.milliseconds(text) == milliseconds)
    }

    @Test(
        arguments: [
            ("+02:00", 7200), ("-07:30", -27_000), ("Z", 0), ("UTC", 0), ("+00:00", 0), ("02:00", nil), ("+2:00", nil),
            ("+15:00", nil), ("+02:60", nil), ("CET", nil), ("", nil),
        ] as [(String, Int?)]
    )
    func offsets(_ text: String, _ seconds: Int?) {
        #expect(SettingParsers.utcOffset(text) == seconds)
    }

    /// Two devices, from two sources; the same offset twice is no contradiction.
    @Test func offsetsOfDevicesAddUp() throws {
        var values = SettingValues(Setting.ofWorker)
        values.read(arguments: ["--bootstrap-servers", "b:1", "--utc-offset-of", "fw1=+02:00"])
        values.read(environment: [(name: "NORMALIZER_UTC_OFFSET_OF", value: "fw2=-07:30\nFW1=+02:00")])
        values.read(file: "worker.conf", text: "utc-offset-of = fd00::1 = Z\nutc-offset-of = a=b=+01:00\n")
        var offsets = try WorkerConfiguration(values).events.deviceZones
        for (device, seconds) in [("fw1", 7200), ("fw2", -27_000), ("fd00::1", 0), ("a=b", 3600)] {
            let isSame = offsets.add(device, .offset(seconds))
            let isOther = !offsets.add(device, .offset(seconds + 60))
            #expect(isSame && isOther, "\(device)")
        }
    }

    /// A folder of tzdata with two zones and a file that is none.
    private func zoneValues(_ arguments: [String], folder: String = "/usr/share/zoneinfo") -> SettingValues {
        let utc =
            Array("TZif".utf8) + [UInt8](repeating: 0, count: 35) + [1, 0, 0, 0, 4] + [0, 0, 0, 0, 0, 0]
            + Array("UTC\0".utf8)
        var values = SettingValues(Setting.ofWorker) { path throws(UnreadableFile) in
            switch path {
            case "\(folder)/Etc/UTC", "\(folder)/Etc/GMT": return utc
            case "\(folder)/leapseconds": return Array("# leap seconds".utf8)
            default: throw UnreadableFile("No such file or directory")
            }
        }
        values.read(arguments: ["--bootstrap-servers", "b:1"] + arguments)
        return values
    }

    @Test func zonesAreReadFromTheFolderOfTzdata() throws {
        var values = zoneValues([
            "--time-zone", "Etc/UTC", "--time-zone-of", "fw1 = Etc/GMT", "--time-zone-of", "FW1=Etc/GMT",
            "--utc-offset-of",
            "fw2=+02:00",
        ])
        var events = try WorkerConfiguration(values).events
        #expect(events.timeZone?.name == "Etc/UTC")
        let zone = try #require(events.timeZone)
        let isOther = !events.deviceZones.add("fw1", .rules(zone)) && !events.deviceZones.add("fw2", .rules(zone))
        #expect(isOther)
        values = zoneValues(["--time-zone", "Etc/UTC"], folder: "/opt/zones")
        #expect(throws: ConfigurationFaults.self) { try WorkerConfiguration(values) }
        values.read(environment: [(name: "TZDIR", value: "/opt/zones")])
        #expect(try WorkerConfiguration(values).events.timeZone?.name == "Etc/UTC")
        // With another setting in its place, as diff has it.
        values = values.replacing(["time-zone=Etc/GMT"], of: Setting.ofEvents, by: "with")
        #expect(NormalizerSettings(&values).timeZone?.name == "Etc/GMT")
    }

    @Test func badZonesAreFaults() {
        let values = zoneValues([
            "--utc-offset", "+02:00", "--time-zone", "Europe/Berlni", "--utc-offset-of", "fw9=+01:00", "--time-zone-of",
            "Etc/UTC", "--time-zone-of", "fw1=../../etc/passwd", "--time-zone-of", "fw2=leapseconds", "--time-zone-of",
            "fw9=Etc/UTC", "--time-zone-of", "=Etc/UTC",
        ])
        let error = #expect(throws: ConfigurationFaults.self) { try WorkerConfiguration(values) }
        #expect(
            error?.faults == [
                "--time-zone-of: 'Etc/UTC' is not a host and its time zone such as fw1=Europe/Berlin",
                "--time-zone-of: '../../etc/passwd' is not the name of a time zone such as Europe/Berlin",
                "--time-zone-of: '/usr/share/zoneinfo/leapseconds' is no time zone: it is no TZif file; "
                    + "install the package tzdata again",
                "--time-zone-of: 'fw9' is given with two different time zones",
                "--time-zone-of: '=Etc/UTC' is not a host and its time zone such as fw1=Europe/Berlin",
                "--time-zone and --utc-offset +02:00: give one of them",
                "--time-zone: no time zone 'Europe/Berlni': cannot read '/usr/share/zoneinfo/Europe/Berlni': "
                    + "No such file or directory; correct the name, or install the package tzdata",
            ]
        )
    }

    @Test func badOffsetsOfDevicesAreFaults() {
        let error = #expect(throws: ConfigurationFaults.self) {
            try configuration([
                "--bootstrap-servers", "b:1", "--utc-offset-of", "fw1", "--utc-offset-of", "=+02:00", "--utc-offset-of",
                "fw1=noon", "--utc-offset-of", "fw2=+02:00", "--utc-offset-of", "FW2=+03:00",
            ])
        }
        #expect(
            error?.faults == [
                "--utc-offset-of: 'fw1' is not a host and its offset such as fw1=+02:00",
                "--utc-offset-of: '=+02:00' is not a host and its offset such as fw1=+02:00",
                "--utc-offset-of: 'fw1=noon' is not a host and its offset such as fw1=+02:00",
                "--utc-offset-of: 'FW2' is given with two different offsets",
            ]
        )
    }
}
