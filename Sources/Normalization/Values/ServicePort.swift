// Ports by number and by the names that the ASA prints in their place. An unknown name gives no port. Pure.

enum ServicePort {
    /// The port 0 to 65535 that the range spells in digits or by ASA's name for it, or nil.
    static func parse(_ range: ByteRange, in line: Span<UInt8>) -> Int? {
        let text = Text.trimmed(range, of: line)
        guard !text.isEmpty else { return nil }
        if ASCII.isDigit(line[text.lowerBound]) { return Text.number(text, in: line) }
        for (name, port) in names where Text.reads(text, name, in: line) { return port }
        return nil
    }

    /// Whether a name is the beginning of another one, as `http` is of `https`.
    static func mayGoOn(_ range: ByteRange, in line: Span<UInt8>) -> Bool {
        let text = Text.trimmed(range, of: line)
        return beginnings.contains { Text.reads(text, $0, in: line) }
    }

    /// The names that others begin with.
    static let beginnings: [StaticString] = ["http", "snmp", "ldap", "ftp", "radius", "who"]

    static let names: [(StaticString, Int)] = [
        ("https", 443), ("domain", 53), ("ssh", 22), ("http", 80), ("www", 80), ("snmp", 161), ("ntp", 123),
        ("netbios-ns", 137), ("netbios-dgm", 138), ("netbios-ssn", 139), ("bootps", 67), ("bootpc", 68),
        ("isakmp", 500),
        ("telnet", 23), ("syslog", 514), ("snmptrap", 162), ("aol", 5190), ("bgp", 179), ("biff", 512), ("chargen", 19),
        ("cifs", 3020), ("citrix-ica", 1494), ("cmd", 514), ("ctiqbe", 2748), ("daytime", 13), ("discard", 9),
        ("dnsix", 195), ("echo", 7), ("exec", 512), ("finger", 79), ("ftp", 21), ("ftp-data", 20), ("gopher", 70),
        ("h323", 1720), ("hostname", 101), ("ident", 113), ("imap4", 143), ("irc", 194), ("kerberos", 750),
        ("klogin", 543),
        ("kshell", 544), ("ldap", 389), ("ldaps", 636), ("login", 513), ("lotusnotes", 1352), ("lpd", 515),
        ("mobile-ip", 434), ("nameserver", 42), ("nfs", 2049), ("nntp", 119), ("pcanywhere-data", 5631),
        ("pcanywhere-status", 5632), ("pim-auto-rp", 496), ("pop2", 109), ("pop3", 110), ("pptp", 1723),
        ("radius", 1645),
        ("radius-acct", 1646), ("rip", 520), ("rsh", 514), ("rtsp", 554), ("secureid-udp", 5510), ("sip", 5060),
        ("smtp", 25), ("sqlnet", 1521), ("sunrpc", 111), ("tacacs", 49), ("talk", 517), ("tftp", 69), ("time", 37),
        ("uucp", 540), ("vxlan", 4789), ("who", 513), ("whois", 43), ("xdmcp", 177),
    ]
}
