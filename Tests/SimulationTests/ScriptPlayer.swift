import Simulation

/// Plays a script on the simulated brokers.
///
/// The words are those of the player for Apache Kafka; Scripts/README.md says what they mean.
struct ScriptPlayer {
    private struct Producer {
        var transactionalID: String?
        var identity: ProducerIdentity
        var timeout: Int64
    }

    struct Member {
        var group: String
        var membership: Membership
        var session: Int64
        var held: Int?
        var answer: Response?
    }

    var kafka: SimulatedKafka
    var now: Int64 = 1
    private var producers: [String: Producer] = [:]
    var members: [String: Member] = [:]
    private var letters: [Int64] = []
    /// The transactional id that the script calls `t`.
    private var renamed = "t"
    private var rushes = 0

    init(_ settings: SimulatedKafka.Settings) {
        kafka = SimulatedKafka(settings)
    }

    /// Carries out a line without its answer, and returns the answer; nil if the line cannot be read.
    mutating func play(_ line: String) -> String? {
        let words = line.split(separator: " ").map(String.init)
        now += 1
        guard let word = words.first else { return nil }
        return topics(word, Array(words.dropFirst())) ?? transactions(word, Array(words.dropFirst()))
            ?? groups(word, Array(words.dropFirst()))
    }

    mutating func ask(_ request: Request) -> Response {
        let response = kafka.handle(request, at: now)
        takeHeldAnswers()
        return response
    }

    mutating func takeHeldAnswers() {
        for held in kafka.takeHeldAnswers() {
            for name in members.keys where members[name]?.held == held.number { members[name]?.answer = held.response }
        }
    }

    /// Lets time pass until something is over.
    mutating func pass(_ milliseconds: Int64) -> String {
        now += milliseconds
        kafka.advance(to: now)
        takeHeldAnswers()
        return "done"
    }

    // MARK: Topics and logs

    private mutating func topics(_ word: String, _ words: [String]) -> String? {
        let place = words.first.flatMap(Self.partition)
        let number = words.count > 1 ? Int(words[1].drop { $0 == "x" }) : nil
        switch (word, number) {
        case ("topic", let count?): return text(of: ask(.createTopic(words[0], partitions: count)))
        case ("drop", nil): return text(of: ask(.deleteTopic(words[0])))
        case ("partitions", let total?): return text(of: ask(.createPartitions(words[0], total: total)))
        case ("append", let count?):
            return place.map { text(of: ask(.append($0, count: count, Payload(partition: 0, first: 0)))) }
        case ("delete", let offset?): return place.map { text(of: ask(.deleteRecords($0, before: Int64(offset)))) }
        case ("offset", nil):
            guard let place, let bound = Self.bounds[words[1]] else { return nil }
            return text(of: ask(.listOffset(place, bound)))
        case ("fetch", let offset?):
            let isCommittedOnly = words.last != "uncommitted"
            return place.map {
                text(of: ask(.fetch(Fetch($0, offset: Int64(offset), isCommittedOnly: isCommittedOnly))))
            }
        default: return nil
        }
    }

    private static let bounds: [String: Bound] = ["start": .start, "end": .end, "stable": .lastStable]

    // MARK: Transactions

    private mutating func transactions(_ word: String, _ words: [String]) -> String? {
        if word == "init" { return makeProducer(words) }
        if word == "rush" { return rush(words) }
        guard let name = words.first,
            ["add", "offsets", "txn-commit", "end", "produce", "settle", "expire"].contains(word)
        else { return nil }
        let producer = producer(name)
        let id = producer.transactionalID ?? ""
        let isVersion2 = words.last == "v2"
        switch word {
        case "add":
            let partitions = words.dropFirst().compactMap(Self.partition)
            return text(of: ask(.addPartitionsToTxn(transactionalID: id, producer.identity, partitions)))
        case "offsets":
            return text(of: ask(.addOffsetsToTxn(transactionalID: id, producer.identity, group: words[1])))
        case "txn-commit":
            let commit = TxnOffsetCommit(
                transactionalID: id,
                producer.identity,
                group: words[1],
                membership(words[2]),
                words.dropFirst(3).compactMap(Self.offset),
                isVersion2: isVersion2
            )
            return text(of: ask(.txnOffsetCommit(commit)))
        case "end":
            let commits = words[1] == "commit"
            let answer = ask(
                .endTxn(transactionalID: id, producer.identity, commits: commits, isVersion2: isVersion2)
            )
            guard case .producer(let identity) = answer else { return text(of: answer) }
            let name = String(name.prefix { $0 != "+" })
            return named(name, Producer(transactionalID: id, identity: identity, timeout: producer.timeout))
        case "produce":
            guard let place = Self.partition(words[1]), let sequence = Int(words[2]),
                let count = Int(words[3].dropFirst())
            else { return nil }
            let batch = Produce(
                place,
                transactionalID: words.last == "plain" ? nil : id,
                producer.identity,
                sequence: sequence,
                count: count,
                Payload(partition: 0, first: 0),
                isVersion2: isVersion2
            )
            return text(of: ask(.produce(batch)))
        case "settle": return pass(kafka.settings.markerDelay)
        default: return pass(producer.timeout + kafka.settings.expiryInterval + kafka.settings.markerDelay)
        }
    }

