// Other parsers' expectations of the same lines: ours agrees, or a decision of our mapping says why not. Read where
// they lie beside the project, skipped where they do not.

import Foundation
import Normalization
import Testing

@Suite(.enabled(if: Corpora.isThere, "the folder ../shared/corpora is not there"))
struct PeerTests {
    @Test func eventsAgreeWithPeersOrTheContractSaysWhyNot() throws {
        var agreements: [PeerField: Int] = [:]
        var differences: [Int: Int] = [:]
        var reader = EventReader()
        for expectation in try PeerExpectation.all(in: Corpora.folder) {
            let (outcome, event) = reader.read(Array(expectation.line.utf8))
            guard case .event = outcome, let event else { continue }
            for claim in expectation.claims {
                let ours = claim.field.found(in: event)
                guard ours != claim.value else {
                    agreements[claim.field, default: 0] += 1
                    continue
                }
                let difference = PeerDifference(
                    peer: expectation.peer,
                    field: claim.field,
                    line: expectation.line,
                    id: PeerField.messageID.found(in: event),
                    theirs: claim.value,
                    ours: ours
                )
                if let rule = PeerRule.all.firstIndex(where: { $0.applies(difference) }) {
                    differences[rule, default: 0] += 1
                } else {
                    Issue.record("\(claim.field): theirs \(claim.value), ours \(ours): \(expectation.line)")
                }
            }
        }
        for field in PeerField.allCases { print("\(field.rawValue)  agree \(agreements[field] ?? 0)") }
        for (index, rule) in PeerRule.all.enumerated() {
            print("differ \(differences[index] ?? 0)  \(rule.reason)")
            #expect(differences[index] != nil, "no line needs this rule: \(rule.reason)")
        }
    }
}
