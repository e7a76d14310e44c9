// The stamp that was read last: devices print many lines within one second, and the same bytes read the same. Pure.

/// A stamp `Nov 03 2020 09:50:01`, and what it says.
struct RecentStamp {
    /// Bytes of a stamp with a year, the only ones that are remembered.
    static let length = 20

    /// Its first, its second and its last eight bytes; before there is one, such as stand in no line, since the last
    /// two have four bytes in common.
    private var words = (UInt64(0), UInt64(0), UInt64.max)
    private(set) var time = DeviceTime()
    /// How many were remembered so far, this one included.
    private(set) var number = 0

    /// Whether it stands at `offset`, with all of it before `end`.
    @inline(__always)
    func stands(in line: Span<UInt8>, at offset: Int, to end: Int) -> Bool {
        offset <= end &- RecentStamp.length && ByteSearch.word(line, at: offset &+ 12) == words.2
            && ByteSearch.word(line, at: offset &+ 8) == words.1 && ByteSearch.word(line, at: offset) == words.0
    }

    /// Remembers the stamp at `start`, which says `time`.
    mutating func remember(_ time: DeviceTime, _ line: Span<UInt8>, at start: Int) {
        words.0 = ByteSearch.word(line, at: start)
        words.1 = ByteSearch.word(line, at: start &+ 8)
        words.2 = ByteSearch.word(line, at: start &+ 12)
        self.time = time
        number &+= 1
    }
}
