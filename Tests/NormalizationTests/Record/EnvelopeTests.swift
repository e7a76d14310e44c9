// What a record's headers may say beside the line, and what of it reaches the event.

import Normalization
import Testing

@Suite struct EnvelopeTests {
    @Test(arguments: [
        ("fw1", "fw1"), (" fw1", "fw1"), ("fw1 \t", "fw1"), ("fw 1", "fw 1"), ("", nil), ("  ", nil), ("\t", nil),
    ])
    func outerBlanksOfTheSenderAreNotPartOfTheDevice(_ sender: String, _ expected: String?) throws {
        let event = try normalize(bytes("%ASA-6-113039: Group <Dev>")) { $0.deviceHost = bytes(sender) }
        #expect(event[.deviceHost] == expected)
        guard case .event(let summary) = event.outcome else {
            Issue.record("a dead letter")
            return
        }
        #expect(summary.host == (expected == nil ? .unknown : .envelope))
    }
}
