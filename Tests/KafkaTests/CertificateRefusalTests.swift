// Certificates that are refused: each reason has words of its own, and a failed connection is told by what was logged
// before it.

import Synchronization
import Testing

@testable import Kafka

@Suite struct CertificateRefusalTests {
    private static let words =
        "ssl://a:9093/1: Certificate (subject=/CN=a, issuer=/CN=b) was refused: it has expired"
    private static let logged =
        "[thrd:ssl://a:9093/1]: ssl://a:9093/1: Certificate (subject=/CN=a, issuer=/CN=b) verification callback "
        + "failed: it has expired"

    @Test func eachReasonHasWordsOfItsOwn() {
        let codes: [Int32] = [3, 9, 10, 18, 20, 23, 50, 51, 62, 66]
        #expect(Set(codes.map(CertificateRefusal.reason)).count == codes.count)
        #expect(CertificateRefusal.reason(10) == "it has expired")
        #expect(CertificateRefusal.reason(50).hasSuffix("x509 error 50"))
    }

    @Test(arguments: [
        (Self.logged, "SSLCERTVRFY", Self.words), (String(Self.logged.dropFirst(23)), "SSLCERTVRFY", Self.words),
        (Self.logged, "FAIL", nil),
        ("[thrd:", "SSLCERTVRFY", "[thrd:"),
    ])
    func aLogLineTellsOfARefusal(_ message: String, _ facility: String, _ expected: String?) {
        #expect(CertificateRefusal.words(logged: message, facility: facility) == expected)
    }

    @Test func onlyAConnectionThatFailsForACertificateIsToldByIt() throws {
        let told = Mutex<[KafkaError]>([])
        let context = CallbackContext { event in
            if case .error(let error) = event { told.withLock { $0.append(error) } }
        }
        let failure = "ssl://a:9093/1: SSL handshake failed: error:0A000086:SSL routines::certificate verify failed"
        let client = try Client(.producer, ["log_level": "0"], context: context)
        for (logged, words) in [(nil, failure), (Self.logged, failure), (nil, "ssl://a:9093/1: Disconnected")] {
            if let logged { unsafe ClientCallbacks.log(3, "SSLCERTVRFY", logged, to: context) }
            unsafe ClientCallbacks.error(of: client.pointer, KafkaErrorCode.transport.rawValue, words, to: context)
        }
        #expect(told.withLock { $0.map(\.message) } == [failure, Self.words, "ssl://a:9093/1: Disconnected"])
        #expect(told.withLock { $0.map(\.code) } == [.transport, .tls, .transport])
    }
}
