// Which layouts are refused because they could only be matched by guessing.

import Testing

@testable import Normalization

@Suite struct ProgramTests {
    private func fault(_ format: MessageFormat) -> FormatFault? {
        var program = Program()
        do throws(FormatFault) {
            _ = try program.compile(format, name: 0)
            return nil
        } catch { return error }
    }

    @Test func whatCouldOnlyBeGuessedIsRefused() {
        #expect(fault("") == .empty)
        #expect(fault("\(.user)\(.group)") == .adjacentHoles(.user, .group))
        #expect(fault("\(.text)\(optional: " x")\(.text)") == .adjacentHoles(.text, .text))
        #expect(fault("\(.user) or \(.user)") == .repeatedHole(.user))
        #expect(fault("\(.user)\(optional: " or \(.user)")") == .repeatedHole(.user))
        #expect(fault("\(oneOf: "a", "")") == .emptyWords)
        #expect(fault("a\(optional: "\(.user)")") == .optionalWithoutWording)
        #expect(fault("a\(.ike)b") == .prefixNotFirst)
        #expect(fault("by \(translated: .user) to") == .translatedInPart(.user))
        #expect(fault("from \(translated: .source) to \(.destination)") == .translatedInPart(.destination))
    }

    @Test func whatIsPlainIsAccepted() {
        #expect(fault("\(.text) and \(.text)") == nil)
        #expect(fault("\(.ike)\(.text)") == nil)
        #expect(fault("\(oneOf: "a ", "b ")\(.user)") == nil)
        #expect(fault("a") == nil)
    }
}
