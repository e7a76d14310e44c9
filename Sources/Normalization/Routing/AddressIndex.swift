// Finds which rules take the addresses of an event: the first byte of an address, then each four bits, lead to the next
// node of a tree, up to where all blocks have ended. Made once, read only. Pure.

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

    /// Where the next node begins, or the complement of the place of takers: for each first byte of IPv4, then sixteen
    /// for each node further down, and from `v6` on the same for IPv6.
    private let entries: [Int32]
    private let v6: Int
    private let takers: [Takers]
    /// By side: the rules that ask for no address.
    private let others: Takers
    /// The rules that ask for one of any side.
    let askers: RuleSet

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
        func entry(_ asked: [Asked], _ depth: Int, width: Int = 4) -> Int32 {
            let wide = asked.filter { $0.block.length <= depth }
            let end = add(takers(wide))
            guard depth == 0 || wide.count < asked.count else { return end }
            let node = entries.count
            entries += [Int32](repeating: end, count: 1 << width)
            for value in 0..<1 << width {
                let next = asked.filter { $0.block.mayHave(value, width, at: depth) }
                if next.count > wide.count { entries[node + value] = entry(next, depth + width) }
            }
            return Int32(node)
        }
        others = takers([])
        askers = RuleSet(sides) { !$0.isEmpty }
        _ = entry(asked.filter { !$0.block.isIPv6 }, 0, width: 8)
        v6 = Int(entry(asked.filter(\.block.isIPv6), 0, width: 8))
        (self.entries, self.takers) = (entries, list)
    }

    /// Those of some rules that take the addresses of an event.
    func rules(_ open: RuleSet, _ fields: inout EventFields) -> RuleSet {
        var taking = others
        let needsAny = !open.isSubset(of: others.any)
        if needsAny || !open.isSubset(of: others.source) {
            if let address = fields.sourceIPv4 {
                let place = place(address)
                taking.source.formUnion(takers[place].source)
                taking.any.formUnion(takers[place].any)
            }
            if let address = fields.sourceIPv6 {
                let place = place(address.0, address.1)
                taking.source.formUnion(takers[place].source)
                taking.any.formUnion(takers[place].any)
            }
        }
        if needsAny || !open.isSubset(of: others.destination), let address = fields.destinationIPv4 {
            let place = place(address)
            taking.destination.formUnion(takers[place].destination)
            taking.any.formUnion(takers[place].any)
        }
        if needsAny {
            switch fields.natSource {
            case .v4(let address): taking.any.formUnion(takers[place(address)].any)
            case .v6(let high, let low): taking.any.formUnion(takers[place(high, low)].any)
            case nil: break
            }
        }
        return open.intersection(taking.source).intersection(taking.destination).intersection(taking.any)
    }

    @inline(__always)
    private func place(_ address: IPv4Address) -> Int {
        end(address.bits << 8, from: entries[Int(address.bits >> 24)])
    }

    private func place(_ high: UInt64, _ low: UInt64) -> Int {
        end((UInt128(high) << 64 | UInt128(low)) << 8, from: entries[v6 + Int(high >> 56)])
    }

    /// The place of the takers to which the bits of an address lead.
    @inline(__always)
    private func end<Bits: FixedWidthInteger & UnsignedInteger>(_ bits: Bits, from first: Int32) -> Int {
        var (entry, rest) = (first, bits)
        while entry >= 0 {
            entry = entries[Int(entry) &+ Int(truncatingIfNeeded: rest >> (Bits.bitWidth - 4))]
            rest <<= 4
        }
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
