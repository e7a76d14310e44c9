// What is counted as a difference between two events, and what is not.

import Normalization
import Testing

@testable import Operations
@testable import Worker

@Suite struct ComparisonReportTests {
    private func compare(_ old: String, _ new: String, samples: Int = 3, ignoring: Token? = nil) -> ComparisonReport {
        var report = ComparisonReport(samples: samples)
        let (old, new) = (Array(old.utf8), Array(new.utf8))
        for number in 0..<5 {
            report.compare(old: old.span, new: new.span, messageID: 113008, event: "\(number)", ignoring: ignoring)
        }
        return report
    }

    @Test(arguments: [
        (#"{"a":"b"}"#, #"{"a":"b"}"#, []), (#"{"a":"b","c":1}"#, #"{ "c" : 1, "a" : "\u0062" }"#, []),
        (#"{"a":"b"}"#, #"{"a":"c"}"#, ["changed a"]), (#"{"a":"1"}"#, #"{"a":1}"#, ["changed a"]),
        (#"{"a":"b"}"#, #"{"a":"b","c":1}"#, ["added c"]), (#"{"a":"b","c":1}"#, #"{"a":"b"}"#, ["removed c"]),
        (#"{"a":"b"}"#, #"{"c":"b"}"#, ["added c", "removed a"]),
        ("{\"a\":\"\u{E9}\"}", "{\"a\":\"e\u{301}\"}", ["changed a"]),
        ("no JSON", #"{"a":"b"}"#, ["changed "]),
        (#"{"collectorReceivedTime":"x"}"#, #"{"collectorReceivedTime":"y"}"#, ["changed collectorReceivedTime"]),
    ])
    func differencesAreFoundByToken(_ old: String, _ new: String, _ expected: [String]) {
        let report = compare(old, new)
        #expect(Set(report.findings.keys.map { "\($0.kind) \($0.token)" }) == Set(expected))
        #expect(report.differing == (expected.isEmpty ? 0 : 5))
        #expect(report.findings.values.allSatisfy { $0.count == 5 && $0.samples.map(\.event) == ["0", "1", "2"] })
    }

    @Test func aTokenThatSaysNothingIsPassedOver() {
        let (old, new) = (#"{"collectorReceivedTime":"x"}"#, #"{"collectorReceivedTime":"y"}"#)
        #expect(compare(old, new, ignoring: .collectorReceivedTime).differing == 0)
        #expect(compare(old, "{}", ignoring: .collectorReceivedTime).differing == 0)
    }

    @Test func longValuesAreCutInSamples() {
        let report = compare(#"{"a":"b"}"#, #"{"a":""# + String(repeating: "c", count: 5000) + #""}"#, samples: 1)
        #expect(report.findings.values.first?.samples.first?.new?.count == 515)
    }

    @Test(
        arguments: [
            (#"{"deviceEventId":"%ASA-6-113005"}"#, 113_005), (#"{"deviceEventId":"?"}"#, 0), ("{}", 0), ("", 0),
        ] as [(String, Int32)]
    )
    func theMessageIsThatOfTheDeviceEventID(_ event: String, _ id: Int32) {
        let bytes = Array(event.utf8)
        #expect(ComparisonReport.messageID(of: bytes.span) == id)
    }
}
