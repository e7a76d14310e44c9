// Writes the event: guide order, absent tokens left out, ports as numbers, all else strings (contract
// §1 and §2). Everything that is the same for all events of a lane is made once. One owner, one thread.

/// What the encoder is told of one line.
struct EventSource {
    var tag: ASATag
    var host: EventSummary.Host
    var outcome: EventOutcome?
    /// Index into the catalogue's names; nil if the number is unknown.
    var name: Int?
    var type: EventType?
}

/// Writes events as JSON.
struct EventEncoder: ~Copyable {
    private let settings: NormalizerSettings
    /// Event names, `,"eventName":"..."`, by their index in the catalogue.
    private let names: Fragments
    /// `deviceSeverity` and `severity`, by level digit.
    private let severities: Fragments
    /// Type, outcome and the constants of the device, see `tail(_:_:)`.
    private let tails: Fragments
    /// Bytes of an event with all members, but for the text of the line.
    private let room: Int
    private var record: RecordMembers

    init(settings: NormalizerSettings, names: Fragments) {
        self.settings = settings
        self.names = names
        record = RecordMembers(settings: settings)
        severities = (0...9).reduce(into: Fragments()) { severities, level in
            _ = severities.add(EventEncoder.severity(level, settings))
        }
        let vendor = EventEncoder.escaped(Array(settings.deviceVendor.utf8))
        var constants = Array(#","deviceType":"VPN","deviceModel":"AnyConnect""#.utf8)
        if !vendor.isEmpty { constants += Array(#","deviceVendor":""#.utf8) + vendor + [ASCII.quote] }
        tails = EventEncoder.types.reduce(into: Fragments()) { tails, type in
            for outcome in EventEncoder.outcomes {
                let type = type.map { #","eventType":"\#($0.rawValue)""# } ?? ""
                let outcome = outcome.map { #","outcome":"\#($0.rawValue)""# } ?? ""
                _ = tails.add(Array((type + outcome).utf8) + constants)
            }
        }
        let keys = Token.allCases.reduce(0) { $0 + $1.rawValue.utf8.count + 6 }
        // Beside the fragments: tag, time, five addresses, two ports, a word of the action table.
        room = keys + names.longest + severities.longest + tails.longest + RecordMembers.longest + 256
    }

    private static let types: [EventType?] = [nil, .svcConnection, .traffic, .system]
    private static let outcomes: [EventOutcome?] = [nil, .success, .failure]

    /// Number of the fragment of a type and an outcome: the order of `types` and `outcomes`.
    private static func tail(_ type: EventType?, _ outcome: EventOutcome?) -> Int {
        let row =
            switch type {
            case nil: 0
            case .svcConnection: 1
            case .traffic: 2
            case .system: 3
            }
        let column =
            switch outcome {
            case nil: 0
            case .success: 1
            case .failure: 2
            }
        return row * 3 + column
    }

    private static func severity(_ level: UInt8, _ settings: NormalizerSettings) -> [UInt8] {
        let word = ValueTables.severity(level).map { "\($0)" }
        let device = settings.deviceSeverity == .normalized ? word ?? "\(level)" : "\(level)"
        let severity = word.map { #","severity":"\#($0)""# } ?? ""
        return Array((#","deviceSeverity":"\#(device)""# + severity).utf8)
    }

    /// A text as it stands in a JSON string.
    static func escaped(_ text: [UInt8]) -> [UInt8] {
        var buffer = OutputBuffer(capacity: text.count + 16)
        let span = text.span
        buffer.write(atMost: span.count * OutputCursor.longestEscape) { $0.append(escaping: span, 0, span.count) }
        return buffer.withBytes { bytes in bytes.indices.map { bytes[$0] } }
    }

    /// Appends one event to `output`.
    mutating func encode(
        _ event: EventSource,
        _ header: SyslogHeader,
        _ fields: borrowing EventFields,
        _ line: Span<UInt8>,
        _ envelope: Envelope,
        _ headers: inout RecentHeaders,
        _ output: inout OutputBuffer
    ) {
        let host = event.host == .envelope ? envelope.deviceHost.count : header.host.count
        let text = fields.textBytes + host
        output.write(atMost: room + text * OutputCursor.longestEscape) { cursor in
            cursor.append(#"{"deviceEventId":"%"#)
            write(event.tag, line, &cursor)
            if !headers.writeMembers(to: &cursor) {
                let mark = cursor.written
                writeHeader(event, header, line, envelope, &cursor)
                if header.isWhole { cursor.withBytes(from: mark) { headers.remember($0) } }
            }
            if let name = event.name { names.write(name, to: &cursor) }
            writeFields(fields, line, &cursor)
            tails.write(EventEncoder.tail(event.type, event.outcome), to: &cursor)
            record.write(envelope, to: &cursor)
            cursor.append(UInt8(ascii: "}"))
        }
    }

    @inline(__always)
    private func writeFields(_ fields: borrowing EventFields, _ line: Span<UInt8>, _ output: inout OutputCursor) {
        output.append(member: #","reason":""#, line, fields.reason)
        if let address = fields.destinationIPv4 { output.append(ipv4Member: #","destinationIpv4":""#, line, address) }
        output.append(member: #","sourceDomain":""#, line, fields.sourceDomain)
        output.append(member: #","sourceInterface":""#, line, fields.sourceInterface)
        if let port = fields.sourcePort { output.append(numberMember: #","sourcePort":"#, port) }
        if let port = fields.destinationPort { output.append(numberMember: #","destinationPort":"#, port) }
        output.append(member: #","protocol":""#, line, fields.networkProtocol)
        if let action = ValueTables.action(fields.action, in: line) {
            output.append(member: #","action":""#, action)
        } else {
            output.append(member: #","action":""#, line, fields.action)
        }
        if let address = fields.sourceIPv4 { output.append(ipv4Member: #","sourceIpv4":""#, line, address) }
        output.append(member: #","policy":""#, line, fields.policy)
        output.append(member: #","group":""#, line, fields.group)
        output.append(member: #","vpnClientMessage":""#, line, fields.clientMessage)
        if let address = fields.sourceIPv6 { output.append(ipv6Member: #","sourceIpv6":""#, address.0, address.1) }
        output.append(member: #","sessionId":""#, line, fields.session)
        output.append(member: #","sourceUser":""#, line, fields.sourceUser)
        switch fields.natSource {
        case .v4(let address): output.append(ipv4Member: #","natSourceIP":""#, line, address)
        case .v6(let high, let low): output.append(ipv6Member: #","natSourceIP":""#, high, low)
        case nil: break
        }
    }

    private func writeHeader(
        _ event: EventSource,
        _ header: SyslogHeader,
        _ line: Span<UInt8>,
        _ envelope: Envelope,
        _ output: inout OutputCursor
    ) {
        output.append(ASCII.quote)
        switch event.host {
        case .line(let range): output.append(member: #","deviceHost":""#, line, range)
        case .envelope:
            let host = envelope.deviceHost.span
            output.append(member: #","deviceHost":""#, host, envelope.deviceHostText)
        case .unknown: break
        }
        if let level = event.tag.level { severities.write(Int(level), to: &output) }
        if let time = header.time { writeEventTime(time, event.host, line, envelope, &output) }
    }

    /// Appends the tag in its canonical form, which most lines print: product, level, number.
    @inline(__always)
    private func write(_ tag: ASATag, _ line: Span<UInt8>, _ output: inout OutputCursor) {
        if tag.isCanonical {
            output.append(line, tag.product.lowerBound, tag.end)
            return
        }
        output.append(line, tag.product.lowerBound, tag.product.upperBound)
        output.append(ASCII.dash)
        if let level = tag.level {
            output.append(decimal: Int(level))
            output.append(ASCII.dash)
        }
        output.append(decimal: Int(tag.id), digits: 6)
    }

    private func writeEventTime(
        _ time: DeviceTime,
        _ host: EventSummary.Host,
        _ line: Span<UInt8>,
        _ envelope: Envelope,
        _ output: inout OutputCursor
    ) {
        let civil = time.civilTime(
            receivedAt: CivilTime.seconds(CivilTime.writable(envelope.receivedAt)),
            defaultOffset: settings.zone(of: time, host, line, envelope).utcOffset
        )
        guard let civil else { return }
        output.append(#","eventTime":"#)
        switch settings.timeForm {
        case .guide: output.append(eventTime: civil)
        case .rfc3339: output.append(rfc3339String: civil)
        case .epochMillis: output.append(epochMilliseconds: civil.epochSeconds * 1000)
        }
    }
}

extension OutputCursor {
    @inline(__always)
    fileprivate mutating func append(ipv4Member key: StaticString, _ line: Span<UInt8>, _ address: IPv4Address) {
        append(key)
        append(ipv4: address, of: line)
        append(ASCII.quote)
    }

    @inline(__always)
    fileprivate mutating func append(ipv6Member key: StaticString, _ high: UInt64, _ low: UInt64) {
        append(key)
        append(ipv6: high, low)
        append(ASCII.quote)
    }

    @inline(__always)
    fileprivate mutating func append(numberMember key: StaticString, _ value: Int) {
        append(key)
        append(decimal: value)
    }
}
