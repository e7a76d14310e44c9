// Credentials in files: a change is noticed, also behind a link, and secrets are read again.

import Foundation
import Testing

@testable import Worker

@Suite struct CredentialFilesTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "credentials-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path() }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name), options: .atomic)
    }

    @Test func aFileThatIsReplacedOrAppearsOrGoesHasChanged() throws {
        try write("a", "1")
        let files = CredentialFiles([path("a"), path("b")])
        #expect(!files.haveChanged)
        try write("a", "2")
        #expect(files.haveChanged)
        let later = CredentialFiles([path("a"), path("b")])
        try write("b", "")
        #expect(later.haveChanged)
        let last = CredentialFiles([path("a")])
        try FileManager.default.removeItem(atPath: path("a"))
        #expect(last.haveChanged)
    }

    // A mounted secret of Kubernetes: the file is a link through a folder that is a link, and the folder's link is
    // moved.
    @Test func aLinkThatIsMovedIsAChange() throws {
        for (name, text) in [("v1", "1"), ("v2", "1")] {
            try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
            try write("\(name)/password", text)
        }
        try FileManager.default.createSymbolicLink(atPath: path("data"), withDestinationPath: "v1")
        try FileManager.default.createSymbolicLink(atPath: path("password"), withDestinationPath: "data/password")
        let files = CredentialFiles([path("password")])
        try FileManager.default.removeItem(atPath: path("data"))
        try FileManager.default.createSymbolicLink(atPath: path("data"), withDestinationPath: "v2")
        #expect(files.haveChanged)
    }

    @Test func secretsAreReadAgainAndFilesOfTLSAreWatchedToo() throws {
        try write("password", "old\n")
        try write("ca", "-----BEGIN CERTIFICATE-----\n")
        var values = SettingValues(Setting.ofWorker) { path throws(UnreadableFile) in
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw UnreadableFile("no text") }
            return Array(text.utf8)
        }
        values.read(environment: [
            ("NORMALIZER_BOOTSTRAP_SERVERS", "x:1"), ("NORMALIZER_KAFKA_SASL_PASSWORD_FILE", path("password")),
            ("NORMALIZER_KAFKA_SSL_CA_LOCATION", path("ca")), ("NORMALIZER_KAFKA_SASL_USERNAME", "u"),
            ("NORMALIZER_KAFKA_SECURITY_PROTOCOL", "sasl_ssl"), ("NORMALIZER_KAFKA_SASL_MECHANISM", "PLAIN"),
        ])
        let configuration = try WorkerConfiguration(values)
        #expect(Set(configuration.credentialPaths) == [path("password"), path("ca")])
        try write("password", "new\n")
        let again = configuration.withSecretsReadAgain
        #expect(again.kafkaProperties.first { $0.key == "sasl.password" }?.value == "new")
        #expect(again.kafkaProperties.count == configuration.kafkaProperties.count)
        try FileManager.default.removeItem(atPath: path("password"))
        #expect(again.withSecretsReadAgain.kafkaProperties.first { $0.key == "sasl.password" }?.value == "new")
    }
}
