// `man`: the manual page (man(7)), from the same declarations as the help.

internal import Worker

enum ManCommand {
    /// The command; `commands` gives the table of all.
    static func command(_ commands: @escaping @Sendable () -> [Command]) -> Command {
        Command(
            name: "man",
            summary: "Print the manual page.",
            details: """
                The page is in the language of man(7). deploy/install --prefix puts it where man looks for it.
                """,
            example: "anyconnect-normalizer man | man -l -",
            settings: [],
            run: { values throws(ConfigurationFaults) in try run(values, commands()) }
        )
    }

    private static func run(_ values: SettingValues, _ commands: [Command]) throws(ConfigurationFaults) -> ExitCode {
        guard values.faults.isEmpty else { throw ConfigurationFaults(values.faults) }
        StandardStream.output.print(ManualPage.text(commands))
        return .success
    }
}

enum ManualPage {
    static func text(_ commands: [Command]) -> String {
        var lines = [
            ".TH ANYCONNECT-NORMALIZER 1 \"\" \"anyconnect-normalizer \(ProductVersion.current)\" \"User Commands\"",
            ".SH NAME", escaped("anyconnect-normalizer") + " \\- " + escaped(HelpText.purpose),
            ".SH SYNOPSIS", ".B " + escaped("anyconnect-normalizer"), ".I COMMAND", ".RI [ SETTINGS ]",
            ".SH DESCRIPTION",
        ]
        lines += HelpText.sources.map(escaped)
        lines.append(".SH COMMANDS")
        for command in commands {
            lines += [".SS \"\(escaped(HelpText.usage(of: command)))\"", escaped(command.summary)]
            lines += paragraphs(command.details)
            let (own, shared) = HelpText.settings(of: command)
            for setting in own { lines += entry(setting) }
            if !shared.isEmpty {
                let names = shared.map { "\\fB" + escaped("--\($0.name)") + "\\fR" }
                lines += [".PP", "Settings shared with the worker:", names.joined(separator: ",\n") + "."]
            }
            lines += [".PP", "Example:", ".PP", ".in +4n", ".nf", escaped(command.example), ".fi", ".in"]
        }
        for word in HelpText.otherWords { lines += [".SS \(word.name)", escaped(word.summary)] }
        lines.append(".SH SETTINGS SHARED WITH THE WORKER")
        for setting in HelpText.shared { lines += entry(setting) }
        lines.append(".SH EXIT STATUS")
        for (code, meaning) in ExitCode.meanings { lines += [".TP", "\(code.rawValue)", escaped(meaning + ".")] }
        lines += [
            ".SH ENVIRONMENT", ".TP", "\\fB\(Setting.environmentPrefix)*\\fR", "Settings, each under its own name.",
            ".TP", "\\fBNO_COLOR\\fR", "If set, pages have no colors.",
        ]
        return lines.joined(separator: "\n")
    }

    private static func entry(_ setting: Setting) -> [String] {
        let flag = "\\fB" + escaped("--\(setting.name)") + "\\fR"
        let value = setting.isSwitch ? "" : " \\fI" + escaped(setting.placeholder) + "\\fR"
        return [".TP", flag + value, escaped(HelpText.note(on: setting))]
    }

    /// Paragraphs are filled; one whose lines are set in columns stays as it is.
    private static func paragraphs(_ details: String) -> [String] {
        var lines: [String] = []
        var paragraph: [String] = []
        func end() {
            guard !paragraph.isEmpty else { return }
            let isTable = paragraph.contains { $0.contains("  ") }
            lines += [".PP"] + (isTable ? [".nf"] : []) + paragraph.map(escaped) + (isTable ? [".fi"] : [])
            paragraph = []
        }
        for line in details.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty { end() } else { paragraph.append(String(line)) }
        }
        end()
        return lines
    }

    /// A text without what has a meaning to roff: backslashes, dashes that are not hyphens, and what begins a request.
    private static func escaped(_ text: String) -> String {
        let plain = String(
            text.flatMap { character in
                switch character {
                case "\\": "\\e"
                case "-": "\\-"
                case "'": "\\(aq"
                case "\"": "\\(dq"
                case "`": "\\(ga"
                case "^": "\\(ha"
                case "~": "\\(ti"
                default: String(character)
                }
            }
        )
        return plain.hasPrefix(".") ? "\\&" + plain : plain
    }
}
