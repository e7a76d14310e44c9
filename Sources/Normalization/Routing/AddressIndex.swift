// Finds which rules take the addresses of an event: the first two bytes of an address, then each four bits, lead to the
// next node of a tree, up to where all blocks have ended. Made once, read only. Pure.

/// Blocks of addresses that rules ask for.
///
/// A class: who asks it is handed one reference, and not all that hangs on it.
final class AddressIndex: Sendable {
    /// A block of a rule's condition.
    private struct Asked {
        var rule: Int
        var side: AddressSide
        var block: AddressBlock
    }

    /// By side: the rules that take an address there, and those that ask for none.
    private struct Takers: Hashable {
        var source: RuleSet
        var destination: RuleSet
        var any: RuleSet
    }

    /// Where the next node begins, or the complement of the place of takers: for each first byte of IPv4, then those of
    /// the nodes further down, and from `v6` on the same for IPv6.
    private let entries: [Int32]
    private let v6: Int
    private let takers: [Takers]
    /// By side: the rules that ask for no address.
    private let others: Takers
    /// The rules that ask for one, and those that a source or a destination may fulfil.
    let askers: RuleSet
    private let sourceAskers: RuleSet
    private let destinationAskers: RuleSet

    /// Takes the conditions of rules.
    init(_ rules: [Rule]) {
        let asked = rules.enumerated().flatMap { rule, conditions in
            conditions.addresses.flatMap { side, blocks in
                blocks.map { Asked(rule: rule, side: side, block: $0) }
            }
        }
        let sides = rules.map { Set($0.addresses.map(\.side)) }
        func takers(_ asked: [Asked]) -> Takers {
            func rules(_ side: AddressSide) -> RuleSet {
                let named = Set(asked.filter { $0.side == side }.map(\.rule))
                return RuleSet(Array(sides.enumerated())) { named.contains($0) || !$1.contains(side) }
            }
            return Takers(source: rules(.source), destination: rules(.destination), any: rules(.any))
        }
        var (entries, list): ([Int32], [Takers]) = ([], [])
        var places: [Takers: Int32] = [:]
        func add(_ takers: Takers) -> Int32 {
            if let place = places[takers] { return place }
            let place = ~Int32(list.count)
            places[takers] = place
            list.append(takers)
            return place
        }
        /// The entry of blocks that have addresses which begin with the same `depth` bits.
        func entry(_ asked: [Asked], _ depth: Int) -> Int32 {
            let wide = asked.filter { $0.block.length <= depth }
            let end = add(takers(wide))
            guard depth == 0 || wide.count < asked.count else { return end }
            let node = entries.count
            let width = depth < 16 ? 8 : 4
            entries += [Int32](repeating: end, count: 1 << width)
            for value in 0..<1 << width {
                let next = asked.filter { $0.block.mayHave(value, width, at: depth) }
                if next.count > wide.count { entries[node + value] = entry(next, depth + width) }
            }
            return Int32(node)
        }
        others = takers([])
        askers = RuleSet(sides) { !$0.isEmpty }
        sourceAskers = RuleSet(sides) { $0.contains(.source) || $0.contains(.any) }
        destinationAskers = RuleSet(sides) { $0.contains(.destination) || $0.contains(.any) }
        _ = entry(asked.filter { !$0.block.isIPv6 }, 0)
        v6 = Int(entry(asked.filter(\.block.isIPv6), 0))
        (self.entries, self.takers) = (entries, list)
    }

    /// Those of some rules that take the addresses of an event.
    @inline(never)
    func rules(_ some: RuleSet, _ fields: inout EventFields) -> RuleSet {
        var (open, any) = (some, others.any)
        if !open.isDisjoint(with: sourceAskers) {
            var source = others.source
            if let address = fields.sourceIPv4 {
                let takers = takers[place(address)]
                source.formUnion(takers.source)
                any.formUnion(takers.any)
            }
            if let address = fields.sourceIPv6 {
                let takers = takers[place(address.0, address.1)]
                source.formUnion(takers.source)
                any.formUnion(takers.any)
            }
            open.formIntersection(source)
        }
        if !open.isDisjoint(with: destinationAskers) {
            var destination = others.destination
            if let address = fields.destinationIPv4 {
                let takers = takers[place(address)]
                destination = takers.destination
                any.formUnion(takers.any)
            }
            open.formIntersection(destination)
        }
        if !open.isSubset(of: any) {
            switch fields.natSource {
            case .v4(let address): any.formUnion(takers[place(address)].any)
            case .v6(let high, let low): any.formUnion(takers[place(high, low)].any)
            case nil: break
            }
            open.formIntersection(any)
        }
        return open
    }

    @inline(__always)
    private func place(_ address: IPv4Address) -> Int { place(address.bits, from: 0) }

    @inline(never)
    private func place(_ high: UInt64, _ low: UInt64) -> Int { place(UInt128(high) << 64 | UInt128(low), from: v6) }

    /// The place of the takers to which the bits of an address lead from the node `root`.
    @inline(__always)
    private func place<Bits: FixedWidthInteger & UnsignedInteger>(_ bits: Bits, from root: Int) -> Int {
        var (entry, rest) = (Int32(truncatingIfNeeded: root), bits)
        func descend(_ width: Int) {
            entry = entries[Int(entry) &+ Int(truncatingIfNeeded: rest >> (Bits.bitWidth - width))]
            rest <<= Bits(width)
        }
        descend(8)
        if entry >= 0 { descend(8) }
        while entry >= 0 { descend(4) }
        return Int(~entry)
    }
}

extension Rule {
    fileprivate var addresses: [(side: AddressSide, blocks: [AddressBlock])] {
        conditions.compactMap { condition in
            if case .addresses(let side, let blocks) = condition { (side, blocks) } else { nil }
        }
    }
}
