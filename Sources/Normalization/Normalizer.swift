// The entry point: one line of bytes and its envelope in, one JSON object or a reason out. Pure: no
// Kafka, clock, environment or I/O. Owns buffers that it uses again, so one normalizer serves one thread.

/// Turns ASA syslog lines into events of the Qualys Context XDR model.
public struct Normalizer: ~Copyable {
    private let catalogue: Catalogue
    private var encoder: EventEncoder
    private let rules: RuleTable
    private let settings: NormalizerSettings
    private var reader: MessageReader
    private var headers = RecentHeaders()
    private var captures = Captures()
    /// The line at hand, taken out of a JSON record.
    private var unwrapped: [UInt8] = []

    /// Makes a normalizer.
    public init(catalogue: Catalogue, settings: NormalizerSettings) {
        self.catalogue = catalogue
        self.settings = settings
        reader = MessageReader(catalogue)
        rules = RuleTable(settings.rules, catalogue, customer: settings.customerID)
        let words = catalogue.program.members.fragments
        encoder = EventEncoder(settings: settings, names: catalogue.names, words: words)
    }

    /// Normalizes one line.
    ///
    /// Linear in the line; allocates nothing once its buffers have grown, but for a record of JSON with several lines.
    ///
    /// - Parameters:
    ///   - line: The bytes of one syslog line, with or without line end.
    ///   - envelope: What came in beside the line.
    ///   - output: Where the JSON object is appended; untouched if the line is not delivered as an event.
    /// - Returns: What became of the line.
    public mutating func normalize(
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope,
        into output: inout OutputBuffer
    ) -> Outcome {
        var steps = NoSteps()
        return normalize(line, envelope, wrappings: 0, &steps, into: &output)
    }

    /// Normalizes one line, and tells an observer of each step.
    mutating func normalize(
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope,
        observing steps: inout some StepObserver,
        into output: inout OutputBuffer
    ) -> Outcome {
        normalize(line, envelope, wrappings: 0, &steps, into: &output)
    }

    /// JSON records around a line that are opened: a shipper's, and one or two of those that pass it on.
    private static let mostWrappings = 4

    private mutating func normalize<Steps: StepObserver>(
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope,
        wrappings: Int,
        _ steps: inout Steps,
        into output: inout OutputBuffer
    ) -> Outcome {
        guard line.count <= settings.maximumLineBytes else { return .deadLetter(.tooLong) }
        let trimmed = LineEnd.trimmed(line)
        guard trimmed > 0 else { return .deadLetter(.empty) }
        guard let tag = headers.read(line, to: trimmed) else { return .deadLetter(.noTag) }
        // What a record costs counts for the line in it, too. A line end does not count: it changes nothing.
        if wrappings == 0 { captures.effort = Effort(lineOf: trimmed, stepsPerByte: settings.stepsPerByte) }
        if headers.header.mayBeJSON, wrappings < Normalizer.mostWrappings,
            let wrapped = WrappedLine(line, around: tag, to: trimmed, &captures.effort)
        {
            return normalize(wrapped, of: line, envelope, wrappings: wrappings + 1, &steps, into: &output)
        }
        let end = LineEnd.textEnd(line, of: tag, to: trimmed)
        let body = LineEnd.bodyStart(line, after: tag, to: end)
        if WrappedLine.mayBeEscapedGroup(line, from: body, to: end), wrappings < Normalizer.mostWrappings,
            let wrapped = WrappedLine(escapedGroup: line, from: body, to: end)
        {
            return normalize(wrapped, of: line, envelope, wrappings: wrappings + 1, &steps, into: &output)
        }
        let index = catalogue.index(of: tag.id)
        captures.removeAll()
        let (match, textEnd) = reader.readFirst(index, line, tag, from: body, to: end, &captures, &steps)
        guard !captures.effort.isExhausted else { return .deadLetter(.tooCostly) }
        if textEnd > body, line[textEnd - 1] == ASCII.colon { captures.leaveOut(addressesThatEndAt: textEnd, line) }
        steps.note(headers.header, tag, ByteRange(body, textEnd), index, captures, in: line)
        let name = headers.header.host
        let host: EventSummary.Host =
            name.isPresent ? .line(name) : envelope.deviceHostText.isEmpty ? .unknown : .envelope
        let message = index.map { catalogue.messages[$0] }
        var fields = EventFields()
        fields.read(&captures, areTranslated: match.format.map { catalogue.formats[$0].translates } ?? false, in: line)
        if captures[.destination].upperBound == textEnd || captures[.destinationPort].upperBound == textEnd {
            fields.leaveOut(destinationCutOffAt: textEnd, captures, in: line)
        }
        let source = EventSource(
            tag: tag,
            host: host,
            outcome: Normalizer.outcome(
                message?.outcome ?? .unstated,
                match.fit,
                captures.outcome,
                fields.reason,
                line
            ),
            name: match.isNameless ? nil : match.format.map { catalogue.formats[$0].name } ?? message?.name,
            type: match.isNameless ? nil : message?.type
        )
        var summary = EventSummary(id: tag.id, fit: match.fit, host: host)
        if !rules.isEmpty {
            let decision = rules.decide(source, message: index, &fields, line, envelope)
            summary.rule = decision.rule
            if decision.isDropped { return .dropped(summary) }
        }
        summary.clock = encoder.encode(source, &fields, line, envelope, &headers, &output)
        return .event(summary)
    }

    /// Normalizes the line that stands in a string of a JSON record.
    @inline(never)
    private mutating func normalize<Steps: StepObserver>(
        _ wrapped: WrappedLine,
        of record: Span<UInt8>,
        _ envelope: borrowing Envelope,
        wrappings: Int,
        _ steps: inout Steps,
        into output: inout OutputBuffer
    ) -> Outcome {
        var text: [UInt8] = []
        swap(&text, &unwrapped)
        defer { swap(&text, &unwrapped) }
        wrapped.unwrap(record, into: &text)
        captures.effort.spend(text.count)
        let outcome = normalize(text.span, envelope, wrappings: wrappings, &steps, into: &output)
        steps.note(wrapped, of: record)
        func moved(_ summary: EventSummary) -> EventSummary {
            guard case .line(let host) = summary.host else { return summary }
            var summary = summary
            summary.host = .line(wrapped.range(of: host, in: record))
            return summary
        }
        switch outcome {
        case .event(let summary): return .event(moved(summary))
        case .dropped(let summary): return .dropped(moved(summary))
        case .deadLetter: return outcome
        }
    }

    /// Cisco's number in the tag of a line's message; nil if it has none.
    public static func messageID(in line: Span<UInt8>) -> Int32? {
        ASATag.ofMessage(line, to: line.count)?.id
    }

    static func outcome(
        _ rule: OutcomeRule,
        _ fit: EventSummary.Fit,
        _ printed: EventOutcome?,
        _ reason: ByteRange,
        _ line: Span<UInt8>
    ) -> EventOutcome? {
        switch rule {
        case .unstated, .stated: printed
        case .success: .success
        case .failure: .failure
        case .worded: printed ?? (ValueTables.saysFailure(reason, in: line) ? .failure : nil)
        case .teardown:
            // Without the text there is no reason, which might be a denial.
            if case .layout = fit { ValueTables.teardown(reason, in: line) } else { nil }
        }
    }
}
