// The consumer's membership as a producer's transaction presents it to the group.
// Opaque: only passed on. Independent of the consumer once taken; any thread, one at a time.

internal import CRdKafka

/// A consumer's group, generation and member name at one moment (`rd_kafka_consumer_group_metadata`).
///
/// Take it right after collecting and before processing: if the group has moved on meanwhile, the broker then refuses
/// the offsets. Taken later, it may hold a membership that no broker checks.
@safe
public struct GroupMetadata: ~Copyable {
    // SAFETY: taken over in init, freed in deinit, lent to C only while self lives.
    @unsafe let pointer: OpaquePointer

    @unsafe
    init(owning pointer: OpaquePointer) {
        // SAFETY: the caller hands the object over.
        unsafe self.pointer = pointer
    }

    deinit {
        // SAFETY: the only owner ends here.
        unsafe rd_kafka_consumer_group_metadata_destroy(pointer)
    }
}
