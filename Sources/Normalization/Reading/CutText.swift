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
    /// - Parameters:
    ///   - message: The message whose layouts do not fit.
    ///   - format: The first layout that the text may be cut off from.
    ///   - end: Offset just past the text.
    mutating func leaveOut(whatMayBeCutOff message: CompiledMessage, from format: CompiledFormat?, at end: Int) {
        guard !message.formats.isEmpty else { return }
        for hole in Hole.all
        where hole.form == .address && self[hole].isPresent && !self[hole].isEmpty && self[hole].upperBound == end {
            self[hole] = .absent
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
}
