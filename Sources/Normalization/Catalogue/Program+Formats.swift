// Turns declared formats into a program, and refuses what could not be matched without guessing. Runs once, at start.

extension Program {
    /// Adds one layout twice, for the text as it stands and for the folded text.
    ///
    /// - Throws: `FormatFault` that says why it cannot be matched.
    mutating func compile(_ format: MessageFormat, name: Int) throws(FormatFault) -> CompiledFormat {
        var pieces = format.pieces
        var beginning = Beginning.plain
        switch pieces.first {
        case .session: beginning = .session
        case .ike: beginning = .ike
        case .none: throw .empty
        default: break
        }
        if beginning != .plain { pieces.removeFirst() }
        try Program.check(pieces)
        let exact = try program(Program.prepared(pieces, after: beginning, folding: false), isExact: true)
        let folded = try program(Program.prepared(pieces, after: beginning, folding: true), isExact: false)
        return CompiledFormat(
            beginning: beginning,
            holdsForeign: Program.holdsForeign(pieces),
            assigns: format.holds([.assignedIPv4, .assignedIPv6]),
            translates: format.translates,
            exact: exact,
            folded: folded,
            name: name
        )
    }

    /// Whether somebody outside chooses a part of what follows a beginning.
    private static func holdsForeign(_ pieces: [MessageFormat.Piece]) -> Bool {
        pieces.contains { piece in
            switch piece {
            case .hole(_, let nature): nature == .foreign
            case .optional(let inner): holdsForeign(inner)
            default: false
            }
        }
    }

    // MARK: - Checking the declaration

    private static func check(_ pieces: [MessageFormat.Piece]) throws(FormatFault) {
        var seen: Set<Hole> = []
        try check(pieces, &seen)
        try checkTranslation(pieces, MessageFormat.translates(pieces))
    }

    /// Events read all endpoints of a layout in one way.
    private static func checkTranslation(_ pieces: [MessageFormat.Piece], _ translates: Bool) throws(FormatFault) {
        for piece in pieces {
            switch piece {
            case .hole(let hole, let nature):
                let isFlow = hole == .source || hole == .destination
                guard (nature == .translated) == (translates && isFlow) else { throw .translatedInPart(hole) }
            case .optional(let inner): try checkTranslation(inner, translates)
            case .words, .session, .ike, .literal: break
            }
        }
    }

    private static func check(_ pieces: [MessageFormat.Piece], _ seen: inout Set<Hole>) throws(FormatFault) {
        for piece in pieces {
            switch piece {
            case .hole(let hole, _), .words(let hole, _):
                guard hole == .text || seen.insert(hole).inserted else { throw .repeatedHole(hole) }
                if case .words(_, let words) = piece, words.contains(where: { $0.text.isEmpty }) || words.isEmpty {
                    throw .emptyWords
                }
            case .optional(let inner):
                switch inner.first {
                case .literal, .words: break
                default: throw .optionalWithoutWording
                }
                try check(inner, &seen)
            case .session, .ike: throw .prefixNotFirst
            case .literal: break
            }
        }
    }

    // MARK: - Preparing literals

    private enum Prepared {
        case literal([UInt8])
        case hole(Hole, MessageFormat.Nature)
        case words(Hole, [(bytes: [UInt8], outcome: EventOutcome?)])
        case optional([Prepared])
    }

    /// The pieces with bytes for literals: blanks dropped after a prefix, stops dropped at the end, folded if asked
    /// for.
    private static func prepared(
        _ pieces: [MessageFormat.Piece],
        after beginning: Beginning,
        folding: Bool
    ) -> [Prepared] {
        var result = bytes(of: pieces, folding: folding)
        if beginning != .plain || folding, case .literal(let first) = result.first {
            result[0] = .literal(Array(first.drop(while: ASCII.isBlank)))
        }
        trimEnd(&result)
        return result.filter { if case .literal(let bytes) = $0 { !bytes.isEmpty } else { true } }
    }

    private static func bytes(of pieces: [MessageFormat.Piece], folding: Bool) -> [Prepared] {
        func encode(_ text: String) -> [UInt8] {
            let bytes = Array(text.utf8)
            return folding ? Folding.fold(bytes) : bytes
        }
        return pieces.compactMap { piece in
            switch piece {
            case .literal(let text):
                let bytes = encode(text)
                return bytes.isEmpty ? nil : .literal(bytes)
            case .hole(let hole, let nature): return .hole(hole, nature)
            case .words(let hole, let words): return .words(hole, words.map { (encode($0.text), $0.outcome) })
            case .optional(let inner): return .optional(bytes(of: inner, folding: folding))
            case .session, .ike: return nil
            }
        }
    }

