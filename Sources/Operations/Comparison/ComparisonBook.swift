// What a comparison remembers of each record of a partition, in a few bytes: what is to come of it and what was found.
// Knows offsets and hashes, not events. One thread.

/// The records of one partition, in order.
final class ComparisonBook {
    /// What is to come of a record.
    enum Expectation: UInt8 {
        case event
        case deadLetter
        case nothing
    }

    /// What was found of a record in the output.
    enum Finding: UInt8 {
        case none
        case equal
        /// Another event in its topic.
        case other
        /// An event in a topic that none of this record belongs to.
        case elsewhere
    }

    let range: Range<Int64>
    /// Of each record: its offset, the hash of its event, what is to come of it, in which topic, what was found.
    private(set) var offsets: [Int64] = []
    private(set) var hashes: [UInt64] = []
    private(set) var expectations: [Expectation] = []
    private(set) var topics: [UInt16] = []
    var findings: [Finding] = []
    /// Events at offsets where there is no record.
    var strays: Set<Int64> = []

    /// What a record takes of the memory.
    static let bytesPerRecord = 20

    /// Makes an empty book with room for so many records.
    init(_ range: Range<Int64>, capacity: Int) {
        self.range = range
        offsets.reserveCapacity(capacity)
        hashes.reserveCapacity(capacity)
        expectations.reserveCapacity(capacity)
        topics.reserveCapacity(capacity)
        findings.reserveCapacity(capacity)
    }

    /// Adds a record; offsets only rise.
    func add(_ offset: Int64, _ expectation: Expectation, topic: Int, hash: UInt64) {
        offsets.append(offset)
        expectations.append(expectation)
        topics.append(UInt16(topic))
        hashes.append(hash)
        findings.append(.none)
    }

    /// The place of a record; nil if there is none at this offset.
    func index(of offset: Int64) -> Int? {
        var low = 0
        var high = offsets.count
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low < offsets.count && offsets[low] == offset ? low : nil
    }

    /// Whether an event of a record belongs into a topic, by its place among the topics.
    func isOf(_ topic: Int, _ index: Int) -> Bool { expectations[index] == .event && Int(topics[index]) == topic }

    /// Whether something else was found of a record than is to come of it.
    func isDifferent(_ index: Int) -> Bool {
        switch expectations[index] {
        case .event: findings[index] != .equal
        case .deadLetter, .nothing: findings[index] != .none
        }
    }

    /// The offsets from the first record that differs to the last one.
    var differing: Range<Int64>? {
        guard let first = offsets.indices.first(where: isDifferent),
            let last = offsets.indices.last(where: isDifferent)
        else { return nil }
        return offsets[first]..<offsets[last] + 1
    }
}
