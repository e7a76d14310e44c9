// What becomes of a line. Failure is an ordinary value here: bad input is normal. Values only.

/// What the normalizer made of one line.
public enum Outcome: Equatable, Sendable {
    /// An event was written to the buffer.
    case event(EventSummary)
    /// A rule drops the event; nothing was written.
    case dropped(EventSummary)
    /// No event can be made of the line; nothing was written.
    case deadLetter(DeadLetterReason)
}

/// Why a line is a dead letter.
///
/// The raw value is a stable word: header `reason` of a dead letter, and label of its metric.
public enum DeadLetterReason: String, Error, Sendable, CaseIterable {
    /// Nothing, or blanks only.
    case empty
    /// No `%ASA-`, `%FTD-`, `%PIX-`, `%FWSM-` or `%NGIPS-` with a number.
    case noTag = "no-asa-tag"
    /// Longer than the limit.
    case tooLong = "too-long"
    /// Made so that reading it takes far more steps than it has bytes (`Effort`).
    case tooCostly = "too-costly"
}

/// What a worker or a report needs to know of an event without reading it back.
public struct EventSummary: Equatable, Sendable {
    /// How well the catalogue knew the line.
    public enum Fit: Equatable, Sendable {
        /// A layout fits; its place among the message's layouts.
        case layout(Int)
        /// The number is known and no layout fits: labels, and what a layout gave up to where it failed.
        case labels
        /// The catalogue has no layout for the number.
        case noLayout
        /// The catalogue does not know the number.
        case unknown
    }

    /// Where the device's name is to be found.
    public enum Host: Equatable, Sendable {
        /// In the line.
        case line(ByteRange)
        /// In the envelope.
        case envelope
        /// Nowhere.
        case unknown
    }

    /// Cisco's number.
    public var id: Int32
    /// How well the line fits.
    public var fit: Fit
    /// The device, for the key of the output record.
    public var host: Host
    /// The place of the rule that decided, in the order of the rules; nil if none did.
    public var rule: Int?
    /// What the line shows to be wrong with the device's clock.
    public var clock: ClockFault?
}
