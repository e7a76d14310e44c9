// The library's version, features, and the gates that follow from a version.

import Kafka
import Testing

@Suite struct KafkaLibraryTests {
    @Test func knowsTheLoadedLibrary() {
        #expect(KafkaLibrary.version >= KafkaLibrary.Version(2, 0, 2))
        #expect(KafkaLibrary.versionText.hasPrefix(KafkaLibrary.version.description))
        #expect(KafkaLibrary.features.contains("ssl"))
        #expect(!KafkaLibrary.features.contains(""))
    }

    @Test func ordersVersionsByEachNumber() {
        let ordered = [(1, 9, 9), (2, 0, 2), (2, 1, 0), (2, 1, 1), (2, 10, 0), (3, 0, 0)]
            .map { KafkaLibrary.Version($0.0, $0.1, $0.2) }
        #expect(ordered.sorted() == ordered)
    }

    @Test(arguments: [
        (KafkaLibrary.Version(2, 0, 2), true, true, false, true, true, true),
        (KafkaLibrary.Version(2, 1, 0), false, true, false, true, true, true),
        (KafkaLibrary.Version(2, 2, 0), false, false, true, true, true, true),
        (KafkaLibrary.Version(2, 6, 0), false, false, true, true, true, true),
        (KafkaLibrary.Version(2, 6, 1), false, false, true, false, true, false),
        (KafkaLibrary.Version(2, 8, 0), false, false, true, false, true, false),
        (KafkaLibrary.Version(2, 13, 1), false, false, true, false, false, false),
        (KafkaLibrary.Version(2, 13, 2), false, false, false, false, false, false),
    ])
    func gatesFollowTheVersion(
        version: KafkaLibrary.Version,
        losesRecordsInBatchReads: Bool,
        hasFixedFetchBackoff: Bool,
        positionSkipsAtPartitionEnd: Bool,
        cooperativeStickyMayLoop: Bool,
        needsMetadataPrewarm: Bool,
        scramFailsOnKafka4: Bool
    ) {
        let behavior = KafkaLibrary.Behavior(of: version)
        #expect(behavior.losesRecordsInBatchReads == losesRecordsInBatchReads)
        #expect(behavior.hasFixedFetchBackoff == hasFixedFetchBackoff)
        #expect(behavior.lacksReauthentication == hasFixedFetchBackoff)
        #expect(behavior.positionSkipsAtPartitionEnd == positionSkipsAtPartitionEnd)
        #expect(behavior.cooperativeStickyMayLoop == cooperativeStickyMayLoop)
        #expect(behavior.needsMetadataPrewarm == needsMetadataPrewarm)
        #expect(behavior.scramFailsOnKafka4 == scramFailsOnKafka4)
    }

    /// `fetch.queue.backoff.ms` came with 2.2.0: the gate and the library that is loaded have to agree.
    @Test func aGateAgreesWithTheLoadedLibrary() throws {
        var configuration = ClientConfiguration()
        configuration.setIfSupported("fetch.queue.backoff.ms", "50")
        let producer = try Producer(configuration)
        #expect(producer.skippedSettings.isEmpty != KafkaLibrary.behavior.hasFixedFetchBackoff)
    }
}
