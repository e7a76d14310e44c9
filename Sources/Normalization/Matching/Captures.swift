// What one line gave: a range for each kind of hole, and what its words say. Used again for every line and never
// copied; nothing is allocated. Runs on the caller's thread.

/// The captured ranges of one line.
struct Captures: ~Copyable {
    /// A place for each hole that a set can hold.
    private var ranges = InlineArray<32, ByteRange>(repeating: .absent)
    /// Kept here, since a static costs a call each time.
    private let endpoints = HoleSet.endpoints
    private let addresses = HoleSet.addresses
    /// The holes that have a range.
    private(set) var filled = HoleSet()
    /// Of the holes `source` and `destination`, those that were read as flow endpoints already.
    private(set) var flows = HoleSet()
    private(set) var sourceFlow = FlowEndpoint()
    private(set) var destinationFlow = FlowEndpoint()
    /// Bytes of all ranges that holes were given, which is no less than an event shows of them: no byte of a range
    /// stands in two members.
    private(set) var byteCount = 0
    /// The numbers of the members that printed words make; -1 if none does.
    private(set) var actionMember: Int32 = -1
    private(set) var protocolMember: Int32 = -1
    /// What a printed word says about the outcome.
    var outcome: EventOutcome?
    /// What reading the line has cost so far.
    var effort = Effort()

    /// The range of a hole; absent if the line did not fill it.
    subscript(hole: Hole) -> ByteRange {
        @inline(__always) get { filled.contains(hole) ? ranges[Int(hole.rawValue)] : .absent }
        @inline(__always) set {
            ranges[Int(hole.rawValue)] = newValue
            if newValue.isPresent { filled.insert(hole) } else { filled.remove(hole) }
            byteCount &+= max(0, newValue.count)
            flows.remove(hole)
        }
    }

    /// Gives a hole the range `start..<end` of the line, which is there.
    @inline(__always)
    mutating func take(_ hole: Hole, _ start: Int, _ end: Int) {
        ranges[Int(hole.rawValue)] = ByteRange(start, end)
        filled.insert(hole)
        byteCount &+= end &- start
    }

    /// Gives holes the values of a phrase that stands at `position`.
    @inline(__always)
    mutating func take(_ phrase: Phrase, _ values: Span<PhraseValue>, at position: Int) {
        var index = Int(phrase.first)
        while index < Int(phrase.last) {
            let place = values[index].place
            ranges[Int(values[index].hole.rawValue)] = ByteRange(
                position &+ place.lowerBound,
                position &+ place.upperBound
            )
            index &+= 1
        }
        filled.formUnion(phrase.holes)
        byteCount &+= Int(phrase.byteCount)
        if let outcome = phrase.outcome { self.outcome = outcome }
        if phrase.actionMember >= 0 { actionMember = phrase.actionMember }
        if phrase.protocolMember >= 0 { protocolMember = phrase.protocolMember }
    }

    /// Notes what a printed word of a hole says.
    @inline(__always)
    mutating func note(_ hole: Hole, _ outcome: EventOutcome?, _ member: Int32) {
        if let outcome { self.outcome = outcome }
        guard member >= 0 else { return }
        if hole == .action { actionMember = member } else { protocolMember = member }
    }

    /// Reads a flow endpoint that begins at `start`, for the hole `source` or `destination`; it counts once
    /// `take(flow:)` is called.
    ///
    /// - Returns: Offset just past it; nil if none stands there.
    mutating func readFlow(
        _ hole: Hole,
        isTranslated: Bool,
        _ text: Span<UInt8>,
        from start: Int,
        to end: Int
    ) -> Int? {
        hole == .source
            ? sourceFlow.read(text, from: start, to: end, isTranslated: isTranslated)
            : destinationFlow.read(text, from: start, to: end, isTranslated: isTranslated)
    }

    /// Gives a hole the flow endpoint that was read for it.
    @inline(__always)
    mutating func take(flow hole: Hole, _ start: Int, _ end: Int) {
        take(hole, start, end)
        flows.insert(hole)
    }

    /// Forgets everything.
    @inline(__always)
    mutating func removeAll() {
        filled = HoleSet()
        flows = HoleSet()
        outcome = nil
        (actionMember, protocolMember) = (-1, -1)
        byteCount = 0
    }

    /// Whether an endpoint or a part of one was found.
    @inline(__always)
    var holdEndpoints: Bool { !filled.isDisjoint(with: endpoints) }

    /// Whether an address that stands alone was found.
    @inline(__always)
    var holdAddresses: Bool { !filled.isDisjoint(with: addresses) }

    /// Whether a name of a user was found that stands alone.
    @inline(__always)
    var holdUser: Bool { filled.contains(.user) || filled.contains(.owner) }

    /// Fills a hole that nothing has filled yet.
    mutating func fill(_ hole: Hole, _ range: ByteRange) {
        if !self[hole].isPresent { self[hole] = range }
    }
}
