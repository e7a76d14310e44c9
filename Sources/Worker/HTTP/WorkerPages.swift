// Which page says what: metrics, alive, ready, status. Any thread.

struct WorkerPages: Sendable {
    let status: WorkerStatus
    let configuration: WorkerConfiguration
    let startSeconds = Double(SystemClock.epochMilliseconds) / 1000

    func answer(_ request: HTTPRequest) -> HTTPResponse {
        let snapshot = status.snapshot()
        switch request.path {
        case "/": return HTTPResponse(status: "200 OK", type: "text/html; charset=utf-8", body: WorkerPages.index)
        case "/metrics":
            let page = MetricsPage(snapshot, configuration, .now(startSeconds: startSeconds))
            return HTTPResponse(status: "200 OK", type: "text/plain; version=0.0.4; charset=utf-8", body: page.text)
        case "/livez":
            return WorkerPages.probe("alive", snapshot.isAlive ? [] : ["a lane gives no sign of life"])
        case "/readyz": return WorkerPages.probe("ready", snapshot.obstacles.map(\.text))
        case "/status":
            let text = StatusPage.text(snapshot, configuration)
            return HTTPResponse(status: "200 OK", type: "application/json", body: text + "\n")
        default:
            return HTTPResponse(
                status: "404 Not Found",
                body: WorkerPages.pages.map(\.path).joined(separator: " ") + "\n"
            )
        }
    }

    /// What a probe is told: a word, or what is wrong.
    private static func probe(_ word: String, _ faults: [String]) -> HTTPResponse {
        faults.isEmpty
            ? HTTPResponse(status: "200 OK", body: word + "\n")
            : HTTPResponse(status: "503 Service Unavailable", body: faults.joined(separator: "\n") + "\n")
    }

    /// The pages, with what each tells.
    private static let pages: [(path: String, what: String)] = [
        ("/metrics", "figures for Prometheus"), ("/livez", "whether every lane gives signs of life"),
        ("/readyz", "whether it can do its work, else why not"), ("/status", "all of it as JSON"),
    ]

    /// The page at the root: links to the others.
    private static let index: String = {
        let links = pages.map { "<li><a href=\"\($0.path)\">\($0.path)</a>: \($0.what)</li>\n" }
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<title>anyconnect-normalizer</title>\n"
            + "<h1>anyconnect-normalizer</h1>\n<ul>\n\(links.joined())</ul>\n</html>\n"
    }()
}
