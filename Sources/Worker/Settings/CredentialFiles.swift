// The files that a client's credentials come from, and whether they have changed since they were looked at. Any thread.

internal import Glibc
internal import Kafka

/// Files that a client reads when it is made, and never again by itself.
struct CredentialFiles: Sendable {
    private let paths: [String]
    private let marks: [String]

    /// Looks at files as they are now; to be done before the client is made.
    init(_ paths: [String]) {
        self.paths = paths
        marks = paths.map(CredentialFiles.mark)
    }

    /// Whether one of them is not what it was.
    var haveChanged: Bool { paths.map(CredentialFiles.mark) != marks }

    /// What differs when a file is written or replaced, through links such as those that a mounted secret consists of.
    private static func mark(_ path: String) -> String {
        var status = stat()
        // SAFETY: stat only reads the path and fills the structure.
        guard unsafe stat(path, &status) == 0 else { return "" }
        return "\(status.st_dev) \(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
}

extension SettingValues {
    /// Notes a fault for each certificate or key that cannot be read, or is not PEM: the clients could not be made.
    mutating func checkCredentialFiles(_ properties: [(key: String, value: String)]) {
        let names = ["ssl.ca.location", "ssl.certificate.location", "ssl.key.location"]
        for (key, path) in properties where names.contains(where: { key.hasSuffix($0) }) {
            // librdkafka looks for the machine's certificates itself, and reads folders of them.
            if key.hasSuffix("ssl.ca.location"), path == "probe" || SettingValues.isFolder(path) { continue }
            guard let text = contents(of: path, for: "--kafka \(key)") else { continue }
            if !text.contains("-----BEGIN ") { fail("--kafka \(key): '\(path)' is not a PEM file") }
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        // SAFETY: stat only reads the path and fills the structure.
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}

extension WorkerConfiguration {
    /// The files that clients read credentials from: secrets of their own files, certificates, keys.
    var credentialPaths: [String] {
        let names = ["ca", "certificate", "key", "keystore", "crl"].map { "ssl.\($0).location" }
        let read = kafkaProperties.filter { key, _ in names.contains { key.hasSuffix($0) } }
        return secretFiles.map(\.path) + read.map(\.value)
    }

    /// The same settings with secrets as their files hold them now; a file that cannot be read leaves what was there.
    var withSecretsReadAgain: WorkerConfiguration {
        var copy = self
        for (key, path) in secretFiles {
            guard let text = SmallFile.text(of: path) else { continue }
            for index in copy.kafkaProperties.indices where copy.kafkaProperties[index].key == key {
                copy.kafkaProperties[index].value = text.droppingLineEnd()
            }
        }
        return copy
    }
}
