// Where the raw line stands in Kafka, and the identifier that says so: an event's eventId leads back to its record.
// Pure.

/// Where a record stands: what an eventId is made of.
public struct RecordPosition: Equatable, Sendable {
    /// 48 bits that name the input topic.
    public var namespace: UInt64
    /// Partition, 0 up to 2^20 - 1.
    public var partition: Int32
    /// Offset, 0 up to 2^54 - 1.
    public var offset: Int64

    /// Makes a position.
    public init(namespace: UInt64, partition: Int32, offset: Int64) {
        self.namespace = namespace & 0xFFFF_FFFF_FFFF
        self.partition = partition
        self.offset = offset
    }

    /// The first 48 bits of the FNV-1a hash of a topic name or of the namespace setting.
    public static func namespace(of name: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash >> 16
    }

    /// The UUID version 8 of this position: 48 bits namespace, 20 bits partition, 54 bits offset, high to low.
    @inline(__always)
    public var eventID: UUID {
        let place = UInt64(UInt32(bitPattern: partition) & 0xF_FFFF)
        let offset = UInt64(bitPattern: self.offset) & 0x3F_FFFF_FFFF_FFFF
        let customB = place >> 8
        let customC = (place & 0xFF) << 54 | offset
        return UUID(high: namespace << 16 | 0x8000 | customB, low: 0x8000_0000_0000_0000 | customC)
    }

    /// Reads a position back from an eventId; nil if the identifier is not of version 8.
    public init?(eventID: UUID) {
        guard eventID.high >> 12 & 0xF == 8, eventID.low >> 62 == 2 else { return nil }
        let partition = (eventID.high & 0xFFF) << 8 | eventID.low >> 54 & 0xFF
        self.init(
            namespace: eventID.high >> 16,
            partition: Int32(partition),
            offset: Int64(eventID.low & 0x3F_FFFF_FFFF_FFFF)
        )
    }
}
