// Files with settings as people and editors write them, and values that cannot work, as `config` shows them.

import Foundation
import Testing

@Suite struct ConfigCommandTests {
    private func config(_ content: Data, _ arguments: [String] = [], environment: [String: String] = [:]) throws -> (
        status: Int32, output: String, errors: String
    ) {
        let path = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID().uuidString)")
        try content.write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        let program = try Program(["config", "--config", path.path()] + arguments, environment: environment)
        return (program.wait(), program.output, program.errors)
    }

    @Test(arguments: [
        "bootstrap-servers = b:1\r\ngroup-id = g1\r\nlanes = 3\r\n",
        "\u{FEFF}bootstrap-servers = b:1\n\tgroup-id\t=\tg1\t \nlanes = 3  \n",
    ])
    func aFileIsReadAsPeopleMeanIt(_ text: String) throws {
        let result = try config(Data(text.utf8))
        #expect(result.status == 0, "\(result.errors)")
        for part in ["bootstrap-servers = b:1 ", "group-id = g1 ", "lanes = 3 "] {
            #expect(result.output.contains(part), "\(result.output)")
        }
    }

    @Test func aControlCharacterIsRefusedByLineNumber() throws {
        let result = try config(Data("bootstrap-servers = b:1\ngroup-id = g\u{7}1\n".utf8))
        #expect(result.status == 78)
        #expect(result.errors.contains(":2: a control character in the line"), "\(result.errors)")
    }

    @Test func aPipeWithoutAWriterIsAnError() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "pipe-\(UUID().uuidString)").path()
        let result = unsafe mkfifo(path, 0o600)
        #expect(result == 0)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let program = try Program(["config", "--bootstrap-servers", "b:1", "--config", path])
        #expect(program.wait() == 78)
        #expect(program.errors.contains("cannot read '\(path)'"), "\(program.errors)")
    }

    @Test func aDeviceWithoutAnEndIsAnError() throws {
        let program = try Program(["config", "--bootstrap-servers", "b:1", "--config", "/dev/zero"])
        #expect(program.wait() == 78)
        #expect(program.errors.contains("cannot read '/dev/zero': it has more than 16 MiB"), "\(program.errors)")
    }

    @Test func aVariableLosesOneLineEnd() throws {
        let result = try config(
            Data("bootstrap-servers = b:1\nkafka.security.protocol = sasl_ssl\nkafka.sasl.mechanism = PLAIN\n".utf8),
            environment: [
                "NORMALIZER_KAFKA_SASL_USERNAME": "u1\n", "NORMALIZER_KAFKA_SASL_PASSWORD": "p\n",
                "NORMALIZER_GROUP_ID": "g1\r\n",
            ]
        )
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("kafka.sasl.username = u1 "), "\(result.output)")
        #expect(result.output.contains("group-id = g1 "))
    }

    @Test func whatCannotWorkIsRefusedAllAtOnce() throws {
        let text = """
            bootstrap-servers = kafka:port
            output-topic = t1
            dead-letter-topic = t1
            kafka.security.protocol = sasl_ssl
            kafka.sasl.mechanism = PLAIN
            kafka.ssl.ca.location = /nowhere/ca.pem
            kafka.ssl.key.location = /etc/hostname
            kafka.ssl.certificate.location = /etc
            """
        let result = try config(Data(text.utf8))
        #expect(result.status == 78)
        for part in [
            "--bootstrap-servers: 'kafka:port'", "'t1' is the output topic too", "needs a value of sasl.username",
            "needs a value of sasl.password", "cannot read '/nowhere/ca.pem': No such file or directory",
            "'/etc/hostname' is not a PEM file", "cannot read '/etc': Is a directory",
        ] { #expect(result.errors.contains(part), "\(part) is not in: \(result.errors)") }
    }

    @Test func settingsAreGivenAsObjectsToo() throws {
        let program = try Program([
            "config", "--format", "json", "--bootstrap-servers", "b:1", "--group-id", "a \"b\"",
        ])
        #expect(program.wait() == 0, "\(program.errors)")
        let lines = program.output.split(separator: "\n")
        #expect(lines.contains(#"{"setting":"bootstrap-servers","value":"b:1","origin":"flag"}"#), "\(lines)")
        #expect(lines.contains(#"{"setting":"group-id","value":"a \"b\"","origin":"flag"}"#), "\(lines)")
        #expect(lines.contains(#"{"setting":"lanes","value":"1","origin":"default"}"#), "\(lines)")
        let wrong = try Program(["config", "--format", "yaml", "--bootstrap-servers", "b:1"])
        #expect(wrong.wait() == 78)
        #expect(wrong.errors.contains("--format: 'yaml' is not one of text, json"), "\(wrong.errors)")
    }

    @Test func manyFaultsAreCutToANumberThatCanBeRead() throws {
        let lines =
            "bootstrap-servers = b:1\n" + (1...1000).map { "kafka.no.such\($0) = 1\nsetting\($0) = 1\n" }.joined()
        let result = try config(Data(lines.utf8))
        #expect(result.status == 78)
        let told = result.errors.split(separator: "\n")
        #expect(told.count == 21 && told.last == "config: and 1980 more faults", "\(result.errors)")
    }

    @Test func aFileThatIsNoConfigurationIsOneFault() throws {
        let (status, _, errors) = try config(
            Data(contentsOf: URL(filePath: "/etc/passwd")),
            ["--bootstrap-servers", "b:1"]
        )
        #expect(status == 78)
        #expect(
            errors.contains("holds no settings: a line is 'key = value', such as 'group-id = workers'"),
            "\(errors)"
        )
        #expect(errors.split(separator: "\n").count == 1, "\(errors)")
    }

    @Test func theValueOfAMistypedSecretIsNotShown() throws {
        let result = try config(Data("bootstrap-servers = b:1\nkafka.sasl.passwrod = hunter2\n".utf8))
        #expect(result.status == 78)
        #expect(result.errors.contains("sasl.passwrod"))
        #expect(!(result.output + result.errors).contains("hunter2"))
    }

    @Test(arguments: ["b", "b:9092", "b:1,c:2", "[2001:db8::1]:9092", "SSL://b:9093", "192.0.2.1:9092, c:2"])
    func brokersAreTakenAsTheLibraryReadsThem(_ text: String) throws {
        let result = try config(Data("bootstrap-servers = \(text)\n".utf8))
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test(arguments: ["http://b:9092", "b:0", "b:1,,c:2", "2001:db8::1:9092"])
    func addressesThatTheLibraryPassesOverAreRefused(_ text: String) throws {
        let result = try config(Data("bootstrap-servers = \(text)\n".utf8))
        #expect(result.status == 78)
        #expect(result.errors.contains("'\(text)' is not a list of brokers"), "\(result.errors)")
    }
}
