// Offsets on their way into a transaction, on a thread of their own: librdkafka's call does not return while the coordinator
// of the group cannot be reached, whatever its time limit says (issues 5456 and 5511), and its caller must be able to leave.

internal import CRdKafka
internal import Glibc

/// A call of `rd_kafka_send_offsets_to_transaction` under way: made once, waited for in as many slices as the caller likes.
///
/// Until it is over, no other transaction call may be made on the producer; the producer may be closed. Dropping the object
/// gives the call up: its thread then destroys what it holds of the client when the library returns, or ends with the process.
@safe
public final class TransactionOffsetCommit {
    /// What both threads see.
    @safe
    private final class Outcome: @unchecked Sendable {
        // SAFETY: made in init, destroyed in deinit, used by the library of threads only; `result` is read and written under
        // the mutex.
        @unsafe private let mutex: UnsafeMutablePointer<pthread_mutex_t>
        @unsafe private let condition: UnsafeMutablePointer<pthread_cond_t>
        private var result: Result<Void, KafkaError>?

        init() {
            unsafe mutex = .allocate(capacity: 1)
            unsafe condition = .allocate(capacity: 1)
            unsafe mutex.initialize(to: pthread_mutex_t())
            unsafe condition.initialize(to: pthread_cond_t())
            var attributes = pthread_condattr_t()
            // A wall clock that is set must not lengthen the wait.
            unsafe pthread_condattr_init(&attributes)
            unsafe pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
            unsafe pthread_mutex_init(mutex, nil)
            unsafe pthread_cond_init(condition, &attributes)
            unsafe pthread_condattr_destroy(&attributes)
        }

        func set(_ result: Result<Void, KafkaError>) {
            unsafe pthread_mutex_lock(mutex)
            self.result = result
            unsafe pthread_cond_signal(condition)
            unsafe pthread_mutex_unlock(mutex)
        }

        func wait(for time: Duration) -> Result<Void, KafkaError>? {
            var end = timespec()
            unsafe clock_gettime(CLOCK_MONOTONIC, &end)
            let nanoseconds = Int(time.libraryMilliseconds) * 1_000_000 + end.tv_nsec
            end.tv_sec += nanoseconds / 1_000_000_000
            end.tv_nsec = nanoseconds % 1_000_000_000
            unsafe pthread_mutex_lock(mutex)
            defer { unsafe pthread_mutex_unlock(mutex) }
            while result == nil, unsafe pthread_cond_timedwait(condition, mutex, &end) == 0 {}
            return result
        }

        deinit {
            unsafe pthread_cond_destroy(condition)
            unsafe pthread_mutex_destroy(mutex)
            unsafe condition.deallocate()
            unsafe mutex.deallocate()
        }
    }

    /// What the thread needs, kept alive until the library has returned.
    @safe
    private final class Work {
        private let client: Client
        private let offsets: PartitionList
        private let membership: GroupMetadata
        private let outcome: Outcome

        init(
            _ client: Client,
            _ offsets: consuming PartitionList,
            _ membership: GroupMetadata,
            _ outcome: Outcome
        ) {
            self.client = client
            self.offsets = offsets
            self.membership = membership
            self.outcome = outcome
        }

        func run() {
            // SAFETY: client, list and metadata are held by self and only read; the error object is handed over.
            do throws(KafkaError) {
                unsafe try KafkaError.check(
                    consuming: rd_kafka_send_offsets_to_transaction(
                        client.pointer,
                        offsets.pointer,
                        membership.pointer,
                        // As long as the transaction may take.
                        -1
                    ),
                    TransactionOffsetCommit.operation
                )
                outcome.set(.success(()))
            } catch {
                outcome.set(.failure(error))
            }
        }
    }

    static let operation = "send offsets"
    private let outcome = Outcome()

    init(_ client: Client, _ offsets: [TopicPartitionOffset], _ membership: GroupMetadata) throws(KafkaError) {
        let work = Work(client, PartitionList(offsets), membership, outcome)
        var thread = pthread_t()
        // SAFETY: the box is retained once here and taken back once, by the thread or below if there is no thread.
        let box = unsafe Unmanaged.passRetained(work)
        let code = unsafe pthread_create(
            &thread,
            nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            },
            box.toOpaque()
        )
        guard code == 0 else {
            unsafe box.release()
            throw KafkaError(
                code: .state,
                operation: Self.operation,
                message: "the system gives no thread",
                isRetriable: true
            )
        }
        pthread_detach(thread)
    }

    /// Waits so long for the library to return.
    ///
    /// - Returns: Whether the offsets are part of the transaction; false if the call is still under way.
    /// - Throws: With the three verdicts; a refused membership requires the transaction to be aborted.
    public func wait(for time: Duration) throws(KafkaError) -> Bool {
        guard let result = outcome.wait(for: time) else { return false }
        try result.get()
        return true
    }
}
