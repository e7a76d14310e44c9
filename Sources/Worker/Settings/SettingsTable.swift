// The README's table of settings, made from the declarations; a test holds the README to it.

extension Setting {
    /// All settings as a Markdown table.
    public static var markdownTable: String {
        var rows = ["| flag | environment | default | meaning |", "|---|---|---|---|"]
        for setting in ofWorker {
            let value = setting.defaultValue.map { "`\($0)`" } ?? (setting.isRequired ? "required" : "")
            let placeholder = String(setting.placeholder.flatMap { $0 == "|" ? "\\|" : String($0) })
            rows.append(
                "| `--\(setting.name)` \(placeholder) | `\(setting.environmentName)` | \(value) | \(setting.summary) |"
            )
        }
        return rows.joined(separator: "\n")
    }
}
