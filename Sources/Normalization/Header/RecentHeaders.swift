// Headers that were read lately, with the members that were written of them: a busy device prints the same priority,
// second and name many times in a row, and the same bytes read the same. A small table with one place for each hash. To
// remember one costs as much as to read it, so that it is done when a header comes the second time: where a thousand
// devices print in turns, hardly any does. One owner, one thread.

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

    /// The hash of the header that came last, for each place.
    private var hashes = [UInt64](repeating: 0, count: RecentHeaders.places)
    private var entries = [Entry](repeating: Entry(), count: RecentHeaders.places)
    /// The texts of the entries, `longest` bytes each, and their members, `longestMembers` each.
    private var texts = [UInt8](repeating: 0, count: RecentHeaders.places * RecentHeaders.longest)
    private var members = [UInt8](repeating: 0, count: RecentHeaders.places * RecentHeaders.longestMembers)
    /// The header at hand.
    private(set) var header = SyslogHeader()
    private var stamp = RecentStamp()
    /// The place of the header at hand; nil if it is not remembered.
    private var current: Int?
    /// What the stamp of the header at hand means, once its members are written; nil if it has none, or one that means
    /// nothing.
    var clock: ClockReading?

    /// Reads the header `line[..<tag.start]`, which is then the one at hand.
    @inline(__always)
    mutating func read(_ line: Span<UInt8>, before tag: ASATag) {
        current = nil
        let end = tag.start
        guard end >= 8, end <= RecentHeaders.longest else { return readNewly(line, to: end) }
        let hash = RecentHeaders.hash(of: line, end, tag.level)
        let place = Int(truncatingIfNeeded: hash & UInt64(RecentHeaders.places - 1))
        if hashes[place] == hash { return readAgain(line, to: end, tag.level, place) }
        hashes[place] = hash
        readNewly(line, to: end)
    }

    private mutating func readNewly(_ line: Span<UInt8>, to end: Int) {
        if !CommonHeader.read(line, to: end, &stamp, into: &header) { header = SyslogHeader(line, to: end) }
    }

    /// Reads a header that came before, unless another has its hash, and remembers it.
    @inline(never)
    private mutating func readAgain(_ line: Span<UInt8>, to end: Int, _ level: UInt8?, _ place: Int) {
        current = place
        let start = place * RecentHeaders.longest
        if entries[place].count == end, entries[place].level == level,
            ByteSearch.holds(texts.span, start, end, in: line, at: 0, to: end)
        {
            header = entries[place].header
            return
        }
        readNewly(line, to: end)
        entries[place] = Entry(count: end, level: level, header: header)
        ByteSearch.copy(line, 0, end, into: &texts, at: start)
    }

    /// Whether the header at hand is remembered and its members are not.
    var lacksMembers: Bool {
        guard let place = current else { return false }
        return entries[place].memberCount == 0
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

    /// A hash of a text of at least eight bytes and a level.
    @inline(__always)
    private static func hash(of line: Span<UInt8>, _ end: Int, _ level: UInt8?) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: end) | UInt64(level ?? 0xFF) << 32
        var offset = 0
        while offset <= end &- 16 {
            let words = ByteSearch.words(line, at: offset)
            hash = ByteSearch.mixed(hash, words[0] ^ words[1] &* 0xD6E8_FEB8_6659_FD93)
            offset &+= 16
        }
        if offset < end &- 8 { hash = ByteSearch.mixed(hash, ByteSearch.word(line, at: offset)) }
        return ByteSearch.mixed(hash, ByteSearch.word(line, at: end &- 8))
    }
}
