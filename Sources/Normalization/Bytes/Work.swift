// Counts the bytes that are looked at, for tests that prove how work grows with a line: seconds would say how busy the
// machine is. In debug builds only; elsewhere nothing of it is left.

internal import Glibc

/// The bytes that a thread looks at while it is measured.
enum Work {
    #if DEBUG
        /// Where the measuring thread counts.
        private static let key: pthread_key_t = {
            var key = pthread_key_t()
            // SAFETY: the call fills the key that it is handed.
            guard unsafe pthread_key_create(&key, nil) == 0 else {
                preconditionFailure("no key for a thread's counter")
            }
            return key
        }()

        /// Counts the bytes that `body` looks at on this thread.
        static func count(_ body: () throws -> Void) rethrows -> Int {
            let counter = UnsafeMutablePointer<Int>.allocate(capacity: 1)
            unsafe counter.initialize(to: 0)
            // SAFETY: the counter lives until the thread has forgotten it.
            unsafe pthread_setspecific(key, counter)
            defer {
                pthread_setspecific(key, nil)
                unsafe counter.deallocate()
            }
            try body()
            return unsafe counter.pointee
        }
    #endif

    /// Says that `count` bytes are looked at.
    @inline(__always)
    static func visit(_ count: Int) {
        #if DEBUG
            // SAFETY: what is stored under the key is this thread's counter.
            if let counter = unsafe pthread_getspecific(key) {
                unsafe counter.assumingMemoryBound(to: Int.self).pointee += count
            }
        #endif
    }
}

#if DEBUG
    extension Span where Element == UInt8 {
        /// The byte at an offset, counted; goes before the library's own in this module.
        subscript(position: Int) -> UInt8 {
            Work.visit(1)
            precondition(position >= 0 && position < count)
            // SAFETY: the position was checked just above.
            return unsafe self[unchecked: position]
        }
    }
#endif
