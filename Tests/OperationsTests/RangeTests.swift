// Places, ranges and plans of the commands that go back in time, without a broker.

import Kafka
import Testing

@testable import Operations
@testable import Worker

@Suite struct RangeTests {
    private static let now: Int64 = 1_800_000_000_000

    @Test(arguments: [
        ("earliest", RangeBound.earliest), ("latest", .latest), ("offset:0", .offset(0)), ("offset:77", .offset(77)),
        ("-2h", .time(now - 7_200_000)), ("-1d", .time(now - 86_400_000)), ("-90s", .time(now - 90_000)),
        ("1000", .time(1000)), ("-36500d", .time(0)),
        ("1969-12-31T00:00Z", nil), ("2027-01-15T08:00:00Z", .time(now)), ("2027-01-15T08:00Z", .time(now)),
        ("2027-01-15T09:00:00+01:00", .time(now)), ("offset:-1", nil), ("offset:", nil), ("soon", nil), ("", nil),
        ("-", nil),
        ("-2", nil), ("2h", nil),
    ])
    func aPlaceIsReadOrRefused(_ text: String, _ bound: RangeBound?) {
        #expect(RangeBound(text, now: Self.now) == bound)
    }

    @Test(
        arguments: [
            ("0", [0]), ("2,0", [0, 2]), ("5-7,6", [5, 6, 7]), ("", nil), ("a", nil), ("3-1", nil), ("-1", nil),
            ("1,,2", nil), ("1-2-3", nil),
        ] as [(String, [Int32]?)]
    )
    func partitionsAreReadOrRefused(_ text: String, _ partitions: [Int32]?) {
        #expect(SettingParsers.partitions(text) == partitions)
    }

    @Test(arguments: [
        ("asa.raw/3/77", true), ("asa.raw/0/0", true), ("asa.raw/1048575/18014398509481983", true),
        ("asa.raw/1048576/0", false),
        ("asa.raw/0/18014398509481984", false), ("asa.raw/-1/0", false), ("asa.raw/0/-1", false), ("asa.raw/0", false),
        ("/0/0", false),
        ("a b/0/0", false), ("asa.raw/0/0/0", false), ("", false),
    ])
    func aSourceIsReadOrRefused(_ text: String, _ isSource: Bool) {
        #expect(RecordSource(text)?.description == (isSource ? text : nil))
    }

    @Test func aGroupGoesOnWhereItIsUnlessTheTopicWasMadeAnew() {
        let extent = Watermarks(low: 10, high: 20)
        for (committed, first) in [(nil, 10), (5, 10), (10, 10), (15, 15), (20, 20), (21, 10)] as [(Int64?, Int64)] {
            #expect(extent.unread(from: committed) == first)
        }
    }

    @Test func workBesideTheLiveGroupHasTransactionalIdsOfItsOwn() {
        var configuration = WorkerConfiguration()
        configuration.groupID = "live"
        configuration.groupInstanceID = "pod-0"
        configuration.transactionalIDPrefix = "prefix"
        let live = ClientSettings.transactionalID(configuration, lane: 0)
        configuration.workBeside(as: "live.redrive")
        #expect(configuration.groupID == "live.redrive")
        #expect(live == "prefix-pod-0-0")
        #expect(ClientSettings.transactionalID(configuration, lane: 0) == "prefix.redrive-pod-0-0")
    }
}
