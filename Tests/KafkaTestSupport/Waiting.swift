// Waiting for what must come about, with a deadline that only a real fault uses up.
// Blocks the thread of the test. Any thread.

import Foundation

/// Something that did not come about in time.
public struct NeverHappened: Error, CustomStringConvertible {
    /// What was waited for.
    public let description: String

    /// Says what was waited for.
    public init(description: String) {
        self.description = description
    }
}

/// Asks a condition again and again until it holds.
///
/// - Parameters:
///   - what: What is waited for, as a statement.
///   - limit: When waiting turns into failure.
///   - condition: Asked at once and then every 10 ms, or as often as it takes itself.
/// - Throws: `NeverHappened`, or what the condition throws.
public func eventually(
    _ what: String,
    within limit: Duration = .seconds(60),
    _ condition: () throws -> Bool
) throws {
    let end = ContinuousClock.now + limit
    while try !condition() {
        guard ContinuousClock.now < end else { throw NeverHappened(description: "never within \(limit): \(what)") }
        usleep(10_000)
    }
}

/// A flag that threads share.
public final class SharedFlag: @unchecked Sendable {
    // Sendable because the one variable is only touched under the lock.
    private let lock = NSLock()
    private var value = false

    /// Starts lowered.
    public init() {}

    /// Whether it was raised.
    public var isRaised: Bool {
        lock.withLock { value }
    }

    /// Raises it for good.
    public func raise() {
        lock.withLock { value = true }
    }
}

/// A thread with a result that another one waits for.
public final class BackgroundThread<Value: Sendable>: @unchecked Sendable {
    // Sendable because the result is only touched under the condition's lock.
    private let condition = NSCondition()
    private var result: Result<Value, any Error>?

    /// Starts the thread.
    public init(_ body: @escaping @Sendable () throws -> Value) {
        Thread.detachNewThread {
            let result = Result { try body() }
            self.condition.withLock {
                self.result = result
                self.condition.broadcast()
            }
        }
    }

    /// Waits for the thread's end and returns what it returned.
    public func value(within limit: Duration = .seconds(120)) throws -> Value {
        let end = Date(timeIntervalSinceNow: Double(limit.components.seconds))
        return try condition.withLock {
            while result == nil {
                guard condition.wait(until: end) else {
                    throw NeverHappened(description: "never within \(limit): the thread ends")
                }
            }
            return try result.unwrap().get()
        }
    }
}

extension Optional {
    /// The value, or an error that says there is none.
    public func unwrap(_ what: String = "value") throws -> Wrapped {
        guard let self else { throw NeverHappened(description: "missing: \(what)") }
        return self
    }
}
