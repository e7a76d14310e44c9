import Normalization
import Testing

@Suite struct NormalizerTests {
    @Test func flowsGiveBothEndpoints() throws {
        let event = try normalize(
            #"<166>Jun 01 2021 11:29:03 fw1 : %ASA-6-302014: Teardown TCP connection 42 for outside:203.0.113.7/50188(LOCAL\john.doe) to inside:10.0.0.8/443 duration 0:00:05 bytes 90 TCP FINs from outside"#
        )
        print(event.json)
        #expect(event[.action] == "Block")
    }
}
