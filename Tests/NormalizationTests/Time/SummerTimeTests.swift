// Events of devices in zones with summer time: which reading of a stamp counts, and what an event depends on.

import TestSupport
import Testing

@testable import Normalization

@Suite struct SummerTimeTests {
    private static let text = "%ASA-6-113008: AAA transaction status ACCEPT : user = a"

    /// Berlin for all, New York for `fw1`, +02:00 for `fw2`.
    private static func settings() throws -> NormalizerSettings {
        var settings = NormalizerSettings()
        settings.timeZone = try ZoneBytes.berlin.rules("Europe/Berlin")
        let isAdded = settings.deviceZones.add("FW1", .rules(try ZoneBytes.newYork.rules("America/New_York")))
        let isOther = settings.deviceZones.add("fw2", .offset(7200))
        try #require(isAdded && isOther)
        return settings
    }

    private func event(_ header: String, received: Int64? = shown(2024, 12, 1), sender: String = "") throws
        -> Normalized
    {
        try normalize(
            Array("<166>\(header)\(Self.text)".utf8),
            settings: Self.settings(),
            receivedAt: (received ?? shown(2024, 10, 27, 1)) * 1000
        ) { envelope in
            envelope.deviceHost = Array(sender.utf8)
            envelope.statesReceivedAt = received != nil
        }
    }

    @Test(arguments: [
        ("Jul 03 2024 09:50:01 fw : ", "", "Jul 03 2024 07:50:01", "summer"),
        ("Dec 03 2024 09:50:01 fw : ", "", "Dec 03 2024 08:50:01", "winter"),
        ("Jul 03 2024 09:50:01: ", "", "Jul 03 2024 07:50:01", "no host"),
        ("Jul 03 2024 09:50:01 fw1 : ", "", "Jul 03 2024 13:50:01", "a zone of the device's own"),
        ("Jul 03 2024 09:50:01: ", "Fw1", "Jul 03 2024 13:50:01", "host of the envelope"),
        ("Dec 03 2024 09:50:01 fw2 : ", "", "Dec 03 2024 07:50:01", "an offset of the device's own"),
        ("Jul 03 2024 09:50:01 EST fw : ", "", "Jul 03 2024 14:50:01", "stated zone"),
        ("Jul 03 2024 09:50:01 UTC: ", "fw1", "Jul 03 2024 09:50:01", "stated UTC"),
        ("2024-07-03T09:50:02+00:00 relay Jul 03 2024 09:50:01 fw : ", "", "Jul 03 2024 07:50:01", "a relay in UTC"),
        ("Jan 01 2024 00:30:00 fw : ", "", "Dec 31 2023 23:30:00", "over the end of the year"),
        ("Mar 31 2024 02:30:00 fw : ", "", "Mar 31 2024 01:30:00", "an hour that is left out: the offset before it"),
        ("Feb 30 2024 02:30:00 fw : ", "", nil, "no date"),
    ])
    func aZoneGivesTheOffsetOfTheDay(_ header: String, _ sender: String, _ time: String?, _ why: String) throws {
        #expect(try event(header, sender: sender)[.eventTime] == time, "\(why)")
    }

    @Test(
        arguments: [
            (shown(2024, 10, 27, 0, 30, 5), "", "Oct 27 2024 00:30:00", "received in summer time"),
            (shown(2024, 10, 27, 1, 30, 5), "", "Oct 27 2024 01:30:00", "received an hour later"),
            (shown(2024, 10, 29), "", "Oct 27 2024 00:30:00", "received too late"),
            (nil, "", "Oct 27 2024 00:30:00", "not said"),
            (shown(2024, 10, 29), "2024-10-27T01:30:02Z relay ", "Oct 27 2024 01:30:00", "a relay's stamp, in UTC"),
            (
                shown(2024, 10, 27, 1, 30, 5), "2024-10-27T02:30:02+02:00 relay ", "Oct 27 2024 00:30:00",
                "a relay goes first"
            ),
            (nil, "2024-10-27T02:30:02+01:00 relay ", "Oct 27 2024 01:30:00", "a relay says what the record does not"),
            (nil, "Oct 27 02:30:02 relay ", "Oct 27 2024 00:30:00", "a relay without zone says nothing"),
        ] as [(Int64?, String, String, String)]
    )
    func theDoubledHourIsReadByWhatElseHadTheLine(
        _ received: Int64?,
        _ relay: String,
        _ time: String,
        _ why: String
    ) throws {
        #expect(try event("\(relay)Oct 27 2024 02:30:00 fw : ", received: received)[.eventTime] == time, "\(why)")
    }

