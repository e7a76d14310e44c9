// What is told of rules that cannot be meant: those that match nothing, and those that leave an alert without events.

import Testing

@testable import Normalization

@Suite struct RuleRemarksTests {
    private func remarks(_ text: String) -> [String] {
        var rules = Rules()
        #expect(rules.add(file: "r", text: text) == [])
        return rules.remarks(standardCatalogue)
    }

    @Test(arguments: [
        "drop id=302013-302016\nkeep id=302017", "keep id=302013 group=Dev\ndrop id=302013",
        "drop id=302013 severity=6\ndrop id=302013", "drop source=10.1.0.0/16\ndrop source=10.0.0.0/8",
        "drop source=10.0.0.0/8\ndrop address=10.0.0.0/8", "keep id=113000-113999\ndrop", "sample 1/100",
        "drop id=302013\nkeep id=302013-302014", "drop id=302013 eventType=TRAFFIC outcome=Success",
        "drop id=113005 outcome=Failure",
    ])
    func rulesThatCanMatchAreNotRemarkedOn(_ text: String) { #expect(remarks(text) == []) }

    @Test(arguments: [
        (
            "drop id=302013-302016\nkeep id=302014",
            "r:2: never matches: what stands at r:1 decides about all its events before"
        ),
        (
            "drop id=302013-302014\nkeep id=302015-302016\nsample 1/9 id=302013-302016 group=a",
            "r:3: never matches: what stands at r:1 and r:2 decides"
        ),
        ("drop severity=6-7\nkeep severity=7 id=302013", "never matches: what stands at r:1"),
        ("drop source=10.0.0.0/8\nkeep source=10.1.0.0/16", "never matches: what stands at r:1"),
        ("drop address=10.0.0.0/8\nkeep source=10.1.0.0/16 group=a", "never matches: what stands at r:1"),
        ("keep group=a,b\ndrop group=b", "never matches: what stands at r:1"),
        ("keep\ndrop id=302013", "what stands at r:1"),
        ("drop id=302016-302013", "names nothing by 302016-302013: it ends before it begins"),
        ("drop id=302016-302013", "never matches: it has no message id"),
        ("drop action=Built,Allow", "names no event by action Built: events have the guide's word for it"),
        ("drop id=302013,302099", "names no message of the catalogue by 302099"),
        (
            "drop id=302013 eventType=SYSTEM",
            "never matches: no message that it names has such an eventType and outcome"
        ),
        ("drop destination=2001:db8::/32", "never matches: no event has a destination of IPv6"),
        ("drop id=1\ndrop", "r:2: leaves no event that alert NormalizerLayoutMisses could look at"),
        ("drop id=0-400000\ndrop id=400001-9999999", "r:2: leaves no event that alert"),
    ])
    func whatCannotBeMeantIsTold(_ text: String, _ remark: String) {
        #expect(remarks(text).contains { $0.contains(remark) }, "\(remarks(text))")
    }

    @Test func anAlertHasEventsLeftAsLongAsOneIsDelivered() {
        #expect(remarks("keep id=113005 group=Dev\ndrop") == [])
        #expect(remarks("sample 1/1000 id=302013\ndrop") == [])
    }
}
