// How values of settings are found: flags over environment over file, every fault kept.

import Testing

@testable import Worker

@Suite struct SettingValuesTests {
    private func values(
        _ arguments: [String] = [],
        environment: [(name: String, value: String)] = [],
        file: String? = nil
    ) -> SettingValues {
        var values = SettingValues(Setting.ofWorker)
        values.read(arguments: arguments)
        values.read(environment: environment)
        if let file { values.read(file: "worker.conf", text: file) }
        return values
    }

    @Test func aFlagGoesBeforeTheEnvironmentAndThatBeforeTheFile() {
        let environment = [("NORMALIZER_GROUP_ID", "from-environment"), ("NORMALIZER_OUTPUT_TOPIC", "2")].map {
            (name: $0.0, value: $0.1)
        }
        let found = values(
            ["--group-id", "from-flag"],
            environment: environment,
            file: "group-id = from-file\noutput-topic = 3\nmemory-limit = 4\n"
        )
        #expect(found.faults == [])
        #expect(found.text(.groupID) == "from-flag")
        #expect(found.origin(.groupID) == .flag)
        #expect(found.text(.outputTopic) == "2")
        #expect(found.origin(.outputTopic) == .environment("NORMALIZER_OUTPUT_TOPIC"))
        #expect(found.text(.memoryLimit) == "4")
        #expect(found.origin(.memoryLimit) == .file("worker.conf", line: 3))
        #expect(found.text(.inputTopic) == "asa.raw")
        #expect(found.origin(.inputTopic) == .standard)
    }

    @Test(arguments: [
        (["--group-id", "a"], "a"), (["--group-id=a"], "a"), (["--group-id=a=b"], "a=b"), (["--group-id="], ""),
    ])
    func aFlagIsReadInBothForms(_ arguments: [String], _ expected: String) {
        #expect(values(arguments).text(.groupID) == expected)
    }

    @Test(arguments: [
        (["--goup-id", "x"], "unknown setting --goup-id, did you mean --group-id?"),
        (["--nothing-like-it", "x"], "unknown setting --nothing-like-it"), (["stray"], "unexpected argument 'stray'"),
        (["--group-id"], "--group-id needs a value: GROUP"),
        (["--group-id", "a", "--group-id", "b"], "--group-id is given 2 times"),
        (
            ["--security.protocol", "ssl"],
            "unknown setting --security.protocol, did you mean --kafka security.protocol=VALUE?"
        ),
        (["--brokers", "k:1"], "unknown setting --brokers: it is called --bootstrap-servers"),
        (["--old-scram", "true"], "unexpected argument 'true': write --old-scram=true"),
        (["--old-scram", "--lanes", "2", "true"], "unexpected argument 'true'"),
    ])
    func aBadFlagIsAFault(_ arguments: [String], _ fault: String) {
        #expect(values(arguments).faults == [fault])
    }

    @Test func wordsWithoutAFlagGoToTheirPlacesInOrder() {
        func read(_ arguments: [String]) -> (SettingValues, [String]) {
            var values = SettingValues([.action, .files, .report])
            values.read(arguments: arguments, positionals: [.action, .files])
            return (values, values.texts(.files))
        }
        let (found, files) = read(["list", "a", "--report", "-", "--", "--report", "b"])
        #expect(found.faults == [] && found.text(.action) == "list" && found.text(.report) == "true")
        #expect(files == ["a", "-", "--report", "b"])
        #expect(read(["-x"]).0.faults == ["unexpected argument '-x'"])
        #expect(read(["--action", "show", "list"]).0.faults == ["--action is given 2 times"])
    }

    @Test func aFaultIsToldOneTimeOnly() {
        var found = values(["--memory-limit", "x"])
        for _ in 0..<2 { _ = found.value(.memoryLimit, "a number") { Int($0) } }
        #expect(found.faults == ["--memory-limit: 'x' is not a number"])
    }

