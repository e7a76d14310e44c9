// The completion for zsh: a file `_anyconnect-normalizer` in a folder of `fpath`, or read with `source`. Text only.

internal import Worker

enum ZshCompletion {
    static func script(_ commands: [Command]) -> String {
        """
        #compdef anyconnect-normalizer
        # Completion for zsh, made by `anyconnect-normalizer completions zsh`.
        _anyconnect_normalizer() {
            local -a commands
            commands=(
        \(Completion.firstWords(commands)
            .map { "        \(quoted("\($0.name):\($0.summary)"))" }.joined(separator: "\n"))
            )
            if ((CURRENT == 2)); then
                _describe command commands
                return
            fi
            shift words
            ((CURRENT--))
            case $words[1] in
            help) _arguments \(quoted("1:command:(\(Completion.helpWords(commands).joined(separator: " ")))")) ;;
        \(commands.map(entry).joined(separator: "\n"))
            esac
        }
        if [[ $funcstack[1] == _anyconnect-normalizer ]]; then
            _anyconnect_normalizer "$@"
        else
            compdef _anyconnect_normalizer anyconnect-normalizer
        fi
        """
    }

    private static func entry(_ command: Command) -> String {
        var specs = command.settings.map { setting in
            let repeats = setting.isRepeatable ? "*" : ""
            let text = "\(repeats)--\(setting.name)\(setting.isSwitch ? "" : "=")[\(plain(setting.summary))]"
            return setting.isSwitch ? text : text + ":\(plain(setting.placeholder)):\(action(setting))"
        }
        specs += command.positionals.enumerated().map { index, setting in
            "\(setting.isRepeatable ? "*" : "\(index + 1)"):\(plain(setting.placeholder)):\(action(setting))"
        }
        specs.append("--help[Show the help.]")
        return "    \(command.name)) _arguments \\\n"
            + specs.map { "        \(quoted($0))" }.joined(separator: " \\\n") + " ;;"
    }

    private static func action(_ setting: Setting) -> String {
        switch Completion(setting) {
        case .words(let words): "(\(words.joined(separator: " ")))"
        case .file: "_files"
        case .free: ""
        }
    }

    /// A text without what has a meaning in a specification of `_arguments`.
    private static func plain(_ text: String) -> String {
        String(text.flatMap { "[]:\\".contains($0) ? "\\\($0)" : String($0) })
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
