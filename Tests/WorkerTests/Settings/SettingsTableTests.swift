// The list in deploy/settings.md is the one that the declarations give.

import Foundation
import Testing

@testable import Worker

@Suite struct SettingsTableTests {
    @Test func thePageHoldsTheListOfTheDeclarations() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "deploy/settings.md"), encoding: .utf8)
        #expect(
            page.contains(Setting.markdownList),
            "deploy/settings.md lacks what `anyconnect-normalizer help settings` prints:\n\(Setting.markdownList)"
        )
        #expect(page.split(separator: "\n").allSatisfy { $0.count <= 120 })
    }
}
