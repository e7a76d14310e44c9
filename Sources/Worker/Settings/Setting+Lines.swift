// Settings of the commands that read lines of files without Kafka, and of how commands print. Declarations only.

extension Setting {
    package static let files = Setting(
        "file",
        "FILE",
        isRepeatable: true,
        "File with lines, - for standard input, which is read if none is given; the flag may be left out. "
            + "Can be repeated."
    )
    package static let report = flag(
        "report",
        "End with counts by message, by how well layouts fit and by reason of dead letters, with samples."
    )
    package static let strict = flag("strict", "End with 1 if any line is a dead letter.")
    package static let line = Setting("line", "TEXT", "The line, in place of a file.")
    package static let messages = Setting(
        "message",
        "ID",
        isRepeatable: true,
        "Only the message of this number. May stand without its flag. Can be repeated."
    )
    package static let format = Setting("format", "text|markdown|json", default: "text", "Form of the output.")
    package static let reportFormat = Setting("format", "text|json", default: "text", "Form of the output.")
    package static let schemaFormat = Setting("format", "json|markdown", default: "json", "Form of the output.")
    package static let color = Setting(
        "color",
        "auto|always|never",
        default: "auto",
        "When colors are used; auto is on a terminal, unless NO_COLOR is set."
    )
    package static let shell = Setting(
        "shell",
        "bash|zsh|fish",
        isRequired: true,
        "The shell; may stand without its flag."
    )

    /// What single commands know besides what decides about the worker.
    static let ofCommands = [files, report, strict, line, messages, format, color, shell] + ofRanges
}
