// Certificates: their names and dates are read, whatever the bytes, and each reason of a refusal has words of its own.

import Foundation
import KafkaTestSupport
import Testing

@testable import Kafka

@Suite struct CertificateTests {
    /// Of `CN=kafka-1.example,O=Example GmbH`, with names and an address, by an authority of openssl's; good until 2052.
    static let der = [UInt8](
        Data(
            base64Encoded: """
                MIIB1zCCAXygAwIBAgICEjQwCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJYXV0aG9yaXR5MCAXDTI2MDEwMTAwMDAwMFoYDzIwNTIw\
                MzAxMTIzNDU2WjA+MQswCQYDVQQGEwJERTEVMBMGA1UECgwMRXhhbXBsZSBHbWJIMRgwFgYDVQQDDA9rYWZrYS0xLmV4YW1wbGUw\
                WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASUlQFr2iQYK5jtfhpBdHTIPkZKSfT/z9TzjDgVgDQZ25W/FpZ7bR0hlnQTC4M9lQaB\
                hRNxfduuaBXFj46krA3jo4GRMIGOMD4GA1UdEQQ3MDWCD2thZmthLTEuZXhhbXBsZYIPa2Fma2EtMi5leGFtcGxlhwTAAAIHgQt4\
                QHkuZXhhbXBsZTAMBgNVHRMBAf8EAjAAMB0GA1UdDgQWBBQFUvFZPi9/VHahp2t1hQaGHm8jwjAfBgNVHSMEGDAWgBS3tegyyDHW\
                gcxRUNvVTu7Z3ILKYTAKBggqhkjOPQQDAgNJADBGAiEAjj2dC+nAk91t07kDjsBhAIUYersujFJF7zP2HRPCOZYCIQDXsPEosbkJ\
                bMtGtd0tixh1Ix+vGAZSwXxtHIXf29Ezcw==
                """
        ) ?? Data()
    )

    @Test func namesAndDatesAreRead() throws {
        let certificate = try Certificate(der: Self.der).unwrap()
        #expect(certificate.subject == "O=Example GmbH,CN=kafka-1.example")
        #expect(certificate.issuer == "CN=authority")
        #expect(certificate.names == ["kafka-1.example", "kafka-2.example", "192.0.2.7"])
        #expect(certificate.notBefore == "2026-01-01T00:00:00Z")
        #expect(certificate.notAfter == "2052-03-01T12:34:56Z")
    }

    @Test func aPartOfOneIsNone() {
        for count in 0..<Self.der.count { #expect(Certificate(der: Array(Self.der[..<count])) == nil, "\(count)") }
    }

    @Test func whatIsNotPrintableDoesNotGetOut() throws {
        var bytes = Self.der
        let name = Array("Example".utf8)
        let place = try (0..<bytes.count).first { bytes[$0...].starts(with: name) }.unwrap()
        bytes.replaceSubrange(place..<place + 4, with: [0x0A, 0x1B, 0xC3, 0x7F])
        #expect(Certificate(der: bytes)?.subject == "O=????ple GmbH,CN=kafka-1.example")
    }

    @Test func anyByteMayBeWrong() {
        for index in Self.der.indices {
            for bit in 0..<8 {
                var bytes = Self.der
                bytes[index] ^= 1 << UInt8(bit)
                let certificate = Certificate(der: bytes)
                #expect(certificate.map { $0.subject.utf8.allSatisfy { (0x20...0x7E).contains($0) } } != false)
            }
        }
    }

    @Test func eachFaultHasWordsOfItsOwn() throws {
        func words(_ code: Int32, depth: Int32 = 0) throws -> String {
            let certificate = try Certificate(der: Self.der).unwrap()
            return CertificateFault(broker: "localhost:9093", code: code, depth: depth, certificate: certificate)
                .description
        }
        let head =
            "localhost:9093: the broker's certificate O=Example GmbH,CN=kafka-1.example (issued by CN=authority) "
        #expect(try words(10) == head + "has expired, on 2052-03-01T12:34:56Z")
        #expect(try words(9) == head + "is not yet valid, but from 2026-01-01T00:00:00Z on")
        #expect(try words(18) == head + "is self-signed and not trusted")
        #expect(try words(20) == head + "is of an unknown authority")
        #expect(try words(23) == head + "was revoked")
        let names = "kafka-1.example, kafka-2.example, 192.0.2.7"
        #expect(try words(62) == head + "does not match the name localhost: it is for \(names)")
        #expect(try words(50).hasSuffix("OpenSSL's x509 error 50"))
        #expect(try words(10, depth: 2).hasPrefix("localhost:9093: the authority's certificate"))
        let codes: [Int32] = [3, 7, 9, 10, 11, 12, 18, 20, 23, 26, 28, 50, 62, 66, 68, 79]
        #expect(try Set(codes.map { try words($0) }).count == codes.count)
        let unreadable = CertificateFault(broker: "[::1]:9093", code: 62, depth: 0, certificate: nil)
        #expect(unreadable.description == "[::1]:9093: the broker's certificate does not match the name [::1]")
    }

    @Test func aFailedConnectionIsExplainedByItsOwnBrokersCertificate() {
        let watch = CertificateWatch()
        let words = "SSL handshake failed: error:0A000086:SSL routines::certificate verify failed"
        #expect(watch.explanation(of: "ssl://a:90/1: \(words)") == nil)
        watch.note(CertificateFault(broker: "a:90", code: 10, depth: 0, certificate: nil))
        watch.note(CertificateFault(broker: "a:909", code: 23, depth: 0, certificate: nil))
        #expect(watch.explanation(of: "ssl://a:90/1: \(words)")?.hasSuffix("has expired") == true)
        #expect(watch.explanation(of: "sasl_ssl://a:909/bootstrap: \(words)")?.hasSuffix("was revoked") == true)
        #expect(watch.explanation(of: "GroupCoordinator: \(words)")?.hasSuffix("was revoked") == true)
        #expect(watch.explanation(of: "ssl://a:90/1: Disconnected") == nil)
        watch.noteGood("a:909")
        #expect(watch.explanation(of: "ssl://a:909/1: \(words)") == nil)
        #expect(watch.explanation(of: "ssl://a:90/1: \(words)")?.hasSuffix("has expired") == true)
    }
}
