// Times that no clock shows: a Kafka timestamp is any number that its producer sent, and one record must not stop a
// lane.

import Normalization
import Testing

@Suite struct TimeExtremesTests {
    private func received(_ time: Int64, _ form: NormalizerSettings.TimeForm, _ line: String) throws -> Normalized {
        var settings = NormalizerSettings()
        settings.timeForm = form
        return try normalize(bytes(line), settings: settings, receivedAt: time)
    }

    @Test(arguments: [
        (Int64.min, "Jan 01, 0000 12:00:00 AM", "0000-01-01T00:00:00Z", "-62167219200000"),
        (-62_167_219_200_001, "Jan 01, 0000 12:00:00 AM", "0000-01-01T00:00:00Z", "-62167219200000"),
        (-1, "Dec 31, 1969 11:59:59 PM", "1969-12-31T23:59:59Z", "-1"),
        (253_402_300_799_999, "Dec 31, 9999 11:59:59 PM", "9999-12-31T23:59:59Z", "253402300799999"),
        (253_402_300_800_000, "Dec 31, 9999 11:59:59 PM", "9999-12-31T23:59:59Z", "253402300799999"),
        (.max, "Dec 31, 9999 11:59:59 PM", "9999-12-31T23:59:59Z", "253402300799999"),
    ])
    func aReceivedTimeOutsideTheYears0To9999IsTheNearestInside(
        _ time: Int64,
        _ guide: String,
        _ rfc3339: String,
        _ millis: String
    ) throws {
        let line = "%ASA-6-113039: Group <Dev> User <john> IP <203.0.113.7> AnyConnect parent session started."
        #expect(try received(time, .guide, line)[.collectorReceivedTime] == guide)
        #expect(try received(time, .rfc3339, line)[.collectorReceivedTime] == rfc3339)
        #expect(try received(time, .epochMillis, line)[.collectorReceivedTime] == millis)
    }

    @Test(arguments: [
        (Int64.min, "Jan 01 0000 00:00:00"), (.max, "Jan 01 9999 00:00:00"),
        (-62_000_000_000_000, "Jan 01 0005 00:00:00"),
    ])
    func aDeviceTimeWithoutYearBesideSuchATimeHasFourDigitsToo(_ time: Int64, _ expected: String) throws {
        let event = try received(time, .guide, "Jan 01 00:00:00 fw : %ASA-6-113039: Group <Dev>")
        #expect(event[.eventTime] == expected)
    }

    @Test(arguments: [
        (Int64(0), "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
        (1_622_546_944_123, "2021-06-01T11:29:04.123Z"),
        (.min, "0000-01-01T00:00:00.000Z"), (.max, "9999-12-31T23:59:59.999Z"),
    ])
    func aTimestampOfALogLineIsWrittenForEveryMoment(_ milliseconds: Int64, _ expected: String) {
        var buffer = OutputBuffer()
        buffer.append(timestamp: milliseconds)
        #expect(buffer.text == expected)
    }
}
