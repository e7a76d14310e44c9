// Headers to be sent: the flat buffer keeps names, values, order and the difference between none and empty.

import Testing

@testable import Kafka

@Suite struct RecordHeadersTests {
    @Test func keepsOrderDuplicatesAndMissingValues() {
        var headers = RecordHeaders()
        headers.append(name: "reason", value: "first")
        headers.append(name: "reason", value: "second")
        headers.append(name: "empty", value: "")
        headers.append(name: "none", value: nil)
        let name = Array("bytes".utf8)
        let value: [UInt8] = [0, 255]
        headers.append(name: name.span, value: value.span)
        #expect(headers.count == 5)
        #expect(headers.entries.map(\.valueCount) == [5, 6, 0, nil, 2])
        for entry in headers.entries { #expect(headers.bytes[entry.valueStart - 1] == 0, "the name is NUL-ended") }
    }

    @Test func emptiesForReuse() {
        var headers = RecordHeaders()
        headers.append(name: "a", value: "b")
        headers.removeAll()
        #expect(headers.isEmpty)
        #expect(headers.bytes.isEmpty)
    }
}
