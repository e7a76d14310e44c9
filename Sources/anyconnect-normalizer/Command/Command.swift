// What a command is: name, help and settings, declared once in the command's own file. The table of all of them stands
// at the program's entry; what is made of it, such as help and completions, is handed the table.

internal import Worker

struct Command: Sendable {
    let name: String
    let summary: String
    let details: String
    let example: String
    let settings: [Setting]
    /// The settings whose values may stand without their flags, in this order.
    var positionals: [Setting] = []
    let run: @Sendable (inout SettingValues) throws(ConfigurationFaults) -> ExitCode
}
