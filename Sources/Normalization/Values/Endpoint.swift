// One side of a connection as the ASA prints it: interface, address, port, mapped address, user.
// A slice of the line in, typed parts out; what is not there stays nil. Pure.

/// The parts of one endpoint.
struct Endpoint {
    var interface = ByteRange.absent
    var address: IPAddress?
    var port: Int?
    var mapped: IPAddress?
    /// What the identity firewall names directly behind the address: `DOMAIN\user`, without security group tags.
    var user = ByteRange.absent
    /// The user named behind a blank, at the end of the message.
    var owner = ByteRange.absent

    /// Reads `interface:address/port (mapped/port)(user, tag)` (302013, 725001, 106023 ...): every part but the address
    /// may be missing, and only some messages print the mapped address.
    init(flow range: ByteRange, isTranslated: Bool, in line: Span<UInt8>) {
        let all = Text.withoutFullStop(range, of: line)
        let headEnd = Text.first(ASCII.openParenthesis, in: all, of: line) ?? all.upperBound
        readHead(Text.trimmed(ByteRange(all.lowerBound, headEnd), of: line), in: line)
        readGroups(ByteRange(headEnd, all.upperBound), isTranslated: isTranslated, in: line)
    }

    /// Reads `interface/address(port)(user, tag)` (106100, 106102, 716042).
    init(accessList range: ByteRange, in line: Span<UInt8>) {
        let all = Text.withoutFullStop(range, of: line)
        let headEnd = Text.first(ASCII.openParenthesis, in: all, of: line) ?? all.upperBound
        // An interface may have slashes in its name, an address has none.
        guard let slash = Text.last(ASCII.slash, in: ByteRange(all.lowerBound, headEnd), of: line) else { return }
        interface = ByteRange(all.lowerBound, slash)
        // Some messages print the port behind a blank.
        address = IPAddress.parse(Text.trimmed(ByteRange(min(slash + 1, headEnd), headEnd), of: line), in: line)
        guard headEnd < all.upperBound else { return }
        let close = ByteSearch.first(ASCII.closeParenthesis, in: line, from: headEnd, to: all.upperBound)
        port = ServicePort.parse(ByteRange(headEnd + 1, close ?? all.upperBound), in: line)
        readGroups(ByteRange((close ?? all.upperBound - 1) + 1, all.upperBound), isTranslated: false, in: line)
    }

    /// Reads `address:port` (750003, 751025): IPv6 stands there without brackets, so the last colon is the one that
    /// counts.
    init(pair range: ByteRange, in line: Span<UInt8>) {
        let all = Text.withoutFullStop(range, of: line)
        guard let colon = Text.last(ASCII.colon, in: all, of: line) else {
            address = IPAddress.parse(all, in: line)
            return
        }
        address = IPAddress.parse(Text.trimmed(ByteRange(all.lowerBound, colon), of: line), in: line)
        port = ServicePort.parse(ByteRange(colon + 1, all.upperBound), in: line)
    }

    /// Reads `user@address(user)` (304001): no interface and no port, and either user may be missing.
    ///
    /// Where two addresses can be the one that the device prints, since a user holds the other, nothing is read.
    init(requester range: ByteRange, in line: Span<UInt8>) {
        let all = Text.withoutFullStop(range, of: line)
        let closes = !all.isEmpty && line[all.upperBound - 1] == ASCII.closeParenthesis
        var start = all.lowerBound
        while true {
            let limit = min(all.upperBound, start + IPAddress.longestText + 1)
            let open = closes ? ByteSearch.first(ASCII.openParenthesis, in: line, from: start, to: limit) : nil
            if open != nil || limit == all.upperBound,
                let found = IPAddress.parse(ByteRange(start, open ?? limit), in: line)
            {
                guard address == nil else {
                    self = Endpoint()
                    return
                }
                address = found
                if let open {
                    user = Identity.user(in: ByteRange(open + 1, all.upperBound - 1), of: line)
                } else if start > all.lowerBound {
                    user = Text.trimmed(ByteRange(all.lowerBound, start - 1), of: line)
                }
            }
            guard let at = ByteSearch.first(UInt8(ascii: "@"), in: line, from: start, to: all.upperBound) else {
                return
            }
            start = at + 1
        }
    }

