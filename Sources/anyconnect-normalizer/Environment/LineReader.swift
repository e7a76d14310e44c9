// Reads lines from a file descriptor without knowing how long they are. Runs on the caller's thread.

internal import Glibc

enum LineReader {
    /// Longest line kept whole, in bytes; of a longer one this much is kept and the rest skipped.
    static let longestLine = 16 << 20

    /// Calls `body` with each line, without its line feed, until the input ends or `body` says no.
    ///
    /// - Parameters:
    ///   - descriptor: Where to read.
    ///   - beforeReading: Called whenever all that was read has been handed over, and reading may wait.
    ///   - body: Takes a line.
    /// - Returns: 0, or the `errno` of a read that failed.
    static func forEachLine(
        of descriptor: Int32,
        beforeReading: () -> Void = {},
        _ body: (Span<UInt8>) -> Bool
    ) -> Int32 {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        // The beginning of a line that the buffer did not hold whole.
        var kept: [UInt8] = []
        while true {
            beforeReading()
            // SAFETY: read(2) writes at most `count` bytes into the buffer that the closure lends.
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                if !kept.isEmpty { _ = body(kept.span) }
                return count < 0 ? errno : 0
            }
            let bytes = buffer.span
            var start = 0
            while let stop = lineFeed(in: bytes, from: start, to: count) {
                if kept.isEmpty {
                    guard body(bytes.extracting(start..<stop)) else { return 0 }
                } else {
                    append(bytes.extracting(start..<stop), to: &kept)
                    guard body(kept.span) else { return 0 }
                    kept.removeAll(keepingCapacity: true)
                }
                start = stop + 1
            }
            append(bytes.extracting(start..<count), to: &kept)
        }
    }

    /// Offset of the first line feed in `bytes[start..<end]`, or nil.
    private static func lineFeed(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
        precondition(start >= 0 && start <= end && end <= bytes.count)
        // SAFETY: the range was checked to lie inside the span, whose memory outlives the closure.
        return unsafe bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, let hit = unsafe memchr(base + start, 0x0A, end - start) else {
                return nil
            }
            return unsafe UnsafeRawPointer(hit) - base
        }
    }

    private static func append(_ bytes: Span<UInt8>, to line: inout [UInt8]) {
        for index in 0..<min(bytes.count, longestLine - line.count) { line.append(bytes[index]) }
    }
}
