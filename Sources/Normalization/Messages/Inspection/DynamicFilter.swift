// Cisco 338001 to 338301: the botnet traffic filter. The address it knows stands on one of the two sides.

extension Inspection {
    static let dynamicFilter = blacklisted + greylisted + whitelisted

    private static let blacklisted =
        [338001, 338002, 338003, 338004].map {
            Message($0, "Dynamic Filter monitored blacklisted traffic", .traffic, .stated, filtered)
        }
        + [338005, 338006, 338007, 338008].map {
            Message($0, "Dynamic Filter dropped blacklisted traffic", .traffic, .failure, filtered)
        }

    private static let greylisted =
        [338201, 338202].map {
            Message($0, "Dynamic Filter monitored greylisted traffic", .traffic, .stated, filtered)
        }
        + [338203, 338204].map {
            Message($0, "Dynamic Filter dropped greylisted traffic", .traffic, .failure, filtered)
        }

    private static let whitelisted =
        [338101, 338102, 338103, 338104].map {
            Message($0, "Dynamic Filter whitelisted traffic", .traffic, .stated, filtered)
        } + [
            Message(338301, "Intercepted DNS reply for domain", .traffic, .unstated) {
                """
                \(action: "Intercepted") DNS reply for domain \(foreign: .text) from \(.source) to \(.destination), \
                matched \(.text)
                """
            }
        ]

    /// `action` is what Cisco's own guide prints for whitelisted traffic; it is no verb.
    private static let filtered: [MessageFormat] = [
        """
        Dynamic \(oneOf: "Filter ", "filter ")\
        \(action: .neutral("monitored"), .success("permitted"), .failure("dropped")) \
        \(oneOf: "blacklisted", "greylisted", "whitelisted", "black listed", "grey listed", "white listed") \
        \(.networkProtocol) traffic from \(translated: .source) to \(translated: .destination), \
        \(oneOf: "source", "destination") \(.text) resolved from \(.text)
        """,
        """
        Dynamic \(oneOf: "Filter ", "filter ")action \
        \(oneOf: "blacklisted", "greylisted", "whitelisted", "black listed", "grey listed", "white listed") \
        \(.networkProtocol) traffic from \(translated: .source) to \(translated: .destination), \
        \(oneOf: "source", "destination") \(.text) resolved from \(.text)
        """,
    ]
}
