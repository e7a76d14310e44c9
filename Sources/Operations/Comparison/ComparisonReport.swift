// What two sets of events differ in, by message and token, counted and with a few samples of each. Pure; holds no
// events.

internal import Normalization
internal import Worker

/// A difference of one kind, in one token of one message.
public struct Difference: Hashable, Sendable {
    /// How an event can differ from the one that it is compared with.
    public enum Kind: String, Sendable, CaseIterable {
        /// The token is there only now.
        case added
        /// The token was there only before.
        case removed
        /// The token has another value now.
        case changed
        /// There is an event only now.
        case eventAdded = "event-added"
        /// There was an event only before.
        case eventRemoved = "event-removed"
        /// There was an event only before: a rule drops it now.
        case eventDropped = "event-dropped"
    }

    /// Cisco's number; 0 if the event does not tell.
    public var messageID: Int32
    /// The token's name; empty for a whole event.
    public var token: String
    /// What is different.
    public var kind: Kind
}

/// One event that differs.
public struct DifferenceSample: Sendable, Equatable {
    /// Its eventId, or what else names it.
    public var event: String
    /// The value before; nil for none.
    public var old: String?
    /// The value now; nil for none.
    public var new: String?
}

/// Counts differences as pairs of events are handed in.
public struct ComparisonReport: Sendable {
    /// How often a difference was found, and the first of them.
    public struct Finding: Sendable, Equatable {
        /// Events.
        public var count = 0
        /// The first ones.
        public var samples: [DifferenceSample] = []
    }

    /// Events of one message.
    public struct Message: Sendable, Equatable {
        /// Those compared.
        public var events = 0
        /// Those that differ.
        public var differing = 0
    }

    /// The differences.
    public private(set) var findings: [Difference: Finding] = [:]
    /// Events by message.
    public private(set) var messages: [Int32: Message] = [:]
    /// Records compared, null values included.
    public internal(set) var records = 0
    /// Records that are no events on either side.
    public internal(set) var deadLetters = 0
    /// Records whose event rules drop on both sides.
    public internal(set) var dropped = 0
    private let samples: Int
    private static let longestSample = 512

    /// Counts nothing yet.
    ///
    /// - Parameter samples: How many samples of each difference are kept.
    public init(samples: Int) { self.samples = samples }

    /// Events compared.
    public var events: Int { messages.values.reduce(0) { $0 + $1.events } }
    /// Events that differ.
    public var differing: Int { messages.values.reduce(0) { $0 + $1.differing } }

    /// Counts an event that was compared.
    mutating func countEvent(_ messageID: Int32) { messages[messageID, default: Message()].events += 1 }

    /// Compares two events of one record, token by token.
    ///
    /// - Parameters:
    ///   - old: The event before, as JSON.
    ///   - new: The event now, as JSON.
    ///   - messageID: Cisco's number of the event now.
    ///   - event: What names it in samples.
    ///   - ignored: A token that says nothing here.
    /// - Returns: Whether they differ.
    @discardableResult
    mutating func compare(
        old: Span<UInt8>,
        new: Span<UInt8>,
        messageID: Int32,
        event: @autoclosure () -> String,
        ignoring ignored: Token? = nil
    ) -> Bool {
        guard let before = FlatJSONObject(old), let now = FlatJSONObject(new) else {
            note(
                messageID,
                "",
                .changed,
                { DifferenceSample(event: event(), old: Self.text(old), new: Self.text(new)) }
            )
            messages[messageID, default: Message()].differing += 1
            return true
        }
        let ignored = ignored.map { Array($0.rawValue.utf8) }
        var isDifferent = false
        for member in now.members where member.name != ignored {
            let value = before[member.name]
            guard value != member.value else { continue }
            isDifferent = true
            note(messageID, Self.text(member.name), value == nil ? .added : .changed) {
                DifferenceSample(event: event(), old: value.map(Self.text), new: Self.text(member.value))
            }
        }
        for member in before.members where now[member.name] == nil && member.name != ignored {
            isDifferent = true
            note(messageID, Self.text(member.name), .removed) {
                DifferenceSample(event: event(), old: Self.text(member.value), new: nil)
            }
        }
        if isDifferent { messages[messageID, default: Message()].differing += 1 }
        return isDifferent
    }

    /// Counts an event that stands on one side only.
    ///
    /// - Parameters:
    ///   - kind: `eventAdded`, `eventRemoved` or `eventDropped`.
    ///   - messageID: Cisco's number.
    ///   - event: What names it in samples.
    ///   - why: What stands on the other side; nil for nothing at all.
    mutating func countAlone(
        _ kind: Difference.Kind,
        _ messageID: Int32,
        event: @autoclosure () -> String,
        why: String?
    ) {
        messages[messageID, default: Message()].differing += 1
        note(messageID, "", kind) {
            DifferenceSample(event: event(), old: kind == .eventAdded ? why : nil, new: kind == .eventAdded ? nil : why)
        }
    }

    /// Counts an event that is the same on both sides, and goes to another topic.
    mutating func countMoved(_ messageID: Int32, event: @autoclosure () -> String, from old: String, to new: String) {
        messages[messageID, default: Message()].differing += 1
        note(messageID, "topic", .changed) { DifferenceSample(event: event(), old: old, new: new) }
    }

    private mutating func note(
        _ messageID: Int32,
        _ token: String,
        _ kind: Difference.Kind,
        _ sample: () -> DifferenceSample
    ) {
        let difference = Difference(messageID: messageID, token: token, kind: kind)
        var finding = findings[difference] ?? Finding()
        finding.count += 1
        if finding.samples.count < samples { finding.samples.append(sample()) }
        findings[difference] = finding
    }

    /// Cisco's number of an event; 0 if it does not tell.
    static func messageID(of event: Span<UInt8>) -> Int32 {
        guard case .text(let text) = FlatJSONObject(event)?[.deviceEventId] else { return 0 }
        return Normalizer.messageID(in: text.span) ?? 0
    }

    private static func text(_ value: FlatJSONObject.Value) -> String {
        switch value {
        case .text(let text): self.text(text)
        case .number(let number): "\(number)"
        }
    }

    private static func text(_ bytes: [UInt8]) -> String { text(bytes.span) }

    private static func text(_ bytes: Span<UInt8>) -> String {
        let text = bytes.extracting(0..<min(bytes.count, longestSample)).text
        return bytes.count > longestSample ? text + "..." : text
    }
}
