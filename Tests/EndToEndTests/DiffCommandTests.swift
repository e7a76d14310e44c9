// `diff` as a user runs it: two settings on a file and on a topic, and a range against its events.

import Foundation
import Kafka
import KafkaTestSupport
import Testing

/// A line of `diff --format json`.
private struct Finding: Decodable {
    struct Sample: Decodable {
        var eventId: String
        var old: String?
        var new: String?
    }

    var message: Int
    var token: String
    var kind: String
    var count: Int
    var samples: [Sample]
}

/// The last line.
private struct Totals: Decodable, Equatable {
    var records: Int
    var events: Int
    var deadLetters: Int
    var differing: Int
    var sample: String?
}

private func read(_ output: String) throws -> (findings: [Finding], totals: Totals) {
    let lines = output.split(separator: "\n").map { Data($0.utf8) }
    let totals = try JSONDecoder().decode(Totals.self, from: try #require(lines.last))
    return (try lines.dropLast().map { try JSONDecoder().decode(Finding.self, from: $0) }, totals)
}

@Suite struct DiffOfFilesTests {
    private static let input = Data(
        (TopicRig.lines(0..<5) + [
            "no tag",
            "%ASA-4-722041: TunnelGroup <T> GroupPolicy <P> User <u> IP <192.0.2.1> No IPv6 address available for SVC connection",
        ]).joined(separator: "\n").utf8
    )

    @Test(arguments: [
        (["device-vendor=ACME"], ["changed deviceVendor"], 6),
        (["device-severity=normalized"], ["changed deviceSeverity"], 6),
        (["time-form=rfc3339"], ["changed collectorReceivedTime", "changed eventTime"], 6),
        (["customer-id=35aebc79-a74f-8000-8000-000000000001"], ["added customerId"], 6),
        (["namespace=other"], ["changed eventId"], 6), (["utc-offset-of=vpn1=+01:00"], ["changed eventTime"], 5),
        (["device-vendor=ACME", "device-severity=normalized"], ["changed deviceSeverity", "changed deviceVendor"], 6),
        (["max-line-bytes=100"], ["now-a-dead-letter "], 1), (["device-vendor=Cisco"], [], 0),
    ])
    func twoSettingsDifferInExactlyTheTokensChanged(_ settings: [String], _ differences: [String], _ count: Int) throws
    {
        let arguments = ["diff", "--file", "-", "--format", "json"] + settings.flatMap { ["--with", $0] }
        let program = try Program(arguments, input: Self.input)
        #expect(program.wait() == (count == 0 ? 0 : 1), "\(program.errors)")
        let (findings, totals) = try read(program.output)
        #expect(Set(findings.map { "\($0.kind) \($0.token)" }) == Set(differences))
        #expect(totals == Totals(records: 7, events: 6, deadLetters: 1, differing: count))
        for finding in findings { #expect(finding.samples.count == min(3, finding.count)) }
    }

    @Test func thePageShowsMessageTokenCountAndSamples() throws {
        let program = try Program(
            ["diff", "--file", "-", "--with", "device-vendor=ACME", "--samples", "1"],
            input: Self.input
        )
        #expect(program.wait() == 1)
        #expect(program.output.contains("113008 AAA transaction status ACCEPT: 5 of 5 events\n"))
        #expect(program.output.contains("  deviceVendor  changed  5\n    07ce0cad-"))
        #expect(program.output.contains("\"Cisco\" -> \"ACME\""))
        #expect(program.output.contains("7 records, 6 events, 1 dead letter: 6 events differ"))
        #expect(!program.output.contains("\u{1B}"))
    }

    @Test func aSampleIsAlwaysTheSameShareOfTheLines() throws {
        let input = Data(TopicRig.lines(0..<2000).joined(separator: "\n").utf8)
        func differing(_ arguments: [String]) throws -> (Totals, Set<String>) {
            let program = try Program(
                ["diff", "--file", "-", "--format", "json", "--samples", "1000", "--with"] + arguments,
                input: input
            )
            #expect(program.wait() == 1, "\(program.errors)")
            let (findings, totals) = try read(program.output)
            return (totals, Set(findings.flatMap(\.samples).map(\.eventId)))
        }
        let (totals, ids) = try differing(["device-vendor=ACME", "--sample", "1/10"])
        #expect(100...300 ~= totals.events && totals.sample == "1/10")
        #expect(totals.records == totals.events && totals.differing == totals.events && ids.count == totals.events)
        #expect(try differing(["device-severity=normalized", "--sample", "1/10"]).1 == ids)
        let text = try Program(
            ["diff", "--file", "-", "--with", "device-vendor=ACME", "--sample", "1/10"],
            input: input
        )
        #expect(text.wait() == 1)
        #expect(text.output.contains("a sample of 1/10: \(totals.records) records"), "\(text.output)")
    }

    @Test(arguments: [
        (["--file", "-"], "give --with SETTING=VALUE"), ([], "--from is required"),
        (["--file", "-", "--with", "device-vendors=x"], "did you mean device-vendor?"),
        (["--file", "-", "--with", "lanes=2"], "--with: unknown setting lanes"),
        (["--file", "-", "--with", "utc-offset=noon"], "--with: --utc-offset: 'noon'"),
        (["--file", "-", "--with", "utc-offset"], "'utc-offset' is not SETTING=VALUE"),
        (["--file", "/nowhere/at/all", "--with", "device-vendor=x"], "cannot read '/nowhere/at/all'"),
        (["--file", "-", "--from", "-2h", "--with", "device-vendor=x"], "--from: not for a file"),
        (["--from", "soon"], "--from: 'soon'"), (["--from", "-2h", "--format", "xml"], "--format: 'xml'"),
        (["--from", "-2h", "--samples", "-1"], "--samples: '-1'"),
        (["--from", "-2h", "--sample", "100"], "--sample: '100' is not a share such as 1/100"),
        (["--from", "-2h"], "--bootstrap-servers"),
    ])
    func wrongArgumentsEndWithCode78(_ arguments: [String], _ message: String) throws {
        let program = try Program(["diff"] + arguments)
        #expect(program.wait() == 78)
        #expect(program.errors.contains(message), "\(program.errors)")
        #expect(program.output.isEmpty)
    }
}

/// On every broker: nothing is looked up by time where two settings are compared.
@Suite struct DiffOfSettingsOnATopicTests {
    @Test func aSampleOfATopicIsCompared() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            for partition in 0..<Int32(2) { try rig.write(TopicRig.lines(0..<500), partition: partition) }
            let arguments = ["diff", "--from", "earliest", "--format", "json", "--with", "device-vendor=ACME"]
            let whole = try rig.run(arguments)
            let sample = try rig.run(arguments + ["--sample", "1/10"])
            #expect(whole.status == 1 && sample.status == 1, "\(whole.errors)\(sample.errors)")
            #expect(try read(whole.output).totals.differing == 1000)
            let totals = try read(sample.output).totals
            #expect(30...250 ~= totals.differing && totals.differing == totals.records, "\(totals)")
            let same = try rig.run(arguments.dropLast() + ["device-vendor=Cisco", "--sample", "1/10"])
            #expect(same.status == 0, "\(same.output)")
        }
    }
}

