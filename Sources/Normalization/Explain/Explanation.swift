// How a line became its event: which bytes are header and tag, which layout stood there and which did not,
// and the bytes that each token came from. Values only; Explainer fills them.

/// What an engineer needs to trust a mapping, or to report it.
public struct Explanation: Sendable {
    /// A named piece of the line.
    public struct Part: Sendable {
        /// What it is.
        public var name: String
        /// Where it stands in the line.
        public var range: ByteRange
        /// The tokens that it gives.
        public var tokens: [Token]
    }

    /// A layout that was tried.
    public struct Attempt: Sendable {
        /// Place among the message's layouts, from 1.
        public var layout: Int
        /// The layout as declared.
        public var text: String
        /// Whether it was tried on the folded line: letter case, blanks, quotes and angle brackets forgiven.
        public var isFolded: Bool
        /// Whether it stood there from beginning to end.
        public var isComplete: Bool
        /// Offset in the line up to which it stood there.
        public var reached: Int
        /// What was expected at that place.
        public var expected: String
    }

    /// How a header was read.
    public enum Header: Sendable {
        /// In the form that nearly all devices print, in one pass.
        case common
        /// Word by word, as any other form.
        case general
    }

    /// What becomes of the line, rules aside.
    public var outcome: Outcome
    /// The rule that decides; nil if none does.
    public var rule: Rule?
    /// Whether that rule drops the event.
    public var isDropped = false
    /// JSON records that the line was taken out of, one within the other.
    public var records = 0
    /// How the header was read.
    public var header = Header.general
    /// Host, time and tag, as far as they were found.
    public var headerParts: [Part] = []
    /// What the printed time is brought to UTC with; nil if the line has none.
    public var zone: UTCOffset?
    /// Where the message text begins and ends; nil for a dead letter.
    public var text: ByteRange?
    /// The catalogue's declaration; nil for a dead letter and for an unknown number.
    public var message: Message?
    /// Every layout tried, in order.
    public var attempts: [Attempt] = []
    /// The pieces of the text that were used, in their order.
    public var captures: [Part] = []
    /// The event; empty for a dead letter.
    public var json: String
}
