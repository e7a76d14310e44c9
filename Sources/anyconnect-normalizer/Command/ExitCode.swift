// The codes that the process ends with, and how a command ends that cannot do what it was asked to. Main thread.

internal import Operations

/// How the process ends (sysexits.h).
enum ExitCode: Int32 {
    /// Done, or drained after a signal.
    case success = 0
    /// The command ran and its answer is no.
    case failure = 1
    /// Something that must not happen.
    case `internal` = 70
    /// Standard output, or the dead letters and the report of `normalize`, could not be written whole.
    case output = 74
    /// Kafka could not be reached, or took the work away: try again.
    case tryAgain = 75
    /// The settings are wrong.
    case configuration = 78

    /// What each tells, for the help.
    static let meanings: [(code: ExitCode, text: String)] = [
        (.success, "done, or drained after a signal"), (.failure, "the command's answer is no"),
        (.internal, "internal error, or the time for draining ran out"),
        (.output, "what it prints could not be written whole"),
        (
            .tryAgain,
            "Kafka could not be reached or failed for good, or the last batch was not delivered in time: try again"
        ), (.configuration, "the settings are wrong"),
    ]
}

extension CommandFailure {
    /// Tells the user, after all that was printed before it.
    ///
    /// - Parameters:
    ///   - command: The command's name.
    ///   - code: The exit code, unless the same command may succeed later.
    /// - Returns: The exit code.
    func answer(of command: String, code: ExitCode = .failure) -> ExitCode {
        StandardStream.output.flush()
        StandardStream.error.print("\(command): \(self)")
        return isTransient ? .tryAgain : code
    }
}
