// Files of tzdata made for tests and for the fuzz target, so that none depends on what a machine has.

import Normalization

/// What a file holds.
struct ZoneBytes {
    /// 0 for version 1, else the digit.
    var version = UInt8(ascii: "2")
    /// Seconds since 1970, and the index of the offset that begins there.
    var changes: [(start: Int64, kind: UInt8)] = []
    /// Seconds east of UTC.
    var offsets: [Int32] = [0]
    var footer = ""
    var leapSeconds: UInt32 = 0

    var file: [UInt8] {
        guard version != 0 else { return header(changes.count, offsets.count, 4) + block(timeBytes: 4) }
        // As zic writes it: readers of version 1 get one offset and nothing else.
        var file = header(0, 1, 1, leaps: 0) + [UInt8](repeating: 0, count: 7)
        file += header(changes.count, offsets.count, 4) + block(timeBytes: 8)
        return file + Array("\n\(footer)\n".utf8)
    }

    func rules(_ name: String = "Test/Zone") throws -> ZoneRules { try ZoneRules(name: name, file: file) }

    private func header(_ changes: Int, _ offsets: Int, _ names: Int, leaps: UInt32? = nil) -> [UInt8] {
        var header = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
        for count in [0, 0, leaps ?? leapSeconds, UInt32(changes), UInt32(offsets), UInt32(names)] {
            header += ZoneBytes.bytes(count)
        }
        return header
    }

    private func block(timeBytes: Int) -> [UInt8] {
        var block: [UInt8] = []
        for (start, _) in changes {
            let short = Int32(truncatingIfNeeded: start)
            block += timeBytes == 8 ? ZoneBytes.bytes(start) : ZoneBytes.bytes(short)
        }
        block += changes.map(\.kind)
        for offset in offsets { block += ZoneBytes.bytes(offset) + [0, 0] }
        block += Array("XYZ\0".utf8)
        return block + [UInt8](repeating: 0, count: Int(leapSeconds) * (timeBytes + 4))
    }

    /// The bytes of a number, the most significant first.
    private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
        stride(from: number.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}

extension ZoneBytes {
    /// Berlin since 1996, when the European Union's rule began.
    static let berlin = ZoneBytes(
        changes: [(828_234_000, 1), (846_378_000, 0)],
        offsets: [3600, 7200],
        footer: "CET-1CEST,M3.5.0,M10.5.0/3"
    )
    /// New York since 2007.
    static let newYork = ZoneBytes(
        changes: [(1_173_596_400, 1), (1_194_156_000, 0)],
        offsets: [-18_000, -14_400],
        footer: "EST5EDT,M3.2.0,M11.1.0"
    )
}