    /// What is answered while the markers of a transaction of `p` are to be written.
    private mutating func rush(_ words: [String]) -> String? {
        rushes += 1
        renamed = "t-\(rushes)"
        let begin = ["init p t", "add p many-0", words[0] == "fence" ? "init q t" : "end p \(words[0])"]
        let answers = begin.map { play($0) ?? "unreadable" }
        let expected = words[0] == "fence" ? "CONCURRENT_TRANSACTIONS" : "done"
        guard answers.last == expected else { return "no transaction: \(answers)" }
        return play(words.dropFirst().joined(separator: " "))
    }

    private mutating func makeProducer(_ words: [String]) -> String? {
        guard words.count >= 2 else { return nil }
        let timeout = Self.option("timeout", words).flatMap { Int64($0) } ?? 60_000
        let current = Self.option("as", words).map { producer($0).identity }
        let owner = words[1] == "-" ? nil : words[1] == "t" ? renamed : words[1]
        let answer = ask(.initProducerID(transactionalID: owner, timeout: timeout, current: current))
        guard case .producer(let identity) = answer else { return text(of: answer) }
        return named(words[0], Producer(transactionalID: owner, identity: identity, timeout: timeout))
    }

    /// Gives a producer its name, which it keeps when it gets another epoch.
    private mutating func named(_ name: String, _ producer: Producer) -> String {
        let identity = producer.identity
        producers[name] = producer
        if !letters.contains(identity.id) { letters.append(identity.id) }
        let letter = letters.firstIndex(of: identity.id).map { Character(UnicodeScalar(UInt8(65 + $0))) } ?? "?"
        return "producer \(letter)/\(identity.epoch)"
    }

    /// `p`, `p+1` or `p+-1` for another epoch of it, `p@t` for another transactional id with it.
    private func producer(_ text: String) -> Producer {
        let parts = text.split(separator: "@").map(String.init)
        let raised = parts[0].split(separator: "+").map(String.init)
        let unknown = Producer(identity: ProducerIdentity(id: 999_999_999, epoch: 0), timeout: 0)
        var producer = producers[raised[0]] ?? unknown
        if raised.count > 1 { producer.identity.epoch += Int16(raised[1]) ?? 0 }
        if parts.count > 1 { producer.transactionalID = parts[1] == "t" ? renamed : parts[1] }
        return producer
    }

    // MARK: Words

    static func partition(_ text: String) -> PartitionID? {
        guard let dash = text.lastIndex(of: "-"), let number = Int(text[text.index(after: dash)...]) else { return nil }
        return PartitionID(String(text[..<dash]), number)
    }

    static func offset(_ text: String) -> PartitionOffset? {
        let parts = text.split(separator: "@").map(String.init)
        guard parts.count == 2, let place = partition(parts[0]), let offset = Int64(parts[1]) else { return nil }
        return PartitionOffset(place, offset)
    }

    static func option(_ name: String, _ words: [String]) -> String? {
        words.firstIndex(of: name).flatMap { $0 >= 2 && $0 + 1 < words.count ? words[$0 + 1] : nil }
    }

    func text(of response: Response) -> String {
        switch response {
        case .topic: "done"
        case .fetched(let it): (it.runs.map { "\($0.first)..<\($0.end)" } + ["next \(it.next)"]).joined(separator: " ")
        case .offsets(let offsets):
            offsets.first.map { $0.error?.rawValue ?? $0.offset.map { "offset \($0)" } ?? "none" } ?? "none"
        default: response.description
        }
    }
}
