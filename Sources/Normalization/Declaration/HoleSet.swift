// A set of holes in one word, so that asking costs an instruction. Pure values.

/// A set of holes.
struct HoleSet: Equatable {
    /// A bit for each hole, by its raw value.
    private(set) var bits: UInt32 = 0

    /// Makes a set; of no holes, the empty one.
    @inline(__always)
    init() {}

    /// Makes the set of the holes of some forms.
    private init(of forms: Set<Hole.Form>) {
        for hole in Hole.all where forms.contains(hole.form) { insert(hole) }
    }

    /// The holes that hold an endpoint of any kind, or a part of one.
    static let endpoints = HoleSet(of: [.endpoint, .accessListEndpoint, .requester, .pair, .part])
    /// The holes that hold an address alone.
    static let addresses = HoleSet(of: [.address])

    /// Most holes that there can be.
    static let capacity = UInt32.bitWidth

    @inline(__always)
    private static func bit(_ hole: Hole) -> UInt32 { 1 &<< UInt32(hole.rawValue) }

    @inline(__always)
    func contains(_ hole: Hole) -> Bool { bits & HoleSet.bit(hole) != 0 }

    @inline(__always)
    mutating func insert(_ hole: Hole) { bits |= HoleSet.bit(hole) }

    @inline(__always)
    mutating func formUnion(_ other: HoleSet) { bits |= other.bits }

    @inline(__always)
    mutating func remove(_ hole: Hole) { bits &= ~HoleSet.bit(hole) }

    @inline(__always)
    func isDisjoint(with other: HoleSet) -> Bool { bits & other.bits == 0 }
}
