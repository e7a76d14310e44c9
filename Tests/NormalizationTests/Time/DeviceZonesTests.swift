// Zones of single devices: whose host counts, what goes before it, and the look-up itself.

import TestSupport
import Testing

@testable import Normalization

@Suite struct DeviceZonesTests {
    private static let text = "%ASA-6-113008: AAA transaction status ACCEPT : user = a"

    /// The table of `fw1` at +02:00 and `el.xyz.com` at -07:30; all others at +01:00.
    private static let settings: NormalizerSettings = {
        var settings = NormalizerSettings()
        settings.utcOffset = 3600
        for (device, seconds) in [("FW1", 7200), ("el.xyz.com", -27_000), ("fd00::AB", -3600), ("Zürich", 10_800)] {
            precondition(settings.deviceZones.add(device, .offset(seconds)))
        }
        return settings
    }()

    private func eventTime(_ header: String, sender: String = "", receivedAt: Int64 = sampleReceivedAt) throws
        -> String?
    {
        let line = Array("<166>\(header)\(Self.text)".utf8)
        return try normalize(line, settings: Self.settings, receivedAt: receivedAt) {
            $0.deviceHost = Array(sender.utf8)
        }[.eventTime]
    }

    @Test(arguments: [
        ("Nov 03 2020 09:50:01 fw1 : ", "", "Nov 03 2020 07:50:01", "host of the line"),
        ("Nov 03 2020 09:50:01 Fw1 : ", "", "Nov 03 2020 07:50:01", "letter case"),
        ("Nov 03 2020 09:50:01 EL.xyz.com : ", "", "Nov 03 2020 17:20:01", "full name"),
        ("Nov 03 2020 09:50:01 fd00::ab : ", "", "Nov 03 2020 10:50:01", "address"),
        ("Nov 03 2020 09:50:01 Zürich : ", "", "Nov 03 2020 06:50:01", "bytes beyond ASCII"),
        ("2020-11-03T09:50:01 fw1 ", "", "Nov 03 2020 07:50:01", "ISO form"),
        ("1 2020-11-03T09:50:01.250 fw1 ", "", "Nov 03 2020 07:50:01", "RFC 5424"),
        ("Nov 03 2020 09:50:01: ", "fw1", "Nov 03 2020 07:50:01", "host of the envelope"),
        ("Nov 03 2020 09:50:01: ", " FW1 ", "Nov 03 2020 07:50:01", "trimmed"),
        ("Nov 03 2020 09:50:01 fw2 : ", "fw1", "Nov 03 2020 08:50:01", "the line's host is the event's"),
        ("Nov 03 2020 09:50:01 relay Nov 03 2020 09:50:01 fw1 : ", "", "Nov 03 2020 07:50:01", "the nearest host"),
        ("Nov 03 2020 09:50:01 el : ", "", "Nov 03 2020 08:50:01", "a short name is another name"),
        ("Nov 03 2020 09:50:01 fw11 : ", "", "Nov 03 2020 08:50:01", "longer"),
        ("Nov 03 2020 09:50:01: ", "", "Nov 03 2020 08:50:01", "no host"),
        ("Nov 03 2020 09:50:01: ", "-", "Nov 03 2020 08:50:01", "a sign for none"),
        ("Nov 03 2020 09:50:01 UTC fw1 : ", "", "Nov 03 2020 09:50:01", "stated zone"),
        ("2020-11-03T09:50:01-05:00 fw1 ", "", "Nov 03 2020 14:50:01", "stated offset"),
        ("2020-11-03T09:50:01Z ", "fw1", "Nov 03 2020 09:50:01", "stated Z"),
        ("Nov 03 2020 09:50:01 CLST: ", "fw1", "Nov 03 2020 07:50:01", "a zone that is not known"),
    ])
    func theEventsOwnHostDecides(_ header: String, _ sender: String, _ time: String, _ why: String) throws {
        #expect(try eventTime(header, sender: sender) == time, "\(why)")
    }

    /// Received at 2021-01-01 00:30 UTC: the device's clock may already show a later day, or still an earlier one.
    @Test(arguments: [
        ("Jan 02 01:45:00 fw1 : ", "Jan 01 2021 23:45:00"), ("Jan 02 02:45:00 fw1 : ", "Jan 02 2020 00:45:00"),
        ("Dec 31 17:00:00 el.xyz.com : ", "Jan 01 2021 00:30:00"), ("Jan 01 02:30:00 fw1 : ", "Jan 01 2021 00:30:00"),
    ])
    func theYearIsInferredFromTheMomentInUTC(_ header: String, _ time: String) throws {
        #expect(try eventTime(header, receivedAt: 1_609_461_000_000) == time)
    }

    @Test func aSecondZoneOfOneDeviceIsRefused() {
        var zones = DeviceZones()
        let isTaken = [("fw1", 60), ("FW1", 60), ("Fw1", 120)].map { zones.add($0.0, .offset($0.1)) }
        #expect(isTaken == [true, true, false])
        let name = Array("fw1".utf8)
        #expect(zones.zone(of: ByteRange(0, 3), in: name.span) == .offset(60))
    }

    /// The sorted table against a dictionary, with names that begin with one another.
    @Test func agreesWithADictionary() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        func name() -> String {
            String(
                (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                    "aBc-.".randomElement(using: &generator) ?? "a"
                }
            )
        }
        var zones = DeviceZones()
        var expected: [String: Int] = [:]
        for _ in 0..<400 {
            let device = name()
            let seconds = Int.random(in: -50_400...50_400, using: &generator)
            let known = expected[device.lowercased()]
            let isTaken = zones.add(device, .offset(seconds))
            #expect(isTaken == (known == nil || known == seconds), "seed \(seed)")
            if known == nil { expected[device.lowercased()] = seconds }
        }
        for _ in 0..<2000 {
            let device = name()
            let line = Array("x\(device)y".utf8)
            let found = zones.zone(of: ByteRange(1, line.count - 1), in: line.span)
            #expect(found == expected[device.lowercased()].map { .offset($0) }, "\(device), seed \(seed)")
        }
    }
}
