// Texts that are nearly right.

import TestSupport

/// A text with up to so many changes: a piece put in anywhere, or a character taken out.
func mutated(
    _ text: String,
    with pieces: [String],
    atMost changes: Int,
    _ generator: inout SeededGenerator
) -> String {
    var text = text
    for _ in 0..<Int.random(in: 0...changes, using: &generator) {
        let place = text.indices.randomElement(using: &generator) ?? text.startIndex
        if Bool.random(using: &generator) {
            text.insert(contentsOf: pieces.randomElement(using: &generator) ?? "", at: place)
        } else if !text.isEmpty {
            text.remove(at: place)
        }
    }
    return text
}
