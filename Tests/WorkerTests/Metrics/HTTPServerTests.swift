// The server of metrics and health: answers, and survives slow, huge and broken requests.

import Foundation
import KafkaTestSupport
import Testing

@testable import Worker

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
        for text in ["127.0.0.1:9464", "[::1]:9464", "[2001:db8::1]:80", "localhost:1", "host-1.example:1", ":1"] {
            #expect(ListenAddress(text)?.description == text)
        }
        for text in [
            "", "127.0.0.1", "127.0.0.1:", "127.0.0.1:70000", "a:b:c", "1.2.3:1", "1.2.3.400:1", "::1:9464", "[::1]",
            "[]:1", "[x]:1", "a b:1", "-:x",
        ] { #expect(ListenAddress(text) == nil, "\(text)") }
    }

    /// A container whose network is without IPv6 has the file, and no address in it.
    private static let hasIPv6 =
        (try? String(contentsOfFile: "/proc/net/if_inet6", encoding: .utf8))?
        .contains("00000000000000000000000000000001 ") == true

    /// What a name stands for is listened on in both families, and all interfaces are.
    @Test(.enabled(if: hasIPv6, "this machine has no IPv6"), arguments: ["localhost:0", ":0", "[::1]:0"])
    func bothFamiliesAreServed(_ text: String) throws {
        let address = try ListenAddress(text).unwrap()
        let server = try HTTPServer(address) { HTTPResponse(status: "200 OK", body: $0.path) }
        let thread = BackgroundThread { server.run() }
        defer { server.stop() }
        // A name may stand for one family only, as localhost does on some machines.
        let hosts = ["[::1]:0": ["[::1]"], ":0": ["[::1]", "127.0.0.1"]][text] ?? ["localhost"]
        for host in hosts {
            let places = try SocketAddress.toConnect(ListenAddress("\(host):\(server.port)").unwrap())
            try #require(!places.isEmpty)
            for place in places { try expectAnswer(at: place) }
        }
        server.stop()
        try thread.value()
    }

    private func expectAnswer(at place: SocketAddress) throws {
        let descriptor = socket(place.family, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        #expect(place.connect(descriptor), "\(place)")
        let answer = try exchange(descriptor, Array("GET /x HTTP/1.1\r\n\r\n".utf8))
        #expect(answer.hasSuffix("\r\n\r\n/x"))
    }

    @Test func aNameThatStandsForNothingIsAFault() throws {
        let address = try ListenAddress("no-such-host.invalid:0").unwrap()
        let faults = #expect(throws: ConfigurationFaults.self) {
            _ = try HTTPServer(address, answer: { _ in HTTPResponse(status: "200 OK", body: "") })
        }
        #expect(faults?.faults.first?.hasPrefix("--http-address no-such-host.invalid:0: ") == true)
    }

    @Test func theRootHasLinksToThePages() {
        let configuration = WorkerConfiguration()
        let pages = WorkerPages(status: WorkerStatus(configuration), configuration: configuration)
        let index = pages.answer(HTTPRequest(method: "GET", path: "/"))
        #expect(index.type.hasPrefix("text/html"))
        for path in ["/metrics", "/livez", "/readyz", "/status"] {
            #expect(index.body.contains("<a href=\"\(path)\">"))
            #expect(pages.answer(HTTPRequest(method: "GET", path: path)).status.hasPrefix("404") == false)
        }
        #expect(pages.answer(HTTPRequest(method: "GET", path: "/x")).status.hasPrefix("404"))
    }

    /// A server on a free port that answers with its path, and its thread.
    private func withServer(patience: Duration = .seconds(3), _ body: (UInt16) throws -> Void) throws {
        let address = try ListenAddress("127.0.0.1:0").unwrap()
        let server = try HTTPServer(address, patience: patience) { HTTPResponse(status: "200 OK", body: $0.path) }
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
        return try exchange(descriptor, bytes, closesAfterwards: closesAfterwards)
    }

    private func exchange(_ descriptor: Int32, _ bytes: [UInt8], closesAfterwards: Bool = false) throws -> String {
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
        // Far more than any of it takes: a test that waits in vain ends.
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
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

    /// With a patience that outlasts the test: no client is let in because another one was given up for taking too
    /// long.
    @Test func slowConnectionsDoNotKeepOthersOut() throws {
        try withServer(patience: .seconds(3600)) { port in
            var slow: [Int32] = []
            defer { for descriptor in slow { close(descriptor) } }
            for number in 0..<300 {
                let descriptor = try connect(port)
                slow.append(descriptor)
                // A third says nothing, a third begins a request, a third asks and does not read.
                let part = ["", "GET /x HT", "GET /\(String(repeating: "x", count: 4000)) HTTP/1.1\r\n\r\n"][number % 3]
                let bytes = Array(part.utf8)
                _ = unsafe bytes.withUnsafeBytes {
                    unsafe send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
            }
            for path in ["/livez", "/readyz"] {
                let good = try exchange(port, Array("GET \(path) HTTP/1.1\r\n\r\n".utf8))
                #expect(good.hasSuffix(path))
            }
        }
    }

    @Test func theOldestSilentConnectionMakesRoom() throws {
        try withServer(patience: .seconds(3600)) { port in
            var silent: [Int32] = []
            defer { for descriptor in silent { close(descriptor) } }
            for _ in 0...HTTPServer.mostConnections { silent.append(try connect(port)) }
            var byte: UInt8 = 0
            #expect(unsafe recv(silent[0], &byte, 1, 0) == 0)
            let last = try silent.last.unwrap()
            #expect(unsafe recv(last, &byte, 1, Int32(MSG_DONTWAIT)) == -1)
            let request = Array("GET /x HTTP/1.1\r\n\r\n".utf8)
            #expect(unsafe send(last, request, request.count, Int32(MSG_NOSIGNAL)) == request.count)
            #expect(unsafe recv(last, &byte, 1, 0) == 1)
        }
    }

    @Test func aSilentConnectionIsGivenUp() throws {
        try withServer(patience: .seconds(1)) { port in
            let answer = try exchange(port, Array("GET /x HT".utf8))
            #expect(answer.isEmpty)
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
