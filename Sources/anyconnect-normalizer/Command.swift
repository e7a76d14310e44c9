// The commands of the program: name, help and settings of each, declared once. A command's work stands
// in its own file under Commands.

internal import NormalizerWorker

/// One command.
struct Command: Sendable {
    let name: String
    let summary: String
    let details: String
    let example: String
    let settings: [Setting]
    /// The setting whose value may stand without its flag, as the first argument.
    var positional: Setting?
    let run: @Sendable (SettingValues) throws(ConfigurationFaults) -> ExitCode

    static let all = [
        RunCommand.command, NormalizeCommand.command, ExplainCommand.command, MessagesCommand.command,
        DemoCommand.command, RewindCommand.command, ReplayCommand.command,
        LocateCommand.command, HealthCommand.command, ConfigCommand.command,
        DoctorCommand.command,
    ]

    static func named(_ name: String) -> Command? { all.first { $0.name == name } }

    /// The command that a user may have meant.
    static func nearest(to name: String) -> String? { NearestName.of(name, among: all.map(\.name)) }
}