    @Test func aBadVariableOrLineIsAFaultWithItsPlace() {
        let found = values(
            environment: [(name: "NORMALIZER_GROUP", value: "x"), (name: "HOME", value: "/root")],
            file: "# comment\n\ngroup-idd = x\nno equals sign\n"
        )
        #expect(
            found.faults == [
                "unknown setting NORMALIZER_GROUP, did you mean NORMALIZER_GROUP_ID?",
                "worker.conf:3: unknown setting group-idd, did you mean group-id?",
                "worker.conf:4: expected 'key = value'",
            ]
        )
    }

    @Test func aPropertyOfTheLibraryIsToldHowToBeGiven() {
        let found = values(
            environment: [(name: "NORMALIZER_SASL_PASSWORD", value: "x"), (name: "NORMALIZER_NO_SUCH", value: "x")],
            file: "group-id = g\nsasl.mechanism = PLAIN\nno.such = x\nenable.auto.commit = true\n"
        )
        #expect(
            found.faults == [
                "unknown setting NORMALIZER_NO_SUCH",
                "unknown setting NORMALIZER_SASL_PASSWORD, did you mean NORMALIZER_KAFKA_SASL_PASSWORD?",
                "worker.conf:2: unknown setting sasl.mechanism, did you mean kafka.sasl.mechanism?",
                "worker.conf:3: unknown setting no.such",
                // The worker sets it itself.
                "worker.conf:4: unknown setting enable.auto.commit",
            ]
        )
    }

    @Test(arguments: [
        ("root:x:0\nbin:x:1\n", "holds no settings: a line is 'key = value', such as 'group-id = workers'"),
        ("input-topic: asa\nlanes: 2\n", "holds no settings: a line is 'key = value', such as 'group-id = workers'"),
        ("a\0b\0\nc\0=\0d\0\n", "is not a text in UTF-8"),
    ])
    func aFileThatHoldsNoSettingsIsOneFault(_ text: String, _ fault: String) {
        #expect(values(file: text).faults == ["--config: 'worker.conf' \(fault)"])
    }

    /// It would be another group, or another namespace, and each event came twice.
    @Test func aCommentBehindAValueIsAFault() {
        let found = values(
            file: "group-id = g # prod\nnamespace = a#b\nkafka.sasl.password = a #b\nrule = drop # all\n"
        )
        let fault = "worker.conf:1: a comment needs a line of its own: ' #' would be part of the value"
        #expect(found.faults == [fault])
        #expect(found.text(.namespace) == "a#b")
    }

    @Test(arguments: ["", "# all of it\n# is a comment\n"])
    func aFileWithoutALineIsNoFault(_ text: String) {
        #expect(values(file: text).faults == [])
    }

    /// Neither a file nor an environment file of Docker takes quotes off.
    @Test func quotesAroundAValueAreAFault() {
        let found = values(
            environment: [(name: "NORMALIZER_GROUP_ID", value: "\"g\"")],
            file: "input-topic = 'asa.raw'\nkafka.client.rack = \"r\"\nkafka.sasl.password = \"p\"\nnamespace = it's\n"
        )
        let quotes = "the quotes would be part of the value: leave them out"
        #expect(
            found.faults == ["NORMALIZER_GROUP_ID: \(quotes)", "worker.conf:1: \(quotes)", "worker.conf:2: \(quotes)"]
        )
        #expect(found.texts(.kafka) == ["sasl.password=\"p\""])
    }

    @Test func kafkaPropertiesComeFromAllSourcesTheStrongestFirst() {
        let found = values(
            ["--kafka", "a.b=1", "--kafka", "c.d=2"],
            environment: [(name: "NORMALIZER_KAFKA_SECURITY_PROTOCOL", value: "ssl")],
            file: "kafka.a.b = 9\n"
        )
        #expect(found.faults == [])
        #expect(found.texts(.kafka) == ["a.b=1", "c.d=2", "security.protocol=ssl", "a.b=9"])
    }

    @Test func anUnreadableFileIsAFault() {
        var found = values(["--config", "/nowhere"])
        found.readFile()
        #expect(found.faults == ["--config: cannot read '/nowhere': no files are read here"])
    }

    @Test func environmentNamesAreUpperSnakeCase() {
        #expect(Setting.bootstrapServers.environmentName == "NORMALIZER_BOOTSTRAP_SERVERS")
        #expect(Set(Setting.ofWorker.map(\.name)).count == Setting.ofWorker.count)
    }
}
