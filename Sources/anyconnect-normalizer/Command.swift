// The commands of the program: name, help and settings of each, declared once. A command's work stands
// in its own file under Commands.

internal import Worker

/// One command.
struct Command: Sendable {
    let name: String
    let summary: String
    let details: String
    let example: String
    let settings: [Setting]
    /// The settings whose values may stand without their flags, in this order.
    var positionals: [Setting] = []
    let run: @Sendable (SettingValues) throws(ConfigurationFaults) -> ExitCode

    static let all = [
        RunCommand.command, NormalizeCommand.command, ExplainCommand.command, MessagesCommand.command,
        DemoCommand.command, StatusCommand.command, RewindCommand.command, ReplayCommand.command,
        LocateCommand.command, DiffCommand.command, DeadLettersCommand.command, HealthCommand.command,
        ConfigCommand.command, DoctorCommand.command, CompletionsCommand.command, ManCommand.command,
    ]

    static func named(_ name: String) -> Command? { all.first { $0.name == name } }

    /// The command that a user may have meant.
    static func nearest(to name: String) -> String? { NearestName.of(name, among: all.map(\.name)) }
}
