// What the program calls itself.

internal import NormalizerWorker

enum Version {
    static let text = "anyconnect-normalizer \(ProductVersion.current)"
}
