// Settings of the commands that read lines of files without Kafka, and of how commands print. Declarations only.

extension Setting {
    /// Files with lines.
    public static let files = Setting(
        "file",
        "FILE",
        isRepeatable: true,
        "File with lines, - for standard input, which is read if none is given; the flag may be left out. "
            + "Can be repeated."
    )
    /// Whether a report ends the run.
    public static let report = flag(
        "report",
        "End with counts by message, by how well layouts fit and by reason of dead letters, with samples."
    )
    /// Whether a dead letter is a failure.
    public static let strict = flag("strict", "End with 1 if any line is a dead letter.")
    /// The line to explain.
    public static let line = Setting("line", "TEXT", "The line, in place of a file.")
    /// Messages of the catalogue.
    public static let messages = Setting(
        "message",
        "ID",
        isRepeatable: true,
        "Only the message of this number. May stand without its flag. Can be repeated."
    )
    /// Form of a printed catalogue.
    public static let format = Setting("format", "text|markdown|json", default: "text", "Form of the output.")
    /// Form of a report.
    public static let reportFormat = Setting("format", "text|json", default: "text", "Form of the output.")
    /// Form of a schema.
    public static let schemaFormat = Setting("format", "json|markdown", default: "json", "Form of the output.")
    /// When colors are used.
    public static let color = Setting(
        "color",
        "auto|always|never",
        default: "auto",
        "When colors are used; auto is on a terminal, unless NO_COLOR is set."
    )
    /// A shell.
    public static let shell = Setting(
        "shell",
        "bash|zsh|fish",
        isRequired: true,
        "The shell; may stand without its flag."
    )

    /// What single commands know besides what decides about the worker.
    static let ofCommands = [files, report, strict, line, messages, format, color, shell] + ofRanges
}