    private static func trimEnd(_ pieces: inout [Prepared]) {
        switch pieces.last {
        case .literal(var bytes):
            while let last = bytes.last, last == ASCII.dot || ASCII.isBlank(last) { bytes.removeLast() }
            pieces[pieces.count - 1] = .literal(bytes)
        case .optional(var inner):
            trimEnd(&inner)
            pieces[pieces.count - 1] = .optional(inner)
        default: break
        }
    }

    // MARK: - Writing the program

    private mutating func program(_ pieces: [Prepared], isExact: Bool) throws(FormatFault) -> Int {
        let start = segments.count
        emit(pieces, isExact: isExact)
        segments.append(.end)
        for index in start..<segments.count {
            guard case .capture(var capture) = segments[index] else { continue }
            let first = terminators.count
            if try addTerminators(after: index, capture.hole, isExact: isExact) { capture.options.insert(.mayEnd) }
            groupTerminators(from: first)
            if isExact, mayBeFlow(capture.hole, terminators[first...]) { capture.options.insert(.mayBeFlow) }
            if capture.hole.isOneWord(isExact: isExact) { capture.options.insert(.isOneWord) }
            capture.bound = bound(of: capture, at: index, terminators[first...])
            // Those that begin alike stand in one group.
            if capture.bound == .left, first < terminators.count,
                Int(terminators[first].groupCount) == terminators.count - first
            {
                capture.options.insert(.endsAtOneByte)
            }
            (capture.first, capture.last) = (Int32(first), Int32(terminators.count))
            segments[index] = .capture(capture)
        }
        // Few texts have to be folded.
        if isExact { addPhrases(from: start) }
        return start
    }

    private mutating func emit(_ pieces: [Prepared], isExact: Bool) {
        for piece in pieces {
            switch piece {
            case .literal(let bytes):
                segments.append(.literal(add(bytes)))
            case .hole(let hole, let nature):
                var capture = Capture(hole: hole, bound: nature == .foreign ? .right : .left)
                if nature == .translated { capture.options.insert(.isTranslated) }
                segments.append(.capture(capture))
            case .words(let hole, let list):
                let first = Int32(words.count)
                for word in list {
                    // Folded, a word is not the one that the line prints.
                    let member = isExact ? members.number(of: word.bytes, in: hole) : -1
                    words.append(CompiledWord(literal: add(word.bytes), outcome: word.outcome, member: member))
                }
                segments.append(.words(hole, first: first, last: Int32(words.count), phrase: -1))
            case .optional(let inner):
                let place = segments.count
                segments.append(.optional(next: 0))
                emit(inner, isExact: isExact)
                segments[place] = .optional(next: Int32(segments.count))
            }
        }
    }

    /// What ends the capture at `index`: behind the last one of any text stand the device's words alone; between
    /// two that somebody outside chose, they count if they stand in one place.
    ///
    /// A mark that any text follows ends it as well at one place as at another.
    private func bound(of capture: Capture, at index: Int, _ terminators: ArraySlice<Terminator>) -> Bound {
        let (hole, declared) = (capture.hole, capture.bound)
        // Those behind it still have the bound that says who chooses their text.
        let later = segments[(index + 1)...].filter { segment in
            if case .capture(let capture) = segment { capture.hole.isFree } else { false }
        }
        let isForeign = later.contains { segment in
            if case .capture(let capture) = segment { capture.bound == .right } else { false }
        }
        if hole.isEndpoint {
            // A user in parentheses shows where it ends, as one of another endpoint does.
            let isOpen = later.contains { segment in
                guard case .capture(let capture) = segment else { return false }
                return capture.bound == .right && capture.hole != .owner
            }
            return isOpen ? .soleEndpoint : .endpoint
        }
        guard hole.isFree else { return .left }
        if let mark = terminators.first(where: isMarkBeforeText) {
            // A list goes on with text that has no token.
            if case .capture(let next) = segments[Int(mark.segment)], next.hole == .text { return .left }
            return declared == .right ? .sole : .left
        }
        // A user may stand behind an endpoint, so that the device's own text ends before it.
        let hasEndpoint = segments[(index + 1)...].contains { segment in
            if case .capture(let capture) = segment { capture.hole.isEndpoint } else { false }
        }
        if later.isEmpty, !hasEndpoint { return .right }
        return declared == .right && isForeign ? .sole : declared
    }
}
