// The list of settings for people, made from the declarations; a test holds deploy/settings.md to it.

extension Setting {
    /// All settings of the worker as a Markdown list, in lines of at most 120 columns.
    public static var markdownList: String {
        ofWorker.map { setting in
            var head = "* `--\(setting.name) \(setting.placeholder)`, `\(setting.environmentName)`"
            if let value = setting.defaultValue { head += ", default `\(value)`" }
            if setting.isRequired { head += ", required" }
            return ([head + ":"] + setting.wrappedSummary).joined(separator: "\n")
        }
        .joined(separator: "\n")
    }

    /// The summary in lines that belong to an item of a list.
    private var wrappedSummary: [String] {
        summary.split(separator: " ").reduce(into: []) { lines, word in
            if let last = lines.last, last.count + 1 + word.count <= 120 {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append("  " + word)
            }
        }
    }
}
