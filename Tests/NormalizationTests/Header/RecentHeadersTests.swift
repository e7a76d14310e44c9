// What is remembered of headers against reading each: the same headers in any order, more of them than there are
// places.

import TestSupport
import Testing

@testable import Normalization

@Suite struct RecentHeadersTests {
    /// A normalizer that is used for many lines.
    private struct Writer: ~Copyable {
        private var normalizer: Normalizer

        init(_ settings: NormalizerSettings = NormalizerSettings()) {
            normalizer = Normalizer(catalogue: standardCatalogue, settings: settings)
        }

        mutating func json(_ line: String, receivedAt: Int64 = sampleReceivedAt) -> String {
            var output = OutputBuffer()
            let text = bytes(line)
            let position = RecordPosition(namespace: 0, partition: 0, offset: 0)
            _ = normalizer.normalize(text.span, Envelope(position: position, receivedAt: receivedAt), into: &output)
            return output.text
        }
    }

    private static func headers() -> [String] {
        var headers = ["", "fw : ", "<166>", ": ", "<166>:", String(repeating: "x", count: 250) + " "]
        for second in 10..<60 {
            for device in 1...7 { headers.append("<166>Nov 03 2020 09:50:\(second) vpn\(device).example.com : ") }
            headers.append("<16\(second % 8)>Nov  3 09:50:\(second): ")
            headers.append("Nov 03 2020 09:50:\(second) vpn1 ")
        }
        return headers
    }

    @Test func aHeaderThatCameBeforeReadsAsOneThatDidNot() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let headers = RecentHeadersTests.headers()
        var reader = Writer()
        for _ in 0..<4000 {
            let level = Int.random(in: 1...7, using: &generator)
            let header = headers.randomElement(using: &generator) ?? ""
            let line = "\(header)%ASA-\(level)-113008: AAA transaction status ACCEPT : user = kim"
            var fresh = Writer()
            let (again, expected) = (reader.json(line), fresh.json(line))
            #expect(again == expected && again.contains("113008"), "\(line), seed \(seed)")
        }
    }

    @Test func aTagIsFoundBehindAHeaderThatCameBeforeAsBehindANewOne() {
        let headers = [
            "<166>Nov 03 2020 09:50:01 vpn1 : ", "<166>Nov 03 2020 09:50:01 fw-01 : ", "<166>1 - vpn1 app - - ",
            "<166>1 - vpn1 app - - [a b=\"", "<166>Nov 03 2020 09:50:01 %FTD<", "Nov 03 2020 09:50:01 ASA-6-113008 ",
            "<166>Nov 03 2020 09:50:01 % : ", "<166>Nov 03 2020 09:50:01 ASA-6-113008: ",
        ]
        let tags = ["%ASA-6-113008: ", "%ASA-5-113008: ", "%FTD-6-113008: ", "ASA-6-113008: ", "%ASA-6-11300: ", "%"]
        let rests = [
            "AAA transaction status ACCEPT : user = kim", ">-4-313005: x", "x\"] %ASA-6-113012: y",
            "x %ASA-6-113012: y",
        ]
        var reader = Writer()
        for _ in 0..<3 {
            for header in headers {
                for tag in tags {
                    for rest in rests {
                        var fresh = Writer()
                        let line = header + tag + rest
                        #expect(reader.json(line) == fresh.json(line), "\(line)")
                    }
                }
            }
        }
    }

    @Test func theYearOfATimeWithoutOneIsNotRemembered() {
        var reader = Writer()
        let line = "<166>Jun  1 09:50:01 vpn1 : %ASA-6-113008: AAA transaction status ACCEPT : user = kim"
        let early = reader.json(line, receivedAt: 1_591_010_944_000)
        let late = reader.json(line, receivedAt: 1_622_546_944_000)
        #expect(early.contains("Jun 01 2020 09:50:01") && late.contains("Jun 01 2021 09:50:01"))
    }

    @Test func eachDeviceReadsAStampInItsOwnZone() {
        var settings = NormalizerSettings()
        _ = settings.deviceZones.add("vpn2", .offset(3600))
        var reader = Writer(settings)
        for (device, time) in [("vpn1", "09:50:01"), ("vpn2", "08:50:01"), ("vpn1", "09:50:01"), ("vpn2", "08:50:01")] {
            let header = "<166>Nov 03 2020 09:50:01 \(device) : "
            let event = reader.json(header + "%ASA-6-113008: AAA transaction status ACCEPT : user = kim")
            #expect(event.contains("\"eventTime\":\"Nov 03 2020 \(time)\""), "\(event)")
        }
    }

    @Test func aStampIsReadAgainBehindHeadersOfOtherForms() {
        var reader = Writer()
        let headers = [
            "<166>Nov 03 2020 09:50:01 fw1 : ", "2019-01-02T03:04:05Z fw2 : ", "<166>Jun  1 09:50:01 fw3 : ",
        ]
        for index in [0, 1, 0, 2, 0, 1, 2, 0] {
            var fresh = Writer()
            let line = "\(headers[index])%ASA-6-113008: AAA transaction status ACCEPT : user = kim"
            #expect(reader.json(line) == fresh.json(line), "\(line)")
        }
    }
}
