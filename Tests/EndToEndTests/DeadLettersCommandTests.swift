// `dead-letters` as a user runs it: what a changed setting can now read is drained, the rest stays, nothing comes
// twice.

import Foundation
import Kafka
import KafkaTestSupport
import Testing

@Suite struct DeadLettersArgumentTests {
    @Test(arguments: [
        ([], "--action"), (["lost"], "--action: 'lost'"),
        (["list", "--yes"], "--yes: not a setting of dead-letters list"),
        (["redrive", "--raw"], "--raw: not a setting of dead-letters redrive"), (["show"], "show needs a place"),
        (["show", "7"], "--place: '7'"), (["list", "--limit", "some"], "--limit: 'some'"),
        (["list", "--all", "--from", "-2h"], "give one of them"), (["list", "--reason", "a,,b"], "--reason: 'a,,b'"),
        (["redrive", "--output-topic", "x", "--dead-letter-topic", "x"], "is the output topic"),
        (["redrive", "--reasons", "x"], "did you mean --reason?"),
        (["list", "--reason", "to-long"], "--reason: 'to-long'"),
    ])
    func wrongArgumentsEndWithCode78(_ arguments: [String], _ message: String) throws {
        let program = try Program(["dead-letters"] + arguments)
        #expect(program.wait() == 78)
        #expect(program.errors.contains(message), "\(program.errors)")
        #expect(program.errors.contains("--bootstrap-servers"))
    }
}

@Suite(.enabled(if: TestBroker.can(.offsetsByTime), needsTimesAndTransactions))
struct DeadLettersCommandTests {
    private static let customer = "35aebc79-a74f-8000-8000-0000000000ff"

    private static func longLine(_ number: Int) -> String {
        TopicRig.lines(number..<number + 1)[0] + String(repeating: "x", count: 300)
    }

    /// A rig with 20 events, 30 lines that were too long, and 10 without a tag.
    private func deadRig() throws -> TopicRig {
        let rig = try TopicRig()
        try rig.write(TopicRig.lines(0..<20))
        let headers = [("customerId", Self.customer), ("source", "the record's own")]
        try rig.write((0..<15).map(Self.longLine), partition: 0, key: "a key", headers: headers)
        try rig.write((15..<30).map(Self.longLine), partition: 1)
        try rig.write((0..<10).map { "no tag \($0)" }, partition: 1)
        try rig.work(["--max-line-bytes", "200"])
        #expect(try rig.letters().count == 40)
        return rig
    }

    private func redrive(_ rig: TopicRig, _ arguments: [String] = []) throws -> String {
        let (status, output, errors) = try rig.run(["dead-letters", "redrive", "--yes"] + arguments)
        #expect(status == 0, "\(output) \(errors)")
        return output
    }

    @Test func whatCanBeReadNowGoesOutAsTheEventThatItWouldHaveBeen() async throws {
        try await onOwnThread {
            let rig = try deadRig()
            let output = try redrive(rig)
            #expect(output.contains("accounted for: 30 redriven + 10 still dead"), "\(output)")
            // What a worker makes of the same records that never was too strict.
            let reference = try rig.broker.makeTopic(partitions: 2)
            let other = try rig.broker.makeTopic()
            let replay = try rig.run([
                "replay", "--from", "earliest", "--yes", "--output-topic", reference, "--dead-letter-topic", other,
            ])
            #expect(replay.status == 0, "\(replay.errors)")
            let expected = try rig.records(of: reference, 2).sorted { $0.id < $1.id }
            let found = try rig.events().sorted { $0.id < $1.id }
            #expect(found.map(\.value) == expected.map(\.value))
            #expect(found.map(\.key) == expected.map(\.key))
            #expect(found.map(\.time) == expected.map(\.time))
            #expect(found.count == 50)
            #expect(found.filter { $0.value.contains(Self.customer) }.count == 15)
        }
    }

    @Test func whatFailsAgainStaysOnceAndRedrivingAgainDoesNothingTwice() async throws {
        try await onOwnThread {
            let rig = try deadRig()
            let before = Dictionary(grouping: try rig.letters(), by: \.value)
            _ = try redrive(rig)
            let events = try rig.events().map(\.value).sorted()
            for count in 2...3 {
                #expect(try redrive(rig).contains("accounted for: 0 redriven + 10 still dead"))
                #expect(try rig.events().map(\.value).sorted() == events)
                let last = try rig.letters().suffix(10)
                for letter in last {
                    let first = try #require(before[letter.value]?.first)
                    #expect(letter.headers("source") == first.headers("source"))
                    #expect(letter.headers("reason") == ["no-asa-tag"])
                    #expect(letter.headers("redriven") == ["\(count)"])
                    #expect(letter.time == first.time)
                }
                #expect(Set(last.map(\.value)).count == 10)
            }
        }
    }

