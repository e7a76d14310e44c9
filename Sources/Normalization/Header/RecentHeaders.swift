// Headers that were read lately: a busy device prints the same priority, second and name many times in a row, and the same
// bytes read the same. A small table with one place for each hash; what is not there is read. One owner, one thread.

/// Reads headers, and remembers what it read.
struct RecentHeaders: ~Copyable {
    private struct Entry {
        /// Length of the header's text; 0 for an empty place.
        var count = 0
        var header = SyslogHeader()
    }

    private static let places = 64
    /// Longest header that is remembered, in bytes; the shortest has eight.
    private static let longest = 128

    private var entries = [Entry](repeating: Entry(), count: RecentHeaders.places)
    /// The texts of the entries, `longest` bytes each.
    private var texts = [UInt8](repeating: 0, count: RecentHeaders.places * RecentHeaders.longest)

    /// The header `line[..<end]`, `end` being where the tag starts.
    mutating func header(of line: Span<UInt8>, to end: Int) -> SyslogHeader {
        guard end >= 8, end <= RecentHeaders.longest else { return SyslogHeader(line, to: end) }
        let place = RecentHeaders.place(of: line, end)
        let start = place * RecentHeaders.longest
        if entries[place].count == end, ByteSearch.holds(texts.span, start, end, in: line, at: 0, to: end) {
            return entries[place].header
        }
        let header = SyslogHeader(line, to: end)
        entries[place] = Entry(count: end, header: header)
        for index in 0..<end { texts[start + index] = line[index] }
        return header
    }

    /// The place of a text of at least eight bytes.
    @inline(__always)
    private static func place(of line: Span<UInt8>, _ end: Int) -> Int {
        var hash = UInt64(truncatingIfNeeded: end)
        var offset = 0
        while offset < end - 8 {
            hash = (hash ^ ByteSearch.word(line, at: offset)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
            offset += 8
        }
        hash = (hash ^ ByteSearch.word(line, at: end - 8)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: hash >> 58)
    }
}
