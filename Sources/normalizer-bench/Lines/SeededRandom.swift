// Random numbers that are the same in every run.

/// SplitMix64.
struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func pick<Element>(_ values: [Element]) -> Element { values[number(0...values.count - 1)] }

    /// An address of a client somewhere.
    mutating func publicAddress() -> String { "203.0.\(number(0...255)).\(number(1...254))" }

    /// An address behind the device.
    mutating func privateAddress() -> String { "10.\(number(0...31)).\(number(0...255)).\(number(1...254))" }
}
