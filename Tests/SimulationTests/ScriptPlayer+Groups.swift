import Simulation

extension ScriptPlayer {
    mutating func groups(_ word: String, _ words: [String]) -> String? {
        guard let first = words.first else { return nil }
        switch word {
        case "join": return join(words)
        case "answer": return answer(first)
        case "gone": return members[first].map { pass($0.session) }
        case "beat": return text(of: ask(.heartbeat(group: first, membership(words[1]))))
        case "leave":
            let membership = membership(words[1])
            return text(of: ask(.leaveGroup(group: first, member: membership.member, instance: membership.instance)))
        case "commit":
            let offsets = words.dropFirst(2).compactMap(Self.offset)
            return text(of: ask(.offsetCommit(group: first, membership(words[1]), offsets)))
        case "committed", "forgotten":
            guard let place = Self.partition(words[1]) else { return nil }
            return text(of: ask(.offsetFetch(group: first, [place], requiresStable: words.last == "stable")))
        default: return nil
        }
    }

    private mutating func join(_ words: [String]) -> String? {
        guard words.count >= 3 else { return nil }
        let session = Self.option("session", words).flatMap { Int64($0) } ?? 10_000
        let instance = Self.option("as", words)
        var member =
            members[words[0]]
            ?? Member(
                group: words[1],
                membership: Membership(member: "", instance: instance, generation: -1),
                session: session
            )
        let request = JoinGroup(
            group: words[1],
            member: member.membership.member,
            instance: member.membership.instance,
            topics: [words[2]],
            sessionTimeout: session,
            rebalanceTimeout: Self.option("rebalance", words).flatMap { Int64($0) } ?? 20_000
        )
        let response = kafka.handle(.joinGroup(request), at: now)
        member.held = nil
        member.answer = nil
        switch response {
        case .memberIDRequired(let id): member.membership.member = id
        case .held(let number): member.held = number
        default: member.answer = response
        }
        members[words[0]] = member
        takeHeldAnswers()
        if case .memberIDRequired = response { return "MEMBER_ID_REQUIRED" }
        return "sent"
    }

    private mutating func answer(_ name: String) -> String? {
        while members[name]?.answer == nil, members[name]?.held != nil, let deadline = kafka.nextDeadline {
            _ = pass(deadline - now)
        }
        guard let answer = members[name]?.answer else { return "nothing" }
        guard case .joined(let joined) = answer else { return text(of: answer) }
        members[name]?.membership.member = joined.member
        members[name]?.membership.generation = joined.generation
        return (["#\(joined.generation)"] + joined.assignment.map { "\($0.number)" }).joined(separator: " ")
    }

    /// `m`, `m#2` for another generation of it, `none` for who is in no group.
    func membership(_ text: String) -> Membership {
        let parts = text.split(separator: "#").map(String.init)
        let unknown = Membership(member: parts[0] == "none" ? "" : parts[0], generation: -1)
        var membership = members[parts[0]]?.membership ?? unknown
        if parts.count > 1 { membership.generation = Int(parts[1]) ?? -1 }
        return membership
    }
}
