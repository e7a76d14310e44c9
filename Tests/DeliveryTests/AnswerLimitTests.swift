// How long the group may take for its next answer.

import Testing

@testable import Delivery

@Suite struct AnswerLimitTests {
    /// The limit after an answer that took so many milliseconds.
    private func limit(after milliseconds: Int64) -> Int64 {
        var limit = AnswerLimit()
        _ = limit.ask(at: .second)
        limit.answer(at: .second + milliseconds * .millisecond)
        return limit.ask(at: 9 * .second)
    }

    @Test func anAnswerGivesTheNextOneThreeTimesItsTimeWithinBounds() {
        #expect([0, 1, 166, 167, 1500, 60_000].map(limit) == [500, 500, 500, 501, 4000, 4000])
    }

    @Test func everyCallThatRunsOutMakesTheNextOneLonger() {
        var limit = AnswerLimit()
        let limits = (0..<5).map { _ in
            defer { limit.runOut() }
            return limit.ask(at: 0)
        }
        #expect(limits == [500, 1000, 2000, 4000, 4000])
    }

    @Test func aBriefQuestionIsBriefAndStillTellsHowLongAnswersTake() {
        var limit = AnswerLimit()
        for _ in 0..<3 { limit.runOut() }
        #expect(limit.ask(at: 0, isBrief: true) == 500)
        limit.answer(at: 200 * .millisecond)
        #expect(limit.ask(at: .second) == 600)
    }
}
