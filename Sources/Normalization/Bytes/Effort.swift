// What reading a line has cost, counted in bytes and places that were looked at where somebody's text may make the
// reader look often. Counted, not timed: a line is too costly on every machine or on none.

/// Steps that a line has cost.
struct Effort {
    /// Steps for each byte of a line: nearly all lines of devices need less than one.
    static let stepsPerByte = 64
    /// Steps that any line may cost besides: a short one without brackets is looked at often.
    static let least = 65_536

    /// Steps that are left.
    private var left = Int.max

    /// Nothing spent, and no limit.
    init() {}

    /// What a line of `count` bytes may cost.
    init(lineOf count: Int, stepsPerByte: Int) {
        left = Effort.least + stepsPerByte * count
    }

    /// Whether the line has cost more than it may; what is looked for is then not found.
    @inline(__always)
    var isExhausted: Bool { left < 0 }

    /// Counts `steps`.
    @inline(__always)
    mutating func spend(_ steps: Int) { left &-= steps }
}
