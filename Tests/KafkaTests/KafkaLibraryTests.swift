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
        (KafkaLibrary.Version(2, 0, 2), true, true, true), (KafkaLibrary.Version(2, 1, 1), true, true, true),
        (KafkaLibrary.Version(2, 2, 0), false, true, true), (KafkaLibrary.Version(2, 6, 0), false, true, true),
        (KafkaLibrary.Version(2, 6, 1), false, false, true), (KafkaLibrary.Version(2, 10, 1), false, false, true),
        (KafkaLibrary.Version(2, 11, 0), false, false, false),
    ])
    func gatesFollowTheVersion(
        version: KafkaLibrary.Version,
        lacksReauthentication: Bool,
        isBefore261: Bool,
        failsOnKafka400: Bool
    ) {
        let behavior = KafkaLibrary.Behavior(of: version)
        #expect(behavior.lacksReauthentication == lacksReauthentication)
        #expect(behavior.restsWithFullQueue == lacksReauthentication)
        #expect(behavior.cooperativeStickyMayLoop == isBefore261)
        #expect(behavior.scramFailsOnKafka4 == isBefore261)
        #expect(behavior.failsOnKafka400 == failsOnKafka400)
        #expect(behavior.lacksConsumerProtocol, "it came later than all of these")
        #expect(!KafkaLibrary.Behavior(of: KafkaLibrary.Version(2, 15, 0)).lacksConsumerProtocol)
    }
}
