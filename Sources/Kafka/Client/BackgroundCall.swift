// A call of the library that keeps no time limit, on a thread of its own, so that its caller can leave.

package import Glibc

/// A call under way: begun once, waited for in as many slices as the caller likes.
///
/// Dropping the object gives the call up: its thread then ends when the library returns, or with the process.
@safe
final class BackgroundCall<Outcome>: @unchecked Sendable {
    // SAFETY: made in init, destroyed in deinit, used by functions of pthread only; `outcome` is read and written under
    // the mutex.
    @unsafe private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    @unsafe private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var outcome: Outcome?

    /// Begins the call; nil if the system gives no thread.
    ///
    /// What the body holds is let go on its thread.
    init?(_ body: @escaping () -> Outcome) {
        unsafe mutex.initialize(to: pthread_mutex_t())
        unsafe condition.initialize(to: pthread_cond_t())
        var attributes = pthread_condattr_t()
        // A wall clock that is set must not lengthen the wait.
        unsafe pthread_condattr_init(&attributes)
        unsafe pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        unsafe pthread_mutex_init(mutex, nil)
        unsafe pthread_cond_init(condition, &attributes)
        unsafe pthread_condattr_destroy(&attributes)
        guard let thread = startThread({ self.end(body()) }) else { return nil }
        pthread_detach(thread)
    }

    /// Waits so long for the call to return; nil if it is still under way.
    func wait(for time: Duration) -> Outcome? {
        var end = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &end)
        let nanoseconds = Int(time.libraryMilliseconds) * 1_000_000 + end.tv_nsec
        end.tv_sec += nanoseconds / 1_000_000_000
        end.tv_nsec = nanoseconds % 1_000_000_000
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        while outcome == nil, unsafe pthread_cond_timedwait(condition, mutex, &end) == 0 {}
        return outcome
    }

    /// Waits for the call to return until a deadline, or until a moment after `isForgotten` says that it never will.
    ///
    /// - Returns: What it returned; nil if it has not.
    func wait(until deadline: Deadline, unless isForgotten: () -> Bool) -> Outcome? {
        while true {
            let isLastTime = isForgotten() || deadline.hasPassed
            if let outcome = wait(for: .milliseconds(20)) { return outcome }
            if isLastTime { return nil }
        }
    }

    private func end(_ outcome: Outcome) {
        unsafe pthread_mutex_lock(mutex)
        self.outcome = outcome
        unsafe pthread_cond_signal(condition)
        unsafe pthread_mutex_unlock(mutex)
    }

    deinit {
        unsafe pthread_cond_destroy(condition)
        unsafe pthread_mutex_destroy(mutex)
        unsafe condition.deallocate()
        unsafe mutex.deallocate()
    }
}

/// Runs a body on a thread of its own, which is to be joined or detached once.
///
/// - Returns: nil if the system gives no more threads.
package func startThread(_ body: @escaping () -> Void) -> pthread_t? {
    final class Body {
        let run: () -> Void
        init(_ run: @escaping () -> Void) { self.run = run }
    }
    var thread = pthread_t()
    // SAFETY: the box is retained once here and taken back once, by the thread or below if there is no thread.
    let box = unsafe Unmanaged.passRetained(Body(body))
    let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
        if let argument = unsafe argument { unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
    }
    guard unsafe pthread_create(&thread, nil, start, box.toOpaque()) == 0 else {
        unsafe box.release()
        return nil
    }
    return thread
}
