// What every scenario is.

/// One thing that is measured.
protocol Scenario {
    /// The word on the command line.
    static var name: String { get }
    /// What it measures.
    static var summary: String { get }

    /// Measures, and adds figures.
    static func run(_ bench: inout Bench) throws
}
