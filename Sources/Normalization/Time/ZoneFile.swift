// Reads a file of tzdata: TZif of the versions 1 to 4 (RFC 9636, RFC 8536). Every count, index and bound is checked
// before it is used, so that a damaged file is a fault and nothing else. Pure.

/// Why no zone can be made of a file.
public struct DamagedZone: Error, Equatable {
    /// In words, behind "it".
    public let reason: String
}

extension ZoneRules {
    /// Most bytes of a file; the largest of tzdata has a tenth of it.
    public static let mostBytes = 65_536

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - name: Name of the zone.
    ///   - file: The whole file.
    /// - Throws: `DamagedZone` for one that is no TZif file, is cut off, contradicts itself, or counts leap seconds.
    public init(name: String, file: [UInt8]) throws(DamagedZone) {
        guard file.count <= ZoneRules.mostBytes else {
            throw DamagedZone(reason: "has more than \(ZoneRules.mostBytes) bytes")
        }
        var reader = ZoneFile(bytes: file)
        var block = try reader.readHeader()
        guard block.version > 1 else {
            self.init(name: name, try reader.readPeriods(block, timeBytes: 4), footer: nil)
            return
        }
        // What stands first is for readers of version 1.
        try reader.skip(block.byteCount(timeBytes: 4))
        block = try reader.readHeader()
        let periods = try reader.readPeriods(block, timeBytes: 8)
        let footer = try reader.readFooter()
        // The rule goes on from where the last period is, so it must know that one's offset.
        if let footer, let last = periods.last?.offset, last != footer.standard, last != footer.summer?.offset {
            throw DamagedZone(reason: "ends with a rule that contradicts its last offset")
        }
        self.init(name: name, periods, footer: footer)
    }
}

/// A place in a file that is read.
private struct ZoneFile {
    /// What a header says of the block behind it.
    struct Block {
        var version: Int
        var universalMarks: Int
        var standardMarks: Int
        var leapSeconds: Int
        var times: Int
        var types: Int
        var nameBytes: Int

        /// Bytes of the block; every count has 32 bits, so that no sum overflows.
        func byteCount(timeBytes: Int) -> Int {
            times * (timeBytes + 1) + types * 6 + nameBytes + leapSeconds * (timeBytes + 4) + standardMarks
                + universalMarks
        }
    }

    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func skip(_ count: Int) throws(DamagedZone) {
        guard count <= bytes.count - position else { throw DamagedZone(reason: "is cut off") }
        position += count
    }

    /// Takes a number, the most significant byte first, with a sign where all eight bytes are taken.
    private mutating func take(_ count: Int) throws(DamagedZone) -> Int64 {
        let start = position
        try skip(count)
        return bytes[start..<position].reduce(0) { $0 << 8 | Int64($1) }
    }

    private mutating func takeSigned32() throws(DamagedZone) -> Int64 {
        Int64(Int32(truncatingIfNeeded: try take(4)))
    }

    mutating func readHeader() throws(DamagedZone) -> Block {
        guard bytes.count - position >= 5, try take(4) == 0x545A_6966 else {
            throw DamagedZone(reason: "is no TZif file")
        }
        let version = Int(try take(1))
        // Version 1 is written as NUL, the others as digits.
        guard version == 0 || (0x32...0x34).contains(version) else {
            throw DamagedZone(reason: "is of a version other than 1 to 4")
        }
        try skip(15)
        return Block(
            version: version == 0 ? 1 : version - 0x30,
            universalMarks: Int(try take(4)),
            standardMarks: Int(try take(4)),
            leapSeconds: Int(try take(4)),
            times: Int(try take(4)),
            types: Int(try take(4)),
            nameBytes: Int(try take(4))
        )
    }

    /// Reads a block; what it says of names and of the marks of its rules means nothing here.
    mutating func readPeriods(_ block: Block, timeBytes: Int) throws(DamagedZone) -> [ZoneRules.Period] {
        guard block.byteCount(timeBytes: timeBytes) <= bytes.count - position else {
            throw DamagedZone(reason: "is cut off")
        }
        guard block.leapSeconds == 0 else { throw DamagedZone(reason: "counts leap seconds, which devices do not") }
        guard (1...256).contains(block.types) else { throw DamagedZone(reason: "has no offset, or too many") }
        var starts: [Int64] = []
        for _ in 0..<block.times {
            let start = timeBytes == 8 ? try take(8) : try takeSigned32()
            guard starts.last.map({ $0 < start }) ?? true else { throw DamagedZone(reason: "has times out of order") }
            guard start < CivilTime.startOfYear(10_000) else {
                throw DamagedZone(reason: "has a time beyond year 9999")
            }
            starts.append(start)
        }
        var kinds: [Int] = []
        for _ in 0..<block.times { kinds.append(Int(try take(1))) }
        var offsets: [Int] = []
        for _ in 0..<block.types {
            let offset = Int(try takeSigned32())
            guard ZoneRules.offsets.contains(offset) else {
                throw DamagedZone(reason: "has an offset of more than a day")
            }
            offsets.append(offset)
            try skip(2)
        }
        guard kinds.allSatisfy({ $0 < offsets.count }) else {
            throw DamagedZone(reason: "names an offset that it does not have")
        }
        try skip(block.nameBytes + block.standardMarks + block.universalMarks)
        let first = ZoneRules.Period(start: .min, offset: offsets[0])
        return [first] + zip(starts, kinds).map { ZoneRules.Period(start: $0, offset: offsets[$1]) }
    }

    /// Reads the rule at the end, between two line feeds; nil if it is empty.
    mutating func readFooter() throws(DamagedZone) -> ZoneFooter? {
        guard try take(1) == 0x0A, let end = bytes[position...].firstIndex(of: 0x0A) else {
            throw DamagedZone(reason: "is cut off")
        }
        let text = Array(bytes[position..<end])
        guard !text.isEmpty else { return nil }
        guard let footer = ZoneFooter(text) else { throw DamagedZone(reason: "ends with a rule that cannot be read") }
        return footer
    }
}
