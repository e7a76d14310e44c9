// What can only be seen once formats run: a layout that cannot read its own text, or that an earlier
// one takes away. Every layout is printed with marked values and matched against its message, with and without its
// optional parts, with each of its words, as printed and folded. Runs once.

extension Catalogue {
    /// Compiles messages and checks that every layout reads its own text and that none is shadowed.
    ///
    /// - Throws: `CatalogueError` with every fault found; what does not compile is told alone.
    public convenience init(_ declarations: [Message]) throws(CatalogueError) {
        try self.init(compiling: declarations)
        let faults = CatalogueValidation.faults(of: self)
        guard faults.isEmpty else { throw CatalogueError(faults: faults) }
    }
}

enum CatalogueValidation {
    /// All faults of a compiled catalogue.
    static func faults(of catalogue: Catalogue) -> [CatalogueError.Fault] {
        var faults: [CatalogueError.Fault] = []
        for (declaration, message) in zip(catalogue.declarations, catalogue.messages) {
            for (ordinal, format) in declaration.formats.enumerated() {
                let index = message.formats.lowerBound + ordinal
                if let text = fault(of: format, index, before: message.formats, in: catalogue) {
                    faults.append(.init(id: message.id, layout: ordinal, text: text))
                }
            }
        }
        return faults
    }

    /// The first thing wrong with a layout, or nil.
    private static func fault(
        of format: MessageFormat,
        _ index: Int,
        before formats: Range<Int>,
        in catalogue: Catalogue
    ) -> String? {
        var marked: [Hole] = []
        let printer = FormatPrinter(value: { hole in
            marked.append(hole)
            return mark(hole)
        })
        let full = Array(printer.text(of: format).utf8)
        for earlier in formats.lowerBound..<index where matches(full, catalogue.formats[earlier], catalogue) {
            return "layout \(earlier - formats.lowerBound + 1) takes its text before it"
        }
        var captures = Captures()
        guard matches(full, catalogue.formats[index], catalogue, &captures) else {
            return "does not read its own text: \(String(decoding: full, as: UTF8.self))"
        }
        if let hole = misread(marked, captures, full.span) { return "reads hole \(hole) wrongly from its own text" }
        for sample in samples(of: format) {
            if !matches(sample, catalogue.formats[index], catalogue) {
                return "does not read its own text: \(String(decoding: sample, as: UTF8.self))"
            }
            if !matchesFolded(sample, catalogue.formats[index], catalogue) {
                return "does not read its own text once folded: \(String(decoding: sample, as: UTF8.self))"
            }
        }
        return nil
    }

    /// The texts that a layout can print: with and without optional parts, with each word of its lists.
    private static func samples(of format: MessageFormat) -> [[UInt8]] {
        (0..<max(1, format.longestWordList)).flatMap { word in
            [true, false].map { printsOptional in
                let printer = FormatPrinter(
                    value: mark,
                    choice: { min(word, $0 - 1) },
                    printsOptional: { printsOptional }
                )
                return Array(printer.text(of: format).utf8)
            }
        }
    }

    private static func matches(_ sample: [UInt8], _ layout: CompiledFormat, _ catalogue: Catalogue) -> Bool {
        var captures = Captures()
        return matches(sample, layout, catalogue, &captures)
    }

    private static func matches(
        _ sample: [UInt8],
        _ layout: CompiledFormat,
        _ catalogue: Catalogue,
        _ captures: inout Captures
    ) -> Bool {
        let text = sample.span
        let start = Prefixes.read(layout.beginning, text, from: 0, to: text.count, &captures)
        let matcher = Matcher(catalogue.program)
        return matcher.match(layout.exact, .printed, text, from: start, to: text.count, &captures).isComplete
    }

    private static func matchesFolded(_ sample: [UInt8], _ layout: CompiledFormat, _ catalogue: Catalogue) -> Bool {
        var captures = Captures()
        let start = Prefixes.read(layout.beginning, sample.span, from: 0, to: sample.count, &captures)
        var folded = FoldedText()
        folded.fold(sample.span, from: start, to: sample.count)
        let text = folded.bytes.span
        let matcher = Matcher(catalogue.program)
        return matcher.match(layout.folded, .folded, text, from: 0, to: text.count, &captures).isComplete
    }

    /// A value that no wording holds, so that only the hole itself can explain it; an endpoint, where one must stand.
    private static func mark(_ hole: Hole) -> String {
        switch hole {
        case .source, .destination: "\u{1}:192.0.2.\(hole.rawValue)/\(hole.rawValue)"
        case .accessListSource, .accessListDestination: "\u{1}/192.0.2.\(hole.rawValue)(\(hole.rawValue))"
        default: "\u{1}\(hole.rawValue)\u{2}"
        }
    }

    /// A single hole that gave something else than the value printed for it.
    private static func misread(_ holes: [Hole], _ captures: borrowing Captures, _ text: Span<UInt8>) -> Hole? {
        holes.first { hole in
            guard hole != .text else { return false }
            let range = captures[hole]
            let expected = Array(mark(hole).utf8)
            guard range.isPresent, range.count == expected.count else { return true }
            return expected.indices.contains { expected[$0] != text[range.lowerBound + $0] }
        }
    }
}
