// What is known of records that brokers have refused, and what is left to do with each. One lane's thread.

internal import Kafka

/// What is to be done with a record that brokers have refused.
package enum Refusal: Sendable {
    /// Why it was refused, by brokers, or by librdkafka because of `message.max.bytes`; the raw value is the stable
    /// word for it.
    package enum Reason: String, CaseIterable {
        case tooLarge = "event-too-large"
        case refused = "event-refused"

        init(_ code: KafkaErrorCode) {
            self = code == .recordTooLarge || code == .recordListTooLarge ? .tooLarge : .refused
        }
    }

    /// Its event was refused: it becomes a dead letter.
    case event(Reason)
    /// Its dead letter was refused too: it becomes one that only points to it.
    case deadLetter(Reason)

    /// Why its event was refused.
    var reason: Reason {
        switch self {
        case .event(let reason), .deadLetter(let reason): reason
        }
    }
}

struct Refusals {
    private struct Place: Hashable {
        var partition: Int32
        var offset: Int64
    }

    private var places: [Place: Refusal] = [:]

    mutating func removeAll() { places.removeAll() }

    var isEmpty: Bool { places.isEmpty }

    func refusal(of batch: borrowing MessageBatch, at index: Int) -> Refusal? {
        places[Place(partition: batch.partition(at: index), offset: batch.offset(at: index))]
    }

    /// Books that the record at `index` was refused again.
    ///
    /// - Returns: Whether there is something left to do with it.
    mutating func add(_ batch: borrowing MessageBatch, at index: Int, _ code: KafkaErrorCode) -> Bool {
        let place = Place(partition: batch.partition(at: index), offset: batch.offset(at: index))
        switch places[place] {
        case nil: places[place] = .event(Refusal.Reason(code))
        case .event(let reason): places[place] = .deadLetter(reason)
        case .deadLetter: return false
        }
        return true
    }
}
