// Pieces of JSON that are the same for many events, made once and copied whole: names, words of the tables, the
// constants at the end. One flat array, so that copying a piece touches no reference count. Read only once filled.

/// Ready pieces of output, named by the number that `add` gave them.
struct Fragments: Sendable {
    private var bytes: [UInt8] = []
    private var places: [ByteRange] = []

    /// Adds a piece.
    ///
    /// - Returns: Its number; the first one is 0.
    mutating func add(_ piece: [UInt8]) -> Int {
        bytes += piece
        longest = max(longest, piece.count)
        places.append(ByteRange(bytes.count - piece.count, bytes.count))
        return places.count - 1
    }

    /// All pieces, in the order of their numbers.
    var pieces: [ArraySlice<UInt8>] { places.map { bytes[$0.lowerBound..<$0.upperBound] } }

    /// Length of the longest piece, in bytes.
    private(set) var longest = 0

    /// Appends a piece to `output`.
    @inline(__always)
    func write(_ piece: Int, to output: inout OutputCursor) {
        let place = places[piece]
        output.append(bytes.span, place.lowerBound, place.upperBound)
    }
}
