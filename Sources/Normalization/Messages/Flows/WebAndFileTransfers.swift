// Cisco 303xxx, 304xxx, 500xxx and 415xxx: what users fetch through the firewall, and what inspection of FTP
// and HTTP makes of it.

extension Flows {
    static let webAndFileTransfers = fileTransfers + accessedURLs + modifiedContent + matchedHTTP

    @MessageBuilder private static var fileTransfers: [Message] {
        Message(303002, "FTP file transfer", .traffic, .success) {
            """
            FTP connection from \(.source) to \(.destination), user \(.user) \
            \(action: .neutral("Stored"), .neutral("Retrieved")) file \(foreign: .text)
            """
        }
        Message(303004, "FTP command unsupported - failed strict inspection", .traffic, .failure) {
            """
            FTP \(foreign: .text) command unsupported - failed strict inspection, \(action: "terminating") connection \
            from \(.source) to \(.destination)
            """
        }
        Message(303005, "Strict FTP inspection matched", .traffic, .stated) {
            """
            Strict FTP inspection matched \(.text) in policy-map \(.policy), \(action: .failure("Reset connection"),
                .failure("Dropped connection"), .failure("Dropped packet"), .failure("Reset"), .failure("Drop")) \
            from \(.source) to \(.destination)
            """
            """
            Strict FTP inspection matched \(.text) in policy-map \(.policy), \(.action) from \(.source) to \
            \(.destination)
            """
        }
    }

    /// A user may stand before an address with `@`; an identity firewall user stands behind it.
    @MessageBuilder private static var accessedURLs: [Message] {
        Message(304001, "Accessed URL", .traffic, .success) {
            """
            \(.requester) \(action: "Accessed") \(oneOf: "JAVA URL ", "URL ")\(.destinationAddress):\(foreign: .text)
            """
        }
        Message(304002, "Access denied URL", .traffic, .failure) {
            """
            Access \(action: "denied") URL \(foreign: .text) SRC \(.source) DEST \(.destinationAddress) \
            on interface \(.sourceInterface)
            """
            """
            Access \(action: "denied") URL \(foreign: .text) SRC \(.source) DEST \(.destinationAddress): \
            \(foreign: .text)
            """
        }
        Message(304003, "URL Server timed out", .system, .failure) {
            #"URL Server \#(.destinationAddress) \#(action: "timed out") URL \#(foreign: .text)"#
        }
        Message(304004, "URL Server request failed", .system, .failure) {
            #"URL Server \#(.destinationAddress) request \#(action: "failed") URL \#(foreign: .text)"#
        }
        Message(304005, "URL Server request pending", .system, .unstated) {
            "URL Server \(.destinationAddress) request pending URL \(foreign: .text)"
        }
        Message(304006, "URL Server not responding", .system, .failure) {
            "URL Server \(.destinationAddress) not responding"
        }
        Message(304007, "URL Server not responding, ENTERING ALLOW mode", .system, .failure) {
            "URL Server \(.destinationAddress) not responding, ENTERING ALLOW mode"
        }
    }

    @MessageBuilder private static var modifiedContent: [Message] {
        Message(500001, "ActiveX content modified", .traffic, .unstated, contentModified("ActiveX"))
        Message(500002, "Java content modified", .traffic, .unstated, contentModified("Java"))
        Message(500003, "Bad TCP hdr length", .traffic, .failure) {
            """
            Bad \(networkProtocol: "TCP") hdr length (\(.text)) from \(.source) to \(.destination), \
            flags: \(.text), on interface \(.sourceInterface)
            """
        }
        Message(500004, "Invalid transport field", .traffic, .failure) {
            "Invalid transport field for protocol=\(.networkProtocol), from \(.source) to \(.destination)"
        }
        Message(500005, "connection terminated due to invalid combination of inspections", .traffic, .failure) {
            """
            connection \(action: "terminated") for \(.networkProtocol) from \(.source) to \(.destination) due to \
            \(.reason)
            """
        }
    }

    private static func contentModified(_ kind: String) -> [MessageFormat] {
        [
            """
            \(oneOf: kind) content \(action: "modified") src \(.sourceAddress) dest \(.destinationAddress) \
            on interface \(.sourceInterface)
            """,
            """
            \(oneOf: kind) content in java script is \(action: "modified"): src \(.sourceAddress) \
            dest \(.destinationAddress) on interface \(.sourceInterface)
            """,
        ]
    }

    private static let matchedHTTP =
        [
            (415001, "HTTP header field count exceeded"), (415002, "HTTP header field length exceeded"),
            (415003, "HTTP body length exceeded"), (415004, "HTTP content-type verification failed"),
            (415005, "HTTP URI length exceeded"), (415006, "HTTP URI matched"), (415007, "HTTP Body matched"),
            (415008, "HTTP header matched"), (415009, "HTTP method matched"),
            (415010, "HTTP transfer encoding matched"),
            (415011, "HTTP Protocol violation"), (415012, "HTTP Unknown mime-type"),
            (415013, "HTTP Malformed chunked encoding"),
            (415014, "HTTP Mime-type in response wasn't found in the accept-types of the request"),
            (415015, "HTTP transfer-encoding unknown"), (415016, "Maximum number of unanswered HTTP requests exceeded"),
            (415017, "HTTP arguments matched"), (415018, "HTTP Header length exceeded"),
            (415019, "HTTP status line matched"), (415020, "HTTP a non-ASCII character was matched"),
        ].map { Message(Int32($0.0), $0.1, .traffic, .stated, httpInspection) }

    /// The rule, what it matched and what was done stand in one run of words; only known verbs can be told apart.
    private static let httpInspection: [MessageFormat] = [
        """
        \(.text)policy-map \(.policy)\(oneOf: ", ", ":")\(.text) \
        \(action: .failure("Dropping connection"), .failure("Dropped connection"), .failure("Resetting connection"),
            .failure("Reset connection"), .failure("Dropping"), .failure("Resetting"), .success("Allowing"),
            .neutral("Logging"), .neutral("Logged")) from \(.source) to \(.destination)
        """,
        """
        \(.text)policy-map \(.policy)\(oneOf: ", ", ":")\(.text) from \(.source) to \(.destination)
        """,
    ]
}
