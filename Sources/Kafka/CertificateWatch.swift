// Keeps why certificates were refused until the library says that a connection has failed, which it says in the same words for
// every reason. Written on the threads of connections, read on the one that polls.

internal import Synchronization

/// The last verdict on the certificate of each broker of one client.
final class CertificateWatch: Sendable {
    private struct Verdicts {
        var faults: [String: CertificateFault] = [:]
        var last: CertificateFault?
    }

    private static let mostBrokers = 256
    private let verdicts = Mutex(Verdicts())

    /// Books that a broker's certificate was refused.
    func note(_ fault: CertificateFault) {
        verdicts.withLock { verdicts in
            if verdicts.faults.count >= Self.mostBrokers { verdicts.faults.removeAll() }
            verdicts.faults[fault.broker] = fault
            verdicts.last = fault
        }
    }

    /// Books that a broker's certificate is good.
    func noteGood(_ broker: String) {
        verdicts.withLock { verdicts in
            verdicts.faults[broker] = nil
            if verdicts.last?.broker == broker { verdicts.last = nil }
        }
    }

    /// What the library's words about a failed connection mean, if it was about a certificate that was refused here.
    ///
    /// The words begin with the broker, `ssl://host:port/id`, except for the connection to a group's coordinator: then the last
    /// refusal is meant.
    func explanation(of words: String) -> String? {
        guard words.contains("certificate verify failed") else { return nil }
        return verdicts.withLock { verdicts in
            (verdicts.faults.values.first { words.contains("//\($0.broker)/") } ?? verdicts.last)?.description
        }
    }
}
