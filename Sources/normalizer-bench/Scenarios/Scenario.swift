// What every scenario is.

protocol Scenario {
    /// The word on the command line.
    static var name: String { get }
    static var summary: String { get }

    /// Measures, and adds figures.
    static func run(_ bench: inout Bench) throws
}