    private init() {}

    /// The text up to the blank behind its first `address/port` where another one follows, as in `192.0.2.7/50188
    /// to203.0.113.7/443`.
    private static func upToNext(_ head: ByteRange, in line: Span<UInt8>) -> ByteRange {
        guard let last = Text.last(ASCII.slash, in: head, of: line),
            let first = Text.first(ASCII.slash, in: ByteRange(head.lowerBound, last), of: line),
            let blank = Text.first(ASCII.space, in: ByteRange(first, last), of: line),
            Text.isDigits(ByteRange(first + 1, blank), in: line)
        else { return head }
        return ByteRange(head.lowerBound, blank)
    }

    /// `interface:address/port`, where the interface may hold colons and blanks, the address may be IPv6, a bare user
    /// may follow the port (302016), or stand before it all with `@` (304001).
    private mutating func readHead(_ head: ByteRange, in line: Span<UInt8>) {
        let head = Endpoint.upToNext(head, in: line)
        var host = head
        if let slash = Endpoint.portSlash(head, in: line) {
            host = Text.trimmed(ByteRange(head.lowerBound, slash), of: line)
            var service = Text.trimmed(ByteRange(slash + 1, head.upperBound), of: line)
            if let blank = Text.first(ASCII.space, in: service, of: line) {
                user = Text.trimmed(ByteRange(blank, service.upperBound), of: line)
                service.end = Int32(blank)
            }
            port = ServicePort.parse(service, in: line)
        }
        if let at = Text.last(UInt8(ascii: "@"), in: host, of: line) {
            user = Text.trimmed(ByteRange(host.lowerBound, at), of: line)
            host.start = Int32(at + 1)
        }
        if let whole = IPAddress.parse(host, in: line) {
            address = whole
            return
        }
        var split = Text.first(ASCII.colon, in: host, of: line)
        let firstSplit = split
        while let colon = split {
            var rest = Text.trimmed(ByteRange(colon + 1, host.upperBound), of: line)
            if !rest.isEmpty, line[rest.lowerBound] == ASCII.openBracket,
                line[rest.upperBound - 1] != ASCII.closeBracket
            {
                rest.start += 1
            }
            if let found = IPAddress.parse(rest, in: line) {
                address = found
                interface = ByteRange(host.lowerBound, colon)
                return
            }
            split = ByteSearch.first(ASCII.colon, in: line, from: colon + 1, to: host.upperBound)
        }
        guard let firstSplit else { return }
        let before = ByteRange(host.lowerBound, firstSplit)
        // `192.0.2.7:50188`: no interface is named like an address.
        guard let own = IPAddress.ipv4(before, in: line) else {
            interface = before
            return
        }
        address = .v4(own)
        if port == nil { port = ServicePort.parse(ByteRange(firstSplit + 1, host.upperBound), in: line) }
    }

