// The network: requests and answers, which come late, in another order than they were sent, or never.

internal import Simulation

extension World {
    /// Sends a request; the answer is nil if the connection broke before it came.
    ///
    /// Requests of a client arrive in the order in which it sent them, but for those of a connection that broke.
    func send(_ request: Request, from client: Client, _ answer: @escaping (Response?) -> Void) {
        let service = World.service(of: request)
        requests += 1
        if let accident = settings.plan?[requests] { return happen(accident, request, client, answer) }
        if case .endTxn = request, !areFaultsOver, faults.contains(.silentEnd), chance(40) {
            count(.silentEnd)
            after(delay(1, 4)) { [unowned self] in
                _ = apply(request)
                giveHeldAnswers()
            }
            return after(delay(2000, 5000)) { client.wake { answer(nil) } }
        }
        if isBroken(request) {
            if !chance(3) { arriveLate(request) }
            after(delay(5, 300)) { client.wake { answer(nil) } }
            return
        }
        let arrival = max(now + delay(1, 4), client.lastArrival[service] ?? 0)
        client.lastArrival[service] = arrival
        after(arrival - now) { [unowned self] in arrive(request, service, client, answer) }
    }

    /// Lets something happen to a request.
    private func happen(
        _ accident: Accident,
        _ request: Request,
        _ client: Client,
        _ answer: @escaping (Response?) -> Void
    ) {
        say("\(accident): \(request)")
        let arrival: Int64? =
            switch accident {
            case .lostAnswer, .silence: 2
            case .lostRequest: nil
            case .lateByLittle: 30
            case .lateByMuch: 700
            case .lateByTransaction: settings.transactionMilliseconds + 500
            case .senderDies, .senderPauses, .senderSleeps, .senderIsAway: 2
            }
        if let arrival {
            after(arrival) { [unowned self] in
                _ = apply(request)
                giveHeldAnswers()
            }
        }
        switch accident {
        case .senderDies: workers.first { $0.isClient(client) }?.crash()
        case .senderPauses: client.frozenUntil = now + 700
        case .senderSleeps: client.frozenUntil = now + 2500
        case .senderIsAway: client.frozenUntil = now + 2 * settings.transactionMilliseconds
        default: break
        }
        let notice = accident == .silence ? settings.transactionMilliseconds + 500 : 10
        after(notice) { client.wake { answer(nil) } }
    }

    private func arrive(
        _ request: Request,
        _ service: Service,
        _ client: Client,
        _ answer: @escaping (Response?) -> Void
    ) {
        if isHindered(.away(service)), let end = hindrances[.away(service)]?.end {
            // What was sent arrives when it is back; a client that has given up has broken the connection.
            return after(end - now) { [unowned self] in arrive(request, service, client, answer) }
        }
        let response = resignation(request, apply(request))
        if case .held(let number) = response {
            heldAnswers[number] = { [unowned self] response in reply(response, to: client, answer) }
        } else {
            reply(response, to: client, answer)
        }
        giveHeldAnswers()
    }

    /// What a leader answers that is about to go: it has appended records, and leads the partition no more.
    private func resignation(_ request: Request, _ response: Response) -> Response {
        guard case .produce = request, !areFaultsOver, faults.contains(.leadersAway), chance(30) else {
            return response
        }
        count(.leadersAway)
        say("the leader goes")
        return .failed(.notLeaderOrFollower)
    }

    private func reply(_ response: Response, to client: Client, _ answer: @escaping (Response?) -> Void) {
        if !areFaultsOver, faults.contains(.lostAnswer), chance(60) {
            count(.lostAnswer)
            return after(delay(5, 300)) { client.wake { answer(nil) } }
        }
        after(delay(1, 4)) { client.wake { answer(response) } }
    }

    private func apply(_ request: Request) -> Response {
        let response = refusal(of: request).map { .failed($0) } ?? remembered(request) ?? kafka.handle(request, at: now)
        say("  \(request) -> \(response)")
        return response
    }

    /// What a coordinator answers that has lost its place; nil if it is not asked.
    ///
    /// No member joins by it, so that it is asked only by those who have been members all the time.
    private func remembered(_ request: Request) -> Response? {
        guard case .offsetFetch(let group, _, _) = request, var past,
            past.kafka.generation(of: group) == kafka.generation(of: group)
        else { return nil }
        return past.kafka.handle(request, at: past.time)
    }

    /// Why brokers refuse a request before they look at what it asks.
    private func refusal(of request: Request) -> ErrorCode? {
        for right in Right.allCases where isHindered(.missing(right)) {
            if let error = right.refusal(of: request) { return error }
        }
        if case .produce(let batch) = request, !batch.payload.isDeadLetter {
            let numbers = batch.payload.first..<batch.payload.first + Int64(batch.count)
            if numbers.contains(where: { isRefused($0, of: batch.payload.partition) }) {
                count(.refusedRecord)
                return .messageTooLarge
            }
        }
        return nil
    }

    func giveHeldAnswers() {
        for (number, response) in kafka.takeHeldAnswers() { heldAnswers.removeValue(forKey: number)?(response) }
    }

    private func isBroken(_ request: Request) -> Bool {
        guard !areFaultsOver else { return false }
        if faults.contains(.brokenConnection), chance(80) {
            count(.brokenConnection)
            return true
        }
        if faults.contains(.lateEnd), case .endTxn = request, chance(20) {
            count(.lateEnd)
            return true
        }
        return false
    }

    /// The copy of a request whose connection broke; its answer is not heard.
    private func arriveLate(_ request: Request) {
        after(chance(2) ? delay(1, 20) : delay(10, 1500)) { [unowned self] in
            say("late:")
            _ = apply(request)
            giveHeldAnswers()
        }
    }

    private static func service(of request: Request) -> Service {
        switch request {
        case .initProducerID, .addPartitionsToTxn, .addOffsetsToTxn, .endTxn: .transactions
        case .txnOffsetCommit, .joinGroup, .heartbeat, .leaveGroup, .offsetCommit, .offsetFetch: .group
        default: .leaders
        }
    }
}
