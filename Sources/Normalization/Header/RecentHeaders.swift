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
        /// Whether a tag with a percent sign directly behind this text is the message's.
        var endsAtTag = false
        /// Length of the members that were written of it; 0 if they are not remembered.
        var memberCount = 0
        /// What the stamp in these members means; nil if there is none.
        var clock: ClockReading?
    }

    /// Room for the headers that some hundred and fifty devices print within a second, each with a few priorities; more
    /// would not stay in a processor's cache beside all else.
    private static let places = 512
    /// Longest header that is remembered, in bytes.
    private static let longest = 128
    /// Lengths of headers that are remembered.
    private static let lengths = 8...longest
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
    /// Where the tag of the last line stood.
    private var lastTag = RecentHeaders.lengths.lowerBound
    /// What the stamp of the header at hand means, once its members are written; nil if it has none, or one that means
    /// nothing.
    var clock: ClockReading?

    /// Finds the tag of the message that `line[..<end]` holds, and reads the header before it, which is then the one at
    /// hand; nil if there is no tag.
    ///
    /// Most headers are as long as the one before. If a tag stands at that place behind a header that is remembered,
    /// nothing has to be looked for.
    @inline(never)
    mutating func read(_ line: Span<UInt8>, to end: Int) -> ASATag? {
        current = nil
        guard let expected = ASATag.common(in: line, at: lastTag, to: end) else { return find(line, to: end) }
        let hash = RecentHeaders.hash(of: line, expected.start, expected.level)
        let place = RecentHeaders.place(hash)
        if hashes[place] == hash, entries[place].endsAtTag, recalls(line, before: expected, place) { return expected }
        guard ASATag.isFirst(at: expected.start, in: line) else { return find(line, to: end) }
        read(line, before: expected, hash)
        return expected
    }

    /// The same wherever the tag stands.
    @inline(never)
    private mutating func find(_ line: Span<UInt8>, to end: Int) -> ASATag? {
        guard let tag = ASATag.ofMessage(line, to: end) else { return nil }
        if RecentHeaders.lengths.contains(tag.start) {
            lastTag = tag.start
            read(line, before: tag, RecentHeaders.hash(of: line, tag.start, tag.level))
        } else {
            readNewly(line, to: tag.start)
        }
        return tag
    }

    /// Reads a header with that hash, and remembers it if it came before.
    @inline(__always)
    private mutating func read(_ line: Span<UInt8>, before tag: ASATag, _ hash: UInt64) {
        let place = RecentHeaders.place(hash)
        if hashes[place] == hash {
            readAgain(line, before: tag, place)
        } else {
            hashes[place] = hash
            readNewly(line, to: tag.start)
        }
    }

    private mutating func readNewly(_ line: Span<UInt8>, to end: Int) {
        if !CommonHeader.read(line, to: end, &stamp, into: &header) { header = SyslogHeader(line, to: end) }
    }

    /// Takes the header at a place of the table if it is the one before the tag.
    @inline(__always)
    private mutating func recalls(_ line: Span<UInt8>, before tag: ASATag, _ place: Int) -> Bool {
        guard entries[place].count == tag.start, entries[place].level == tag.level,
            ByteSearch.isSame(texts.span, place &* RecentHeaders.longest, line, 0, count: tag.start)
        else { return false }
        header = entries[place].header
        current = place
        return true
    }

    /// Reads a header that came before, unless another has its hash, and remembers it.
    @inline(never)
    private mutating func readAgain(_ line: Span<UInt8>, before tag: ASATag, _ place: Int) {
        if recalls(line, before: tag, place) { return }
        current = place
        readNewly(line, to: tag.start)
        entries[place] = Entry(
            count: tag.start,
            level: tag.level,
            header: header,
            endsAtTag: ASATag.standsApart(at: tag.start, in: line)
        )
        ByteSearch.copy(line, 0, tag.start, into: &texts, at: place * RecentHeaders.longest)
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

    /// The place of a hash in the table.
    @inline(__always)
    private static func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash & UInt64(places - 1)) }

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
