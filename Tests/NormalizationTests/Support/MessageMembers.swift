// What an event says of a message's text, without what the header and the settings give.

import Normalization
import Testing

/// The members that do not come from the message's text.
private let headerMembers: Set<String> = [
    "deviceEventId", "deviceSeverity", "severity", "deviceType", "deviceModel", "deviceVendor", "eventType", "eventId",
    "collectorReceivedTime",
]

/// Expects that the event of a text has these members, and no other but those of the header.
func checkMembers(_ text: String, _ expected: [String: String], type: String = "TRAFFIC") throws {
    let event = try normalize("%ASA-4-\(text)")
    var members: [String: String] = [:]
    for (key, value) in event.members where !headerMembers.contains(key) { members[key] = "\(value)" }
    #expect(members == expected, "\(text)")
    #expect(event[.eventType] == type)
    guard case .event(let summary) = event.outcome, case .layout = summary.fit else {
        Issue.record("no layout fits: \(text)")
        return
    }
}
