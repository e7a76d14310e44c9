// libFuzzer's target: the first bytes of an input choose settings and envelope, the rest is the line. Every rule of
// EventChecker must hold, and the same input must give the same bytes. Built by .ci/fuzz, not by Package.swift.

import Normalization

/// Tells libFuzzer of a kind of outcome (MessageCounters.c).
@_silgen_name("fuzz_note")
private func note(_ kind: UInt32)

private let catalogue: Catalogue = {
    do { return try Catalogue.standard() } catch { fatalError("\(error)") }
}()

/// Bytes that choose, taken from the front of an input.
///
/// `0`, the letter, always chooses the plainest.
private struct Choices: ~Copyable {
    private(set) var position = 0

    mutating func next(_ input: Span<UInt8>, below count: Int) -> Int {
        Int(byte(input) &- UInt8(ascii: "0")) % count
    }

    mutating func byte(_ input: Span<UInt8>) -> UInt8 {
        guard position < input.count else { return UInt8(ascii: "0") }
        position += 1
        return input[position - 1]
    }

    mutating func number(_ input: Span<UInt8>, from numbers: [Int64]) -> Int64 {
        let choice = next(input, below: numbers.count + 1)
        guard choice == numbers.count else { return numbers[choice] }
        return (0..<8).reduce(0) { number, _ in number << 8 | Int64(byte(input)) }
    }
}

/// What the first bytes of an input choose.
private struct Scene {
    /// Clocks of devices that state no zone; nil stands for zones with summer time.
    static let offsets = [0, 7200, nil, -36_000, -64_800, 64_800]
    static let zones: (all: ZoneRules, devices: DeviceZones) = {
        do {
            var devices = DeviceZones()
            guard devices.add("vpn1", .rules(try ZoneBytes.newYork.rules())), devices.add("fw1", .offset(-3600)) else {
                violated("each device is new")
            }
            return (try ZoneBytes.berlin.rules(), devices)
        } catch { fatalError("\(error)") }
    }()
    static let vendors = ["Cisco", "", "\"\\\u{1}\u{7F}\u{FC}"]
    static let limits = [262_144, 64]
    static let times: [Int64] = [
        1_622_546_944_000, 0, -1, 1, -1000, 999, .min, .max, .min + 999, .max - 999, 253_402_300_799_999,
        253_402_300_800_000, -62_135_596_800_000, -62_167_219_200_001, 951_782_400_000, 1_709_164_800_000,
        9_223_372_036_854_775, -9_223_372_036_854_775, 1_735_689_599_999, 4_102_444_800_000,
    ]
    static let partitions: [Int64] = [0, 1, 0xF_FFFF, 0x10_0000, Int64(Int32.max), -1, Int64(Int32.min)]
    static let recordOffsets: [Int64] = [1, 0, 0x3F_FFFF_FFFF_FFFF, 0x40_0000_0000_0000, .max, .min, -1]
    /// Rules for events of the customer; few of them drop, so that most events are written.
    static let rules: Rules = {
        var rules = Rules()
        for line in [
            "keep id=302013 outcome=Success action=Allow", #"keep deviceHost=vpn1,fw1,"two words" severity=0-4"#,
            "sample 1/2 by sourceUser id=113000-113100,722000-725999",
            "topic elsewhere address=10.0.0.0/8,2001:db8::/32",
            "sample 1/3 by deviceHost source=192.0.2.0/25 destination=192.0.2.0/24,198.51.100.7",
            "keep group=Dev,VPN", "drop customerId=d656b196-edb7-45e6-8485-3748a740d002 severity=7",
            "drop id=999990-999999,302014 outcome=Failure",
        ] where !rules.add(line, at: line).isEmpty { violated("rules are read") }
        return rules
    }()
    static let identifier = UUID(high: 0xD656_B196_EDB7_45E6, low: 0x8485_3748_A740_D002)

    var settings = NormalizerSettings()
    /// Number of this choice of settings.
    var ordinal = 0
    var envelope = Envelope(position: RecordPosition(namespace: 0, partition: 0, offset: 0), receivedAt: 0)
    /// Where the line starts.
    var lineStart = 0

