// Whether a device's clock can be right: its stamp beside the time at which something else had the line. Only stamps
// that state no zone count: what is found is nearly always a zone that no setting names. Pure.

/// What is wrong with the clock of a device, as one line shows.
public enum ClockFault: Equatable, Sendable {
    /// It is an hour or more off, rounded to a quarter of an hour.
    ///
    /// `fitting` is the offset that would fit, in seconds east of UTC, rounded to a quarter of an hour; nil where no
    /// place on earth has it.
    case off(fitting: Int?)
    /// It shows a time that summer time leaves out, so that it does not go by the zone that it is said to go by.
    case leftOut

    private static let quarter: Int64 = 900
    /// What is an hour once it is rounded: a line that is on its way for a while is less than an hour ahead.
    private static let least = UInt64(3600 - quarter / 2)
    /// What clocks on earth go by.
    private static let offsets = -12 * 3600...14 * 3600

    /// Compares a clock with a moment at which something else had the line; nil if nothing is wrong, or there is
    /// nothing to compare with.
    init?(_ clock: ClockReading, near reference: Int64?) {
        if clock.occurrence == .never {
            self = .leftOut
            return
        }
        guard let reference else { return nil }
        let ahead = clock.moment - reference
        guard ahead.magnitude >= ClockFault.least else { return nil }
        let offset = Int(ClockFault.rounded(ahead + Int64(clock.offset)))
        self = .off(fitting: ClockFault.offsets.contains(offset) ? offset : nil)
    }

    /// The nearest quarter of an hour.
    private static func rounded(_ seconds: Int64) -> Int64 {
        let half = seconds < 0 ? -quarter / 2 : quarter / 2
        return (seconds + half) / quarter * quarter
    }
}

/// What faults of clocks were seen, by device.
///
/// Its memory is bounded, however many names lines hold, and counting a device that is known allocates nothing.
public struct DeviceClocks: Sendable {
    /// What was seen of a device.
    public struct Counts: Equatable, Sendable {
        /// Lines an hour or more off.
        public var off = 0
        /// Lines with a time that summer time leaves out.
        public var leftOut = 0
        /// The offset that would fit the last of the lines that are off, in seconds east of UTC.
        public var fitting: Int?

        /// Makes counts of nothing.
        public init() {}

        /// Adds what was seen later.
        public mutating func add(_ later: Counts) {
            off += later.off
            leftOut += later.leftOut
            fitting = later.fitting ?? fitting
        }

        fileprivate mutating func count(_ fault: ClockFault) {
            switch fault {
            case .off(let offset):
                off += 1
                fitting = offset ?? fitting
            case .leftOut: leftOut += 1
            }
        }
    }

    private struct Entry: Sendable {
        /// The name in `names`.
        var name: ByteRange
        var counts = Counts()
    }

    /// Most devices that are told apart: a fault of more than these is found by the first of them.
    public static let mostDevices = 64
    /// Longest name of a device, in bytes.
    private static let longestName = 253
    /// Twice as many as devices, a power of two, so that a search ends soon.
    private static let places = 128

    private var names: [UInt8] = []
    private var entries: [Entry] = []
    /// Indices of the entries, each at the hash of its name or behind it; -1 for none.
    private var table: [Int8] = []
    /// Devices beyond those, and lines that name none.
    private var others = Counts()

    /// Makes a table without devices.
    public init() {}

    /// Counts a line.
    ///
    /// - Parameters:
    ///   - fault: What it shows.
    ///   - name: Its device; empty if it names none.
    public mutating func count(_ fault: ClockFault, of name: Span<UInt8>) {
        guard let index = index(of: name) else { return others.count(fault) }
        entries[index].counts.count(fault)
    }

    /// What was seen, by name; that of all others has an empty one.
    public var devices: [(name: String, counts: Counts)] {
        let named = entries.map { entry in
            let bytes = names[entry.name.lowerBound..<entry.name.upperBound]
            return (name: String(decoding: bytes, as: UTF8.self), counts: entry.counts)
        }
        return others == Counts() ? named : named + [("", others)]
    }

    /// Index of a device, which is added if there is room; nil if there is none.
    private mutating func index(of name: Span<UInt8>) -> Int? {
        guard !name.isEmpty, name.count <= DeviceClocks.longestName else { return nil }
        if table.isEmpty { table = [Int8](repeating: -1, count: DeviceClocks.places) }
        var place = DeviceClocks.place(of: name)
        while table[place] >= 0 {
            let index = Int(table[place])
            let known = entries[index].name
            if known.count == name.count,
                ByteSearch.holds(names.span, known.lowerBound, known.count, in: name, at: 0, to: name.count)
            {
                return index
            }
            place = (place + 1) % DeviceClocks.places
        }
        guard entries.count < DeviceClocks.mostDevices else { return nil }
        table[place] = Int8(entries.count)
        let start = names.count
        for index in name.indices { names.append(name[index]) }
        entries.append(Entry(name: ByteRange(start, names.count)))
        return entries.count - 1
    }

    private static func place(of name: Span<UInt8>) -> Int {
        var hash = UInt64(truncatingIfNeeded: name.count)
        var offset = 0
        while offset < name.count {
            hash = ByteSearch.mixed(hash, ByteSearch.word(name, at: offset, count: min(8, name.count - offset)))
            offset += 8
        }
        return Int(truncatingIfNeeded: hash % UInt64(places))
    }
}
