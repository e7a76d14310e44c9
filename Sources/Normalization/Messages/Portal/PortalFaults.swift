// Cisco 716500 to 716528: internal errors of the portal.
// Most print one sentence with another function; it is the reason.

extension Portal {
    static let portalFaults =
        portalFaultNumbers.map { number in
            Message(number, "internal error", .system, .failure) { "internal error in: function: \(.reason)" }
        } + [
            Message(716506, "Joined unexpected fiber", .system, .failure) {
                "UNICORN_SYSLOGID_JOINED_UNEXPECTED_FIBER"
            },
            Message(716507, "Fiber scheduler has reached unreachable code", .system, .failure) {
                "Fiber scheduler has reached unreachable code. Cannot continue, \(action: "terminating")."
            },
            Message(716525, "SAL close private data changed", .system, .failure) {
                "UNICORN_SYSLOGID_SAL_CLOSE_PRIVDATA_CHANGED"
            },
            Message(716526, "Permanent storage server load failure", .system, .failure) {
                "UNICORN_SYSLOGID_PERM_STORAGE_SERVER_LOAD_FAIL"
            },
            Message(716527, "Permanent storage server store failure", .system, .failure) {
                "UNICORN_SYSLOGID_PERM_STORAGE_SERVER_STORE_FAIL"
                "UNICORN_SYSLOGID_PERM_STORAGE_SERVER_STORE_FAI"
            },
            Message(716528, "Unexpected fiber scheduler error", .system, .failure) {
                "Unexpected fiber scheduler error; \(.reason)"
            },
        ]

    /// The errors that differ only in the sentence printed.
    private static let portalFaultNumbers: [Int32] = [
        716500, 716501, 716502, 716503, 716504, 716505, 716508, 716509, 716510, 716512, 716513, 716515, 716516, 716517,
        716518, 716519, 716520, 716521, 716522,
    ]
}
