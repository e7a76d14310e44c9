// What a dead letter says about itself in its last headers: `source`, `reason`, and then `original-size` if it only
// points to its record, or `redriven`. Headers of these names before them are the record's own. Values; one thread for
// the batch.

package import Kafka

/// Where the record of a dead letter stands.
public struct RecordSource: Hashable, Sendable, CustomStringConvertible {
    /// Its topic.
    public var topic: String
    /// Its partition, 0 up to 2^20 - 1.
    public var partition: Int32
    /// Its offset, 0 up to 2^54 - 1.
    public var offset: Int64

    /// Reads `topic/partition/offset`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let topic = SettingParsers.topic(String(parts[0])), let partition = Int32(parts[1]),
            let offset = Int64(parts[2]), 0..<1 << 20 ~= partition, 0..<1 << 54 ~= offset
        else { return nil }
        self.topic = topic
        self.partition = partition
        self.offset = offset
    }

    /// `topic/partition/offset`.
    public var description: String { "\(topic)/\(partition)/\(offset)" }
}

/// The headers that a worker has put behind those of the record.
package struct DeadLetterHeaders {
    /// Header `source` as it stands there.
    package private(set) var sourceText: String?
    /// Header `reason`; empty if there is none.
    package private(set) var reason = ""
    /// How often a redrive has tried it.
    package private(set) var redriven = 0
    /// Whether the value is only the beginning of the record.
    package private(set) var isPointer = false
    /// Places of those headers among all of the record.
    private var places: Set<Int> = []

    /// Where the record stands; nil if nothing usable says so.
    package var source: RecordSource? { sourceText.flatMap(RecordSource.init) }

    /// Reads the headers of the dead letter at `index`.
    package init(_ batch: borrowing MessageBatch, at index: Int) {
        var found: [String: (place: Int, text: String)] = [:]
        var place = 0
        batch.forEachHeader(at: index) { name, value in
            if let name = DeadLetterHeaders.names.first(where: { name.reads($0) }) {
                found[name] = (place, value?.text ?? "")
            }
            place += 1
        }
        guard let source = found[HeaderRule.source.name] else { return }
        sourceText = source.text
        places.insert(source.place)
        guard let reason = found[HeaderRule.reason.name], reason.place > source.place else { return }
        self.reason = reason.text
        places.insert(reason.place)
        isPointer = found[HeaderRule.originalSize.name].map { $0.place > reason.place } ?? false
        if let count = found[HeaderRule.redriven.name], count.place > reason.place {
            redriven = Int(count.text) ?? 0
            places.insert(count.place)
        }
    }

    private static let names = HeaderRule.ofDeadLetters.map(\.name)

    /// Appends the headers of the dead letter at `index`, tried again and found dead for `reason`.
    func append(_ batch: borrowing MessageBatch, at index: Int, reason: String, to headers: inout RecordHeaders) {
        var place = 0
        batch.forEachHeader(at: index) { name, value in
            if !places.contains(place) { headers.append(name: name, value: value) }
            place += 1
        }
        if let sourceText { headers.append(name: HeaderRule.source.name, value: sourceText) }
        headers.append(name: HeaderRule.reason.name, value: reason)
        headers.append(name: HeaderRule.redriven.name, value: "\(redriven + 1)")
    }
}

/// What is known of dead letters that are normalized again.
struct Redrive {
    /// The reasons that are tried; all if nil.
    let reasons: Set<String>?
    /// Where the record at hand came from.
    var source: RecordSource?

    /// Looks at the dead letter at `index`.
    ///
    /// - Returns: Whether its record can be made of it, and is to be tried.
    mutating func admits(_ batch: borrowing MessageBatch, _ index: Int) -> Bool {
        let headers = DeadLetterHeaders(batch, at: index)
        source = headers.source
        guard source != nil, !headers.isPointer else { return false }
        return reasons?.contains(headers.reason) ?? true
    }
}

extension Span<UInt8> {
    /// Whether the bytes are those of `word`.
    package func reads(_ word: String) -> Bool {
        guard count == word.utf8.count else { return false }
        var index = 0
        for byte in word.utf8 {
            guard self[index] == byte else { return false }
            index += 1
        }
        return true
    }

    /// The bytes as text, repaired where they are no UTF-8.
    package var text: String { String(decoding: indices.map { self[$0] }, as: UTF8.self) }
}
