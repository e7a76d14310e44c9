// One structured line per event to standard error, in logfmt or JSON. Knows how a line looks, not what happens.
// Safe from every thread.

internal import Glibc
internal import Normalization
internal import Synchronization

/// Writes log lines of a level and above.
public final class Log: Sendable {
    private let level: LogLevel
    private let form: LogForm
    private let sink: @Sendable (String) -> Void
    private let observer: (@Sendable (WorkerEvent) -> Void)?
    /// Last second in which a repeating event was written, by what those of its kind have in common.
    private let lastWritten = Mutex<[String: (second: Int, suppressed: Int)]>([:])

    /// Makes a log.
    ///
    /// - Parameters:
    ///   - level: Least severe level that is written.
    ///   - form: Form of the lines.
    ///   - sink: Takes one line without line feed; standard error if not given.
    ///   - observer: Takes every event on the thread that writes it, whether it is logged or not.
    public init(
        level: LogLevel,
        form: LogForm = .logfmt,
        sink: @escaping @Sendable (String) -> Void = Log.writeToStandardError,
        observer: (@Sendable (WorkerEvent) -> Void)? = nil
    ) {
        self.level = level
        self.form = form
        self.sink = sink
        self.observer = observer
    }

    /// Writes an event, if its level is logged.
    ///
    /// Of an event that repeats, one line a minute is written, with the count of the others.
    public func write(_ event: WorkerEvent) {
        observer?(event)
        let line = event.line
        guard line.level <= level else { return }
        var fields = line.fields
        if let repetition = event.repetition {
            guard let suppressed = admit(repetition) else { return }
            if suppressed > 0 { fields.append(("suppressed", .number(suppressed))) }
        }
        let time = SystemClock.text(SystemClock.epochMilliseconds)
        switch form {
        case .logfmt:
            let head = "\(time) level=\(line.level.rawValue) event=\(line.name)"
            sink(fields.reduce(into: head) { $0 += " \($1.0)=\(Log.quoted($1.1.description))" })
        case .json:
            let head: [(String, FieldValue)] = [
                ("time", .text(time)), ("level", .text(line.level.rawValue)), ("event", .text(line.name)),
            ]
            let all = (head + fields).map { "\(FieldValue.text($0.0).json):\($0.1.json)" }
            sink("{" + all.joined(separator: ",") + "}")
        }
    }

    /// The number of lines left out since the last one, or nil if this one is to be left out too.
    private func admit(_ name: String) -> Int? {
        let now = Int(SystemClock.monotonicNanoseconds / 1_000_000_000)
        return lastWritten.withLock { last in
            guard let entry = last[name], now - entry.second < 60 else {
                let suppressed = last[name]?.suppressed ?? 0
                last[name] = (now, 0)
                return suppressed
            }
            last[name] = (entry.second, entry.suppressed + 1)
            return nil
        }
    }

    private static func quoted(_ value: String) -> String {
        let isPlain = !value.isEmpty && value.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x3D && $0 != 0x7F }
        guard !isPlain else { return value }
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
            }
        }
        return text + "\""
    }

    /// Writes a line to standard error.
    public static func writeToStandardError(_ line: String) {
        var text = line + "\n"
        text.withUTF8 { bytes in
            // SAFETY: write(2) only reads the bytes that the closure lends; a log line that cannot be written is given
            // up.
            _ = unsafe Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
        }
    }
}
