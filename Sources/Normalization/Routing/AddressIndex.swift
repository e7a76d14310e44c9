// Finds which rules take the addresses of an event: the first byte of an address, then each four bits, lead to the next
// node of a tree, up to where all blocks have ended. Made once, read only. Pure.

/// Blocks of addresses that rules ask for.
struct AddressIndex: Sendable {
    /// A block of a rule's condition.
    private struct Asked {
        var rule: Int
        var side: AddressSide
        var block: AddressBlock
    }

    /// Rules by what they ask: those that ask for no such address, and those that take this one.
    private struct Leaf: Hashable {
        var source: UInt64
        var destination: UInt64
        var any: UInt64

        /// Those that ask for no address at all, or are content.
        var all: UInt64 { source & destination & any }
    }

    /// Where the next node begins, or the complement of a leaf's place: for each first byte of IPv4, then sixteen for
    /// each node further down, and from `v6` on the same for IPv6.
    private var entries: [Int32] = []
    private var v6 = 0
    /// A word after the other; the first ones are those of an event without addresses.
    private var leaves: [Leaf] = []

    /// Takes the conditions of rules.
    init(_ rules: [Rule], _ sets: RuleSets) {
        var places: [[Leaf]: Int32] = [:]
        let asked = rules.enumerated().flatMap { rule, conditions in
            conditions.addresses.flatMap { side, blocks in
                blocks.map { Asked(rule: rule, side: side, block: $0) }
            }
        }
        let sides = rules.map { Set($0.addresses.map(\.side)) }
        func leaf(_ asked: [Asked]) -> [Leaf] {
            func row(_ side: AddressSide) -> [UInt64] {
                let named = Set(asked.filter { $0.side == side }.map(\.rule))
                return sets.row { named.contains($0) || !sides[$0].contains(side) }
            }
            let (source, destination, any) = (row(.source), row(.destination), row(.any))
            return source.indices.map { Leaf(source: source[$0], destination: destination[$0], any: any[$0]) }
        }
        func add(_ asked: [Asked]) -> Int32 {
            let leaf = leaf(asked)
            if let place = places[leaf] { return place }
            let place = ~Int32(leaves.count)
            places[leaf] = place
            leaves += leaf
            return place
        }
        /// The entry of blocks that have addresses which begin with the same `depth` bits.
        func entry(_ asked: [Asked], _ depth: Int, width: Int = 4) -> Int32 {
            let wide = asked.filter { $0.block.length <= depth }
            let end = add(wide)
            guard depth == 0 || wide.count < asked.count else { return end }
            let node = entries.count
            entries += [Int32](repeating: end, count: 1 << width)
            for value in 0..<1 << width {
                let next = asked.filter { $0.block.mayHave(value, width, at: depth) }
                if next.count > wide.count { entries[node + value] = entry(next, depth + width) }
            }
            return Int32(node)
        }
        _ = add([])
        _ = entry(asked.filter { !$0.block.isIPv6 }, 0, width: 8)
        v6 = Int(entry(asked.filter(\.block.isIPv6), 0, width: 8))
    }

    /// The rules of a word that ask for no address.
    @inline(__always)
    func unasked(_ word: Int) -> UInt64 { leaves[word].all }

    /// The rules of a word that take the addresses of an event, and those that ask for none.
    func rules(_ fields: inout EventFields, _ word: Int) -> UInt64 {
        var rules = leaves[word]
        if let address = fields.sourceIPv4 {
            let leaf = leaves[place(address) &+ word]
            rules.source |= leaf.source
            rules.any |= leaf.any
        }
        if let address = fields.sourceIPv6 {
            let leaf = leaves[place(address.0, address.1) &+ word]
            rules.source |= leaf.source
            rules.any |= leaf.any
        }
        if let address = fields.destinationIPv4 {
            let leaf = leaves[place(address) &+ word]
            rules.destination |= leaf.destination
            rules.any |= leaf.any
        }
        switch fields.natSource {
        case .v4(let address): rules.any |= leaves[place(address) &+ word].any
        case .v6(let high, let low): rules.any |= leaves[place(high, low) &+ word].any
        case nil: break
        }
        return rules.all
    }

    @inline(__always)
    private func place(_ address: IPv4Address) -> Int {
        end(address.bits << 8, from: entries[Int(address.bits >> 24)])
    }

    private func place(_ high: UInt64, _ low: UInt64) -> Int {
        end((UInt128(high) << 64 | UInt128(low)) << 8, from: entries[v6 + Int(high >> 56)])
    }

    /// The place of the leaf to which the bits of an address lead.
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