    /// The parentheses after an endpoint: the first, behind a blank, is the mapped address where the message has one;
    /// one that holds a name is the user.
    ///
    /// Behind those no address counts, since it is a name or stands in one. Where the message has a mapped address, one
    /// without a blank before it is neither, since a relay may have eaten the blank, and a user may be called so.
    private mutating func readGroups(_ range: ByteRange, isTranslated: Bool, in line: Span<UInt8>) {
        var position = range.lowerBound
        var mayBeMapped = isTranslated && !user.isPresent
        var mayNest = true
        while let open = ByteSearch.first(ASCII.openParenthesis, in: line, from: position, to: range.upperBound) {
            let next = ByteSearch.first(ASCII.openParenthesis, in: line, from: open + 1, to: range.upperBound)
            let limit = ByteRange(open + 1, next ?? range.upperBound)
            let own = Text.last(ASCII.closeParenthesis, in: limit, of: line)
            var close = own ?? limit.upperBound
            if close == next, mayNest {
                // `(kim (test))`: the name itself ends with parentheses. Tried until it fails, so that all of it is
                // linear.
                let outer = Endpoint.end(ofNested: close, range.upperBound, line)
                mayNest = outer != nil
                close = outer ?? close
            }
            // What is cut off before it closes may be the beginning of anything.
            if own == nil, close == limit.upperBound { return }
            let inner = ByteRange(open + 1, close)
            let isApart = open > 0 && ASCII.isBlank(line[open - 1])
            if mayBeMapped, let found = Endpoint.mapped(in: inner, of: line) {
                if isApart { mapped = found }
                mayBeMapped = false
            } else {
                mayBeMapped = false
                if mapped != nil || !Endpoint.isMappedName(inner, of: line) {
                    let name = Identity.user(in: inner, of: line)
                    if !name.isEmpty, isApart { owner = name } else if !name.isEmpty { user = name }
                }
            }
            position = max(close, open + 1)
        }
    }
}

extension Endpoint {
    /// The slash before the port, which no colon stands behind: that of `gi0/1:192.0.2.7` belongs to the interface.
    private static func portSlash(_ head: ByteRange, in line: Span<UInt8>) -> Int? {
        guard let slash = Text.last(ASCII.slash, in: head, of: line) else { return nil }
        let end = ByteSearch.first(ASCII.space, in: line, from: slash, to: head.upperBound) ?? head.upperBound
        return ByteSearch.first(ASCII.colon, in: line, from: slash, to: end) == nil ? slash : nil
    }

    /// The address of `address/port`, or of an address alone.
    private static func mapped(in range: ByteRange, of line: Span<UInt8>) -> IPAddress? {
        if let slash = Text.last(ASCII.slash, in: range, of: line),
            let found = IPAddress.parse(ByteRange(range.lowerBound, slash), in: line)
        {
            return found
        }
        return IPAddress.parse(range, in: line)
    }

    /// Whether it may be the name and the port of a mapped address; `host/pc1.example.com` is a user.
    private static func isMappedName(_ range: ByteRange, of line: Span<UInt8>) -> Bool {
        guard let slash = Text.last(ASCII.slash, in: range, of: line) else { return false }
        return Text.first(ASCII.backslash, in: range, of: line) == nil
            && ServicePort.parse(ByteRange(slash + 1, range.upperBound), in: line) != nil
    }

    /// Where the second of two parentheses that close together stands, if the first closes what opens at `open`.
    private static func end(ofNested open: Int, _ end: Int, _ line: Span<UInt8>) -> Int? {
        guard let inner = ByteSearch.first(ASCII.closeParenthesis, in: line, from: open, to: end), inner + 1 < end,
            line[inner + 1] == ASCII.closeParenthesis
        else { return nil }
        return inner + 1
    }
}

/// What stands in the parentheses of the identity firewall and of TrustSec.
enum Identity {
    /// The user of `DOMAIN\user, 9999:name`: security group tags are cut; empty if only a tag is there.
    static func user(in range: ByteRange, of line: Span<UInt8>) -> ByteRange {
        var name = Text.trimmed(range, of: line)
        if let comma = Text.last(ASCII.comma, in: name, of: line) {
            let tag = Text.trimmed(ByteRange(comma + 1, name.upperBound), of: line)
            if isTag(tag, in: line) { name = Text.trimmed(ByteRange(name.lowerBound, comma), of: line) }
        }
        return isTag(name, in: line) ? ByteRange(name.lowerBound, name.lowerBound) : name
    }

    /// `9999` or `9999:name`.
    private static func isTag(_ range: ByteRange, in line: Span<UInt8>) -> Bool {
        let end = Text.first(ASCII.colon, in: range, of: line) ?? range.upperBound
        return Text.number(ByteRange(range.lowerBound, end), in: line, limit: 999_999_999) != nil
    }
}
