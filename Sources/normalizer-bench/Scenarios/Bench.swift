// What every scenario is, and the figures of one run of the bench: printed as they come in, kept for JSON. Main thread.

internal import Worker

protocol Scenario {
    /// The word on the command line.
    static var name: String { get }
    static var summary: String { get }

    /// Measures, and adds figures.
    static func run(_ bench: inout Bench) throws
}

struct Bench {
    /// One figure, measured several times.
    struct Figure {
        var name: String
        var unit: String
        var values: [Double]

        var median: Double {
            let sorted = values.sorted()
            return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        }
    }

    let options: Options
    private(set) var figures: [Figure] = []

    init(_ options: Options) { self.options = options }

    /// Keeps and prints a figure.
    mutating func add(_ name: String, _ unit: String, _ values: [Double]) {
        guard let least = values.min(), let most = values.max() else { return }
        let figure = Figure(name: name, unit: unit, values: values)
        figures.append(figure)
        let spread = values.count > 1 ? " (\(Number.text(least)) to \(Number.text(most)), \(values.count) runs)" : ""
        let gap = String(repeating: " ", count: max(1, 44 - name.count))
        print("  " + name + gap + Number.text(figure.median) + " " + unit + spread)
    }

    var json: String {
        let objects = figures.map { figure in
            let range = "\"min\":\(figure.values.min() ?? 0),\"max\":\(figure.values.max() ?? 0)"
            let names = "\"name\":\(quoted(figure.name)),\"unit\":\(quoted(figure.unit))"
            return "{\(names),\"median\":\(figure.median),\(range)}"
        }
        let machine = "\"machine\":\(quoted(Machine.description)),\"library\":\(quoted(Machine.library))"
        return "{\(machine),\"commit\":\(quoted(Machine.commit)),\"figures\":[\(objects.joined(separator: ","))]}"
    }

    private func quoted(_ text: String) -> String { FieldValue.text(text).json }
}

enum Number {
    /// A comma between thousands; decimals only where there are few digits before them.
    static func text(_ value: Double) -> String {
        if value.magnitude >= 100 || value == value.rounded() { return grouped(Int(value.rounded())) }
        let scale = value.magnitude >= 10 ? 10.0 : 1000.0
        return "\((value * scale).rounded() / scale)"
    }

    private static func grouped(_ value: Int) -> String {
        guard value.magnitude >= 1000 else { return "\(value)" }
        return grouped(value / 1000) + "," + "\(1000 + value.magnitude % 1000)".dropFirst()
    }
}
