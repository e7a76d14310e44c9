internal import NormalizerWorker

enum DemoCommand {
    static let command = Command(name: "demo", summary: "", details: "", example: "", settings: Setting.ofEvents) { _ throws(ConfigurationFaults) in .success }
}
