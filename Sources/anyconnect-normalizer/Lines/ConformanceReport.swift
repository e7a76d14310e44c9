// What `normalize --report` ends with: how well a day of own logs is covered. Counts, and the first lines of what no
// layout fits; how they are printed is not known here. Its memory is bounded, however long the logs are.

internal import Normalization

/// Counts by message, and samples.
struct ConformanceReport {
    struct Counts {
        /// A layout fits.
        var layout = 0
        /// None of its layouts fits.
        var labels = 0
        /// It has no layout.
        var other = 0
        /// The catalogue does not know it.
        var unknown = 0
        /// How often a message of the catalogue was met.
        var total: Int { layout + labels + other }
    }

    enum Finding: Hashable {
        case labels(Int32)
        case unknown(Int32)
        case deadLetter(DeadLetterReason)
    }

    /// A line, or its beginning.
    struct Sample {
        var place: InputPlace
        var bytes: [UInt8]
        /// Bytes of the whole line.
        var length: Int
    }

    /// Most samples of all findings together.
    private static let mostSamples = 1000
    /// Bytes of a line that a sample keeps.
    private static let longestSample = 240

    /// The first lines of each finding.
    private(set) var samples: [Finding: [Sample]] = [:]
    private var sampleCount = 0
    private let samplesEach: Int
    private(set) var clocks = DeviceClocks()

    /// Page of each thousand of numbers; -1 if none of it was seen.
    private var pages = [Int](repeating: -1, count: Int(Message.greatestID) / 1000 + 1)
    /// A thousand numbers for each page.
    private var counts: [Counts] = []

    /// Starts with nothing; of each finding the first `samplesEach` lines are kept.
    init(samplesEach: Int) { self.samplesEach = samplesEach }

    /// Counts the event of a line; two array accesses for one that a layout fits, since it is done for every line.
    mutating func count(_ event: EventSummary, _ line: Span<UInt8>, _ place: InputPlace) {
        if let fault = event.clock {
            // No other host than the line's own is known here.
            let host: Range<Int> =
                if case .line(let name) = event.host { name.lowerBound..<name.upperBound } else { 0..<0 }
            clocks.count(fault, of: line.extracting(host))
        }
        let thousand = Int(event.id / 1000)
        if pages[thousand] < 0 {
            pages[thousand] = counts.count
            counts += repeatElement(Counts(), count: 1000)
        }
        let index = pages[thousand] + Int(event.id % 1000)
        switch event.fit {
        case .layout: counts[index].layout += 1
        case .labels:
            counts[index].labels += 1
            note(.labels(event.id), line, place)
        case .noLayout: counts[index].other += 1
        case .unknown:
            counts[index].unknown += 1
            note(.unknown(event.id), line, place)
        }
    }

    /// Keeps a line as a sample, if there are not enough of the finding.
    mutating func note(_ finding: Finding, _ line: Span<UInt8>, _ place: InputPlace) {
        guard sampleCount < ConformanceReport.mostSamples, samples[finding, default: []].count < samplesEach else {
            return
        }
        sampleCount += 1
        let bytes = (0..<min(line.count, ConformanceReport.longestSample)).map { line[$0] }
        samples[finding, default: []].append(Sample(place: place, bytes: bytes, length: line.count))
    }

    /// The numbers for which `value` is not 0, with the greatest of these values first.
    func numbers(_ value: (Counts) -> Int) -> [(id: Int32, counts: Counts)] {
        let met = pages.indices.filter { pages[$0] >= 0 }.flatMap { thousand in
            (0..<1000).map { (id: Int32(thousand * 1000 + $0), counts: counts[pages[thousand] + $0]) }
        }
        return met.filter { value($0.counts) > 0 }
            .sorted { (value($1.counts), $0.id) < (value($0.counts), $1.id) }
    }

    var sum: Counts {
        counts.reduce(into: Counts()) { sum, counts in
            sum.layout += counts.layout
            sum.labels += counts.labels
            sum.other += counts.other
            sum.unknown += counts.unknown
        }
    }
}
