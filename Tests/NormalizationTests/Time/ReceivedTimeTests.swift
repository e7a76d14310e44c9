// The header collectorReceivedTime: which forms are a time, and which are none.

import Testing

@testable import Normalization

@Suite struct ReceivedTimeTests {
    @Test(
        arguments: [
            ("1604397001000", 1_604_397_001_000), (" 1604397001000 ", 1_604_397_001_000), ("0", 0),
            ("2020-11-03T09:50:01Z", 1_604_397_001_000), ("2020-11-03T09:50:01.999Z", 1_604_397_001_000),
            ("2020-11-03T11:50:01+02:00", 1_604_397_001_000), ("2020-11-03T09:50:01", 1_604_397_001_000),
            ("Nov 03 2020 09:50:01", 1_604_397_001_000),
        ] as [(String, Int64)]
    )
    func aTimeIsRead(_ text: String, _ milliseconds: Int64) {
        #expect(ReceivedTime.milliseconds(bytes(text).span) == milliseconds)
    }

    @Test(arguments: ["", " ", "-1", "1604397001000000", "Nov 03 09:50:01", "2020-11-03T09:50:01Z later", "yesterday"])
    func whatIsNoneIsNil(_ text: String) {
        #expect(ReceivedTime.milliseconds(bytes(text).span) == nil)
    }
}
