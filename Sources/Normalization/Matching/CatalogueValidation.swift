// What can only be seen once formats run: a layout that cannot read its own text, or that an earlier
// one takes away. Every layout is printed with marked values and matched against its message. Runs once.

enum CatalogueValidation {
    /// All faults of a compiled catalogue.
    static func faults(of catalogue: Catalogue) -> [CatalogueError.Fault] {
        var faults: [CatalogueError.Fault] = []
        for (declaration, message) in zip(catalogue.declarations, catalogue.messages) {
            for (ordinal, format) in declaration.formats.enumerated() {
                func fault(_ text: String) { faults.append(.init(id: message.id, layout: ordinal, text: text)) }
                let sample = Array(FormatPrinter(value: mark).text(of: format).utf8)
                let text = sample.span
                for index in message.formats {
                    let layout = catalogue.formats[index]
                    var captures = Captures()
                    let start = Prefixes.read(layout.beginning, text, from: 0, to: text.count, &captures)
                    let result = catalogue.matcher.match(
                        layout.exact,
                        text,
                        from: start,
                        to: text.count,
                        isStrict: true,
                        &captures
                    )
                    if index < message.formats.lowerBound + ordinal {
                        if result.isComplete {
                            fault("layout \(index - message.formats.lowerBound + 1) takes its text before it")
                        }
                        continue
                    }
                    if !result.isComplete {
                        fault("does not read its own text: \(String(decoding: sample, as: UTF8.self))")
                    } else {
                        for hole in misread(format, captures, text) { fault("reads hole \(hole) wrongly from its own text") }
                    }
                    break
                }
            }
        }
        return faults
    }

    /// A value that no wording holds, so that only the hole itself can explain it.
    private static func mark(_ hole: Hole) -> String { "\u{1}\(hole.rawValue)\u{2}" }

    /// Single holes that gave something else than the value printed for them.
    private static func misread(_ format: MessageFormat, _ captures: Captures, _ text: Span<UInt8>) -> [Hole] {
        format.holes.filter { hole in
            guard hole != .text, hole != .action, hole != .networkProtocol else { return false }
            let range = captures[hole]
            let expected = Array(mark(hole).utf8)
            guard range.isPresent, range.count == expected.count else { return true }
            return expected.indices.contains { expected[$0] != text[range.lowerBound + $0] }
        }
    }
}
