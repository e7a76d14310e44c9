internal import NormalizerWorker

enum RunCommand {
    static let command = Command(name: "run", summary: "", details: "", example: "", settings: Setting.ofWorker) { _ throws(ConfigurationFaults) in .success }
}
