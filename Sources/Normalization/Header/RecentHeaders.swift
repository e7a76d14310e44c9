// Headers that were read lately, with the members that were written of them: a busy device prints the same priority,
// second and name many times in a row, and the same bytes read the same. A small table with one place for each hash;
// what is not there is read. One owner, one thread.

/// Reads headers, and remembers what it read.
struct RecentHeaders: ~Copyable {
    private struct Entry {
        /// Length of the header's text; 0 for an empty place.
        var count = 0
        var level: UInt8?
        var header = SyslogHeader()
        /// Length of the members that were written of it; 0 if they are not remembered.
        var memberCount = 0
        /// What the stamp in these members means; nil if there is none.
        var clock: ClockReading?
    }

    /// Room for the headers that some hundred and fifty devices print within a second, each with a few priorities; more
    /// would not stay in a processor's cache beside all else.
    private static let places = 512
    /// Longest header that is remembered, in bytes; the shortest has eight.
    private static let longest = 128
    /// Longest members that are remembered, in bytes.
    private static let longestMembers = 192

    private var entries = [Entry](repeating: Entry(), count: RecentHeaders.places)
    /// The texts of the entries, `longest` bytes each, and their members, `longestMembers` each.
    private var texts = [UInt8](repeating: 0, count: RecentHeaders.places * RecentHeaders.longest)
    private var members = [UInt8](repeating: 0, count: RecentHeaders.places * RecentHeaders.longestMembers)
    /// The place of the header at hand; nil if it has none.
    private var current: Int?
    /// What the stamp of the header at hand means, once its members are written; nil if it has none, or one that means
    /// nothing.
    var clock: ClockReading?

    /// Reads the header `line[..<tag.start]`, which is then the one at hand.
    mutating func read(_ line: Span<UInt8>, before tag: ASATag) -> SyslogHeader {
        let end = tag.start
        current = nil
        guard end >= 8, end <= RecentHeaders.longest else { return RecentHeaders.parsed(line, to: end) }
        let place = RecentHeaders.place(of: line, end, tag.level)
        let start = place * RecentHeaders.longest
        current = place
        if entries[place].count == end, entries[place].level == tag.level,
            ByteSearch.holds(texts.span, start, end, in: line, at: 0, to: end)
        {
            return entries[place].header
        }
        let header = RecentHeaders.parsed(line, to: end)
        entries[place] = Entry(count: end, level: tag.level, header: header)
        ByteSearch.copy(line, 0, end, into: &texts, at: start)
        return header
    }

    private static func parsed(_ line: Span<UInt8>, to end: Int) -> SyslogHeader {
        CommonHeader.read(line, to: end) ?? SyslogHeader(line, to: end)
    }

    /// Appends the members that were written of the header at hand; false if they are not remembered.
    @inline(__always)
    mutating func writeMembers(to output: inout OutputCursor) -> Bool {
        guard let place = current, entries[place].memberCount > 0 else { return false }
        clock = entries[place].clock
        let start = place * RecentHeaders.longestMembers
        output.append(members.span, start, start + entries[place].memberCount)
        return true
    }

    /// Remembers what was written of the header at hand and of its tag's level, and what its stamp means.
    mutating func remember(_ written: Span<UInt8>) {
        guard let place = current, written.count <= RecentHeaders.longestMembers else { return }
        ByteSearch.copy(written, 0, written.count, into: &members, at: place * RecentHeaders.longestMembers)
        entries[place].memberCount = written.count
        entries[place].clock = clock
    }

    /// The place of a text of at least eight bytes and a level.
    @inline(__always)
    private static func place(of line: Span<UInt8>, _ end: Int, _ level: UInt8?) -> Int {
        var hash = UInt64(truncatingIfNeeded: end) | UInt64(level ?? 0xFF) << 32
        var offset = 0
        while offset < end &- 8 {
            hash = ByteSearch.mixed(hash, ByteSearch.word(line, at: offset))
            offset &+= 8
        }
        return Int(truncatingIfNeeded: ByteSearch.mixed(hash, ByteSearch.word(line, at: end &- 8)) & UInt64(places - 1))
    }
}
