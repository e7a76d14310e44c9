// The README's table of settings is the one that the declarations give.

import Foundation
import Testing

@testable import Worker

@Suite struct SettingsTableTests {
    @Test func readmeHoldsTheCurrentTable() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains(Setting.markdownTable), "README.md lacks this table:\n\(Setting.markdownTable)")
    }
}
