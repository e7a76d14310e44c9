// Why a lane, and with it its worker, ends without being asked to. A value.

/// Why a lane ended by itself.
public enum LaneFailure: Error, Sendable, CustomStringConvertible {
    /// librdkafka refuses the settings.
    case configuration([String])
    /// A client failed for good, or the time for draining ran out.
    case kafka(String)
    /// The system gives no more threads.
    case noThread
    /// Another process has the worker's instance id.
    case instanceInUse(String, group: String, holder: String)

    /// What happened.
    public var description: String {
        switch self {
        case .configuration(let faults): faults.joined(separator: "; ")
        case .kafka(let text): text
        case .noThread: "the system gives no more threads"
        case .instanceInUse(let instance, let group, let holder):
            "\(holder) is in group '\(group)' with --group-instance-id \(instance): each worker needs one of its own"
        }
    }
}
