// Headers of templates and relays: lists with commas, zones of any name, stamps that leave out what a relay's states,
// repeated lines.

import Testing

@testable import Normalization

@Suite struct ListHeaderTests {
    private static let text =
        "%ASA-6-113039: Group <Dev> User <kim> IP <203.0.113.7> AnyConnect parent session started."

    @Test(arguments: [
        "2021-06-01T11:29:03+02:00,edge7,", "2021-06-01T11:29:03+0200;edge7;", "2021-06-01T11:29:03+02:00|edge7|",
        "2021-06-01T11:29:03+02:00, edge7, ", "2021-06-01T11:29:03+02:00 | edge7 | ",
        "2021-06-01T11:29:03+02:00,local4,notice,edge7,", "2021-06-01T11:29:03+02:00;edge7;local7;informational;",
        "2021-06-01T11:29:03.120+02:00|device-id=edge7 ", #""2021-06-01T11:29:03+02:00","edge7",""#,
        "2021-06-01T11:29:03+02:00,edge7,<166>",
    ])
    func aListIsReadFieldByField(_ header: String) throws {
        let event = try normalize(header + Self.text)
        #expect(event[.deviceHost] == "edge7")
        #expect(event[.eventTime] == "Jun 01 2021 09:29:03")
        #expect(event[.sourceUser] == "kim")
    }

    @Test func anAddressBehindAStampIsNoFraction() throws {
        let event = try normalize("2021-06-01 11:29:03,192.0.2.9," + Self.text)
        #expect(event[.deviceHost] == "192.0.2.9")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
    }

    @Test(arguments: [
        "KSA", "MSD", "CLST", "GST", "CET/CEST", "AAA/BBB", "EST5EDT", "NZST-12NZDT", "Riyadh", "TZ", "UTC+3", "HKT",
        "AZ", "ZULU", "EasternTime", "cet", "utc",
    ])
    func aZoneOfAnyNameIsNoHost(_ zone: String) throws {
        for separator in [": ", " : "] {
            let event = try normalize("<166>Jun 01 2021 11:29:03 \(zone)\(separator)" + Self.text)
            #expect(event[.deviceHost] == nil, "\(zone)\(separator)")
            #expect(event[.eventTime] != nil)
        }
    }

    @Test func aZoneInLowerCaseIsThatZone() throws {
        let event = try normalize("<166>Jun 01 2021 11:29:03 cest: " + Self.text)
        #expect(event[.eventTime] == "Jun 01 2021 09:29:03")
    }

    /// A letter alone, and the points of the compass, name devices as well: with a host before the time they are zones.
    @Test(arguments: ["C", "b", "west", "wet"])
    func aWordThatMayNameADeviceIsAZoneBehindAnotherHost(_ word: String) throws {
        for separator in [": ", " : "] {
            #expect(
                try normalize("<166>fw1 Jun 01 2021 11:29:03 \(word)\(separator)" + Self.text)[.deviceHost] == "fw1"
            )
            #expect(try normalize("<166>Jun 01 2021 11:29:03 \(word)\(separator)" + Self.text)[.deviceHost] == word)
        }
    }

    @Test(arguments: ["gw", "Time", "FWTime", "ASA", "fw1", "EDGE", "Edge7", "asa-1", "HQ"])
    func aNameOfADeviceIsNoZone(_ name: String) throws {
        for separator in [": ", " : "] {
            #expect(try normalize("<166>Jun 01 2021 11:29:03 \(name)\(separator)" + Self.text)[.deviceHost] == name)
        }
    }

    @Test(arguments: ["03-Jun-21 11:29:03 ", "3/Jun/21 ", "2021-Jun-03 ", "6/1/2021 11:29:03 AM "])
    func aDateIsNoHost(_ header: String) throws {
        #expect(try normalize(header + Self.text)[.deviceHost] == nil)
    }

    @Test(arguments: [
        ("01-Jun-2021 11:29:03 fw1 : ", "Jun 01 2021 11:29:03"),
        ("01/Jun/2021:11:29:03 fw1 : ", "Jun 01 2021 11:29:03"),
        ("Jun 01 2021 11:29:03 PM fw1 : ", "Jun 01 2021 23:29:03"),
        ("Jun 01 2021 12:29:03 am fw1 : ", "Jun 01 2021 00:29:03"),
        ("2018 Mar 11 13:42:44 fw1 Mar 11 13:42:43 ", "Mar 11 2018 13:42:43"),
        ("2018-01-01T00:00:05Z fw1 Dec 31 23:59:58 ", "Dec 31 2017 23:59:58"),
        ("2018-12-31T23:59:58Z fw1 Jan 01 00:00:05 ", "Jan 01 2019 00:00:05"),
        ("2018-03-11T13:42:44+02:00 fw1 77: Mar 11 13:42:43.065: ", "Mar 11 2018 11:42:43"),
    ])
    func stampsOfOtherForms(_ header: String, _ time: String) throws {
        let event = try normalize(header + Self.text)
        #expect(event[.eventTime] == time)
        #expect(event[.deviceHost] == "fw1")
    }

    @Test func anAddressMayEndInColons() throws {
        for header in ["Jun 01 2021 11:29:03 2001:db8:7:: ", "Jun 01 2021 11:29:03 2001:db8:7::: "] {
            #expect(try normalize(header + Self.text)[.deviceHost] == "2001:db8:7::")
        }
    }

    @Test(arguments: [
        "Jun 01 2021 11:29:04 fw1 message repeated 3 times: [Jun 01 2021 11:29:03: ",
        "Jun 01 2021 11:29:03 fw1 message repeated 3 times: [: ",
        "Jun 01 2021 11:29:03 fw1 message repeated 3 times: [ ",
    ])
    func aRepeatedLineLeavesNoBracket(_ header: String) throws {
        let event = try normalize(
            header + "%ASA-5-722037: Group <Dev> User <kim> IP <203.0.113.7> SVC closing connection: Idle timeout.]"
        )
        #expect(event[.reason] == "Idle timeout")
        #expect(event[.deviceHost] == "fw1")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
    }

    @Test func theCountBehindARepeatedLineIsNoText() throws {
        let event = try normalize(
            "%ASA-2-106001: Inbound TCP connection denied from 203.0.113.7/1 to 192.0.2.1/22 flags SYN  on interface dmz (Message repeated 4 times)"
        )
        #expect(event[.sourceInterface] == "dmz")
    }

    @Test(arguments: [
        "\u{FEFF}<166>Jun 01 2021 11:29:03 fw1 : ", "<166>1 2021-06-01T11:29:03Z fw1 - - - - \u{FEFF}",
        #"<166>1 2021-06-01T11:29:03Z fw1 app - - [meta tag="%ASA-6-302013: x"][o a="\"]"] "#,
    ])
    func marksAndStructuredDataAreNoText(_ header: String) throws {
        let event = try normalize(header + Self.text)
        #expect(event[.deviceHost] == "fw1")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(event[.deviceEventId] == "%ASA-6-113039")
        #expect(event[.sourceUser] == "kim")
    }

    @Test func theHeaderIsThatOfTheLineWithTheTag() throws {
        let second = try normalize("Jan 01 2001 00:00:00 other\nJun 01 2021 11:29:03 fw1 : " + Self.text)
        #expect(second[.deviceHost] == "fw1")
        #expect(second[.eventTime] == "Jun 01 2021 11:29:03")
    }
}
