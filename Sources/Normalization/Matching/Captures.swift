// What one line gave: a range for each kind of hole, and what its words say. A value, used again for
// every line; nothing is allocated. Runs on the caller's thread.

/// The captured ranges of one line.
struct Captures {
    private var ranges = InlineArray<26, ByteRange>(repeating: .absent)
    /// What a printed word says about the outcome.
    var outcome: EventOutcome?

    /// The range of a hole; absent if the line did not fill it.
    subscript(hole: Hole) -> ByteRange {
        @inline(__always) get { ranges[Int(hole.rawValue)] }
        @inline(__always) set { ranges[Int(hole.rawValue)] = newValue }
    }

    /// Fills a hole that nothing has filled yet.
    mutating func fill(_ hole: Hole, _ range: ByteRange) {
        if !self[hole].isPresent { self[hole] = range }
    }
}
