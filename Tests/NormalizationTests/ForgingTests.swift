// What a remote person typed decides nothing but its own token: a user's name may hold anything that the device prints, and every
// other token stays as it was.

import Foundation
import Normalization
import Testing

@Suite struct ForgingTests {
    /// Tokens that a user's name fills.
    static let own: Set<String> = ["sourceUser", "sourceDomain"]

    @Test func aForgedUserNameChangesNoOtherToken() throws {
        var reader = EventReader()
        var explainer = Explainer(catalogue: standardCatalogue, settings: NormalizerSettings())
        var count = 0
        var changed: [String: Int] = [:]
        for fixture in Fixture.all {
            let line = try fixture.line()
            guard let place = try userPlace(in: line, fixture, &explainer), line.first != UInt8(ascii: "{") else { continue }
            let members = try #require(reader.read(line).members)
            for forgery in Forgery.all(of: line, at: place.value, body: place.body) {
                let forged = try #require(reader.read(forgery.line).members)
                count += 1
                let tokens = Set(members.keys).union(forged.keys).subtracting(Self.own).filter { members[$0] != forged[$0] }
                guard !tokens.isEmpty else { continue }
                let isMissing = tokens.allSatisfy { forged[$0] == nil }
                changed["\(fixture.id) \(forgery.kind) \(isMissing)", default: 0] += 1
                print("FORGED", fixture.id, fixture.name, forgery.kind, isMissing, tokens.sorted(), String(decoding: forgery.line, as: UTF8.self).debugDescription)
            }
        }
        print("FORGED-TOTAL", count, changed.values.reduce(0, +))
    }

    /// Where a fixture's user stands, and where the text of its message begins; nil if the line names none.
    private func userPlace(
        in line: [UInt8],
        _ fixture: Fixture,
        _ explainer: inout Explainer
    ) throws -> (value: Range<Int>, body: Int)? {
        guard let user = try fixture.expected()["sourceUser"] as? String else { return nil }
        let envelope = Envelope(
            position: RecordPosition(namespace: 0, partition: 0, offset: 0),
            receivedAt: sampleReceivedAt
        )
        let explanation = explainer.explain(line.span, envelope)
        guard let text = explanation.text else { return nil }
        for part in explanation.captures where part.tokens.contains(.sourceUser) {
            let range = Int(part.range.start)..<Int(part.range.end)
            let name = Array(user.utf8)
            guard name.count <= range.count else { continue }
            let start = (range.lowerBound...range.upperBound - name.count).last { Array(line[$0..<$0 + name.count]) == name }
            if let start { return (start..<start + name.count, Int(text.start)) }
        }
        return nil
    }
}
