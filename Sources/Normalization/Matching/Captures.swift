// What one line gave: a range for each kind of hole, and what its words say. Used again for every line and never copied;
// nothing is allocated. Runs on the caller's thread.

/// The captured ranges of one line.
struct Captures: ~Copyable {
    private var ranges = InlineArray<26, ByteRange>(repeating: .absent)
    /// The holes that have a range.
    private(set) var filled = HoleSet()
    /// Of the holes `source` and `destination`, those that were read as flow endpoints already.
    private(set) var flows = HoleSet()
    private(set) var sourceFlow = FlowEndpoint()
    private(set) var destinationFlow = FlowEndpoint()
    /// What a printed word says about the outcome.
    var outcome: EventOutcome?
    /// What reading the line has cost so far.
    var effort = Effort()

    /// The range of a hole; absent if the line did not fill it.
    subscript(hole: Hole) -> ByteRange {
        @inline(__always) get { filled.contains(HoleSet(hole)) ? ranges[Int(hole.rawValue)] : .absent }
        @inline(__always) set {
            ranges[Int(hole.rawValue)] = newValue
            filled = newValue.isPresent ? filled.union(HoleSet(hole)) : filled.subtracting(HoleSet(hole))
            flows.subtract(HoleSet(hole))
        }
    }

    /// Gives a hole the range `start..<end` of the line, which is there.
    @inline(__always)
    mutating func take(_ hole: Hole, _ start: Int, _ end: Int) {
        ranges[Int(hole.rawValue)] = ByteRange(start, end)
        filled.formUnion(HoleSet(hole))
    }

    /// Reads a flow endpoint that begins at `start`, for the hole `source` or `destination`; it counts once `take(flow:)` is called.
    ///
    /// - Returns: Offset just past it; nil if none stands there.
    mutating func readFlow(_ hole: Hole, _ text: Span<UInt8>, from start: Int, to end: Int) -> Int? {
        hole == .source
            ? sourceFlow.read(text, from: start, to: end) : destinationFlow.read(text, from: start, to: end)
    }

    /// Gives a hole the flow endpoint that was read for it.
    @inline(__always)
    mutating func take(flow hole: Hole, _ start: Int, _ end: Int) {
        take(hole, start, end)
        flows.formUnion(HoleSet(hole))
    }

    /// Forgets everything.
    @inline(__always)
    mutating func removeAll() {
        filled = HoleSet()
        flows = HoleSet()
        outcome = nil
    }

    /// Fills a hole that nothing has filled yet.
    mutating func fill(_ hole: Hole, _ range: ByteRange) {
        if !self[hole].isPresent { self[hole] = range }
    }
}

/// A set of holes.
struct HoleSet: OptionSet {
    var rawValue: UInt32

    @inline(__always)
    init(rawValue: UInt32) { self.rawValue = rawValue }

    @inline(__always)
    init(_ hole: Hole) { rawValue = 1 &<< UInt32(hole.rawValue) }

    /// Those that hold an endpoint or a part of one.
    @inline(__always)
    static var endpoints: HoleSet {
        HoleSet(.source).union(HoleSet(.destination)).union(HoleSet(.accessListSource))
            .union(HoleSet(.accessListDestination)).union(HoleSet(.local)).union(HoleSet(.remote))
            .union(HoleSet(.sourceInterface)).union(HoleSet(.sourcePort)).union(HoleSet(.destinationPort))
    }

    /// Those that hold an address alone.
    @inline(__always)
    static var addresses: HoleSet {
        HoleSet(.sourceAddress).union(HoleSet(.publicAddress)).union(HoleSet(.assignedIPv4))
            .union(HoleSet(.assignedIPv6)).union(HoleSet(.natAddress)).union(HoleSet(.destinationAddress))
    }
}
