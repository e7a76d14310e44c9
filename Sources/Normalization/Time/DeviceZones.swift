// The zones of single devices, found by the name that the event gets. Made once at start and kept sorted; a look-up
// compares bytes in place and allocates nothing. Pure.

/// What a device's clock goes by.
public enum DeviceZone: Sendable, Equatable {
    /// Seconds east of UTC, all year.
    case offset(Int)
    /// A zone of tzdata.
    case rules(ZoneRules)
}

/// How often a clock shows a time of a day: summer time begins and ends in the night.
public enum Occurrence: Sendable {
    /// One time, as nearly all.
    case once
    /// First in summer time, and then again.
    case twice
    /// The hour that is left out when summer time begins.
    case never
}

/// Zones of devices that do not share the default.
public struct DeviceZones: Sendable {
    private struct Entry: Sendable {
        /// The name in `names`, in lower case.
        var name: ByteRange
        var zone: DeviceZone
    }

    private var names: [UInt8] = []
    /// In order of their names.
    private var entries: [Entry] = []

    /// Makes a table without devices.
    public init() {}

    /// Whether no device has a zone of its own.
    var isEmpty: Bool { entries.isEmpty }

    /// Adds a device.
    ///
    /// - Parameters:
    ///   - device: Its name as token `deviceHost` has it; ASCII letter case is of no account.
    ///   - zone: What its clock goes by.
    /// - Returns: False if the device has another zone already, which it keeps.
    public mutating func add(_ device: String, _ zone: DeviceZone) -> Bool {
        let name = Array(device.utf8)
        let (index, isThere) = place(of: ByteRange(0, name.count), in: name.span)
        if isThere { return entries[index].zone == zone }
        let start = names.count
        for byte in name { names.append(ASCII.lowercased(byte)) }
        entries.insert(Entry(name: ByteRange(start, names.count), zone: zone), at: index)
        return true
    }

    /// The zone of the device that `text` names at `name`; nil if it has none of its own.
    ///
    /// Logarithmic in the number of devices.
    func zone(of name: ByteRange, in text: Span<UInt8>) -> DeviceZone? {
        guard !entries.isEmpty else { return nil }
        let (index, isThere) = place(of: name, in: text)
        return isThere ? entries[index].zone : nil
    }

    /// Index of the device, or the one at which it would stand.
    private func place(of name: ByteRange, in text: Span<UInt8>) -> (index: Int, isThere: Bool) {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            let order = order(of: entries[middle].name, name, text)
            if order == 0 { return (middle, true) }
            if order < 0 { low = middle + 1 } else { high = middle }
        }
        return (low, false)
    }

    /// Negative if the device stands before the name in `text`, 0 if it is the one, positive if it stands behind.
    private func order(of device: ByteRange, _ name: ByteRange, _ text: Span<UInt8>) -> Int {
        for index in 0..<min(device.count, name.count) {
            let difference =
                Int(names[device.lowerBound + index]) - Int(ASCII.lowercased(text[name.lowerBound + index]))
            if difference != 0 { return difference }
        }
        return device.count - name.count
    }
}