    init(_ input: Span<UInt8>) {
        var choices = Choices()
        func choose<Value>(_ values: [Value]) -> Value {
            let choice = choices.next(input, below: values.count)
            ordinal = ordinal * values.count + choice
            return values[choice]
        }
        settings.timeForm = choose(NormalizerSettings.TimeForm.allCases)
        settings.deviceSeverity = choose(NormalizerSettings.DeviceSeverity.allCases)
        if let offset = choose(Scene.offsets) {
            settings.utcOffset = offset
        } else {
            settings.timeZone = Scene.zones.all
            settings.deviceZones = Scene.zones.devices
        }
        settings.deviceVendor = choose(Scene.vendors)
        settings.maximumLineBytes = choose(Scene.limits)
        settings.customerID = choose([nil, Scene.identifier])
        if settings.customerID != nil { settings.rules = Scene.rules }
        envelope.receivedAt = choices.number(input, from: Scene.times)
        let offset = choices.number(input, from: Scene.recordOffsets)
        let partition = Scene.partitions[choices.next(input, below: Scene.partitions.count)]
        envelope.position = RecordPosition(
            namespace: UInt64(bitPattern: offset) &* 0x9E37_79B9_7F4A_7C15,
            partition: Int32(partition),
            offset: offset
        )
        if choices.next(input, below: 2) == 1 { envelope.eventID = Scene.identifier }
        for _ in 0..<choices.next(input, below: 32) { envelope.deviceHost.append(choices.byte(input)) }
        lineStart = choices.position
    }
}

/// Normalizers that live as long as the process, as a lane's does.
private final class Lane {
    var normalizer: Normalizer
    /// One that sees only every other line, twice: what it gives must not hang on what came before.
    var sparse: Normalizer
    var output = OutputBuffer()

    init(_ settings: NormalizerSettings) {
        normalizer = Normalizer(catalogue: catalogue, settings: settings)
        sparse = Normalizer(catalogue: catalogue, settings: settings)
    }
}

// SAFETY: libFuzzer calls the target from one thread.
nonisolated(unsafe) private var lanes: [Int: Lane] = [:]

private func violated(_ rule: String) -> Never { fatalError("rule broken: \(rule)") }

/// Runs one input.
@_cdecl("LLVMFuzzerTestOneInput")
public func runInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let data = unsafe data else { return 0 }
    // SAFETY: libFuzzer lends `size` bytes for the time of the call.
    let input = unsafe UnsafeBufferPointer(start: data, count: size).span
    let scene = Scene(input)
    readHeader(input)
    let line = input.extracting(scene.lineStart..<size)
    let lane = unsafe lanes[scene.ordinal] ?? Lane(scene.settings)
    unsafe lanes[scene.ordinal] = lane
    lane.output.removeAll()
    let outcome = lane.normalizer.normalize(line, scene.envelope, into: &lane.output)
    switch outcome {
    case .deadLetter(let reason):
        guard lane.output.count == 0 else { violated("a dead letter leaves the buffer as it was") }
        checkReason(reason, line, scene)
        note(reason == .empty ? 1 : reason == .noTag ? 2 : 3)
    case .dropped(let summary):
        guard lane.output.count == 0 else { violated("a dropped event leaves the buffer as it was") }
        guard let rule = summary.rule, scene.settings.rules.list[rule].action.mayDrop else {
            violated("a rule says what is dropped")
        }
        note(15_000 + UInt32(rule))
    case .event(let summary):
        if let rule = summary.rule {
            guard scene.settings.rules.list[rule].action != .drop else { violated("what a rule drops is no event") }
            note(15_500 + UInt32(rule))
        }
        checkEvent(summary, line, scene, lane.output)
    }
    checkRepetition(outcome, line, scene, lane)
    return 0
}

extension Rule.Action {
    /// Whether events can be dropped by it.
    fileprivate var mayDrop: Bool {
        switch self {
        case .drop, .sample: true
        case .keep, .topic: false
        }
    }
}

private func checkReason(_ reason: DeadLetterReason, _ line: Span<UInt8>, _ scene: borrowing Scene) {
    let isLong = line.count > scene.settings.maximumLineBytes
    guard (reason == .tooLong) == isLong else { violated("too long is what is over the limit, and nothing else") }
    guard reason == .empty else { return }
    for index in line.indices where line[index] >= UInt8(ascii: "0") && line[index] <= UInt8(ascii: "9") {
        // `#012` and `#015` are line ends written out.
        guard index > 0, "#012015".utf8.contains(line[index - 1]) else { violated("an empty line holds no text") }
    }
}