@Suite(.enabled(if: TestBroker.can(.offsetsByTime), needsTimesAndTransactions))
struct DiffOfTopicsTests {
    private func diff(_ rig: TopicRig, _ arguments: [String]) throws -> (
        status: Int32, findings: [Finding], totals: Totals
    ) {
        let (status, output, errors) = try rig.run(["diff", "--format", "json", "--from", "earliest"] + arguments)
        guard status == 0 || status == 1 else { throw NeverHappened(description: "diff: \(errors)") }
        let (findings, totals) = try read(output)
        #expect(status == (totals.differing == 0 ? 0 : 1))
        return (status, findings, totals)
    }

    /// Two partitions with lines, a dead letter, a null value, and a record with an eventId of its own.
    private func filledRig() throws -> TopicRig {
        let rig = try TopicRig()
        try rig.write(TopicRig.lines(0..<300), partition: 0)
        try rig.write(TopicRig.lines(300..<500) + ["no tag"], partition: 1)
        try rig.broker.write([nil], to: rig.input, partition: 1)
        try rig.write(
            TopicRig.lines(500..<501),
            partition: 1,
            headers: [("eventId", "11111111-2222-4333-8444-555555555555")]
        )
        return rig
    }

    @Test func afterARunNothingDiffersAndAfterAChangeExactlyTheTokensChanged() async throws {
        try await onOwnThread {
            let rig = try filledRig()
            try rig.work()
            let ends = try [rig.input, rig.output].map { try rig.ends(of: $0, 2) } + [rig.ends(of: rig.deadLetters, 1)]
            let committed = try rig.committed(rig.group, rig.input, 2)
            let same = try diff(rig, [])
            #expect(same.findings.isEmpty)
            #expect(same.totals == Totals(records: 503, events: 501, deadLetters: 1, differing: 0))
            let vendor = try diff(rig, ["--device-vendor", "ACME"])
            #expect(
                vendor.findings.map { "\($0.message) \($0.kind) \($0.token) \($0.count)" } == [
                    "113008 changed deviceVendor 501"
                ]
            )
            #expect(vendor.findings.flatMap(\.samples).allSatisfy { $0.old == "Cisco" && $0.new == "ACME" })
            let part = try diff(rig, ["--device-vendor", "ACME", "--partitions", "1", "--to", "offset:20"])
            #expect(part.totals == Totals(records: 20, events: 20, deadLetters: 0, differing: 20))
            let with = try diff(rig, ["--with", "time-form=epoch-millis"])
            #expect(Set(with.findings.map(\.token)) == ["eventTime", "collectorReceivedTime"])
            // It writes nothing, nor commits anything.
            #expect(try rig.committed(rig.group, rig.input, 2) == committed)
            #expect(
                try [rig.input, rig.output].map { try rig.ends(of: $0, 2) } + [rig.ends(of: rig.deadLetters, 1)] == ends
            )
        }
    }

    @Test func aSampleHasTheSameRecordsOnBothSides() async throws {
        try await onOwnThread {
            let rig = try filledRig()
            try rig.work()
            let same = try diff(rig, ["--sample", "1/5"])
            #expect(same.findings.isEmpty && 40...200 ~= same.totals.records, "\(same.totals)")
            let vendor = try diff(rig, ["--sample", "1/5", "--device-vendor", "ACME"])
            #expect(vendor.totals.records == same.totals.records && vendor.totals.differing == same.totals.events)
            try rig.write(TopicRig.lines(600..<700))
            let missing = try diff(rig, ["--sample", "1/5"])
            #expect(missing.findings.map(\.kind) == ["missing-in-output"])
            #expect(missing.totals.differing == missing.totals.records - same.totals.records)
        }
    }

    @Test func eventsOnOneSideAreTold() async throws {
        try await onOwnThread {
            let rig = try filledRig()
            try rig.work()
            try rig.write(TopicRig.lines(600..<610))
            let missing = try diff(rig, [])
            #expect(missing.findings.map { "\($0.kind) \($0.count)" } == ["missing-in-output 10"])
            let dead = try diff(rig, ["--max-line-bytes", "50", "--to", "offset:200"])
            #expect(Set(dead.findings.map(\.kind)) == ["only-in-output"])
            #expect(dead.totals.differing == 400)
            #expect(dead.findings.first?.samples.first?.new == "dead letter: too-long")
        }
    }

    @Test func theLastCopyOfAnEventCounts() async throws {
        try await onOwnThread {
            let rig = try filledRig()
            try rig.work()
            let event = try #require(try rig.events().dropFirst(7).first)
            let partition = try #require(Int32(event.place.prefix(1)))
            try rig.write(
                [event.value.replacingOccurrences(of: "\"user", with: "\"nemo")],
                to: rig.output,
                partition: partition,
                time: event.time
            )
            let changed = try diff(rig, [])
            #expect(changed.findings.map { "\($0.kind) \($0.token) \($0.count)" } == ["changed sourceUser 1"])
            #expect(changed.findings.first?.samples.first?.eventId == event.id)
            #expect(changed.findings.first?.samples.first?.old?.hasPrefix("nemo") == true)
            // Other blanks and another order are no difference.
            let members = try #require(JSONSerialization.jsonObject(with: Data(event.value.utf8)) as? [String: Any])
            let pretty = try JSONSerialization.data(withJSONObject: members, options: [.sortedKeys, .prettyPrinted])
            try rig.write(
                [String(decoding: pretty, as: UTF8.self)],
                to: rig.output,
                partition: partition,
                time: event.time
            )
            #expect(try diff(rig, []).totals.differing == 0)
        }
    }

    @Test func anEventThatARuleDropsNowIsToldAsThat() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            try rig.write(TopicRig.lines(0..<20), partition: 0)
            try rig.work()
            let found = try diff(rig, ["--rule", "drop id=113008"])
            #expect(found.findings.map { "\($0.kind) \($0.count)" } == ["now-dropped 20"])
        }
    }

    @Test func eventsAreLookedForInTheTopicsOfRules() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            let elsewhere = try rig.broker.makeTopic(partitions: 2)
            let rule = ["--rule", "topic \(elsewhere) id=113008"]
            for partition in 0..<Int32(2) { try rig.write(TopicRig.lines(0..<150), partition: partition) }
            try rig.work()
            for partition in 0..<Int32(2) { try rig.write(TopicRig.lines(150..<250), partition: partition) }
            try rig.work(rule)
            #expect(try rig.records(of: elsewhere, 2).count == 200)
            // The first ones stand in the output topic alone.
            let moved = try diff(rig, rule)
            #expect(moved.findings.map { "\($0.kind) \($0.token) \($0.count)" } == ["changed topic 300"])
            #expect(moved.findings.flatMap(\.samples).allSatisfy { $0.old == rig.output && $0.new == elsewhere })
            #expect(moved.totals == Totals(records: 500, events: 500, deadLetters: 0, differing: 300))
            let vendor = try diff(rig, rule + ["--device-vendor", "ACME"])
            #expect(vendor.findings.map { "\($0.kind) \($0.token) \($0.count)" } == ["changed deviceVendor 500"])
            // With a copy where they belong, those in the output topic are of no account.
            let replay = try rig.run(["replay", "--from", "earliest", "--yes"] + rule)
            #expect(replay.status == 0, "\(replay.errors)")
            #expect(try diff(rig, rule).totals.differing == 0)
            let (status, _, errors) = try rig.run(
                ["diff", "--from", "earliest", "--rule", "topic no-such-topic id=113008"]
            )
            #expect(status == 78 && errors.contains("'no-such-topic' does not exist"), "\(status) \(errors)")
        }
    }

    @Test func wrongRangesAreToldAndAreNotTheAnswerNo() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            let cases = [
                (["--from", "earliest"], "is empty"),
                (["--from", "-2h", "--input-topic", "no-such-topic"], "'no-such-topic' does not exist"),
                (["--from", "-2h", "--partitions", "0,7"], "there is no partition 7"),
            ]
            for (arguments, message) in cases {
                let (status, _, errors) = try rig.run(["diff"] + arguments)
                #expect(status == 78 && errors.contains(message), "\(status) \(errors)")
            }
            try rig.write(TopicRig.lines(0..<5))
            for from in ["2100-01-01T00:00:00Z", "offset:70"] {
                let (status, _, errors) = try rig.run(["diff", "--from", from])
                #expect(status == 78 && errors.contains("no record of topic"), "\(status) \(errors)")
            }
            let (status, _, errors) = try rig.run(["diff", "--from", "-2h", "--output-topic", "no-such-topic"])
            #expect(status == 78 && errors.contains("'no-such-topic' does not exist"), "\(status) \(errors)")
        }
    }

    @Test func overTheMemoryLimitASmallerRangeIsAskedFor() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            try rig.write(TopicRig.lines(0..<1500).map { $0 + String(repeating: "x", count: 900) })
            try rig.work()
            let arguments = ["diff", "--from", "earliest", "--memory-limit", "64MiB", "--device-vendor", "ACME"]
            let (status, _, errors) = try rig.run(arguments)
            #expect(status == 78 && errors.contains("name a smaller range"), "\(status) \(errors)")
            #expect(try rig.run(arguments + ["--to", "offset:200"]).status == 1)
        }
    }
}
