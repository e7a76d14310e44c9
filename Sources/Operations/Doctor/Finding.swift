// What a check of the doctor found, and what to do about it. Values.

/// The result of one check.
public struct Finding: Sendable, Equatable {
    /// How bad it is.
    public enum Verdict: String, Sendable {
        /// As it should be.
        case good
        /// It works, and could be better or will not always do.
        case warning
        /// The worker cannot do its work like this.
        case fault
        /// It could not be checked.
        case unknown
    }

    /// What was checked.
    public var subject: String
    /// How bad it is.
    public var verdict: Verdict
    /// What was found.
    public var detail: String
    /// What to do; empty if nothing.
    public var advice: String
    /// Whether a fault may be gone later without a change.
    public var isTransient = false

    /// Describes a finding.
    public init(_ subject: String, _ verdict: Verdict, _ detail: String, advice: String = "") {
        self.subject = subject
        self.verdict = verdict
        self.detail = detail
        self.advice = advice
    }
}
