// What a text that no layout fits may not say, since it may be cut off. Pure.

extension Captures {
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
