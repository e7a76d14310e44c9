// Where the process begins: picks the command, reads its settings, ends with its exit code.

internal import Glibc
internal import Kafka
internal import Worker

@main
enum EntryPoint {
    /// The commands of the program, in the order of the help.
    static let commands: [Command] = [
        RunCommand.command, NormalizeCommand.command, ExplainCommand.command, MessagesCommand.command,
        SchemaCommand.command, DemoCommand.command, StatusCommand.command, RewindCommand.command, ReplayCommand.command,
        LocateCommand.command, DiffCommand.command, DeadLettersCommand.command, HealthCommand.command,
        ConfigCommand.command, DoctorCommand.command, CompletionsCommand.command { commands },
        ManCommand.command { commands },
    ]

    static func main() {
        // A closed pipe is an answer to a write, not a reason to die.
        signal(SIGPIPE, SIG_IGN)
        // So is a file that may not grow (setrlimit(2), `ulimit -f`): the write tells it.
        signal(SIGXFSZ, SIG_IGN)
        // Memory holds passwords: none of it is to be left in a core file.
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        // SAFETY: setrlimit only reads the structure that it is handed.
        _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        // Where core files go to a program instead, that limit does not count, but what they may hold does.
        SmallFile.write("0", to: "/proc/self/coredump_filter")
        let code = run(Array(CommandLine.arguments.dropFirst()))
        StandardStream.output.flush()
        exit(afterWriting(code).rawValue)
    }

    /// The code of a command; one that has done its work, but whose output is not whole, has failed nevertheless.
    private static func afterWriting(_ code: ExitCode) -> ExitCode {
        guard let failure = StandardStream.output.failure else { return code }
        StandardStream.error.print(
            "cannot write to standard output: \(SystemError.text(failure)); the output is not whole"
        )
        return code == .success || code == .failure ? .output : code
    }

    /// More faults than these are only counted.
    private static let mostFaults = 20

    private static func run(_ arguments: [String]) -> ExitCode {
        guard let name = arguments.first else {
            StandardStream.error.print(HelpText.overview(commands))
            return .configuration
        }
        switch name {
        case "help", "--help", "-h":
            guard arguments.count > 1, !["help", "--help", "-h"].contains(arguments[1]) else {
                StandardStream.output.print(HelpText.overview(commands))
                return .success
            }
            if arguments[1] == "settings" {
                StandardStream.output.print(Setting.markdownList)
                return .success
            }
            guard let command = command(named: arguments[1]) else { return unknown(arguments[1]) }
            StandardStream.output.print(HelpText.text(of: command))
            return .success
        case "version", "--version", "-V":
            StandardStream.output.print(HelpText.version)
            return .success
        default: break
        }
        guard let command = command(named: name) else { return unknown(name) }
        let rest = Array(arguments.dropFirst())
        if rest.contains("--help") || rest.contains("-h") {
            StandardStream.output.print(HelpText.text(of: command))
            return .success
        }
        do throws(ConfigurationFaults) {
            var values = values(of: command, rest)
            return try command.run(&values)
        } catch {
            // Behind what was printed, where a person looks first.
            StandardStream.output.flush()
            for fault in error.faults.prefix(mostFaults) { StandardStream.error.print("\(command.name): \(fault)") }
            let others = error.faults.count - mostFaults
            if others > 0 { StandardStream.error.print("\(command.name): and \(Counted.text(others, "more fault"))") }
            return .configuration
        }
    }

    private static func command(named name: String) -> Command? { commands.first { $0.name == name } }

    /// Flags over environment over the file that `--config` names.
    private static func values(of command: Command, _ arguments: [String]) -> SettingValues {
        var values = SettingValues(command.settings, readBytes: FileReader.bytes(of:))
        values.read(arguments: arguments, positionals: command.positionals)
        values.read(environment: Environment.variables)
        values.readFile()
        return values
    }

    private static func unknown(_ name: String) -> ExitCode {
        let advice =
            NearestName.of(name, among: commands.map(\.name) + ["help", "--help", "version", "--version"]).map {
                ", did you mean '\($0)'?"
            }
            ?? "\n\n" + HelpText.overview(commands)
        StandardStream.error.print("unknown command '\(Escaped.text(name))'\(advice)")
        return .configuration
    }
}
