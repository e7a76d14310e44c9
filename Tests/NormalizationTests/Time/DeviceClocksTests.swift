// Clocks that cannot be right: what they are compared with, the offset that would fit, and the limit of what is kept.

import TestSupport
import Testing

@testable import Normalization

@Suite struct DeviceClocksTests {
    private func fault(
        _ header: String,
        received: Int64? = shown(2024, 7, 3, 9, 50, 1),
        _ settings: NormalizerSettings = NormalizerSettings()
    ) throws -> ClockFault? {
        let line = Array("<166>\(header)%ASA-6-113008: AAA transaction status ACCEPT : user = a".utf8)
        let outcome = try normalize(line, settings: settings, receivedAt: (received ?? 0) * 1000) {
            $0.statesReceivedAt = received != nil
        }.outcome
        guard case .event(let summary) = outcome else {
            Issue.record("no event: \(outcome)")
            return nil
        }
        return summary.clock
    }

    @Test(
        arguments: [
            ("Jul 03 2024 09:50:01 fw : ", nil, "right"), ("Jul 03 2024 10:42:29 fw : ", nil, "not quite an hour"),
            ("Jul 03 2024 10:42:31 fw : ", .off(fitting: 3600), "an hour, but for its way"),
            ("Jul 03 2024 11:49:58 fw : ", .off(fitting: 7200), "two hours ahead"),
            ("Jul 03 2024 05:50:01 fw : ", .off(fitting: -14_400), "behind"),
            ("Jul 03 2024 15:20:00 fw : ", .off(fitting: 19_800), "half an hour"),
            ("Jul 03 2024 15:35:00 fw : ", .off(fitting: 20_700), "a quarter"),
            ("Jul 03 2024 23:50:01 fw : ", .off(fitting: 50_400), "as far as a clock can be"),
            ("Jul 04 2024 00:50:01 fw : ", .off(fitting: nil), "farther"),
            ("Jul 03 2019 09:50:01 fw : ", .off(fitting: nil), "years"),
            ("Jul 03 11:50:01 fw : ", .off(fitting: 7200), "no year"),
            ("Jul 03 2024 11:50:01: ", .off(fitting: 7200), "no host"),
            ("Jul 03 2024 11:50:01 UTC fw : ", nil, "its own zone"), ("2024-07-03T11:50:01Z fw ", nil, "its own zone"),
            ("2024-07-03T11:50:02Z relay Jul 03 2024 11:50:01 fw : ", nil, "a relay agrees"),
            ("2024-07-03T09:50:02Z relay Jul 03 2024 11:50:01 fw : ", .off(fitting: 7200), "a relay does not"),
            ("%NTP ", nil, "no time"),
        ] as [(String, ClockFault?, String)]
    )
    func aClockIsCompared(_ header: String, _ expected: ClockFault?, _ why: String) throws {
        #expect(try fault(header) == expected, "\(why)")
    }

    @Test func aTimeOfReadingSaysNothingAndARelaysStampDoes() throws {
        #expect(try fault("Jul 03 2024 11:50:01 fw : ", received: nil) == nil)
        let relayed = "2024-07-03T09:50:02+00:00 relay Jul 03 2024 11:50:01 fw : "
        #expect(try fault(relayed, received: nil) == .off(fitting: 7200))
        #expect(try fault("Jul  3 09:50:02 relay Jul 03 2024 11:50:01 fw : ", received: nil) == nil)
    }

    /// What fits counts from UTC, not from what the settings say.
    @Test func theOffsetThatFitsTakesTheOneThatIsSetIntoAccount() throws {
        var settings = NormalizerSettings()
        settings.utcOffset = 3600
        #expect(try fault("Jul 03 2024 11:50:01 fw : ", settings) == .off(fitting: 7200))
        settings.utcOffset = 7200
        #expect(try fault("Jul 03 2024 11:50:01 fw : ", settings) == nil)
        settings.utcOffset = 0
        settings.timeZone = try ZoneBytes.newYork.rules()
        #expect(try fault("Jul 03 2024 11:50:01 fw : ", settings) == .off(fitting: 7200))
        #expect(try fault("Mar 10 2024 02:30:00 fw : ", received: nil, settings) == .leftOut)
        #expect(try fault("Mar 10 2024 03:30:00 fw : ", received: shown(2024, 3, 10, 7, 30), settings) == nil)
    }

    /// A header that is remembered is compared with each record's own time.
    @Test func aHeaderThatCameBeforeIsComparedToo() {
        var normalizer = Normalizer(catalogue: standardCatalogue, settings: NormalizerSettings())
        let line = bytes("<166>Jul 03 2024 09:50:01 fw : %ASA-6-113008: AAA transaction status ACCEPT : user = a")
        for (hour, expected) in [(9, nil), (7, .off(fitting: 7200)), (9, nil), (11, .off(fitting: -7200))]
            as [(Int, ClockFault?)]
        {
            var output = OutputBuffer()
            let position = RecordPosition(namespace: 0, partition: 0, offset: 0)
            let received = shown(2024, 7, 3, hour, 50, 1) * 1000
            let outcome = normalizer.normalize(
                line.span,
                Envelope(position: position, receivedAt: received),
                into: &output
            )
            guard case .event(let summary) = outcome else {
                Issue.record("no event: \(outcome)")
                continue
            }
            #expect(summary.clock == expected, "\(hour)")
        }
    }

    @Test func countsAddUpByDevice() {
        var clocks = DeviceClocks()
        for (fault, name) in [
            (.off(fitting: 3600), "fw1"), (.off(fitting: nil), "fw1"), (.leftOut, "fw2"), (.off(fitting: 7200), "fw1"),
            (.leftOut, ""), (.off(fitting: 0), String(repeating: "x", count: 300)),
        ] as [(ClockFault, String)] {
            clocks.count(fault, of: Array(name.utf8).span)
        }
        let found = Dictionary(uniqueKeysWithValues: clocks.devices.map { ($0.name, $0.counts) })
        #expect(found.count == 3)
        #expect(found["fw1"].map { [$0.off, $0.leftOut, $0.fitting] } == [3, 0, 7200])
        #expect(found["fw2"].map { [$0.off, $0.leftOut, $0.fitting] } == [0, 1, nil])
        #expect(found[""].map { [$0.off, $0.leftOut, $0.fitting] } == [1, 1, 0])
        #expect(DeviceClocks().devices.isEmpty)
    }

    /// Names of all lengths against a dictionary; those beyond the limit are counted together.
    @Test func moreDevicesThanThereIsRoomForAreCountedTogether() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        var clocks = DeviceClocks()
        var expected: [String: Int] = [:]
        for _ in 0..<5000 {
            let number = Int.random(in: 0..<200, using: &generator)
            let name = String(repeating: "vpn-", count: number % 7) + "\(number)"
            let isKnown = expected[name] != nil || expected.keys.filter { !$0.isEmpty }.count < DeviceClocks.mostDevices
            expected[isKnown ? name : "", default: 0] += 1
            clocks.count(.off(fitting: nil), of: Array(name.utf8).span)
        }
        let found = Dictionary(uniqueKeysWithValues: clocks.devices.map { ($0.name, $0.counts.off) })
        #expect(found == expected, "seed \(seed)")
        #expect(found.count == DeviceClocks.mostDevices + 1)
    }
}
