// What the program calls itself, and the library it runs on.

internal import Kafka
internal import Worker

enum Version {
    static var text: String {
        "anyconnect-normalizer \(ProductVersion.current), librdkafka \(KafkaLibrary.versionText)"
    }
}
