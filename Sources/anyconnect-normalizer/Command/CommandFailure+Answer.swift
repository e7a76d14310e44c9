// How a command ends that cannot do what it was asked to. Main thread.

internal import Operations

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