    @Test func onlyReasonsAskedForAreTriedAndPointersAndStrangersStay() async throws {
        try await onOwnThread {
            let rig = try deadRig()
            let line = TopicRig.lines(900..<901)
            try rig.write(
                line,
                to: rig.deadLetters,
                headers: [("source", "\(rig.input)/0/5"), ("reason", "event-too-large"), ("original-size", "9000000")]
            )
            try rig.write(line, to: rig.deadLetters, headers: [("reason", "too-long")])
            try rig.write(line, to: rig.deadLetters, headers: [("source", "nowhere"), ("reason", "too-long")])
            try rig.broker.write([nil], to: rig.deadLetters)
            #expect(
                try redrive(rig, ["--reason", "no-asa-tag"]).contains("accounted for: 0 redriven + 44 still dead")
            )
            let letters = try rig.letters().suffix(44)
            #expect(letters.filter { $0.headers("redriven") == ["1"] }.count == 10)
            #expect(
                letters.filter { $0.headers("redriven").isEmpty && $0.headers("reason") == ["too-long"] }.count == 32
            )
            // The record's own header of the same name is still there, before the worker's.
            #expect(
                letters.filter { $0.headers("source").first == "the record's own" && $0.headers("source").count == 2 }
                    .count == 15
            )
            #expect(
                try redrive(rig, ["--reason", "too-long,empty"]).contains(
                    "accounted for: 30 redriven + 14 still dead"
                )
            )
            #expect(try redrive(rig).contains("accounted for: 0 redriven + 14 still dead"))
            #expect(try rig.events().count == 50)
        }
    }

    @Test func thePlanAloneChangesNothing() async throws {
        try await onOwnThread {
            let rig = try deadRig()
            let (status, output, _) = try rig.run(["dead-letters", "redrive", "--dry-run", "--reason", "too-long"])
            #expect(status == 0)
            let rows = output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
            #expect(rows.contains("too-long 30 30 0") && rows.contains("no-asa-tag 10 0 10"), "\(output)")
            let unasked = try rig.run(["dead-letters", "redrive"])
            #expect(unasked.status == 1 && unasked.errors.contains("give --yes"))
            #expect(try rig.letters().count == 40)
            #expect(try rig.events().count == 20)
            #expect(try rig.committed("\(rig.group).redrive", rig.deadLetters, 1).isEmpty)
        }
    }

    @Test func killedInTheMiddleItGoesOnAndNothingComesTwice() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            try rig.write((0..<400).map(Self.longLine))
            try rig.work(["--max-line-bytes", "200"])
            let arguments = ["dead-letters", "redrive", "--yes", "--rate", "20"]
            let victim = try rig.start(arguments)
            try eventually("some are redriven") { try !rig.events().isEmpty }
            victim.signal(SIGKILL)
            #expect(victim.wait() == -SIGKILL)
            let done = try rig.events().count
            #expect(done > 0 && done < 400)
            let (status, output, errors) = try rig.run(["dead-letters", "redrive", "--yes"])
            #expect(status == 0, "\(errors)")
            #expect(output.contains("going on with it"))
            let ids = try rig.events().map(\.id)
            #expect(ids.count == 400 && Set(ids).count == 400)
        }
    }

    @Test func listCountsByReasonAndMessageAndShowsRecords() async throws {
        try await onOwnThread {
            let rig = try deadRig()
            func rows(_ arguments: [String]) throws -> [String] {
                let (status, output, errors) = try rig.run(["dead-letters", "list"] + arguments)
                #expect(status == 0, "\(errors)")
                return output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
            }
            let all = try rows([])
            #expect(all.first == "topic \(rig.deadLetters): 40 dead letters not redriven yet")
            try #require(all.count == 4)
            #expect(all[2].hasPrefix("too-long 113008 30 20") && all[3].hasPrefix("no-asa-tag - 10 20"))
            let some = try rows(["--reason", "no-asa-tag", "--limit", "3"])
            #expect(some.count == 6 && some[5].contains(" no-asa-tag \(rig.input)/1/"))
            let long = try rows(["--reason", "too-long", "--limit", "1"])
            #expect(long.last?.contains("... ") == true && long.last?.contains("user0") == false)
            #expect(try rows(["--reason", "too-long", "--limit", "1", "--raw"]).last?.contains("xxxxxxxx") == true)
            _ = try redrive(rig)
            #expect(try rows([]).first?.contains(": 10 dead letters") == true)
            #expect(try rows(["--all"]).first?.hasSuffix(": 50 dead letters") == true)
            #expect(
                try rows(["--from", "offset:39", "--to", "offset:40"]).first?.hasSuffix(": 1 dead letter") == true
            )
            for (arguments, message) in [
                (["--partitions", "4"], "there is no partition 4"),
                (["--dead-letter-topic", "no-such-topic"], "does not exist"),
                (["--from", "2100-01-01T00:00:00Z"], "no record of topic"),
            ] {
                let (status, _, errors) = try rig.run(["dead-letters", "list"] + arguments)
                #expect(status == 1 && errors.contains(message), "\(errors)")
            }
        }
    }

    @Test func showTellsHeadersValueAndWhatBecomesOfItNow() async throws {
        try await onOwnThread {
            let rig = try deadRig()
            try rig.write(["\u{1B}[31m %ASA-6-113008: AAA transaction status ACCEPT : user = red"], to: rig.deadLetters)
            let letter = try #require(try rig.letters().first { $0.headers("customerId") == [Self.customer] })
            let (status, output, _) = try rig.run(["dead-letters", "show", letter.place])
            #expect(status == 0)
            #expect(
                output.contains("  source      \(letter.headers("source").last ?? "")\n  reason      too-long\n"),
                "\(output)"
            )
            #expect(output.contains("\"customerId\":\"\(Self.customer)\"") && output.contains("layout 1"))
            let red = try #require(try rig.letters().last?.place)
            let shown = try rig.run(["dead-letters", "show", red]).output
            #expect(shown.contains("\\u001b[31m") && !shown.contains("\u{1B}"))
            for (place, message) in [("0/999", "holds the offsets 0..<"), ("9/0", "there is no partition 9")] {
                let (status, _, errors) = try rig.run(["dead-letters", "show", place])
                #expect(status == 1 && errors.contains(message), "\(errors)")
            }
        }
    }
}
