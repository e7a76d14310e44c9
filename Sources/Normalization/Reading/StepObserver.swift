// Who may look on while a line is normalized. In a worker there is no observer, and that costs nothing: the calls are
// compiled away.

/// One layout tried on one text.
struct LayoutAttempt {
    /// Index into the catalogue's formats.
    var format: Int
    var form: TextForm
    /// Offset in the line up to which the layout stood there.
    var reached: Int
    /// Index of the segment that ended the attempt.
    var segment: Int
    var isComplete: Bool
}

/// Takes the steps of normalizing one line as they are made.
protocol StepObserver {
    /// A layout was tried.
    mutating func note(_ attempt: LayoutAttempt)

    /// The line was read.
    ///
    /// - Parameters:
    ///   - header: What was read of the header.
    ///   - tag: The tag behind it.
    ///   - text: Where the message's text stands.
    ///   - message: Index of the message in the catalogue; nil for an unknown number.
    ///   - captures: What the layouts and labels have found in the text.
    ///   - line: The line, out of the record that it came in.
    mutating func note(
        _ header: SyslogHeader,
        _ tag: ASATag,
        _ text: ByteRange,
        _ message: Int?,
        _ captures: borrowing Captures,
        in line: Span<UInt8>
    )

    /// All places that were noted so far are those of the text that was taken out of a record.
    mutating func note(_ wrapped: WrappedLine, of record: Span<UInt8>)
}

/// Takes nothing.
struct NoSteps: StepObserver {
    @inline(__always)
    func note(_ attempt: LayoutAttempt) {}

    @inline(__always)
    func note(
        _ header: SyslogHeader,
        _ tag: ASATag,
        _ text: ByteRange,
        _ message: Int?,
        _ captures: borrowing Captures,
        in line: Span<UInt8>
    ) {}

    @inline(__always)
    func note(_ wrapped: WrappedLine, of record: Span<UInt8>) {}
}
