// The server of metrics and health: answers, and survives slow, huge and broken requests.

import Foundation
import KafkaTestSupport
import Testing

@testable import NormalizerWorker

@Suite struct HTTPServerTests {
    @Test func headsAreReadOrRefused() {
        func parse(_ text: String) -> HTTPRequest.Parsed { HTTPRequest.parse(Array(text.utf8)) }
        #expect(parse("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n") == .request(.init(method: "GET", path: "/metrics")))
        #expect(parse("HEAD /a?b=c HTTP/1.0\r\n\r\n") == .request(.init(method: "HEAD", path: "/a")))
        #expect(parse("GET /metrics HTTP/1.1\r\nHost: x\r\n") == .incomplete)
        #expect(parse("") == .incomplete)
        #expect(parse("\r\n\r\n") == .malformed)
        #expect(parse("GET  / HTTP/1.1\r\n\r\n") == .malformed)
        #expect(parse("GET / SMTP\r\n\r\n") == .malformed)
        #expect(parse(String(repeating: "x", count: HTTPRequest.longestHead)) == .malformed)
    }

    @Test func addressesAreReadOrRefused() {
        #expect(ListenAddress("127.0.0.1:9464")?.description == "127.0.0.1:9464")
        #expect(ListenAddress(":1")?.host == "0.0.0.0")
        #expect(ListenAddress("localhost:1")?.host == "127.0.0.1")
        for text in ["", "127.0.0.1", "127.0.0.1:", "127.0.0.1:70000", "host.example:1", "a:b:c", "1.2.3:1"] {
            #expect(ListenAddress(text) == nil, "\(text)")
        }
    }

    /// A server on a free port that answers with its path, and its thread.
    private func withServer(_ body: (UInt16) throws -> Void) throws {
        let address = try ListenAddress("127.0.0.1:0").unwrap()
        let server = try HTTPServer(address) { HTTPResponse(status: "200 OK", body: $0.path) }
        let thread = BackgroundThread { server.run() }
        defer { server.stop() }
        try body(server.port)
        server.stop()
        try thread.value()
    }

    /// Sends bytes and reads until the server closes.
    private func exchange(_ port: UInt16, _ bytes: [UInt8], closesAfterwards: Bool = false) throws -> String {
        let descriptor = try connect(port)
        defer { close(descriptor) }
        _ = unsafe bytes.withUnsafeBytes { unsafe send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        if closesAfterwards { shutdown(descriptor, Int32(SHUT_WR)) }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1024)
        while true {
            let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return String(decoding: answer, as: UTF8.self) }
            answer += buffer[..<count]
        }
    }

    private func connect(_ port: UInt16) throws -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        unsafe inet_pton(AF_INET, "127.0.0.1", &place.sin_addr)
        let result = unsafe withUnsafePointer(to: &place) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe Foundation.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(result == 0)
        return descriptor
    }

    @Test func aRequestIsAnswered() throws {
        try withServer { port in
            let answer = try exchange(port, Array("GET /x HTTP/1.1\r\n\r\n".utf8))
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.hasSuffix("\r\n\r\n/x"))
            let head = try exchange(port, Array("HEAD /x HTTP/1.1\r\n\r\n".utf8))
            #expect(head.hasSuffix("\r\n\r\n"))
            let post = try exchange(port, Array("POST /x HTTP/1.1\r\n\r\n".utf8))
            #expect(post.contains(" 405 "))
        }
    }

    @Test func brokenAndHugeRequestsAreRefusedAndOthersStillAnswered() throws {
        try withServer { port in
            // What was not read when the server closes may take the answer with it.
            let huge = try exchange(port, [UInt8](repeating: 0xFF, count: 100_000))
            #expect(huge.isEmpty || huge.contains(" 400 "))
            let blank = try exchange(port, Array("\r\n\r\n".utf8))
            #expect(blank.contains(" 400 "))
            let nothing = try exchange(port, [], closesAfterwards: true)
            #expect(nothing.isEmpty)
            let good = try exchange(port, Array("GET /x HTTP/1.1\r\n\r\n".utf8))
            #expect(good.contains(" 200 "))
        }
    }

    @Test func silentConnectionsDoNotKeepOthersOut() throws {
        try withServer { port in
            var silent: [Int32] = []
            for _ in 0..<100 { silent.append(try connect(port)) }
            // More than the server holds at once: those over the limit are let in when the silent ones are given up.
            let good = try exchange(port, Array("GET /x HTTP/1.1\r\n\r\n".utf8))
            #expect(good.contains(" 200 "))
            for descriptor in silent { close(descriptor) }
        }
    }

    @Test func anAddressInUseIsAFault() throws {
        try withServer { port in
            let address = try ListenAddress("127.0.0.1:\(port)").unwrap()
            let faults = #expect(throws: ConfigurationFaults.self) {
                _ = try HTTPServer(address, answer: { _ in HTTPResponse(status: "200 OK", body: "") })
            }
            #expect(faults?.faults.first?.hasPrefix("--http-address") == true)
        }
    }
}
