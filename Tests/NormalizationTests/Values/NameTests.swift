// Ports by number and name, users and domains.

import Foundation
import Testing

@testable import Normalization

@Suite struct ServicePortTests {
    @Test(arguments: [
        ("0", 0), ("443", 443), ("65535", 65535), ("00080", 80), (" 80 ", 80), ("https", 443), ("http", 80),
        ("www", 80),
        ("ssh", 22), ("telnet", 23), ("snmp", 161), ("snmptrap", 162), ("syslog", 514), ("domain", 53), ("ntp", 123),
        ("isakmp", 500), ("ftp", 21), ("ftp-data", 20), ("ldaps", 636), ("sip", 5060),
    ])
    func numbersAndCiscosNamesArePorts(_ printed: String, _ port: Int) {
        let line = bytes(printed)
        #expect(ServicePort.parse(whole(line), in: line.span) == port)
    }

    @Test(arguments: [
        "", " ", "65536", "-1", "1.5", "80a", "0x50", "HTTPS", "httpss", "any", "99999999999999999999", "4 4",
        "https ssh",
    ])
    func anythingElseIsNoPort(_ printed: String) {
        let line = bytes(printed)
        #expect(ServicePort.parse(whole(line), in: line.span) == nil)
    }
}

@Suite struct UserNameTests {
    @Test(
        arguments: [
            ("john.doe", "john.doe", nil),
            (#"LOCAL\john.doe"#, "john.doe", "LOCAL"),
            (#"LOCAL\lsge\angela.lopez"#, "angela.lopez", "lsge"),
            (#"LOCAL\\john.doe"#, "john.doe", "LOCAL"),
            ("john.doe@example.com", "john.doe@example.com", nil),
            ("first.o'last@example.com", "first.o'last@example.com", nil),
            (";;alice-johnson(test user)", ";;alice-johnson(test user)", nil),
            ("van der Berg", "van der Berg", nil),
            ("svc$", "svc$", nil), ("464_0273", "464_0273", nil), ("*****", "*****", nil),
            ("\"john.doe\"", "john.doe", nil), ("'john.doe'", "john.doe", nil), ("<john.doe>", "john.doe", nil),
            ("[john.doe]", "john.doe", nil), ("< john.doe >", "john.doe", nil), (" john.doe ", "john.doe", nil),
            (#"<LOCAL\john.doe>"#, "john.doe", "LOCAL"), (#"CORP \ john"#, "john", "CORP"),
            ("'john\"", "'john\"", nil), ("<john", "<john", nil), ("", "", nil), ("<>", "", nil),
            (#"LOCAL\"#, "", "LOCAL"),
            (#"\john"#, "john", ""), ("Jürgen Groß", "Jürgen Groß", nil),
        ] as [(String, String, String?)]
    )
    func domainStandsBeforeTheLastBackslash(_ printed: String, _ user: String, _ domain: String?) {
        let line = bytes(printed)
        let name = UserName(whole(line), in: line.span)
        #expect(text(name.user, of: line) == user)
        #expect(text(name.domain, of: line) == domain)
    }
}

@Suite struct FullStopTests {
    @Test(arguments: [
        ("User <kim jr.> IP", "kim jr.", "kim jr."), ("Username = kim jr., IP", "kim jr.", "kim jr."),
        ("User 'kim jr.' executed", "kim jr.", "kim jr."), ("is being set to Dev.", "Dev.", "Dev"),
        ("is being set to Dev. ", "Dev. ", "Dev"), ("user kim. Reason", "kim.", "kim"), ("kim.", "kim.", "kim"),
    ])
    func endsASentenceOnly(_ printed: String, _ captured: String, _ name: String) throws {
        let line = bytes(printed)
        let start = try #require(printed.range(of: captured)).lowerBound.utf16Offset(in: printed)
        let range = ByteRange(start, start + captured.utf8.count)
        #expect(text(UserName.withoutFullStop(range, in: line.span), of: line) == name)
    }
}
