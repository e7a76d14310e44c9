// What the guide itself says: its value tables whole, its sample values, and whole examples.
// The rows stand in Fixtures/tables.

import Foundation
import Normalization
import Testing

@Suite struct GuideTests {
    @Test(arguments: [
        (1, "Alert"), (2, "Critical"), (3, "Error"), (4, "Warning"), (5, "Notice"), (6, "Informational"), (7, "Debug"),
    ])
    func levelBecomesTheWordOfTheSeverityTable(_ level: Int, _ word: String) throws {
        let event = try normalize("%ASA-\(level)-113008: AAA transaction status ACCEPT : user = john.doe")
        #expect(event[.severity] == word)
        #expect(event[.deviceSeverity] == "\(level)")
        #expect(event[.deviceEventId] == "%ASA-\(level)-113008")
    }

    @Test func levelZeroHasNoWord() throws {
        let event = try normalize("%ASA-0-113008: AAA transaction status ACCEPT : user = john.doe")
        #expect(event[.severity] == nil)
        #expect(event[.deviceSeverity] == "0")
    }

    /// Columns: source value, normalized value, a line that prints the source value.
    @Test(arguments: Row.all(of: "actions"))
    func verbBecomesTheWordOfTheActionTable(_ row: Row) throws {
        #expect(row[2].contains(row[0]))
        #expect(try normalize(row[2])[.action] == row[1])
    }

    @Test func actionTableIsWhole() {
        let table = [
            "Built": "Allow", "Teardown": "Block", "Deny": "Deny", "denied": "Deny", "requested": "Request",
            "permitted": "Allow", "Denied": "Deny", "denied by ACL": "Deny", "discarded": "Discarded",
            "est-allowed": "Allow", "Dropping": "Drop", "created": "Created", "deleted": "Deleted",
        ]
        let rows = Row.all(of: "actions")
        #expect(Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) }) == table)
    }

    /// Columns: verb, line.
    @Test(arguments: Row.all(of: "verbs"))
    func verbThatTheTableLacksPassesAsPrinted(_ row: Row) throws {
        #expect(try normalize(row[1])[.action] == row[0])
    }

    /// Each row of the guide's field tables: token, sample value, a line that prints it.
    @Test(arguments: Row.all(of: "samples"))
    func lineGivesTheGuidesSample(_ row: Row) throws {
        let token = try #require(Token(rawValue: row[0]))
        #expect(try normalize(row[2])[token] == row[1])
    }

    @Test func samplesCoverEveryTokenOfTheGuide() {
        let sampled = Set(Row.all(of: "samples").map { $0[0] })
        let others = Set(Token.allCases.map(\.rawValue)).subtracting(sampled)
        // `severity` has its own table; the rest is supplied beside the line.
        #expect(others == ["severity", "customerId", "collectorId", "eventSourceId", "eventId"])
    }

    @Test func exampleOfTheContractIsByteForByteTheSame() throws {
        var settings = NormalizerSettings()
        settings.customerID = Normalization.UUID("d656b196-edb7-45e6-8485-3748a740d002")
        settings.collectorID = Normalization.UUID("ae102769-bd05-415d-af3c-2cc59681cbab")
        settings.eventSourceID = Normalization.UUID("1ae639f0-0944-4cbc-81ef-87c040ca9eb2")
        let event = try normalize(
            "<166>Nov 03 2020 09:50:01 IE11Win7 : %ASA-6-113005: AAA user authentication Rejected : "
                + "reason = AAA failure : server = 192.168.100.10 : user = john.doe : user IP = 192.168.100.10",
            settings: settings
        )
        let id = try #require(event[.eventId])
        let expected =
            #"{"deviceEventId":"%ASA-6-113005","deviceHost":"IE11Win7","deviceSeverity":"6","#
            + #""severity":"Informational","eventTime":"Nov 03 2020 09:50:01","#
            + #""eventName":"AAA user authentication Rejected","reason":"AAA failure","#
            + #""destinationIpv4":"192.168.100.10","action":"Rejected","sourceIpv4":"192.168.100.10","#
            + #""sourceUser":"john.doe","eventType":"SYSTEM","outcome":"Failure","deviceType":"VPN","#
            + #""deviceModel":"AnyConnect","deviceVendor":"Cisco","#
            + #""customerId":"d656b196-edb7-45e6-8485-3748a740d002","#
            + #""collectorId":"ae102769-bd05-415d-af3c-2cc59681cbab","#
            + #""eventSourceId":"1ae639f0-0944-4cbc-81ef-87c040ca9eb2","eventId":"\#(id)","#
            + #""collectorReceivedTime":"Jun 01, 2021 11:29:04 AM"}"#
        #expect(event.json == expected)
    }

    /// Examples: bodies, and the tokens that they state, in the order of the keys.
    @Test(arguments: Row.all(of: "contract-bodies"))
    func bodyGivesTheTokensOfTheContractAndNoOther(_ row: Row) throws {
        let json = try normalize(row[0]).json
        let severity = try #require(json.range(of: #""severity":"[A-Z][a-z]+","#, options: .regularExpression))
        let constants = try #require(json.range(of: #","deviceType":"#))
        #expect(json[severity.upperBound..<constants.lowerBound] == row[1])
    }

    /// Columns: why, action, line.
    @Test(arguments: Row.all(of: "traps"))
    func verbIsReadAtItsPlaceOnly(_ row: Row) throws {
        #expect(try normalize(row[2])[.action] == row[1], "\(row[0])")
    }

    /// Columns: token, why, line.
    @Test(arguments: Row.all(of: "must-not"))
    func lineDoesNotGiveWhatItDoesNotState(_ row: Row) throws {
        let token = try #require(Token(rawValue: row[0]))
        #expect(try normalize(row[2])[token] == nil, "\(row[1])")
    }
}
