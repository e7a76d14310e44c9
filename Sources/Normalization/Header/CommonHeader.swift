// The one form in which nearly all devices print a header, read in a single pass: the general reading of SyslogHeader
// gives the same for it and takes several. Anything else is left to that. Pure.

/// `<166>Nov 03 2020 09:50:01 vpn1 : `: the year, the priority and the host may be missing, and the colon too.
struct CommonHeader {
    private var position = 0
    private let end: Int

    /// Reads all of `line[..<end]`.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - end: Where its tag starts.
    ///   - stamp: The stamp that was read last, and then this one.
    ///   - header: The header that was read last, and then this one.
    /// - Returns: False if it has any other form, and then nothing of the header counts.
    @inline(__always)
    static func read(
        _ line: Span<UInt8>,
        to end: Int,
        _ stamp: inout RecentStamp,
        into header: inout SyslogHeader
    ) -> Bool {
        var reader = CommonHeader(end: end)
        return reader.read(line, &stamp, into: &header)
    }

    private init(end: Int) {
        self.end = end
    }

    private mutating func read(
        _ line: Span<UInt8>,
        _ stamp: inout RecentStamp,
        into header: inout SyslogHeader
    ) -> Bool {
        if end > 0, line[0] == ASCII.lessThan {
            position = 1
            let priority = Text.leadingDigits(line, at: position, to: end)
            guard priority.count > 0, priority.count <= 3 else { return false }
            position &+= priority.count
            guard takes(ASCII.greaterThan, line) else { return false }
        }
        position = Text.afterColons(position, line, end)
        let start = position
        if stamp.stands(in: line, at: start, to: end) {
            position &+= RecentStamp.length
            if header.commonStamp != stamp.number { header = SyslogHeader(stamp) }
        } else {
            guard let time = readTime(line) else { return false }
            if position &- start == RecentStamp.length {
                stamp.remember(time, line, at: start)
                header = SyslogHeader(stamp)
            } else {
                header = SyslogHeader()
                header.isCommon = true
                header.time = time
            }
        }
        header.timeRange = ByteRange(start, position)
        header.host = .absent
        guard position < end else { return true }
        guard ASCII.isBlank(line[position]) || line[position] == ASCII.colon else { return false }
        position = Text.afterColons(position, line, end)
        guard position < end else { return true }
        guard let host = readHost(line) else { return false }
        header.host = host
        position = Text.afterColons(position, line, end)
        return position == end
    }

    /// `Nov 03 2020 09:50:01` or `Nov  3 09:50:01`; what follows is no digit and no fraction.
    @inline(__always)
    private mutating func readTime(_ line: Span<UInt8>) -> DeviceTime? {
        guard position &+ 15 <= end, let month = TimestampParser.month(line, at: position) else { return nil }
        var time = DeviceTime()
        let tens = line[position &+ 4]
        let ones = line[position &+ 5] &- ASCII.zero
        guard line[position &+ 3] == ASCII.space, ones < 10, line[position &+ 6] == ASCII.space else { return nil }
        if tens != ASCII.space {
            guard tens &- ASCII.zero < 10 else { return nil }
            time.day = Int(tens &- ASCII.zero) &* 10
        }
        time.month = month
        time.day &+= Int(ones)
        position &+= 7
        let year = Text.leadingDigits(line, at: position, to: end)
        if year.count == 4 {
            guard TimestampParser.years.contains(year.value) else { return nil }
            time.year = year.value
            position &+= 4
            guard takes(ASCII.space, line), position &+ 8 <= end else { return nil }
        }
        guard (1...31).contains(time.day), readClock(line, &time) else { return nil }
        return time
    }

    /// `09:50:01`, eight bytes that were checked to be there.
    @inline(__always)
    private mutating func readClock(_ line: Span<UInt8>, _ time: inout DeviceTime) -> Bool {
        // Digits become their values, colons zero; what is neither leaves bits above the low four, or is over nine.
        let digits = ByteSearch.word(line, at: position) ^ 0x3030_3A30_303A_3030
        guard (digits | (digits &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0,
            digits & 0x0000_FF00_00FF_0000 == 0
        else { return false }
        let pairs = digits &* 10 &+ digits >> 8
        time.hour = Int(pairs & 0xFF)
        time.minute = Int(pairs >> 24 & 0xFF)
        time.second = Int(pairs >> 48 & 0xFF)
        position &+= 8
        return time.hour < 24 && time.minute < 60 && time.second <= 60
    }

    /// A name of letters, digits, dashes, dots and low lines, with a letter among them, or an IPv4 address.
    @inline(__always)
    private mutating func readHost(_ line: Span<UInt8>) -> ByteRange? {
        let start = position
        var hasLetter = false
        var dot: Int?
        var length = 8
        while length == 8, position < end {
            let word = ByteSearch.word(line, at: position, to: end)
            let letters = ByteSearch.marks(UInt8(ascii: "a")...UInt8(ascii: "z"), in: word | 0x2020_2020_2020_2020)
            let dots = ByteSearch.marks(ASCII.dot...ASCII.dot, in: word)
            let marks = dots | ByteSearch.marks(ASCII.dash...ASCII.dash, in: word)
            let digits = ByteSearch.marks(ASCII.zero...ASCII.nine, in: word)
            let lines = ByteSearch.marks(UInt8(ascii: "_")...UInt8(ascii: "_"), in: word)
            let others = ~(letters | digits | marks | lines) & ByteSearch.highs
            length = others.trailingZeroBitCount >> 3
            let within = length == 8 ? UInt64.max : (1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1
            if letters & within != 0 { hasLetter = true }
            if dot == nil, dots & within != 0 { dot = position &+ dots.trailingZeroBitCount >> 3 }
            position &+= length
        }
        guard position > start, line[start] != ASCII.dash, line[start] != ASCII.dot else { return nil }
        guard position == end || ASCII.isBlank(line[position]) || line[position] == ASCII.colon else { return nil }
        let host = ByteRange(start, position)
        guard hasLetter else {
            var last = start
            return IPv4Address.take(&last, position, line) != nil && last == position ? host : nil
        }
        // A zone and what a collector begins its own events with are no hosts.
        if mayBeZone(host, line), TimeZoneName.parse(line, at: start, to: end) != nil { return nil }
        guard !SyslogHeader.isCommonEventFormat(line, start, end)
        else { return nil }
        if let dot, HostName.isFacility(host, dot, line) { return nil }
        return host
    }

    /// Whether a host may be the name of a zone: one in lower case has three or four letters.
    @inline(__always)
    private func mayBeZone(_ host: ByteRange, _ line: Span<UInt8>) -> Bool {
        line[host.lowerBound] &- UInt8(ascii: "A") < 26
            || (3...4).contains(host.count) && ASCII.isLetter(line[host.upperBound &- 1])
    }

    @inline(__always)
    private mutating func takes(_ byte: UInt8, _ line: Span<UInt8>) -> Bool {
        guard position < end, line[position] == byte else { return false }
        position &+= 1
        return true
    }
}
