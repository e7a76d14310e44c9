// One layout against one text: where holes end, what may be missing, what does not fit, and how far it came.

import Testing

@testable import Normalization

@Suite struct MatcherTests {
    /// What a layout made of a text.
    struct Reading {
        var result: MatchResult
        var holes: [Hole: String]
        var outcome: EventOutcome?
    }

    private func read(_ format: MessageFormat, _ printed: String, as form: TextForm = .printed) throws -> Reading {
        var program = Program()
        let compiled = try program.compile(format, name: 0)
        let line = bytes(printed)
        var captures = Captures()
        let start = Prefixes.read(compiled.beginning, line.span, from: 0, to: line.count, &captures)
        let result = Matcher(program).match(compiled.exact, form, line.span, from: start, to: line.count, &captures)
        var holes: [Hole: String] = [:]
        for hole in Hole.allCases { holes[hole] = text(captures[hole], of: line) }
        return Reading(result: result, holes: holes, outcome: captures.outcome)
    }

    @Test(
        arguments: [
            ("user john ended", "john"), ("user  ended", ""), ("user a ended b ended", "a ended b"),
            ("user john ended.", "john"),
            ("user john ended. ", "john"), ("user john ended..", "john"), ("user john ended now", nil),
            ("user john", nil), ("User john ended", nil),
            ("xuser john ended", nil), ("", nil), ("user ", nil),
        ] as [(String, String?)]
    )
    func aHoleEndsWhereWhatFollowsStands(_ printed: String, _ user: String?) throws {
        let reading = try read("user \(.user) ended", printed)
        #expect(reading.result.isComplete == (user != nil))
        if let user { #expect(reading.holes[.user] == user) }
    }

    @Test(
        arguments: [
            ("user a at 192.0.2.1 ended", "a", "192.0.2.1"),
            ("user a at 192.0.2.66 ended at 192.0.2.1 ended", "a at 192.0.2.66 ended", "192.0.2.1"),
            ("user a at b c at 192.0.2.1 ended", "a at b c", "192.0.2.1"),
            ("user a at 192.0.2.1 ended at x", "a", "192.0.2.1"), ("user  at  ended.", "", ""),
        ] as [(String, String, String)]
    )
    func aNameRunsToTheLastPlaceFromWhichTheLayoutGoesOn(_ printed: String, _ user: String, _ address: String) throws {
        let reading = try read("user \(.user) at \(.sourceAddress) ended\(optional: " at \(.text)")", printed)
        #expect(reading.result.isComplete)
        #expect(reading.holes[.user] == user)
        #expect(reading.holes[.sourceAddress] == address)
    }

    @Test(arguments: [
        ("a from b from c", "a from b", "c"), ("a from c", "a", "c"), (" from c", "", "c"), (" from ", "", ""),
    ])
    func theLastHoleOfAnyTextRunsToTheLastPlace(_ printed: String, _ reason: String, _ address: String) throws {
        let reading = try read("\(.reason) from \(.sourceAddress)", printed)
        #expect(reading.result.isComplete)
        #expect(reading.holes[.reason] == reason)
        #expect(reading.holes[.sourceAddress] == address)
    }

    @Test(
        arguments: [
            ("a, b, c", "a", "b, c"), ("a", "a", nil), ("a, ", "a", ""),
        ] as [(String, String, String?)]
    )
    func aMarkThatAnyTextFollowsEndsANameAtOnce(_ printed: String, _ user: String, _ rest: String?) throws {
        let reading = try read("\(.user)\(optional: ", \(.text)")", printed)
        #expect(reading.holes[.user] == user)
        #expect(reading.holes[.text] == rest)
    }

    @Test(
        arguments: [
            ("a to b on c", "a", "b", "c"), ("a to b", "a", "b", nil), ("a on c", "a", nil, "c"), ("a", "a", nil, nil),
            ("a on b to c", "a", nil, "b to c"), ("", "", nil, nil),
        ] as [(String, String, String?, String?)]
    )
    func anOptionalPartMayBeMissing(_ printed: String, _ reason: String, _ group: String?, _ policy: String?) throws {
        let reading = try read("\(.reason)\(optional: " to \(.group)")\(optional: " on \(.policy)")", printed)
        #expect(reading.result.isComplete)
        #expect(reading.holes[.reason] == reason)
        #expect(reading.holes[.group] == group)
        #expect(reading.holes[.policy] == policy)
    }

    @Test func ofTwoPlacesTheLongerWordingWins() throws {
        let format: MessageFormat =
            "\(.reason)\(optional: " from \(.text)")\(optional: " from interface \(.sourceInterface)")"
        let reading = try read(format, "timeout from interface dmz")
        #expect(reading.holes[.sourceInterface] == "dmz")
        #expect(reading.holes[.text] == nil)
    }

    @Test(arguments: [
        ("it was permitted today", EventOutcome.success), ("it was denied today", .failure), ("it was seen today", nil),
    ])
    func aWordSaysWhatHappened(_ printed: String, _ outcome: EventOutcome?) throws {
        let reading = try read(
            "\(.text) was \(action: .success("permitted"), .failure("denied"), .neutral("seen")) \(.reason)",
            printed
        )
        #expect(reading.result.isComplete)
        #expect(reading.outcome == outcome)
        #expect(reading.holes[.action] == printed.split(separator: " ").dropFirst(2).first.map(String.init))
    }

    @Test func theFirstWordOfAListThatFitsIsTaken() throws {
        let reading = try read("\(action: .failure("denied by ACL"), .failure("denied")) x", "denied by ACL x")
        #expect(reading.holes[.action] == "denied by ACL")
    }

    @Test func aHoleBeforeAWordEndsOnlyAtOneOfTheWords() throws {
        let reading = try read("\(.user) \(action: .neutral("ended"), .neutral("began"))", "john doe ended")
        #expect(reading.holes[.user] == "john doe")
        #expect(try !read("\(.user) \(action: .neutral("ended"))", "john doe left").result.isComplete)
    }

    @Test(
        arguments: [
            ("user = john", true, "john"), ("user = john : server = x", false, nil),
            ("user = john=doe", true, "john=doe"),
        ] as [(String, Bool, String?)]
    )
    func aStrictReadingRefusesAValueThatRunsOverALabel(_ printed: String, _ isComplete: Bool, _ user: String?) throws {
        let reading = try read("user = \(.user)", printed)
        #expect(reading.result.isComplete == isComplete)
        if let user { #expect(reading.holes[.user] == user) }
        #expect(try read("user = \(.user)", printed, as: .folded).result.isComplete)
    }

    @Test(arguments: [("", 0), ("User", 0), ("user john x", 5), ("user john ended by", 15)])
    func theFurthestPlaceReachedIsKnown(_ printed: String, _ progress: Int) throws {
        let reading = try read("user \(.user) ended", printed, as: .folded)
        #expect(reading.result.progress == progress)
        #expect(!reading.result.isComplete)
        #expect(reading.result.isWhole == (progress == 15))
    }

    @Test(
        arguments: [
            ("Group <Dev> User <john> IP <192.0.2.1> ended", "Dev", "john", "192.0.2.1"),
            ("Group Dev User john IP 192.0.2.1 ended", "Dev", "john", "192.0.2.1"),
            ("Group <All Staff> User <a > b> IP <192.0.2.1> ended", "All Staff", "a > b", "192.0.2.1"),
            ("Group All Staff User van der Berg IP 192.0.2.1 ended", "All Staff", "van der Berg", "192.0.2.1"),
            ("Group User <john> IP <192.0.2.1> ended", nil, "john", "192.0.2.1"),
            ("Group <> User <> IP <> ended", "", "", ""),
            ("User <john> IP <192.0.2.1> ended", nil, "john", "192.0.2.1"),
            ("IP <192.0.2.1> ended", nil, nil, "192.0.2.1"),
            ("Group <Dev>, User <john>, IP <192.0.2.1>, ended", "Dev", "john", "192.0.2.1"),
            ("Group  <Dev>  User  <a >  b>  IP  <192.0.2.1>  ended", "Dev", "a >  b", "192.0.2.1"),
            ("Group  Dev\tUser  a  b  IP  192.0.2.1  ended", "Dev", "a  b", "192.0.2.1"),
            ("Group <Dev> User <john> IP <2001:db8::1> ended", "Dev", "john", "2001:db8::1"),
            ("ended", nil, nil, nil),
        ] as [(String, String?, String?, String?)]
    )
    func theSessionPrefixForgivesBracketsAndMissingParts(
        _ printed: String,
        _ group: String?,
        _ user: String?,
        _ address: String?
    ) throws {
        let reading = try read("\(.groupUserIP) ended", printed)
        #expect(reading.result.isComplete)
        #expect(reading.holes[.group] == group)
        #expect(reading.holes[.user] == user)
        #expect(reading.holes[.publicAddress] == address)
    }

    @Test(
        arguments: [
            ("Group = Dev, Username = john, IP = 192.0.2.1, ended", "Dev", "john", "192.0.2.1"),
            ("Username = john, IP = 192.0.2.1, ended", nil, "john", "192.0.2.1"),
            ("Group = A, B, Username = Doe, John, IP = 192.0.2.1, ended", "A, B", "Doe, John", "192.0.2.1"),
            ("IP = 192.0.2.1, ended", nil, nil, "192.0.2.1"), ("Group = , IP = , ended", "", nil, ""),
            ("Group=Dev,Username=john,IP=192.0.2.1,ended", "Dev", "john", "192.0.2.1"),
            ("Group  =  A,  B,  Username\t=\tjohn,  IP  =  192.0.2.1,  ended", "A,  B", "john", "192.0.2.1"),
            ("User = john, IP = 192.0.2.1, ended", nil, "john", "192.0.2.1"),
            ("ended", nil, nil, nil),
        ] as [(String, String?, String?, String?)]
    )
    func theIKEPrefixReadsThePartsThatAreThere(
        _ printed: String,
        _ group: String?,
        _ user: String?,
        _ address: String?
    ) throws {
        let reading = try read("\(.ike)ended", printed)
        #expect(reading.result.isComplete)
        #expect(reading.holes[.group] == group)
        #expect(reading.holes[.user] == user)
        #expect(reading.holes[.publicAddress] == address)
    }
}
