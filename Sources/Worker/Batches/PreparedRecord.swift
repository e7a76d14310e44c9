// What the normalizer has made of a record of a batch, between the two halves of its way: normalizing and sending. A
// value; one lane's thread.

internal import Normalization

/// A record that is ready to be sent; owns nothing, so that copying it is cheap.
struct PreparedRecord {
    enum Fate {
        case event
        /// One of the events that are sent in place of others.
        case fixedEvent
        case tombstone
        /// A rule drops its event.
        case dropped
        case deadLetter(DeadLetterReason)
        /// A dead letter that stays as it is.
        case untried
        case refused(Refusal)
    }

    var fate: Fate
    var inputBytes: Int
    /// Offset just past its event among the events.
    var eventEnd = 0
    /// Where its device stands among the hosts; nil if it is not wanted or not known.
    var host: Range<Int>?
    /// What is wrong with the device's clock.
    var clock: ClockFault?
    /// The message id, if the text fits no layout of that message.
    var missed: Int32?
    /// The place of the rule that decided, in the order of the rules; nil if none did.
    var rule: Int?

    init(_ fate: Fate, inputBytes: Int = 0) {
        self.fate = fate
        self.inputBytes = inputBytes
    }
}
