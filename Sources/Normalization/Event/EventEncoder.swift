// Writes the event: tokens in the guide's order, absent ones left out, ports as numbers, all else strings. Everything
// that is the same for all events of a lane is made once. One owner, one thread.

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
    /// Members of words of layouts, by their numbers in the program.
    private let words: Fragments
    /// `deviceSeverity` and `severity`, by level digit.
    private let severities: Fragments
    /// Type, outcome and the constants of the device, see `tail(_:_:)`.
    private let tails: Fragments
    /// Bytes of an event with all members, but for the text of the line.
    private let room: Int
    private var record: RecordMembers
    private var eventTime: EventTimeMember

    init(settings: NormalizerSettings, names: Fragments, words: Fragments) {
        self.settings = settings
        self.names = names
        self.words = words
        record = RecordMembers(settings: settings)
        eventTime = EventTimeMember(settings.timeForm)
        severities = (0...9).reduce(into: Fragments()) { severities, level in
            _ = severities.add(EventEncoder.severity(level, settings))
        }
        var constants = JSONText.member(.deviceType, Token.deviceTypeWord)
        constants += JSONText.member(.deviceModel, Token.deviceModelWord)
        if !settings.deviceVendor.isEmpty { constants += JSONText.member(.deviceVendor, settings.deviceVendor) }
        tails = EventEncoder.types.reduce(into: Fragments()) { tails, type in
            for outcome in EventOutcome?.all {
                let type = type.map { JSONText.member(.eventType, $0.rawValue) } ?? []
                let outcome = outcome.map { JSONText.member(.outcome, $0.rawValue) } ?? []
                _ = tails.add(type + outcome + constants)
            }
        }
        room = Token.longestEvent + names.longest + severities.longest + tails.longest
    }

    private static let types: [EventType?] = [nil, .svcConnection, .traffic, .system]

    /// Number of the fragment of a type and an outcome: the order of `types` and of the outcomes' places.
    private func tail(_ type: EventType?, _ outcome: EventOutcome?) -> Int {
        let row =
            switch type {
            case nil: 0
            case .svcConnection: 1
            case .traffic: 2
            case .system: 3
            }
        return row * EventOutcome.placeCount + outcome.place
    }

    private static func severity(_ level: UInt8, _ settings: NormalizerSettings) -> [UInt8] {
        let word = ValueTables.severity(level).map { "\($0)" }
        let device = settings.deviceSeverity == .normalized ? word ?? "\(level)" : "\(level)"
        return JSONText.member(.deviceSeverity, device) + (word.map { JSONText.member(.severity, $0) } ?? [])
    }

    /// Appends one event to `output`.
    ///
    /// Takes the fields as `inout` and changes nothing: borrowed, they would be copied.
    ///
    /// - Returns: What its stamp shows to be wrong with the device's clock.
    mutating func encode(
        _ event: EventSource,
        _ fields: inout EventFields,
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope,
        _ headers: inout RecentHeaders,
        _ output: inout OutputBuffer
    ) -> ClockFault? {
        let host = event.host == .envelope ? envelope.deviceHost.count : headers.header.host.count
        let text = fields.byteCount + host
        output.write(atMost: room + text * OutputCursor.longestEscape) { cursor in
            write(from: .deviceEventId, event, &fields, line, envelope, &headers, &cursor)
        }
        guard let clock = headers.clock, headers.header.time?.utcOffset == nil else { return nil }
        return ClockFault(clock, near: headers.header.time?.relayMoment ?? envelope.reception.reference)
    }

    /// Writes the members from `first` on.
    ///
    /// A case for each token, in the order of the tokens, and each goes on with the next: the compiler asks here
    /// for a token that is missing, and makes of it what it makes of a list of calls.
    @inline(__always)
    private mutating func write(
        from first: Token,
        _ event: EventSource,
        _ fields: inout EventFields,
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope,
        _ headers: inout RecentHeaders,
        _ output: inout OutputCursor
    ) {
        switch first {
        case .deviceEventId:
            output.append(tag: event.tag, line)
            fallthrough
        case .deviceHost, .deviceSeverity, .severity, .eventTime:
            if !headers.writeMembers(to: &output) {
                let mark = output.written
                writeHeader(event, line, envelope, &headers, &output)
                // Of a time that a clock shows twice, each record says which it is.
                if headers.lacksMembers, headers.header.isWhole, headers.clock?.occurrence != .twice {
                    output.withBytes(from: mark) { headers.remember($0) }
                }
            }
            fallthrough
        case .eventName:
            if let name = event.name { names.write(name, to: &output) }
            fallthrough
        case .reason:
            output.append(.reason, line, fields.reason)
            fallthrough
        case .destinationIpv4:
            output.append(.destinationIpv4, line, fields.destinationIPv4)
            fallthrough
        case .sourceDomain:
            output.append(.sourceDomain, line, fields.sourceDomain)
            fallthrough
        case .sourceInterface:
            output.append(.sourceInterface, line, fields.sourceInterface)
            fallthrough
        case .sourcePort:
            output.append(.sourcePort, line, fields.sourcePort)
            fallthrough
        case .destinationPort:
            output.append(.destinationPort, line, fields.destinationPort)
            fallthrough
        case .networkProtocol:
            if fields.protocolMember >= 0 {
                words.write(Int(fields.protocolMember), to: &output)
            } else {
                output.append(.networkProtocol, line, fields.networkProtocol)
            }
            fallthrough
        case .action:
            if fields.actionMember >= 0 {
                words.write(Int(fields.actionMember), to: &output)
            } else if let action = ValueTables.action(fields.action, in: line) {
                output.append(.action, action)
            } else {
                output.append(.action, line, fields.action)
            }
            fallthrough
        case .sourceIpv4:
            output.append(.sourceIpv4, line, fields.sourceIPv4)
            fallthrough
        case .policy:
            output.append(.policy, line, fields.policy)
            fallthrough
        case .group:
            output.append(.group, line, fields.group)
            fallthrough
        case .vpnClientMessage:
            output.append(.vpnClientMessage, line, fields.clientMessage)
            fallthrough
        case .sourceIpv6:
            if let address = fields.sourceIPv6 { output.append(.sourceIpv6, address.0, address.1) }
            fallthrough
        case .sessionId:
            output.append(.sessionId, line, fields.session)
            fallthrough
        case .sourceUser:
            output.append(.sourceUser, line, fields.sourceUser)
            fallthrough
        case .natSourceIP:
            switch fields.natSource {
            case .v4(let address): output.append(.natSourceIP, line, address)
            case .v6(let high, let low): output.append(.natSourceIP, high, low)
            case nil: break
            }
            fallthrough
        case .eventType, .outcome, .deviceType, .deviceModel, .deviceVendor, .customerId, .collectorId, .eventSourceId,
            .eventId, .collectorReceivedTime:
            writeEnd(event, envelope, &output)
        }
    }

    /// Writes the last members; apart, since there is a limit to what the compiler inlines into one function.
    @inline(never)
    private mutating func writeEnd(
        _ event: EventSource,
        _ envelope: borrowing Envelope,
        _ output: inout OutputCursor
    ) {
        tails.write(tail(event.type, event.outcome), to: &output)
        record.write(envelope, to: &output)
    }

    @inline(never)
    private mutating func writeHeader(
        _ event: EventSource,
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope,
        _ headers: inout RecentHeaders,
        _ output: inout OutputCursor
    ) {
        switch event.host {
        case .line(let range): output.append(.deviceHost, line, range)
        case .envelope: output.append(.deviceHost, envelope.deviceHost.span, envelope.deviceHostText)
        case .unknown: break
        }
        if let level = event.tag.level { severities.write(Int(level), to: &output) }
        headers.clock = nil
        if !eventTime.isThat(of: headers.header.commonStamp) {
            guard let time = headers.header.time else { return }
            let zone = settings.zone(of: time, event.host, line, envelope).zone
            guard let reading = time.reading(envelope.reception, zone) else { return }
            // A device may have a zone of its own; of a time that a clock shows twice, each record says which it is.
            let isShared = settings.deviceZones.isEmpty && reading.clock.occurrence != .twice
            eventTime.take(reading, of: isShared ? headers.header.commonStamp : nil)
        }
        eventTime.write(to: &output)
        headers.clock = eventTime.clock
    }
}
