// The entry point: one line of bytes and its envelope in, one JSON object or a reason out. Pure: no
// Kafka, clock, environment or I/O. Owns buffers that it uses again, so one normalizer serves one thread.

/// Turns ASA syslog lines into events of the Qualys Context XDR model.
public struct Normalizer: ~Copyable {
    private let catalogue: Catalogue
    private let matcher: Matcher
    private let encoder: EventEncoder
    private let settings: NormalizerSettings
    private var folded = FoldedText()

    /// Makes a normalizer.
    public init(catalogue: Catalogue, settings: NormalizerSettings) {
        self.catalogue = catalogue
        self.settings = settings
        matcher = catalogue.matcher
        encoder = EventEncoder(settings: settings, names: catalogue.names)
    }

    /// Normalizes one line.
    ///
    /// Linear in the line; allocates nothing once its buffers have grown.
    ///
    /// - Parameters:
    ///   - line: The bytes of one syslog line, with or without line end.
    ///   - envelope: What came in beside the line.
    ///   - output: Where the JSON object is appended; untouched for a dead letter.
    /// - Returns: What became of the line.
    public mutating func normalize(
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope,
        into output: inout OutputBuffer
    ) -> Outcome {
        guard line.count <= settings.maximumLineBytes else { return .deadLetter(.tooLong) }
        let end = LineEnd.trimmed(line)
        guard end > 0 else { return .deadLetter(.empty) }
        guard let tag = ASATag.find(in: line, from: 0, to: end) else { return .deadLetter(.noTag) }
        let header = SyslogHeader(line, to: tag.start)
        let body = LineEnd.bodyStart(line, after: tag, to: end)
        let index = catalogue.index(of: tag.id)
        var captures = Captures()
        var match = Match(fit: .unknown, format: nil)
        if let index {
            match = read(catalogue.messages[index], line, body, end, &captures)
        } else {
            LabelScanner.scan(line, from: body, to: end, &captures)
        }
        let host: EventSummary.Host =
            header.host.isPresent ? .line(header.host) : envelope.deviceHostText.isEmpty ? .unknown : .envelope
        let message = index.map { catalogue.messages[$0] }
        let fields = EventFields(captures, in: line)
        encoder.encode(
            EventSource(
                tag: tag,
                header: header,
                fields: fields,
                host: host,
                outcome: Normalizer.outcome(message?.outcome ?? .unstated, captures, fields, line),
                name: match.format.map { catalogue.formats[$0].name } ?? message?.name,
                type: message?.type
            ),
            line,
            envelope,
            &output
        )
        return .event(EventSummary(id: tag.id, fit: match.fit, host: host))
    }

    private struct Match {
        var fit: EventSummary.Fit
        /// Index of the layout that gave the captures.
        var format: Int?
    }

    /// Tries the layouts as printed, then folded; where none fits, keeps what the one that came furthest gave, and labels.
    private mutating func read(
        _ message: CompiledMessage,
        _ line: Span<UInt8>,
        _ body: Int,
        _ end: Int,
        _ captures: inout Captures
    ) -> Match {
        for index in message.formats {
            var attempt = Captures()
            let format = catalogue.formats[index]
            let start = Prefixes.read(format.beginning, line, from: body, to: end, &attempt)
            let result = matcher.match(format.exact, line, from: start, to: end, isStrict: true, &attempt)
            if result.isComplete {
                captures = attempt
                return Match(fit: .layout(index - message.formats.lowerBound), format: index)
            }
        }
        var best = Match(fit: message.formats.isEmpty ? .noLayout : .labels, format: nil)
        var furthest = body
        for index in message.formats {
            var prefix = Captures()
            var attempt = Captures()
            let format = catalogue.formats[index]
            let start = Prefixes.read(format.beginning, line, from: body, to: end, &prefix)
            folded.fold(line, from: start, to: end)
            let text = folded.bytes.span
            let result = matcher.match(format.folded, text, from: 0, to: text.count, isStrict: false, &attempt)
            let reached = folded.original(ByteRange(0, result.progress), lineEnd: end).upperBound
            guard result.isWhole || reached > furthest, result.isComplete || result.progress > 0 else { continue }
            for hole in Hole.allCases where attempt[hole].isPresent {
                prefix[hole] = folded.original(attempt[hole], lineEnd: end)
            }
            prefix.outcome = attempt.outcome
            captures = prefix
            furthest = reached
            if result.isWhole {
                best = Match(fit: .layout(index - message.formats.lowerBound), format: index)
                if result.isComplete { return best }
            } else if case .labels = best.fit {
                best.format = index
            }
        }
        LabelScanner.scan(line, from: body, to: end, &captures)
        return best
    }

    private static func outcome(
        _ rule: OutcomeRule,
        _ captures: Captures,
        _ fields: EventFields,
        _ line: Span<UInt8>
    ) -> EventOutcome? {
        switch rule {
        case .unstated, .stated: captures.outcome
        case .success: .success
        case .failure: .failure
        case .teardown: ValueTables.isDenial(fields.reason, in: line) ? .failure : .success
        }
    }
}
