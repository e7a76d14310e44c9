// The grammar of rules: what is read, how it is shown, and that every fault is told with its place.

import Testing

@testable import Normalization

@Suite struct RuleReaderTests {
    private func read(_ text: String) -> (rules: Rules, faults: [String]) {
        var rules = Rules()
        let faults = rules.add(file: "r", text: text)
        return (rules, faults)
    }

    @Test(arguments: [
        ("keep", "keep"), ("drop id=302013-302016,302020 severity=6-7", "drop id=302013-302016,302020 severity=6,7"),
        ("  drop\tgroup=Dev,\"Two words\" # why", "drop group=Dev,\"Two words\""),
        ("sample 1/100 id=302013", "sample 1/100 id=302013"), ("sample 1/9 by eventId", "sample 1/9"),
        ("sample 1/10 by sessionId eventType=TRAFFIC", "sample 1/10 by sessionId eventType=TRAFFIC"),
        (
            "topic asa.flows eventType=\"SVC connection\" outcome=Success",
            "topic asa.flows eventType=\"SVC connection\" outcome=Success"
        ),
        (
            "drop source=10.0.0.0/8,2001:db8::/32 destination=192.0.2.1 address=::/0",
            "drop source=10.0.0.0/8,2001:db8::/32 destination=192.0.2.1 address=::/0"
        ),
        (
            "keep action=Allow deviceHost=fw#1 customerId=D656B196-EDB7-45E6-8485-3748A740D002",
            "keep action=Allow deviceHost=fw#1 customerId=d656b196-edb7-45e6-8485-3748a740d002"
        ),
        ("drop group=\"a,b\",\"c=d\"", "drop group=\"a,b\",c=d"),
    ])
    func aRuleIsReadAndShownAsItWouldBeWritten(_ line: String, _ shown: String) throws {
        let (rules, faults) = read(line)
        #expect(faults == [])
        #expect(rules.list.map(\.description) == [shown])
        let again = read(shown)
        #expect(again.rules.list.map(\.conditions) == rules.list.map(\.conditions) && again.faults == [])
    }

    @Test func emptyLinesAndCommentsAreNoRulesAndPlacesAreLines() {
        let (rules, faults) = read("\u{FEFF}# all\r\n\r\n  # more\nkeep id=113019 # kept\r\ndrop\n")
        #expect(faults == [])
        #expect(rules.list.map(\.place) == ["r:4", "r:5"])
        #expect(rules.list.map(\.description) == ["keep id=113019", "drop"])
    }

    @Test(arguments: [
        ("dorp id=1", "'dorp' is no action: a rule begins with keep, drop, sample 1/N, or topic NAME"),
        ("id=302013", "'id' is no action: a rule begins with keep, drop, sample 1/N, or topic NAME"),
        ("sample", "sample: '' is not a share from 1/1 to 1/1000000"),
        ("sample 2/3", "sample: '2/3' is not a share from 1/1 to 1/1000000"),
        ("sample 1/0", "sample: '1/0' is not a share from 1/1 to 1/1000000"),
        ("topic", "topic: the name of a topic has to follow"), ("drop group=\"a", "a quote is opened and not closed"),
        ("drop if", "'if' is no condition: those are written NAME=VALUE,..."),
        ("drop group=a group=b", "group is given twice: name all values behind one, with commas between them"),
        ("drop id=", "id: '' is not a message id such as 302013, or a range such as 302013-302016"),
        ("drop id=30201a", "id: '30201a' is not a message id such as 302013, or a range such as 302013-302016"),
        ("drop id=1-2-3", "id: '1-2-3' is not a message id such as 302013, or a range such as 302013-302016"),
        ("drop severity=8", "severity: '8' is not a level from 0 to 7, or a range such as 6-7"),
        ("drop severity=+6", "severity: '+6' is not a level from 0 to 7, or a range such as 6-7"),
        ("drop severity=7-6", "severity: '7-6' is not a level from 0 to 7, or a range such as 6-7"),
        ("drop outcome=failure", "outcome: 'failure' is not Success or Failure"),
        ("drop customerId=7", "customerId: '7' is not a UUID"), ("drop group=a,", "group: '' is not a value"),
        (
            "drop source=10.0.0.1/8",
            "source: '10.0.0.1/8' is not an address or a block such as 10.0.0.0/8 or "
                + "2001:db8::/32, without bits behind its prefix"
        ),
    ])
    func aFaultIsToldInWords(_ line: String, _ fault: String) {
        let (rules, faults) = read(line)
        #expect(rules.isEmpty)
        #expect(faults == ["r:1: \(fault)"])
    }

    @Test func allFaultsComeTogether() {
        let (rules, faults) = read("keep\nsample 1/x by color idd=1 severity=9\n\ndrop source=nowhere\n")
        #expect(rules.list.count == 1)
        #expect(faults.map { $0.prefix(4) } == ["r:2:", "r:2:", "r:2:", "r:2:", "r:4:"])
        for word in ["1/x", "color", "'idd'", "'9'", "nowhere"] {
            #expect(faults.contains { $0.contains(word) }, "\(word)")
        }
    }

    @Test func thereAreNoMoreRulesThanLabelsOfAMetricMayHave() {
        let (rules, faults) = read(String(repeating: "keep\n", count: Rules.most + 1))
        #expect(rules.list.count == Rules.most)
        #expect(faults == ["r:257: there are more than 256 rules"])
    }

    @Test func topicsAreNamedOnceInTheirOrder() {
        let rules = read("topic b id=1\ntopic a id=2\ndrop id=3\ntopic b id=4").rules
        #expect(rules.topics == ["b", "a"])
        #expect((0..<4).map { rules.topic(ofRule: $0) } == ["b", "a", nil, "b"])
        #expect(rules.topic(ofRule: nil) == nil)
    }

    @Test func blocksHoldTheirAddressesAndNoOthers() throws {
        func address(_ text: String) throws -> IPAddress {
            let address = IPAddress.parse(whole(bytes(text)), in: bytes(text).span)
            return try #require(address, "\(text)")
        }
        for (block, inside, outside) in [
            ("10.0.0.0/8", "10.255.0.1", "11.0.0.0"), ("192.0.2.7", "192.0.2.7", "192.0.2.6"),
            ("0.0.0.0/0", "255.1.1.1", "::1"), ("192.0.2.128/25", "192.0.2.255", "192.0.2.127"),
            ("2001:db8::/32", "2001:db8:ffff::1", "2001:db9::"),
            ("2001:db8:0:1::/64", "2001:db8:0:1::9", "2001:db8:0:2::9"),
            ("2001:db8::8/125", "2001:db8::f", "2001:db8::10"), ("::/0", "fe80::1", "10.0.0.1"),
            ("::1", "::1", "::2"),
        ] {
            let made = try #require(AddressBlock(block), "\(block)")
            let (within, without) = (try address(inside), try address(outside))
            #expect(made.contains(within) && !made.contains(without), "\(block)")
            #expect(made.covers(made))
        }
        let wide = try #require(AddressBlock("10.0.0.0/8"))
        let narrow = try #require(AddressBlock("10.1.0.0/16"))
        #expect(wide.covers(narrow) && !narrow.covers(wide))
        for text in ["10.0.0.0/33", "10.0.0.0/", "10.0.0/8", "2001:db8::/129", "2001:db8::1/64", "", "/8"] {
            #expect(AddressBlock(text) == nil, "\(text)")
        }
    }
}
