// A line that tells how far a long command is: kept in place on a terminal, now and then a plain line in a pipe. Main
// thread.

internal import Worker

struct ProgressLine {
    private let isLive = StandardStream.error.isTerminal
    private var lastShown: Int64 = 0

    /// Shows progress; in a pipe at most every five seconds.
    mutating func show(done: Int64, of count: Int64, rate: Double) {
        let now = SystemClock.monotonicNanoseconds
        guard isLive || now - lastShown >= 5_000_000_000 else { return }
        lastShown = now
        let percent = count == 0 ? 100 : done * 100 / count
        let left = rate > 0 ? Durations.text(seconds: Double(count - done) / rate) : "unknown"
        let text = "\(done) of \(count) offsets, \(percent) %, \(Int(rate))/s, \(left) left"
        if isLive {
            StandardStream.error.write("\r\u{1B}[K\(text)".utf8.span)
        } else {
            StandardStream.error.print(text)
        }
    }

    /// Says something else meanwhile.
    func note(_ text: String) {
        if isLive { StandardStream.error.write("\r\u{1B}[K".utf8.span) }
        StandardStream.error.print(text)
    }

    func end() {
        if isLive { StandardStream.error.print("") }
    }
}
