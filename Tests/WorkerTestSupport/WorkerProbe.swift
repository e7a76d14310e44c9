// Hears what a worker does, and lets a test act in the middle of it, on the lane's own thread: at an event of the log
// or at a place on a batch's way. So faults come at the same moment in every run, however slow the machine is.

internal import KafkaTestSupport
internal import Synchronization
package import Worker

/// Records a worker's events and runs actions at them.
package final class WorkerProbe: Sendable {
    private struct State {
        var events: [WorkerEvent] = []
        var places: [FaultPoint: Int] = [:]
        var onEvent: [@Sendable (WorkerEvent) -> Void] = []
        var onPlace: [FaultPoint: [@Sendable (Int) -> Void]] = [:]
    }

    private let state = Mutex(State())

    /// Makes a probe that has heard nothing yet.
    package init() {}

    /// The log to give to a worker.
    package var log: Log {
        Log(level: .debug, form: .logfmt, sink: { _ in }, observer: { [self] in take($0) })
    }

    private func take(_ event: WorkerEvent) {
        #if FAULT_POINTS
            // A lane writes its first and its last event on its own thread.
            switch event {
            case .laneStarted: FaultPoint.observe { [self] in pass($0) }
            case .laneEnded: FaultPoint.observe(nil)
            default: break
            }
        #endif
        let actions = state.withLock { state in
            state.events.append(event)
            return state.onEvent
        }
        for action in actions { action(event) }
    }

    private func pass(_ place: FaultPoint) {
        let (number, actions) = state.withLock { state in
            state.places[place, default: 0] += 1
            return (state.places[place, default: 0], state.onPlace[place] ?? [])
        }
        for action in actions { action(number) }
    }

    /// Acts at every event from now on.
    package func onEvent(_ action: @escaping @Sendable (WorkerEvent) -> Void) {
        state.withLock { $0.onEvent.append(action) }
    }

    /// Acts whenever a lane passes a place from now on; the action learns how often that has happened, this time
    /// included.
    package func at(_ place: FaultPoint, _ action: @escaping @Sendable (Int) -> Void) {
        state.withLock { $0.onPlace[place, default: []].append(action) }
    }

    /// Acts once, the next time that a lane passes a place, and lets go of what the action holds: a worker or a
    /// cluster.
    package func once(at place: FaultPoint, _ action: @escaping @Sendable () -> Void) {
        let left = Mutex<(@Sendable () -> Void)?>(action)
        at(place) { _ in left.withLock { $0.take() }?() }
    }

    /// All events so far.
    package var events: [WorkerEvent] { state.withLock { $0.events } }

    /// How many events of a name there were so far.
    package func count(_ name: String) -> Int { events.count { $0.name == name } }

    /// How often a place was passed so far.
    package func count(_ place: FaultPoint) -> Int { state.withLock { $0.places[place] ?? 0 } }

    /// The events so far as text, without librdkafka's own.
    package var story: String {
        events.filter { $0.name != "librdkafka" && $0.name != "started" }
            .map { event in ([event.name] + event.fields.map { "\($0.0)=\($0.1)" }).joined(separator: " ") }
            .joined(separator: "\n")
    }

    /// Records in committed batches so far.
    package var committed: Int {
        events.reduce(0) { sum, event in
            if case .batchCommitted(_, let records) = event { sum + records } else { sum }
        }
    }

    /// Waits until so many records are committed.
    package func awaitCommitted(_ count: Int, within limit: Duration = .seconds(90)) throws {
        try waitUntil("\(count) records are committed", within: limit) { committed >= count }
    }

    /// Waits until an event has happened so often.
    package func await(_ name: String, _ count: Int = 1, within limit: Duration = .seconds(90)) throws {
        try waitUntil("\(name) has happened \(count) times", within: limit) { self.count(name) >= count }
    }

    /// Waits until something holds; if it never does, or the worker fails before, says what the worker did.
    private func waitUntil(_ what: String, within limit: Duration, _ condition: () -> Bool) throws {
        do {
            try eventually(what, within: limit) {
                if condition() { return true }
                guard count("fatal") == 0 else { throw NeverHappened(description: "the worker failed before: \(what)") }
                return false
            }
        } catch let error as NeverHappened {
            throw NeverHappened(description: "\(error)\n\(story)")
        }
    }
}
