// The consumer's membership as a producer's transaction presents it to the group.
// Opaque: only passed on. Independent of the consumer once taken, and never changed; any thread.

internal import CRdKafka

/// A consumer's group, generation and member name at one moment (`rd_kafka_consumer_group_metadata`).
///
/// Take it right after collecting and before processing: if the group has moved on meanwhile, the broker then refuses
/// the offsets. Taken later, it may hold a membership that no broker checks.
@safe
public final class GroupMetadata: @unchecked Sendable {
    // SAFETY: taken over in init, freed in deinit, lent to C only while self lives, and only read there.
    @unsafe let pointer: OpaquePointer

    @unsafe
    init(owning pointer: OpaquePointer) {
        // SAFETY: the caller hands the object over.
        unsafe self.pointer = pointer
    }

    /// A group without a membership, for a consumer that takes its partitions itself
    /// (`rd_kafka_consumer_group_metadata_new`).
    ///
    /// Brokers check no generation of it: what keeps two processes from committing offsets of one partition must be
    /// something else, such as one `transactional.id` that all who do so share.
    public convenience init(ofGroup group: String) {
        // SAFETY: the object is ours from here on.
        unsafe self.init(owning: required(rd_kafka_consumer_group_metadata_new(group)))
    }

    /// A membership that brokers take for the offsets of a group only while it has no members
    /// (`rd_kafka_consumer_group_metadata_new_with_genid`): no generation, and a name that no member has.
    public convenience init(ofEmptyGroup group: String) {
        // SAFETY: the object is ours from here on.
        unsafe self.init(owning: required(rd_kafka_consumer_group_metadata_new_with_genid(group, -1, "none", nil)))
    }

    /// The generation of the group; negative if the consumer has dropped out of it, nil if the library does not tell.
    ///
    /// Read from the serialized form, since this version's interface does not show it
    /// (`rd_kafka_consumer_group_metadata_write`: "CGMDv2:", then the number in the machine's byte order).
    var generation: Int32? {
        var buffer: UnsafeMutableRawPointer?
        var size = 0
        // SAFETY: the object is alive; the buffer is ours from here on and freed after it was read.
        if let error = unsafe rd_kafka_consumer_group_metadata_write(pointer, &buffer, &size) {
            unsafe rd_kafka_error_destroy(error)
            return nil
        }
        defer { unsafe rd_kafka_mem_free(nil, buffer) }
        let prefix = Array("CGMDv2:".utf8)
        let bytes = unsafe UnsafeRawBufferPointer(start: buffer, count: size)
        guard size >= prefix.count + 4, unsafe bytes.starts(with: prefix) else { return nil }
        return unsafe bytes.loadUnaligned(fromByteOffset: prefix.count, as: Int32.self)
    }

    deinit {
        // SAFETY: the only owner ends here.
        unsafe rd_kafka_consumer_group_metadata_destroy(pointer)
    }
}
