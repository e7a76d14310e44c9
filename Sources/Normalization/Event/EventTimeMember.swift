// The member `eventTime`, whose text is kept: devices print many lines within one second. One owner, one thread.

/// Writes `eventTime`.
struct EventTimeMember: ~Copyable {
    private let form: NormalizerSettings.TimeForm
    /// `,"eventTime":...` of `clock`.
    private var text = OutputBuffer(capacity: 64)
    /// What the clock showed; nil before the first stamp.
    private(set) var clock: ClockReading?
    /// The number of the stamp that has this reading whoever prints it; nil if there is none.
    private var stamp: Int?

    init(_ form: NormalizerSettings.TimeForm) { self.form = form }

    /// Whether the text at hand is that of the stamp with this number.
    @inline(__always)
    func isThat(of stamp: Int?) -> Bool { stamp != nil && stamp == self.stamp }

    /// Takes what a stamp means, and its number if it means that to every device.
    @inline(never)
    mutating func take(_ reading: StampReading, of stamp: Int?) {
        self.stamp = stamp
        clock = reading.clock
        text.removeAll()
        text.write(atMost: 64) { output in
            output.append(Token.eventTime.declaration.key)
            switch form {
            case .guide: output.append(eventTime: reading.civil)
            case .rfc3339: output.append(rfc3339String: reading.civil)
            case .epochMillis: output.append(epochMilliseconds: reading.clock.moment * 1000)
            }
        }
    }

    /// Appends the member.
    @inline(__always)
    func write(to output: inout OutputCursor) { text.withBytes { output.append($0, 0, $0.count) } }
}
