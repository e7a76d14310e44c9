// The headers that a worker writes, each declared once: what stands in them is what a reader may rely on. Values only.

package import Normalization

/// A header of events or of dead letters.
package struct HeaderRule: Sendable {
    /// Its name.
    package let name: String
    /// What its values have in common.
    package let rule: ValueRule
    /// Whether each record has it.
    package let isAlwaysThere: Bool

    private init(_ name: String, _ rule: ValueRule, isAlwaysThere: Bool) {
        self.name = name
        self.rule = rule
        self.isAlwaysThere = isAlwaysThere
    }

    /// The version of the mapping, as a header has it.
    static let version = "\(Mapping.version)"
    /// The version of the mapping that made an event.
    static let mappingVersion = HeaderRule("mapping-version", .words([version]), isAlwaysThere: true)
    /// Where the record of a dead letter stands: `RecordSource`.
    static let source = HeaderRule(
        "source",
        .form(pattern: "^[A-Za-z0-9._-]{1,249}/[0-9]+/[0-9]+$"),
        isAlwaysThere: true
    )
    /// Why it is one.
    static let reason = HeaderRule("reason", .words(reasons), isAlwaysThere: true)
    /// Bytes of the record, where the dead letter holds only their beginning.
    static let originalSize = HeaderRule("original-size", .digits, isAlwaysThere: false)
    /// How often a redrive has tried it.
    static let redriven = HeaderRule("redriven", .digits, isAlwaysThere: false)

    /// Every word that a worker gives as a reason.
    package static let reasons = DeadLetterReason.allCases.map(\.rawValue) + Refusal.Reason.allCases.map(\.rawValue)
    /// Those of an event, beside what `--forward-headers` asks for.
    package static let ofEvents = [mappingVersion]
    /// Those of a dead letter, behind the record's own.
    package static let ofDeadLetters = [source, reason, originalSize, redriven]
}
