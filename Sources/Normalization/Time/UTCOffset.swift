// What a printed time is brought to UTC with. Values only.

/// An offset from UTC, and who decided it.
public struct UTCOffset: Sendable {
    /// Who decided.
    public enum Origin: Sendable {
        /// The line states it.
        case line
        /// The settings have it for this host.
        case host
        /// The settings have it for every other host.
        case everyHost
    }

    /// Seconds east of UTC.
    public var seconds: Int
    /// Where it came from.
    public var origin: Origin
    /// Name of the zone in tzdata; nil for an offset.
    public var zone: String?
    /// How often a clock of the zone shows the printed time.
    public var occurrence: Occurrence
}