private func checkEvent(
    _ summary: EventSummary,
    _ line: Span<UInt8>,
    _ scene: borrowing Scene,
    _ output: borrowing OutputBuffer
) {
    var checker = EventChecker(settings: scene.settings)
    let found: (tokens: EventChecker.Tokens, eventID: UUID) = output.withBytes { json in
        do throws(EventFault) { return try checker.check(json) } catch {
            violated("\(error)\n\(String(decoding: json.indices.map { json[$0] }, as: UTF8.self))")
        }
    }
    let position = scene.envelope.position
    guard found.eventID == scene.envelope.eventID ?? position.eventID else { violated("eventId is the record's") }
    let place = RecordPosition(eventID: position.eventID)
    let isWide = !(0...0xF_FFFF).contains(position.partition) || !(0...0x3F_FFFF_FFFF_FFFF).contains(position.offset)
    guard place == position || isWide else { violated("eventId leads back to the record") }
    // Where no layout fits, it may be open which of a message's names the event has.
    guard summary.fit == .labels || found.tokens.contains(.eventName) == (summary.fit != .unknown) else {
        violated("an event has a name if its number is known")
    }
    guard found.tokens.contains(.deviceHost) == (summary.host != .unknown) else {
        violated("deviceHost is there if the summary says so")
    }
    var kind = UInt32(bitPattern: summary.id) &* 31
    switch summary.host {
    case .line(let range):
        guard range.start >= 0, range.end > range.start, Int(range.end) <= line.count else {
            violated("the host lies inside the line")
        }
        kind &+= 17
    case .envelope: guard !scene.envelope.deviceHost.isEmpty else { violated("the envelope has a host") }
    case .unknown:
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let host = scene.envelope.deviceHost.drop(while: isBlank).reversed().drop(while: isBlank)
        guard host.isEmpty || host.elementsEqual("-".utf8) || host.elementsEqual("A/N".utf8) else {
            violated("the envelope's host is used")
        }
    }
    switch summary.fit {
    case .layout(let layout): kind &+= UInt32(layout) &+ 3
    case .labels: kind &+= 2
    case .noLayout: kind &+= 1
    case .unknown: kind = 4
    }
    note(kind &* 2_654_435_761 >> 16)
    for (place, token) in Token.allCases.enumerated() where found.tokens.contains(token) {
        note(16_000 + UInt32(place))
    }
}

/// The same again, by the same normalizer behind other bytes, by one that has seen other lines or none, and with a line
/// end.
private func checkRepetition(_ outcome: Outcome, _ line: Span<UInt8>, _ scene: borrowing Scene, _ lane: Lane) {
    var again = OutputBuffer(capacity: 64)
    again.append(UInt8(ascii: "#"))
    guard lane.normalizer.normalize(line, scene.envelope, into: &again) == outcome,
        isSame(lane.output, again, behind: 1)
    else { violated("the same line gives the same event") }
    again.removeAll()
    // A new one costs as much as all the rest, so it is made for one line in sixteen.
    let choice = line.indices.reduce(0) { $0 &* 31 &+ Int(line[$1]) } & 15
    if choice == 0 {
        var fresh = Normalizer(catalogue: catalogue, settings: scene.settings)
        guard fresh.normalize(line, scene.envelope, into: &again) == outcome, isSame(lane.output, again, behind: 0)
        else { violated("a new normalizer gives the same event") }
    } else if choice & 1 == 0 {
        for _ in 0..<2 {
            again.removeAll()
            guard lane.sparse.normalize(line, scene.envelope, into: &again) == outcome,
                isSame(lane.output, again, behind: 0)
            else { violated("a normalizer with another past gives the same event") }
        }
    }
    guard line.count + 2 <= scene.settings.maximumLineBytes else { return }
    let ended = line.indices.map { line[$0] } + [0x0D, 0x0A]
    again.removeAll()
    guard lane.normalizer.normalize(ended.span, scene.envelope, into: &again) == outcome,
        isSame(lane.output, again, behind: 0)
    else { violated("a line end changes nothing") }
}

private func isSame(_ left: borrowing OutputBuffer, _ right: borrowing OutputBuffer, behind count: Int) -> Bool {
    left.withBytes { left in
        right.withBytes { right in
            guard right.count == left.count + count else { return false }
            for index in left.indices where left[index] != right[index + count] { return false }
            return true
        }
    }
}

/// What a record's headers go through before they reach an envelope.
private func readHeader(_ input: Span<UInt8>) {
    let text = input.extracting(first: 40)
    if let time = ReceivedTime.milliseconds(text) {
        var buffer = OutputBuffer(capacity: 64)
        buffer.append(timestamp: time)
    }
    if let id = UUID(text.extracting(first: 36)) {
        guard UUID(id.description) == id else { violated("an identifier reads its own text") }
    }
}
