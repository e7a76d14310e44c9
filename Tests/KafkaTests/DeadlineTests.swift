// Durations in the library's milliseconds: never less than asked for, never out of range.

import Testing

@testable import Kafka

@Suite struct DeadlineTests {
    @Test(arguments: [
        (Duration.zero, Int32(0)), (.milliseconds(-5), 0), (.nanoseconds(1), 1), (.microseconds(999), 1),
        (.milliseconds(1), 1),
        (.microseconds(1001), 2), (.seconds(2), 2000), (.seconds(1) + .nanoseconds(1), 1001),
        (.seconds(100_000_000), Int32.max), (.seconds(2_147_483), Int32.max), (.seconds(2_147_482), 2_147_482_000),
    ])
    func roundsUpAndClamps(duration: Duration, milliseconds: Int32) {
        #expect(duration.libraryMilliseconds == milliseconds)
    }

    @Test func aDeadlinePasses() {
        #expect(Deadline(after: .zero).hasPassed)
        #expect(Deadline(after: .zero).remaining == .zero)
        #expect(!Deadline(after: .seconds(3600)).hasPassed)
        #expect(Deadline(after: .seconds(3600)).remaining > .seconds(3000))
    }
}
