// Places at which a test can end, stop or delay the process: the environment variable FAULT_POINT names
// one as `place:n:what`, and tests in the process observe a lane's thread. Only debug builds have them.

internal import Glibc
internal import Synchronization

/// A place on a batch's way.
package enum FaultPoint: String, CaseIterable {
    case batchCollected = "batch-collected"
    case transactionBegun = "transaction-begun"
    case recordsSent = "records-sent"
    case offsetsSent = "offsets-sent"
    case committing
    case committed

    #if FAULT_POINTS
        private static let plan = Plan(Plan.text)
        private static let passed = Atomic(0)

        private struct Plan {
            let place: FaultPoint
            let number: Int
            let what: Substring

            init?(_ text: String) {
                let parts = text.split(separator: ":")
                guard parts.count == 3, let place = FaultPoint(rawValue: String(parts[0])), let number = Int(parts[1])
                else { return nil }
                self.place = place
                self.number = number
                what = parts[2]
            }

            static var text: String {
                // SAFETY: the variable's text is copied at once, and the environment is never changed.
                unsafe getenv("FAULT_POINT").map { unsafe String(cString: $0) } ?? ""
            }

            func carryOut() {
                if what == "kill" { kill(getpid(), SIGKILL) }
                if what == "stop" { kill(getpid(), SIGSTOP) }
                if what.hasPrefix("sleep-"), let milliseconds = UInt32(what.dropFirst(6)) {
                    usleep(milliseconds * 1000)
                }
            }
        }

        private static let observers = Mutex<[pthread_t: @Sendable (FaultPoint) -> Void]>([:])

        /// Lets a test act at every place that the calling thread passes; nil ends it.
        package static func observe(_ observer: (@Sendable (FaultPoint) -> Void)?) {
            observers.withLock { $0[pthread_self()] = observer }
        }

        /// Passes the place, in any lane.
        package static func pass(_ place: FaultPoint) {
            observers.withLock { $0[pthread_self()] }?(place)
            guard let plan, plan.place == place else { return }
            if passed.add(1, ordering: .relaxed).newValue == plan.number { plan.carryOut() }
        }
    #else
        @inline(__always) package static func pass(_ place: FaultPoint) {}
    #endif
}
