// Writes the event: guide order, absent tokens left out, ports as numbers, all else strings (contract
// §1 and §2). Everything that is the same for all events of a lane is made once. One owner, one thread.

/// What the encoder is told of one line.
struct EventSource {
    var tag: ASATag
    var header: SyslogHeader
    var fields: EventFields
    var host: EventSummary.Host
    var outcome: EventOutcome?
    /// Index into the catalogue's names; nil if the number is unknown.
    var name: Int?
    var type: EventType?
}

/// Writes events as JSON.
struct EventEncoder {
    private let settings: NormalizerSettings
    private let names: [[UInt8]]
    private let constants: [UInt8]

    init(settings: NormalizerSettings, names: [[UInt8]]) {
        self.settings = settings
        self.names = names
        let vendor = EventEncoder.escaped(Array(settings.deviceVendor.utf8))
        var constants = Array(#","deviceType":"VPN","deviceModel":"AnyConnect""#.utf8)
        if !vendor.isEmpty { constants += Array(#","deviceVendor":""#.utf8) + vendor + [ASCII.quote] }
        self.constants = constants
    }

    /// A text as it stands in a JSON string.
    static func escaped(_ text: [UInt8]) -> [UInt8] {
        var buffer = OutputBuffer(capacity: text.count + 16)
        let span = text.span
        buffer.append(escaping: span, 0, span.count)
        return buffer.withBytes { bytes in bytes.indices.map { bytes[$0] } }
    }

    /// Appends one event to `output`.
    func encode(_ event: EventSource, _ line: Span<UInt8>, _ envelope: borrowing Envelope, _ output: inout OutputBuffer)
    {
        writeHeader(event, line, envelope, &output)
        let fields = event.fields
        output.append(member: #","reason":""#, line, fields.reason)
        if let address = fields.destinationIPv4 { output.append(ipv4Member: #","destinationIpv4":""#, address) }
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
        if let address = fields.sourceIPv4 { output.append(ipv4Member: #","sourceIpv4":""#, address) }
        output.append(member: #","policy":""#, line, fields.policy)
        output.append(member: #","group":""#, line, fields.group)
        output.append(member: #","vpnClientMessage":""#, line, fields.clientMessage)
        if let address = fields.sourceIPv6 { output.append(ipv6Member: #","sourceIpv6":""#, address.0, address.1) }
        output.append(member: #","sessionId":""#, line, fields.session)
        output.append(member: #","sourceUser":""#, line, fields.sourceUser)
        switch fields.natSource {
        case .v4(let bits): output.append(ipv4Member: #","natSourceIP":""#, bits)
        case .v6(let high, let low): output.append(ipv6Member: #","natSourceIP":""#, high, low)
        case nil: break
        }
        writeTail(event, envelope, &output)
    }

    private func writeHeader(
        _ event: EventSource,
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope,
        _ output: inout OutputBuffer
    ) {
        output.append(#"{"deviceEventId":"%"#)
        output.append(line, event.tag.product.lowerBound, event.tag.product.upperBound)
        output.append(ASCII.dash)
        if let level = event.tag.level {
            output.append(decimal: Int(level))
            output.append(ASCII.dash)
        }
        output.append(decimal: Int(event.tag.id), digits: 6)
        output.append(ASCII.quote)
        switch event.host {
        case .line(let range): output.append(member: #","deviceHost":""#, line, range)
        case .envelope:
            let host = envelope.deviceHost.span
            output.append(member: #","deviceHost":""#, host, envelope.deviceHostText)
        case .unknown: break
        }
        if let level = event.tag.level { writeSeverity(level, &output) }
        if let time = event.header.time?.epochSeconds(
            receivedAt: CivilTime.seconds(CivilTime.writable(envelope.receivedAt)),
            defaultOffset: settings.utcOffset(of: event.host, line, envelope).seconds
        ) {
            write(time: time * 1000, key: #","eventTime":"#, &output) { $1.append(eventTime: $0) }
        }
        guard let name = event.name else { return }
        output.append(#","eventName":""#)
        let text = names[name]
        output.append(contentsOf: text.span)
        output.append(ASCII.quote)
    }

    private func writeSeverity(_ level: UInt8, _ output: inout OutputBuffer) {
        let word = ValueTables.severity(level)
        output.append(#","deviceSeverity":""#)
        if settings.deviceSeverity == .normalized, let word {
            output.append(word)
        } else {
            output.append(decimal: Int(level))
        }
        output.append(ASCII.quote)
        if let word { output.append(member: #","severity":""#, word) }
    }

    private func writeTail(_ event: EventSource, _ envelope: borrowing Envelope, _ output: inout OutputBuffer) {
        switch event.type {
        case .svcConnection: output.append(#","eventType":"SVC connection""#)
        case .traffic: output.append(#","eventType":"TRAFFIC""#)
        case .system: output.append(#","eventType":"SYSTEM""#)
        case nil: break
        }
        switch event.outcome {
        case .success: output.append(#","outcome":"Success""#)
        case .failure: output.append(#","outcome":"Failure""#)
        case nil: break
        }
        output.append(contentsOf: constants.span)
        if let id = envelope.customerID ?? settings.customerID { output.append(uuidMember: #","customerId":""#, id) }
        if let id = envelope.collectorID ?? settings.collectorID { output.append(uuidMember: #","collectorId":""#, id) }
        if let id = envelope.eventSourceID ?? settings.eventSourceID {
            output.append(uuidMember: #","eventSourceId":""#, id)
        }
        output.append(uuidMember: #","eventId":""#, envelope.eventID ?? envelope.position.eventID)
        write(time: envelope.receivedAt, key: #","collectorReceivedTime":"#, &output) { $1.append(collectorTime: $0) }
        output.append(UInt8(ascii: "}"))
    }

    /// Appends a time member; `time` is in milliseconds since 1970.
    private func write(
        time: Int64,
        key: StaticString,
        _ output: inout OutputBuffer,
        guideForm: (CivilTime, inout OutputBuffer) -> Void
    ) {
        output.append(key)
        let time = CivilTime.writable(time)
        if settings.timeForm == .epochMillis {
            if time < 0 { output.append(ASCII.dash) }
            output.append(decimal: Int(time.magnitude))
            return
        }
        let civil = CivilTime(epochSeconds: CivilTime.seconds(time))
        output.append(ASCII.quote)
        if settings.timeForm == .guide { guideForm(civil, &output) } else { output.append(rfc3339: civil) }
        output.append(ASCII.quote)
    }
}

extension OutputBuffer {
    fileprivate mutating func append(ipv4Member key: StaticString, _ bits: UInt32) {
        append(key)
        append(ipv4: bits)
        append(ASCII.quote)
    }

    fileprivate mutating func append(ipv6Member key: StaticString, _ high: UInt64, _ low: UInt64) {
        append(key)
        append(ipv6: high, low)
        append(ASCII.quote)
    }

    fileprivate mutating func append(numberMember key: StaticString, _ value: Int) {
        append(key)
        append(decimal: value)
    }

    fileprivate mutating func append(uuidMember key: StaticString, _ value: UUID) {
        append(key)
        append(uuid: value)
        append(ASCII.quote)
    }
}
