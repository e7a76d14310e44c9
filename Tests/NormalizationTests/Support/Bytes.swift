// What the suites of the byte-level parsers share: a text as bytes, a range back as text, and a text in parts. Pure.

@testable import Normalization

/// The bytes of a text.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// The range of a whole text.
func whole(_ bytes: [UInt8]) -> ByteRange { ByteRange(0, bytes.count) }

/// What a range of a text reads; nil if it is absent.
func text(_ range: ByteRange, of bytes: [UInt8]) -> String? {
    guard range.isPresent else { return nil }
    return String(decoding: bytes[range.lowerBound..<max(range.lowerBound, range.upperBound)], as: UTF8.self)
}
