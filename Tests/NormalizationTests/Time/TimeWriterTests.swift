// The forms in which times are written.

import Testing

@testable import Normalization

@Suite struct TimeWriterTests {
    @Test(
        arguments: [
            (1_604_397_001, "Nov 03 2020 09:50:01", "Nov 03, 2020 09:50:01 AM", "2020-11-03T09:50:01Z"),
            (1_622_546_944, "Jun 01 2021 11:29:04", "Jun 01, 2021 11:29:04 AM", "2021-06-01T11:29:04Z"),
            (0, "Jan 01 1970 00:00:00", "Jan 01, 1970 12:00:00 AM", "1970-01-01T00:00:00Z"),
            (43_200, "Jan 01 1970 12:00:00", "Jan 01, 1970 12:00:00 PM", "1970-01-01T12:00:00Z"),
            (46_799, "Jan 01 1970 12:59:59", "Jan 01, 1970 12:59:59 PM", "1970-01-01T12:59:59Z"),
            (86_399, "Jan 01 1970 23:59:59", "Jan 01, 1970 11:59:59 PM", "1970-01-01T23:59:59Z"),
            (951_782_400, "Feb 29 2000 00:00:00", "Feb 29, 2000 12:00:00 AM", "2000-02-29T00:00:00Z"),
            (-1, "Dec 31 1969 23:59:59", "Dec 31, 1969 11:59:59 PM", "1969-12-31T23:59:59Z"),
        ] as [(Int64, String, String, String)]
    )
    func bothFormsOfTheGuideAreWritten(_ moment: Int64, _ event: String, _ collector: String, _ rfc3339: String) {
        let time = CivilTime(epochSeconds: moment)
        var buffer = OutputBuffer()
        buffer.write(atMost: 32) { $0.append(eventTime: time) }
        #expect(buffer.text == "\"\(event)\"")
        buffer.removeAll()
        buffer.write(atMost: 32) { $0.append(collectorTime: time) }
        #expect(buffer.text == "\"\(collector)\"")
        buffer.removeAll()
        buffer.write(atMost: 32) { $0.append(rfc3339String: time) }
        #expect(buffer.text == "\"\(rfc3339)\"")
    }
}
