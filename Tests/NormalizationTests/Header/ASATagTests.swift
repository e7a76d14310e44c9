// Where the tag stands and what it says, in every form that devices and relays make of it; and what is no tag.

import Testing

@testable import Normalization

@Suite struct ASATagTests {
    private func find(_ text: String) -> (tag: ASATag, line: [UInt8])? {
        let line = bytes(text)
        return ASATag.find(in: line.span, from: 0, to: line.count).map { ($0, line) }
    }

    @Test(
        arguments: [
            ("%ASA-6-113005: text", "ASA", 6, 113005, "%ASA-6-113005"),
            ("<166>%ASA-6-113005: text", "ASA", 6, 113005, "%ASA-6-113005"),
            ("<166>:%ASA-6-113005: text", "ASA", 6, 113005, "%ASA-6-113005"),
            ("Nov 03 2020 09:50:01 fw : %FTD-4-750003 Local:192.0.2.1", "FTD", 4, 750003, "%FTD-4-750003"),
            ("%PIX-2-106001: text", "PIX", 2, 106001, "%PIX-2-106001"),
            ("%FWSM-4-106023: text", "FWSM", 4, 106023, "%FWSM-4-106023"),
            ("%NGIPS-1-430003: text", "NGIPS", 1, 430003, "%NGIPS-1-430003"),
            ("%ASA-session-6-302013: text", "ASA", 6, 302013, "%ASA-session-6-302013"),
            ("%ASA-auth-6-113004", "ASA", 6, 113004, "%ASA-auth-6-113004"),
            ("%ASA-vpn_lb-6-718012: text", "ASA", 6, 718012, "%ASA-vpn_lb-6-718012"),
            ("%ASA-6-<Up>-725001: text", "ASA", 6, 725001, "%ASA-6-<Up>-725001"),
            ("%FTD<Up>-4-313005: text", "FTD", 4, 313005, "%FTD<Up>-4-313005"),
            ("%ASA-6<Up>-725001: text", "ASA", 6, 725001, "%ASA-6<Up>-725001"),
            ("%ASA<Up>-session-6-302013: text", "ASA", 6, 302013, "%ASA<Up>-session-6-302013"),
            ("%ASA--6-113005: text", "ASA", 6, 113005, "%ASA--6-113005"),
            ("%ASA-0-113005: text", "ASA", 0, 113005, "%ASA-0-113005"),
            ("%ASA-6-8300001: text", "ASA", 6, 8_300_001, "%ASA-6-8300001"),
            ("%ASA-vpn-3-8300003: text", "ASA", 3, 8_300_003, "%ASA-vpn-3-8300003"),
            ("ASA-5-8300006: text", "ASA", 5, 8_300_006, "ASA-5-8300006"),
            ("%ASA-113005: text", "ASA", nil, 113005, "%ASA-113005"),
            ("% ASA-6-113005: text", "ASA", 6, 113005, "ASA-6-113005"),
            ("fw1 ASA-2-106001: text", "ASA", 2, 106001, "ASA-2-106001"),
            ("ASA-2-106001: text", "ASA", 2, 106001, "ASA-2-106001"),
            ("100% busy %ASA-6-113005: text", "ASA", 6, 113005, "%ASA-6-113005"),
            ("host-ASA %ASA-6-113005: text", "ASA", 6, 113005, "%ASA-6-113005"),
            ("my-ASA-5-100 %ASA-6-113005: text", "ASA", 6, 113005, "%ASA-6-113005"),
            ("ASA-6-113004: of %ASA-6-113005: text", "ASA", 6, 113004, "ASA-6-113004"),
            ("ASA-6-113004 of %ASA-6-113005: text", "ASA", 6, 113005, "%ASA-6-113005"),
            ("%ASA-6-113005: of %ASA-6-113004: text", "ASA", 6, 113005, "%ASA-6-113005"),
        ] as [(String, String, UInt8?, Int32, String)]
    )
    func theTagIsFound(_ line: String, _ product: String, _ level: UInt8?, _ id: Int32, _ printed: String) throws {
        let found = try #require(find(line))
        #expect(text(found.tag.product, of: found.line) == product)
        #expect(found.tag.level == level)
        #expect(found.tag.id == id)
        #expect(text(ByteRange(found.tag.start, found.tag.end), of: found.line) == printed)
    }

    @Test(arguments: [
        "", "%", "%%%%", "%ASA", "%ASA-", "%ASA-6", "%ASA-6-", "%ASA-6-11300", "%ASA-6-0113005", "%ASA-6-11300555",
        "%ASA-6-11300x",
        "%ASA 6 113005",
        "%ASA_6_113005", "%asa-6-113005", "%IOS-6-113005", "%ASAv-6-113005", "%ASA-66-113005", "%ASA-6-6-113005",
        "Group <Dev> User <john.doe> IP <203.0.113.7> ended", "%LINK-3-UPDOWN: up", "BASA-6-113005", "9ASA-6-113005",
        "XASA-6-113005", "%FTD<Up-4-313005", "%FTD<Up>4-313005", "%FTD<Up><Up>-4-313005",
        "%ASA-a-b-c-d-e-f-6-113005", "%ASA-abcdefghijklmnopqrstuvwxyz-6-113005", "-ASA-6-113005",
    ])
    func aLineWithoutProductAndNumberHasNoTag(_ line: String) {
        #expect(find(line) == nil)
    }
}

@Suite struct LineEndTests {
    @Test(arguments: [
        ("text", "text"), ("text\r\n", "text"), ("text\n\n", "text"), ("text\0", "text"), ("text \t ", "text"),
        ("text#012", "text"),
        ("text #015#012", "text"), ("bytes 225\\n", "bytes 225"), ("bytes 225\\r\\n", "bytes 225"),
        (#"user LOCAL\r\n"#, #"user LOCAL\r\n"#),
        (#"user LOCAL\n"#, #"user LOCAL\n"#), ("\"text\",", "\"text"), ("'text'", "'text"), ("text'", "text'"),
        ("text\"", "text\""), ("text,", "text,"),
        ("text.", "text."),
        ("", ""), (" \r\n\0", ""), ("\n", ""), ("#012", ""),
    ])
    func dirtBehindTheTextIsCut(_ line: String, _ rest: String) {
        let line = bytes(line)
        #expect(text(ByteRange(0, LineEnd.trimmed(line.span)), of: line) == rest)
    }

    @Test(arguments: [
        ("%ASA-6-113005: text", "text"), ("%ASA-6-113005 text", "text"), ("%ASA-6-113005:text", "text"),
        ("%ASA-6-113005 : : text", "text"),
        ("%ASA-6-113005: %ASA-6-113004: text", "text"), ("%ASA-6-113005 - - - text", "text"),
        (#"%ASA-6-113005 - - [a b="c]"][d] text"#, "text"), ("%ASA-6-113005", ""),
        ("%ASA-6-113005:", ""),
        ("%ASA-6-113005: -text", "-text"),
    ])
    func theTextBeginsBehindTheTag(_ line: String, _ body: String) throws {
        let line = bytes(line)
        let found = ASATag.find(in: line.span, from: 0, to: line.count)
        let tag = try #require(found)
        let start = LineEnd.bodyStart(line.span, after: tag, to: line.count)
        #expect(text(ByteRange(start, line.count), of: line) == body)
    }
}
