// What a text may not say, since it may be cut off, or since another reading says something else. Pure.

extension Captures {
    /// Leaves out what another reading of the same text does not share; the public address takes no place of an
    /// assigned one, nor of the one from which a session goes on.
    mutating func leaveOut(whatDiffersFrom other: borrowing Captures, at end: Int) {
        for hole in Hole.all where self[hole] != other[hole] {
            let isOwn = hole == .assignedIPv4 || hole == .assignedIPv6 || hole == .natAddress
            self[hole] = isOwn ? ByteRange(end, end) : .absent
        }
    }

    /// Leaves out an address whose last digits may be missing, and keeps the public address and the group of a
    /// beginning from the place of second ones that each layout of the message has, or of an assigned address that
    /// the layout has which the text is cut off from, where the text has none.
    ///
    /// So it does with ports, names and numbers that stand where a layout came to, since the text ends within them;
    /// what is left of a reason is true all the same.
    ///
    /// - Parameters:
    ///   - message: The message whose layouts do not fit.
    ///   - format: The first layout that the text may be cut off from.
    ///   - furthest: Offset that a layout came to.
    ///   - end: Offset just past the text.
    mutating func leaveOut(
        whatMayBeCutOff message: CompiledMessage,
        from format: CompiledFormat?,
        behind furthest: Int,
        at end: Int
    ) {
        guard !message.formats.isEmpty else { return }
        for hole in Hole.all where hole != .reason && !self[hole].isEmpty && self[hole].upperBound == end {
            // A quote or a bracket may stand before a value; a word of the layout is whole.
            let isReached = self[hole].lowerBound <= furthest + 2
            let isWord = hole == .action || hole == .networkProtocol && protocolMember >= 0
            if hole.form == .address || isReached && !isWord {
                self[hole] = hole.isForeign ? ByteRange(end, end) : .absent
            }
        }
        if message.namesGroup { self[.group] = .absent }
        if message.assigns || format?.assigns == true, !self[.assignedIPv4].isPresent, !self[.assignedIPv6].isPresent {
            self[.assignedIPv4] = ByteRange(end, end)
        }
        if message.resumes, !self[.natAddress].isPresent {
            fill(.sourceAddress, self[.publicAddress])
            self[.publicAddress] = .absent
        }
    }

    /// Leaves out the addresses that end with the text and with two colons: the address of no host does, so that digits
    /// are missing.
    mutating func leaveOut(addressesThatEndAt end: Int, _ text: Span<UInt8>) {
        guard end > 1, text[end - 2] == ASCII.colon else { return }
        for hole in Hole.all where !hole.isFree && !self[hole].isEmpty && self[hole].upperBound == end {
            self[hole] = .absent
        }
    }
}