    /// Headers that are remembered must not carry what one record said over to the next.
    @Test func theReadingOfTheDoubledHourIsNotRemembered() throws {
        var normalizer = Normalizer(catalogue: standardCatalogue, settings: try Self.settings())
        let line = Array("<166>Oct 27 2024 02:30:00 fw : \(Self.text)".utf8)
        for (hour, expected) in [(0, "00:30:00"), (1, "01:30:00"), (0, "00:30:00"), (1, "01:30:00")] {
            var output = OutputBuffer()
            let position = RecordPosition(namespace: 0, partition: 0, offset: 0)
            let received = shown(2024, 10, 27, hour, 30, 4) * 1000
            _ = normalizer.normalize(line.span, Envelope(position: position, receivedAt: received), into: &output)
            #expect(output.text.contains("Oct 27 2024 \(expected)"))
        }
    }

    @Test(arguments: [
        // Received on January 1 at 00:30 in UTC.
        ("Jan 01 01:30:00 fw : ", "Jan 01 2024 00:30:00"), ("Dec 31 19:30:00 fw1 : ", "Jan 01 2024 00:30:00"),
        ("Jan 02 01:29:00 fw : ", "Jan 02 2024 00:29:00"), ("Jan 02 01:31:00 fw : ", "Jan 02 2023 00:31:00"),
        ("Feb 29 12:00:00 fw : ", nil), ("Jul 01 12:00:00 fw : ", "Jul 01 2023 10:00:00"),
    ])
    func theYearIsInferredFromTheMomentInUTC(_ header: String, _ time: String?) throws {
        #expect(try event(header, received: shown(2024, 1, 1, 0, 30))[.eventTime] == time)
    }

    @Test func theYearIsInferredOfDoubledAndMissingHoursToo() throws {
        #expect(
            try event("Oct 27 02:30:00 fw : ", received: shown(2024, 10, 27, 1, 30))[.eventTime]
                == "Oct 27 2024 01:30:00"
        )
        #expect(try event("Feb 29 02:30:00 fw : ", received: shown(2024, 3, 1))[.eventTime] == "Feb 29 2024 01:30:00")
        let missing = try event("Mar 31 02:30:00 fw : ", received: shown(2024, 3, 31, 1, 30))
        #expect(missing[.eventTime] == "Mar 31 2024 01:30:00")
    }

    @Test func anExplanationNamesTheZone() throws {
        var explainer = Explainer(catalogue: standardCatalogue, settings: try Self.settings())
        let position = RecordPosition(namespace: 0, partition: 0, offset: 0)
        func zone(_ header: String) -> UTCOffset? {
            let line = Array("<166>\(header)\(Self.text)".utf8)
            return explainer.explain(line.span, Envelope(position: position, receivedAt: 0)).zone
        }
        let missing = try #require(zone("Mar 31 2024 02:30:00 fw : "))
        #expect(missing.zone == "Europe/Berlin" && missing.seconds == 3600 && missing.occurrence == .never)
        #expect(missing.origin == .everyHost)
        let own = try #require(zone("Nov 03 2024 01:30:00 fw1 : "))
        #expect(own.zone == "America/New_York" && own.seconds == -14_400 && own.occurrence == .twice)
        #expect(own.origin == .host)
        let fixed = try #require(zone("Nov 03 2024 01:30:00 fw2 : "))
        #expect(fixed.zone == nil && fixed.seconds == 7200)
    }
}

/// Seconds since 1970 of a time of day as if it were in UTC.
func shown(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0) -> Int64 {
    CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second).epochSeconds
}
