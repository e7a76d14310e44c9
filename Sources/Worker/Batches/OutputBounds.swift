// What the topics of the output take, as far as refusals have shown it. Brokers name only the kind of a refusal, so a
// bound is brought nearer until nothing is refused for it. One lane's thread.

internal import Delivery
internal import Kafka

/// Bounds that a lane keeps to, whichever producer it has.
final class OutputBounds {
    /// What is done about a refusal, without looking for the record that was refused.
    enum Remedy: Equatable {
        /// Records that are stamped ahead of now get the time of sending (`message.timestamp.after.max.ms`).
        case noTimesAhead
        /// Records that are older, in milliseconds, get the time of sending (`message.timestamp.before.max.ms`).
        case noTimesOlder(than: Int64)
        /// A producer sends no more bytes of a partition at once (`max.message.bytes`, which bounds a whole piece).
        case pieces(bytes: Int)
    }

    /// Most bytes that a producer is to send of a partition at once; nil as long as the settings' own are taken.
    private(set) var pieceBytes: Int?
    private let settingsBytes: Int
    private var takesTimesAhead = true
    private var greatestAge: Int64?
    /// The times that records of the attempt may have, in milliseconds of the epoch.
    private var admitted = Int64.min...Int64.max
    /// The times that records of the attempt have.
    private var earliest = Int64.max
    private var latest = Int64.min
    private var began: Int64 = 0
    private var largestRecord = 0
    private var sentBytes = 0

    /// Smaller pieces than this are not tried: what is refused is a record, then.
    ///
    /// It is less than most events have: with larger pieces than a topic takes, a batch is halved to a few records.
    private static let leastPiece = 512
    /// Times so near to now, in milliseconds, are no reason to refuse a record.
    private static let margin: Int64 = 60_000
    /// What librdkafka sends at once, unless it is told otherwise.
    private static let libraryBytes = 1_000_000

    /// Starts with the producer's settings.
    init(_ settings: ClientConfiguration) {
        settingsBytes = settings["batch.size"].flatMap { Int($0) } ?? OutputBounds.libraryBytes
    }

    /// Begins an attempt.
    ///
    /// - Parameter now: Milliseconds of the epoch.
    func beginAttempt(at now: Int64) {
        began = now
        admitted = (greatestAge.map { now - $0 } ?? .min)...(takesTimesAhead ? .max : now)
        (earliest, latest) = (.max, .min)
        (largestRecord, sentBytes) = (0, 0)
    }

    /// Books a record of the attempt.
    ///
    /// - Parameters:
    ///   - bytes: The size of its value and key.
    ///   - time: Its time in milliseconds of the epoch.
    /// - Returns: The time to send it with; nil for that of sending.
    func admit(_ bytes: Int, _ time: Int64?) -> Int64? {
        largestRecord = max(largestRecord, bytes)
        sentBytes += bytes
        guard let time, admitted.contains(time) else { return nil }
        earliest = min(earliest, time)
        latest = max(latest, time)
        return time
    }

    /// What is done about records of the attempt that were refused; nil if one of them has to be found.
    func remedy(for codes: Set<KafkaErrorCode>) -> Remedy? {
        if codes.contains(.invalidTimestamp) {
            if latest > began + OutputBounds.margin { return .noTimesAhead }
            // Whoever writes the input chooses the times, which may lie before 1970 and beyond what can be subtracted.
            let age = began - max(0, earliest)
            if age > OutputBounds.margin { return .noTimesOlder(than: age / 2) }
        }
        if codes.contains(.recordTooLarge) || codes.contains(.recordListTooLarge) {
            // A record that is as large may be what is refused, and would be in a small piece, too.
            let bytes = min(pieceBytes ?? settingsBytes, sentBytes) / 2
            if bytes >= OutputBounds.leastPiece, largestRecord < bytes { return .pieces(bytes: bytes) }
        }
        return nil
    }

    /// Keeps to a remedy from the next attempt on.
    func take(_ remedy: Remedy) {
        switch remedy {
        case .noTimesAhead: takesTimesAhead = false
        case .noTimesOlder(let milliseconds): greatestAge = milliseconds
        case .pieces(let bytes): pieceBytes = bytes
        }
    }
}

extension OutputBounds.Remedy: CustomStringConvertible {
    /// What is done from now on, for an operator.
    var description: String {
        switch self {
        case .noTimesAhead:
            "records stamped ahead of now get the time of sending (message.timestamp.after.max.ms of a topic)"
        case .noTimesOlder(let milliseconds):
            "records older than \(milliseconds / 1000) s get the time of sending "
                + "(message.timestamp.before.max.ms of a topic)"
        case .pieces(let bytes):
            "pieces of at most \(bytes) bytes (max.message.bytes of a topic is smaller than producer.batch.size)"
        }
    }
}
