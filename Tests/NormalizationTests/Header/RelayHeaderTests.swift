// What relays and runtimes print around a line besides names and stamps: streams, facilities, tags and escapes.

import Testing

@testable import Normalization

@Suite struct RelayHeaderTests {
    private static let text =
        "%ASA-6-113039: Group <Dev> User <kim> IP <203.0.113.7> AnyConnect parent session started."
    private static let user = "%ASA-6-113012: AAA user authentication Successful : local database : user = kim"

    @Test(arguments: ["stdout F ", "stderr P "])
    func theStreamOfAContainerIsNoHost(_ stream: String) throws {
        let bare = try normalize("2021-06-01T11:29:04.123456789Z \(stream)<166>Jun 01 2021 11:29:03: " + Self.text)
        #expect(bare[.deviceHost] == nil)
        #expect(bare[.eventTime] == "Jun 01 2021 11:29:03")
        let named = try normalize("2021-06-01T11:29:04.123456789Z \(stream)<166>fw1 : " + Self.text)
        #expect(named[.deviceHost] == "fw1")
        #expect(named[.eventTime] == "Jun 01 2021 11:29:04")
    }

    @Test(arguments: ["stdout", "stdout-F", "stdout X"])
    func aNameThatBeginsLikeAStreamIsAName(_ name: String) throws {
        let last = name.split(separator: " ").last.map(String.init)
        #expect(try normalize("Jun 01 2021 11:29:03 \(name) : " + Self.text)[.deviceHost] == last)
    }

    @Test(arguments: [
        "Local4.Info ", "LOCAL4.INFO: ", "local4.info<166> ", "LOCAL4.Warning\t",
        "<local4.info> ",
    ])
    func aFacilityInAnyCaseIsNoHost(_ facility: String) throws {
        #expect(try normalize("2021-06-01 11:29:03 \(facility)" + Self.text)[.deviceHost] == nil)
        let named = try normalize("2021-06-01 11:29:03\tfw1\t\(facility)" + Self.text)
        #expect(named[.deviceHost] == "fw1")
        #expect(named[.eventTime] == "Jun 01 2021 11:29:03")
    }

    @Test(arguments: ["fw1.local4.example", "edge.info", "a.locale.info", "local.info.example.com"])
    func aNameThatHoldsAWordOfAPriorityIsAName(_ name: String) throws {
        #expect(try normalize("Jun 01 2021 11:29:03 \(name) : " + Self.text)[.deviceHost] == name)
    }

    @Test(arguments: [
        "2021-06-01T11:29:03Z\tfw1\tlocal4\tinfo\t", "2021-06-01T11:29:03Z\tLocal4\tNotice\tfw1\t",
        "fw1 | local4 | info | 2021-06-01 11:29:03 | ", #""fw1","cisco:asa","2021-06-01T11:29:03.000+0000","<166>"#,
    ])
    func aListWithOtherMarksIsReadFieldByField(_ header: String) throws {
        let event = try normalize(header + Self.text)
        #expect(event[.deviceHost] == "fw1")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(event[.sourceUser] == "kim")
    }

    @Test(arguments: ["#011", "[[1622546944.123, {}], ", "@cee: "])
    func whatAProgramEscapesOrOpensIsNoHost(_ word: String) throws {
        #expect(try normalize("<166>Jun 01 2021 11:29:03: \(word)" + Self.text)[.deviceHost] == nil)
        #expect(try normalize("<166>Jun 01 2021 11:29:03 fw1 :\(word)" + Self.text)[.deviceHost] == "fw1")
    }

    /// rsyslog writes a trailing NUL so.
    @Test(arguments: ["#000", "#000#012", "#015#012#000"])
    func anEscapedEndIsNoText(_ end: String) throws {
        #expect(try normalize("Jun 01 2021 11:29:03 fw1 : " + Self.user + end)[.sourceUser] == "kim")
        #expect(try normalize(#"{"message":"fw1 : \#(Self.user)\#(end)"}"#)[.sourceUser] == "kim")
    }

    @Test(arguments: ["kim#00", "kim#100", "kim000", "kim#010", "kim0"])
    func aNameThatEndsInDigitsIsWhole(_ name: String) throws {
        let line = "fw1 : " + Self.user.replacing("kim", with: name)
        #expect(try normalize(line)[.sourceUser] == name)
    }

    /// rsyslog's own example of a list, in which the tag is a field.
    @Test(arguments: [
        "6,20,Jun  1 2021 11:29:03,fw1,TAG:, TEXT", "2021-06-01T11:29:03Z;fw1;TAG:;TEXT",
        "2021-06-01T11:29:03Z|fw1|TAG|TEXT",
    ])
    func aTagInAListHasItsTextBehindIt(_ list: String) throws {
        let parts = Self.text.split(separator: ": ", maxSplits: 1)
        let event = try normalize(list.replacing("TAG", with: parts[0]).replacing("TEXT", with: parts[1]))
        #expect(event[.deviceHost] == "fw1")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(event[.action] == "started")
    }
}
