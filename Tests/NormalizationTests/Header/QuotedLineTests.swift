// Lines in quotes, in lists and in what programs print of an object: the quotes belong to nothing in the line, and what
// stands behind the line to none of its values.

import Testing

@testable import Normalization

@Suite struct QuotedLineTests {
    private static let text = "%ASA-6-113012: AAA user authentication Successful : local database : user = pat"
    private static let line = "<166>Jun 01 2021 11:29:03 edge7 : \(text)"

    @Test(arguments: [
        "'\(line)'", "\"\(line)\"", "'\(line)',", "b'\(line)'", "b\"\(line)\"", "\\\"\(line)\\\"", "\"\(line)\",",
        "\"2021\",\"\(line)\"", "  '\(line)'  ", "'\(line)",
    ])
    func quotesAroundALineAreNoneOfIt(_ line: String) throws {
        let event = try normalize(line)
        #expect(event[.deviceHost] == "edge7")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(event[.sourceUser] == "pat")
    }

    @Test func aQuotedLineWithoutAHostHasNone() throws {
        for line in ["'<166>Jun 01 2021 11:29:03: \(Self.text)'", "b'<166>Jun 01 2021 11:29:03: \(Self.text)'"] {
            let event = try normalize(line)
            #expect(event[.deviceHost] == nil)
            #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        }
    }

    /// Of two quotes at the end, one is the line's and one the name's.
    @Test(arguments: [
        #""Jun 01 2021 11:29:03 edge7 : TEXT "pat"""#, "'Jun 01 2021 11:29:03 edge7 : TEXT 'pat''",
        #"'Jun 01 2021 11:29:03 edge7 : TEXT "pat"'"#, #""edge7" : TEXT "pat""#, #"edge7 : TEXT "pat""#,
    ])
    func theQuotesOfANameStay(_ line: String) throws {
        let text = "%ASA-6-605005: Login permitted from 192.0.2.7/4400 to inside:192.0.2.1/ssh for user"
        let event = try normalize(line.replacing("TEXT", with: text))
        #expect(event[.sourceUser] == "pat")
        #expect(event[.deviceHost] == "edge7")
    }

    @Test func aQuoteThatNothingOpensIsTyped() throws {
        #expect(try normalize("Jun 01 2021 11:29:03 edge7 : \(Self.text)\"")[.sourceUser] == "pat\"")
    }

    @Test(arguments: [
        "ts=2021-06-01T11:29:03Z host=edge7 level=info msg=\"\(text)\"",
        "time=\"2021-06-01T11:29:03Z\" level=info msg=\"\(text)\" hostname=edge7 n=1",
        "host=\"edge7\" message=\"<166>Jun 01 2021 11:29:03: \(text)\" note=\"a host=x\"",
        "message=\"<166>Jun 01 2021 11:29:03: \(text)\" note=\"a host=x\" host=\"edge7\"",
        "host=relay message=\"\(line)\" hostname=relay",
    ])
    func aListNamesItsDevice(_ line: String) throws {
        let event = try normalize(line)
        #expect(event[.deviceHost] == "edge7")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(event[.sourceUser] == "pat")
    }

    @Test func aTypedNameBehindTheTextIsNotTheDevices() throws {
        let event = try normalize("host=edge7 msg=\"\(Self.text)\" host=evil x\"")
        #expect(event[.deviceHost] == "edge7")
        #expect(event[.sourceUser] == "pat")
    }

    @Test func escapesOfAListAreUndoneWhereItHasThem() throws {
        let user = "%ASA-6-113008: AAA transaction status ACCEPT : user = "
        for (line, domain) in [
            (#"msg="\#(user)LAB\tom""#, "LAB"), (#"msg="\#(user)LAB\\tom" host=edge7"#, "LAB"),
            (#"msg="\#(user)\"tom\"""#, nil),
        ] {
            let event = try normalize(line)
            #expect(event[.sourceUser] == "tom", "\(line)")
            #expect(event[.sourceDomain] == domain, "\(line)")
        }
    }

    @Test func anObjectAsPythonPrintsItIsRead() throws {
        for record in [
            "{'message': '\(Self.line)', 'host': 'shipper', 'n': None}",
            #"{"n": 1, 'message': 'x'}"# + " \(Self.line)",
            #"{'n': 1, 'message': "\#(Self.line)", 'host': 'shipper'}"#,
        ] {
            let event = try normalize(record)
            #expect(event[.deviceHost] == "edge7", "\(record)")
            #expect(event[.sourceUser] == "pat", "\(record)")
        }
        let escaped = try normalize(
            #"{'event': '%ASA-6-605005: Login permitted from 192.0.2.7/4400 to inside:192.0.2.1/ssh for user \'pat\''}"#
        )
        #expect(escaped[.sourceUser] == "pat")
    }

    @Test func aRecordThatClosesMoreThanItOpensIsRead() throws {
        let event = try normalize("{}}},{\"x\":{\"message\":\"\(Self.line)\"}}")
        #expect(event[.sourceUser] == "pat")
    }

    /// What a serializer, a program or a list writes before a line and glues to it.
    @Test(arguments: ["\u{0}\u{0}\u{0}\u{0}\u{5}\u{1}", "INFO:root:", "[\"", "x[3]:", "received="])
    func whatAPriorityIsGluedToIsNoName(_ before: String) throws {
        let event = try normalize(before + "<166>Jun 01 2021 11:29:03: \(Self.text)")
        #expect(event[.deviceHost] == nil)
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(try normalize(before + Self.line)[.deviceHost] == "edge7")
    }

    @Test(arguments: [#"["LINE"]"#, #"["LINE","x"]"#, #"{"message" => "LINE", "host" => "shipper"}"#])
    func listsAndRubysObjectsAreRead(_ record: String) throws {
        let event = try normalize(record.replacing("LINE", with: Self.line))
        #expect(event[.deviceHost] == "edge7")
        #expect(event[.sourceUser] == "pat")
    }

    /// Brackets that are escaped though the line stands in no string.
    @Test(arguments: [
        ("&lt;", "&gt;", "", ""), ("\\u003c", "\\u003e", "", ""), ("&lt;", "&gt;", "<log><m>", "</m></log>"),
    ])
    func escapedBracketsAreBrackets(_ open: String, _ close: String, _ before: String, _ behind: String) throws {
        let line = "<166>Jun 01 2021 11:29:03: %ASA-6-113039: Group <Dev> User <pat> IP <203.0.113.7> AnyConnect x: pat"
        let escaped = line.replacing("<", with: open).replacing(">", with: close)
        let event = try normalize(before + escaped + behind)
        #expect(event[.group] == "Dev")
        #expect(event[.sourceUser] == "pat")
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(event[.deviceHost] == nil)
        let user = try normalize(before + "\(open)166\(close)edge7 : \(Self.text)" + behind)
        #expect(user[.sourceUser] == "pat")
        #expect(user[.deviceHost] == "edge7")
    }
}
