// Asks a person before something is done that cannot be undone by itself. Main thread.

internal import Glibc

enum Confirmation {
    /// Whether to go on: yes with `--yes`, else what a person at the terminal says; nil if no person can be asked.
    static func ask(_ question: String, isGiven: Bool) -> Bool? {
        if isGiven { return true }
        guard isatty(STDIN_FILENO) == 1 else { return nil }
        StandardStream.output.flush()
        StandardStream.error.print(question + " Type 'yes' to go on:")
        return readLine() == "yes"
    }
}
