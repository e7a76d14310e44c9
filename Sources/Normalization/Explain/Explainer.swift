// Walks a line as the normalizer does, with the same parts, and keeps what it saw. For people: it makes
// strings. One owner, one thread.

/// Explains how lines become events.
public struct Explainer: ~Copyable {
    private let catalogue: Catalogue
    private let settings: NormalizerSettings
    private var normalizer: Normalizer
    private var reader: MessageReader

    /// Makes an explainer; its events are those of a normalizer with the same settings.
    public init(catalogue: Catalogue, settings: NormalizerSettings) {
        self.catalogue = catalogue
        self.settings = settings
        normalizer = Normalizer(catalogue: catalogue, settings: settings)
        reader = MessageReader(catalogue)
    }

    /// Explains one line.
    public mutating func explain(_ line: Span<UInt8>, _ envelope: borrowing Envelope) -> Explanation {
        explain(line, envelope, wrappings: 0)
    }

    private mutating func explain(
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope,
        wrappings: Int
    ) -> Explanation {
        var output = OutputBuffer()
        let outcome = normalizer.normalize(line, envelope, into: &output)
        var result = Explanation(
            outcome: outcome,
            header: [],
            zone: nil,
            text: nil,
            message: nil,
            attempts: [],
            captures: [],
            json: output.text
        )
        guard case .event(let summary) = outcome else { return result }
        let trimmed = LineEnd.trimmed(line)
        guard let tag = ASATag.ofMessage(line, to: trimmed) else { return result }
        let header = SyslogHeader(line, to: tag.start)
        if header.mayBeJSON, wrappings < Normalizer.mostWrappings,
            let wrapped = WrappedLine(line, around: tag, to: trimmed)
        {
            return explain(wrapped, of: line, envelope, wrappings: wrappings + 1)
        }
        result.header = Explainer.header(header, tag)
        result.zone = header.time.map { zone(of: $0, summary.host, line, envelope) }
        let end = LineEnd.textEnd(line, of: tag, to: trimmed)
        let body = LineEnd.bodyStart(line, after: tag, to: end)
        let index = catalogue.index(of: tag.id)
        result.message = index.map { catalogue.declarations[$0] }
        var captures = Captures()
        var attempts = Attempts()
        let read = reader.readFirst(index, line, tag, from: body, to: end, &captures, &attempts)
        result.text = ByteRange(body, read.end)
        result.attempts = attempts.list.map { describe($0, index) }
        let written = Token.allCases.filter { result.json.contains("\"\($0.rawValue)\":") }
        result.captures = Hole.all.filter { captures[$0].isPresent && !($0 == .text) }
            .map { hole in
                Explanation.Part(
                    name: hole.label,
                    range: captures[hole],
                    tokens: hole.tokens.filter(written.contains)
                )
            }
            .sorted { $0.range.start < $1.range.start }
        return result
    }

    /// Explains the line that stands in a string of a JSON record, with the places where its pieces stand in the record.
    private mutating func explain(
        _ wrapped: WrappedLine,
        of record: Span<UInt8>,
        _ envelope: borrowing Envelope,
        wrappings: Int
    ) -> Explanation {
        var text: [UInt8] = []
        wrapped.unwrap(record, into: &text)
        var result = explain(text.span, envelope, wrappings: wrappings)
        for index in result.header.indices {
            result.header[index].range = wrapped.range(of: result.header[index].range, in: record)
        }
        for index in result.captures.indices {
            result.captures[index].range = wrapped.range(of: result.captures[index].range, in: record)
        }
        for index in result.attempts.indices {
            result.attempts[index].reached = wrapped.offset(of: result.attempts[index].reached, in: record)
        }
        result.text = result.text.map { wrapped.range(of: $0, in: record) }
        if case .event(var summary) = result.outcome, case .line(let host) = summary.host {
            summary.host = .line(wrapped.range(of: host, in: record))
            result.outcome = .event(summary)
        }
        return result
    }

    private struct Attempts: AttemptObserver {
        var list: [LayoutAttempt] = []

        mutating func note(_ attempt: LayoutAttempt) { list.append(attempt) }
    }

    private static func header(_ header: SyslogHeader, _ tag: ASATag) -> [Explanation.Part] {
        var parts: [Explanation.Part] = []
        if header.timeRange.isPresent {
            parts.append(Explanation.Part(name: "time", range: header.timeRange, tokens: [.eventTime]))
        }
        if header.host.isPresent {
            parts.append(Explanation.Part(name: "host", range: header.host, tokens: [.deviceHost]))
        }
        parts.append(
            Explanation.Part(
                name: "tag",
                range: ByteRange(tag.start, tag.end),
                tokens: tag.level == nil ? [.deviceEventId] : [.deviceEventId, .deviceSeverity, .severity]
            )
        )
        return parts.sorted { $0.range.start < $1.range.start }
    }

    private func zone(
        of time: DeviceTime,
        _ host: EventSummary.Host,
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope
    ) -> Explanation.Zone {
        if let stated = time.utcOffset { return Explanation.Zone(utcOffset: stated, origin: .line) }
        let offset = settings.utcOffset(of: host, beside: time, line, envelope)
        let isRelays = !offset.isOwn && settings.utcOffset == 0 && time.relayOffset != nil
        return Explanation.Zone(
            utcOffset: offset.seconds,
            origin: offset.isOwn ? .host : isRelays ? .line : .standard
        )
    }

    private func describe(_ attempt: LayoutAttempt, _ message: Int?) -> Explanation.Attempt {
        let first = message.map { catalogue.messages[$0].formats.lowerBound } ?? 0
        let ordinal = attempt.format - first
        let declared = message.map { catalogue.declarations[$0].formats } ?? []
        return Explanation.Attempt(
            layout: ordinal + 1,
            text: declared.indices.contains(ordinal) ? declared[ordinal].description : "",
            isFolded: attempt.isFolded,
            isComplete: attempt.isComplete,
            reached: attempt.reached,
            expected: attempt.isComplete ? "" : expected(attempt.segment)
        )
    }

    /// What a segment wants to see, in words.
    private func expected(_ index: Int) -> String {
        let matcher = catalogue.matcher
        func text(_ literal: Literal) -> String {
            let place = literal.place.lowerBound..<literal.place.upperBound
            return "'" + String(decoding: matcher.pool[place], as: UTF8.self) + "'"
        }
        switch matcher.segments[index] {
        case .literal(let literal): return text(literal)
        case .words(_, let first, let last):
            return matcher.words[Int(first)..<Int(last)].map { text($0.literal) }.joined(separator: " or ")
        case .capture(let hole, _, let first, let last, _, _):
            let ends = matcher.terminators[Int(first)..<Int(last)].map { text($0.literal) }.joined(separator: " or ")
            return ends.isEmpty ? "<\(hole.label)> without another label" : "<\(hole.label)> and then \(ends)"
        case .optional: return "an optional part"
        case .end: return "the end of the text"
        }
    }
}
