// Lines in records that mark their parts in other ways than JSON does: XML, ArcSight's common event format, labels.

import Testing

@testable import Normalization

@Suite struct MarkedRecordTests {
    private static let text = "Group <Dev> User <kim> IP <203.0.113.7> AnyConnect parent session started."
    private static let user = "%ASA-6-113012: AAA user authentication Successful : local database : user = kim"

    private static func xml(_ line: String) -> String {
        line.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    @Test(arguments: [
        "<Event><Message>LINE</Message><Host>shipper</Host></Event>", "<log><m level=\"6\">LINE</m></log>",
        "<?xml version=\"1.0\"?><Event><Message>LINE</Message></Event>", "<Message>LINE</Message>",
    ])
    func theTextOfAnElementIsTheLine(_ record: String) throws {
        for header in ["", "fw1 : ", "Jun 01 2021 11:29:03 fw1 : ", "<166>Jun 01 2021 11:29:03 fw1 : "] {
            let line = Self.xml("\(header)%ASA-6-113039: \(Self.text)")
            let event = try normalize(record.replacing("LINE", with: line))
            #expect(event[.sourceUser] == "kim", "\(header)")
            #expect(event[.natSourceIP] == "203.0.113.7", "\(header)")
            #expect(event[.deviceHost] == (header.isEmpty ? nil : "fw1"), "\(header)")
            let user = try normalize(record.replacing("LINE", with: Self.xml(header + Self.user)))
            #expect(user[.sourceUser] == "kim", "\(header)")
        }
    }

    /// Where brackets are not escaped, a typed end of an element ends nothing.
    @Test(arguments: ["</m>", "</m><m>", "<m>", "</x>"])
    func aTypedElementEndsNothing(_ typed: String) throws {
        let line =
            "%ASA-6-113005: AAA user authentication Rejected : reason = AAA failure : server = 192.0.2.10 : "
            + "user = kim : user IP = 192.0.2.66\(typed) : user IP = 203.0.113.7"
        for record in ["<log><m>LINE</m></log>", "<m>LINE</m>"] {
            for text in [line, Self.xml(line)] {
                let event = try normalize(record.replacing("LINE", with: text))
                #expect(event[.sourceIpv4] == nil || event[.sourceIpv4] == "203.0.113.7", "\(text)")
            }
        }
    }

    @Test(arguments: [
        "CEF:0|Cisco|ASA||113005|x|Low|eventId=1 rt=1622546943000 rawEvent=LINE",
        "<13>Jun 01 2021 11:29:03 fw1 CEF:0|Cisco|ASA||113005|x|Low|msg=LINE",
        "Jun  1 11:29:04 relay CEF:0|Cisco|ASA||113005|x|Low|cs1=a\\=b rawEvent=<166>Jun 01 2021 11:29:03 fw1 : LINE",
    ])
    func equalsSignsOfAnEventAreUnescaped(_ record: String) throws {
        let line =
            "%ASA-6-113005: AAA user authentication Rejected : reason = AAA failure : server = 192.0.2.10 : "
            + "user = LAB\\kim : user IP = 203.0.113.7"
        let event = try normalize(
            record.replacing("LINE", with: line.replacing("\\", with: "\\\\").replacing("=", with: "\\="))
        )
        #expect(event[.reason] == "AAA failure")
        #expect(event[.sourceDomain] == "LAB")
        #expect(event[.sourceUser] == "kim")
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.destinationIpv4] == "192.0.2.10")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(event[.deviceHost] == (record.contains("fw1") ? "fw1" : nil))
    }

    @Test func anEscapeWithinAnEventIsUndoneOnce() throws {
        let line =
            #"CEF:0|Cisco|ASA||113012|x|Low|msg=%ASA-6-113012: AAA user authentication Successful : "#
            + #"local database : user \= a\\\=b"#
        #expect(try normalize(line)[.sourceUser] == "=b")
        #expect(try normalize(line)[.sourceDomain] == "a")
    }

    @Test func labelledPartsAreJoined() throws {
        let list = "time:2021-06-01T11:29:03Z\thost:fw1\tident:%ASA-6-113039\tmessage:"
        let event = try normalize(list + Self.text)
        #expect(event[.deviceHost] == "fw1")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(event[.action] == "started")
        for typed in ["x\thostname:evil", "x\tmessage:y", "%ASA-6-113012: y", "x\ttimestamp:2020-01-01T00:00:00Z"] {
            let other = try normalize(list + Self.text.replacing("<kim>", with: "<\(typed)>"))
            #expect(other[.deviceEventId] == "%ASA-6-113039")
            #expect(other[.deviceHost] == "fw1")
            #expect(other[.eventTime] == "Jun 01 2021 11:29:03")
        }
    }
}
