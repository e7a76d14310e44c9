// Works out where the captures of a layout may end: what stands behind a hole, joined with the words and optional parts
// that follow. Runs once, at start.

extension Program {
    /// Adds every place where the capture before `index + 1` may end; true if the end of the text is one of them.
    mutating func addTerminators(after index: Int, _ hole: Hole, isExact: Bool) throws(FormatFault) -> Bool {
        var next = index + 1
        while true {
            switch segments[next] {
            case .end: return true
            case .capture(let neighbor): throw .adjacentHoles(hole, neighbor.hole)
            case .optional(let after):
                addStart(of: next + 1, isExact: isExact)
                next = Int(after)
            case .literal, .words:
                addStart(of: next, isExact: isExact)
                return false
            }
        }
    }

    /// Whether a terminator has no letters and a hole of any text behind it: `, ` of a list.
    func isMarkBeforeText(_ terminator: Terminator) -> Bool {
        guard case .capture(let next) = segments[Int(terminator.segment)], next.hole.isFree else { return false }
        return !bytes(terminator.literal).contains(where: ASCII.isWord)
    }

    /// Whether a capture that ends at one of `terminators` may be read as a flow endpoint: the only blank in that has a
    /// parenthesis and a digit behind it, so that none of them can stand in it.
    func mayBeFlow(_ hole: Hole, _ terminators: ArraySlice<Terminator>) -> Bool {
        guard hole == .source || hole == .destination else { return false }
        return terminators.allSatisfy { terminator in
            let bytes = bytes(terminator.literal)
            guard bytes.count > 1, bytes[0] == ASCII.space else { return false }
            return bytes[1] != ASCII.openParenthesis || bytes.count > 2 && !ASCII.isDigit(bytes[2])
        }
    }

    /// Puts those of the last capture that begin with the same byte next to each other, otherwise in their order.
    mutating func groupTerminators(from first: Int) {
        var rest = Array(terminators[first...])
        terminators.removeSubrange(first...)
        while let head = rest.first?.head {
            var group = rest.filter { $0.head == head }
            for index in group.indices { group[index].groupCount = Int32(group.count - index) }
            terminators += group
            rest.removeAll { $0.head == head }
        }
    }

    /// Adds what a segment begins with: a literal, joined with each word that follows it, or the words.
    private mutating func addStart(of index: Int, isExact: Bool) {
        switch segments[index] {
        case .literal(let literal):
            let text = bytes(literal)
            guard case .words(_, let first, let last, _) = segments[index + 1] else {
                addTerminator(literal, segment: index + 1, taken: text.count)
                if !isExact { addVariants(of: text, segment: index + 1, taken: text.count) }
                return
            }
            for word in words[Int(first)..<Int(last)] {
                let joined = text + bytes(word.literal)
                addTerminator(add(joined), segment: index + 1, taken: text.count, isJoined: true)
                if !isExact { addVariants(of: joined, segment: index + 1, taken: text.count, isJoined: true) }
            }
        case .words(_, let first, let last, _):
            for word in words[Int(first)..<Int(last)] {
                addTerminator(word.literal, segment: index, taken: 0, isJoined: true)
            }
        default: break
        }
    }

    /// Adds a folded literal as it stands beside a mark that a name ends or begins with, and that has taken the blank
    /// between them.
    private mutating func addVariants(of text: [UInt8], segment: Int, taken: Int, isJoined: Bool = false) {
        guard text.count > 2, text.first == ASCII.space || text.last == ASCII.space else { return }
        for mark in [ASCII.colon, ASCII.comma, ASCII.equals] {
            if text.first == ASCII.space {
                addTerminator(add([mark] + text.dropFirst()), segment: segment, taken: taken, isJoined: isJoined)
            }
            if text.last == ASCII.space {
                addTerminator(add(text.dropLast() + [mark]), segment: segment, taken: taken - 1)
            }
        }
    }

    private mutating func addTerminator(_ literal: Literal, segment: Int, taken: Int, isJoined: Bool = false) {
        let rarity = bytes(literal).map { ASCII.isBlank($0) ? 0 : ASCII.isLetter($0) ? 1 : 2 }
        let pivot = rarity.indices.max { rarity[$0] < rarity[$1] } ?? 0
        terminators.append(
            Terminator(
                literal: literal,
                segment: Int32(segment),
                taken: Int32(taken),
                isJoined: isJoined,
                pivot: Int32(pivot)
            )
        )
    }

    func bytes(_ literal: Literal) -> [UInt8] {
        Array(pool[literal.place.lowerBound..<literal.place.upperBound])
    }

    mutating func add(_ bytes: [UInt8]) -> Literal {
        pool.append(contentsOf: bytes)
        return Literal(ByteRange(pool.count - bytes.count, pool.count), in: pool.span)
    }
}
