// A piece of a line, named by where it stands. Captures are ranges, so that nothing is copied
// before the event is written. Knows nothing of what the bytes mean. Runs on the caller's thread.

/// A half-open range of byte offsets into one line.
public struct ByteRange: Equatable, Sendable {
    /// Offset of the first byte.
    public var start: Int32
    /// Offset just past the last byte.
    public var end: Int32

    /// Makes the range `start..<end`, both byte offsets.
    @inlinable
    public init(_ start: Int, _ end: Int) {
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
    }

    /// A range that stands for "not there".
    static var absent: ByteRange { ByteRange(-1, -1) }

    /// Offset of the first byte.
    @inlinable
    @inline(__always)
    public var lowerBound: Int { Int(start) }
    /// Offset just past the last byte.
    @inlinable
    @inline(__always)
    public var upperBound: Int { Int(end) }
    @inline(__always)
    var count: Int { Int(end) &- Int(start) }
    @inline(__always)
    var isEmpty: Bool { end <= start }
    @inline(__always)
    var isPresent: Bool { start >= 0 }
    /// Whether the byte at an offset is one of the range's.
    func holds(_ offset: Int) -> Bool { lowerBound <= offset && offset < upperBound }
}
