// The completion for bash 4 or newer. Needs no other script. Text only.

internal import Worker

enum BashCompletion {
    static func script(_ commands: [Command]) -> String {
        """
        # Completion for bash, made by `anyconnect-normalizer completions bash`.
        _anyconnect_normalizer() {
            local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} words= places= flags= file=
            COMPREPLY=()
            # Bash parts --format=text at the equals sign.
            if [[ $word == = ]]; then word=; elif [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD - 2]}; fi
            if ((COMP_CWORD == 1)); then
                mapfile -t COMPREPLY < <(compgen -W '\(joined(Completion.firstWords(commands).map(\.name)))' -- "$word")
                return
            fi
            case ${COMP_WORDS[1]} in
            help) places='\(joined(Completion.helpWords(commands)))' ;;
        \(commands.map(entry).joined(separator: "\n"))
            esac
            if [[ $word == -* && -z $words && $file != value ]]; then
                words=$flags
            elif [[ -z $words && $file != value ]]; then
                words=$places
            fi
            if [[ -n $file && $word != -* ]]; then
                compopt -o filenames 2>/dev/null
                mapfile -t COMPREPLY < <(compgen -f -- "$word")
            else
                mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
            fi
        }
        complete -F _anyconnect_normalizer anyconnect-normalizer
        """
    }

    /// What a command takes: its flags, their values, and what stands without a flag.
    private static func entry(_ command: Command) -> String {
        var lines = [
            "    \(command.name))",
            "        flags='\(joined(command.settings.map { "--\($0.name)" } + ["--help"]))'",
        ]
        for setting in command.positionals {
            switch Completion(setting) {
            case .words(let words): lines.append("        places='\(joined(words))'")
            case .file: lines.append("        file=place")
            case .free: break
            }
        }
        lines.append("        case $before in")
        var free: [String] = []
        for setting in command.settings where !setting.isSwitch {
            switch Completion(setting) {
            case .words(let words): lines.append("        --\(setting.name)) words='\(joined(words))' file= ;;")
            case .file: lines.append("        --\(setting.name)) file=value ;;")
            case .free: free.append("--\(setting.name)")
            }
        }
        if !free.isEmpty { lines.append("        \(free.joined(separator: "|"))) return ;;") }
        return (lines + ["        esac", "        ;;"]).joined(separator: "\n")
    }

    private static func joined(_ words: [String]) -> String { words.joined(separator: " ") }
}
