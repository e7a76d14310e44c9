// Has the normalizer read a line and looks on: what it shows are the normalizer's own steps. For people: it makes
// strings. One owner, one thread.

/// Explains how lines become events.
public struct Explainer: ~Copyable {
    private let catalogue: Catalogue
    private let settings: NormalizerSettings
    /// Makes the event, also where a rule would drop it.
    private var normalizer: Normalizer
    /// Asks the rules.
    private var router: Normalizer

    /// Makes an explainer; its events are those of a normalizer with the same settings.
    public init(catalogue: Catalogue, settings: NormalizerSettings) {
        self.catalogue = catalogue
        self.settings = settings
        router = Normalizer(catalogue: catalogue, settings: settings)
        var unrouted = settings
        unrouted.rules = Rules()
        normalizer = Normalizer(catalogue: catalogue, settings: unrouted)
    }

    /// Explains one line.
    public mutating func explain(_ line: Span<UInt8>, _ envelope: borrowing Envelope) -> Explanation {
        var output = OutputBuffer()
        var steps = Steps()
        let outcome = normalizer.normalize(line, envelope, observing: &steps, into: &output)
        var result = Explanation(outcome: outcome, json: output.text)
        guard case .event(let summary) = outcome, let tag = steps.tag else { return result }
        var unused = OutputBuffer()
        switch router.normalize(line, envelope, into: &unused) {
        case .event(let routed): result.rule = routed.rule.map { settings.rules.list[$0] }
        case .dropped(let routed):
            result.rule = routed.rule.map { settings.rules.list[$0] }
            result.isDropped = true
        case .deadLetter: break
        }
        result.records = steps.records
        result.header = steps.header.isCommon ? .common : .general
        result.headerParts = steps.headerParts(tag)
        let host: EventSummary.Host =
            if case .line = summary.host { .line(ByteRange(0, steps.host.count)) } else { summary.host }
        result.zone = steps.header.time.flatMap { offset(of: $0, host, steps.host.span, envelope) }
        result.text = steps.text
        result.message = steps.message.map { catalogue.declarations[$0] }
        result.attempts = steps.attempts.map { described($0, steps.message) }
        let written = Token.allCases.filter { result.json.contains("\"\($0.rawValue)\":") }
        result.captures = steps.captures.map { hole, range in
            Explanation.Part(name: hole.label, range: range, tokens: hole.tokens.filter(written.contains))
        }
        return result
    }

    /// What the time of a line is brought to UTC with; nil for a date that does not exist in a zone.
    private func offset(
        of time: DeviceTime,
        _ host: EventSummary.Host,
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope
    ) -> UTCOffset? {
        let (zone, origin) = settings.zone(of: time, host, line, envelope)
        switch zone {
        case .offset(let seconds): return UTCOffset(seconds: seconds, origin: origin, zone: nil, occurrence: .once)
        case .rules(let rules):
            guard let clock = time.reading(envelope.reception, zone)?.clock else { return nil }
            let seconds = Int(clock.offset)
            return UTCOffset(seconds: seconds, origin: origin, zone: rules.name, occurrence: clock.occurrence)
        }
    }

    /// What the normalizer did with a line; all places are those of the line as it came.
    private struct Steps: StepObserver {
        var records = 0
        var header = SyslogHeader()
        /// The device's name in the header.
        var host: [UInt8] = []
        var tag: ByteRange?
        var hasLevel = false
        var text = ByteRange.absent
        var message: Int?
        var attempts: [LayoutAttempt] = []
        /// In the order of the text.
        var captures: [(hole: Hole, range: ByteRange)] = []

        mutating func note(_ attempt: LayoutAttempt) { attempts.append(attempt) }

        mutating func note(
            _ header: SyslogHeader,
            _ tag: ASATag,
            _ text: ByteRange,
            _ message: Int?,
            _ captures: borrowing Captures,
            in line: Span<UInt8>
        ) {
            self.header = header
            host = header.host.isPresent ? (header.host.lowerBound..<header.host.upperBound).map { line[$0] } : []
            self.tag = ByteRange(tag.start, tag.end)
            hasLevel = tag.level != nil
            self.text = text
            self.message = message
            for hole in Hole.all where captures[hole].isPresent && hole != .text {
                self.captures.append((hole, captures[hole]))
            }
            self.captures.sort { $0.range.start < $1.range.start }
        }

        mutating func note(_ wrapped: WrappedLine, of record: Span<UInt8>) {
            func place(_ range: ByteRange) -> ByteRange { wrapped.range(of: range, in: record) }
            records += 1
            header.timeRange = place(header.timeRange)
            header.host = place(header.host)
            tag = tag.map { place($0) }
            text = place(text)
            for index in captures.indices { captures[index].range = place(captures[index].range) }
            for index in attempts.indices {
                attempts[index].reached = wrapped.offset(of: attempts[index].reached, in: record)
            }
        }

        func headerParts(_ tag: ByteRange) -> [Explanation.Part] {
            let level: [Token] = hasLevel ? [.deviceSeverity, .severity] : []
            let parts = [
                Explanation.Part(name: "time", range: header.timeRange, tokens: [.eventTime]),
                Explanation.Part(name: "host", range: header.host, tokens: [.deviceHost]),
                Explanation.Part(name: "tag", range: tag, tokens: [.deviceEventId] + level),
            ]
            return parts.filter(\.range.isPresent).sorted { $0.range.start < $1.range.start }
        }
    }

    private func described(_ attempt: LayoutAttempt, _ message: Int?) -> Explanation.Attempt {
        let first = message.map { catalogue.messages[$0].formats.lowerBound } ?? 0
        let ordinal = attempt.format - first
        let declared = message.map { catalogue.declarations[$0].formats } ?? []
        return Explanation.Attempt(
            layout: ordinal + 1,
            text: declared.indices.contains(ordinal) ? declared[ordinal].description : "",
            isFolded: attempt.form == .folded,
            isComplete: attempt.isComplete,
            reached: attempt.reached,
            expected: attempt.isComplete ? "" : expected(attempt.segment)
        )
    }

    /// What a segment wants to see, in words.
    private func expected(_ index: Int) -> String {
        let program = catalogue.program
        func text(_ literal: Literal) -> String {
            let place = literal.place.lowerBound..<literal.place.upperBound
            return "'" + String(decoding: program.pool[place], as: UTF8.self) + "'"
        }
        switch program.segments[index] {
        case .literal(let literal): return text(literal)
        case .words(_, let first, let last, _):
            return program.words[Int(first)..<Int(last)].map { text($0.literal) }.joined(separator: " or ")
        case .capture(let capture):
            let ends = program.terminators[capture.terminators].map { text($0.literal) }.joined(separator: " or ")
            let hole = "<\(capture.hole.label)>"
            return ends.isEmpty ? "\(hole) without another label" : "\(hole) and then \(ends)"
        case .optional: return "an optional part"
        case .end: return "the end of the text"
        }
    }
}
