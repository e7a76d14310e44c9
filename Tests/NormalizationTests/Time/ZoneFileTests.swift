// Files of tzdata: all versions, damage of every kind, and the machine's own zones against Foundation.

import Foundation
import TestSupport
import Testing

@testable import Normalization

@Suite struct ZoneFileTests {
    private static let folder = "/usr/share/zoneinfo"
    private static let hasZones = FileManager.default.fileExists(atPath: folder + "/Europe/Berlin")

    @Test func versionsDifferInTheirTimesAndInTheRuleAtTheEnd() throws {
        var zone = ZoneBytes.berlin
        let winter = shown(2024, 1, 1)
        let summer = shown(2024, 7, 1)
        for version in "234".utf8 {
            zone.version = version
            let rules = try zone.rules()
            #expect(rules.reading(of: winter, near: nil).offset == 3600)
            #expect(rules.reading(of: summer, near: nil).offset == 7200)
        }
        zone.version = 0
        let first = try zone.rules()
        #expect(first.reading(of: summer, near: nil).offset == 3600)
        #expect(first.reading(of: shown(1996, 7, 1), near: nil).offset == 7200)
    }

    @Test(arguments: [
        (ZoneBytes(version: UInt8(ascii: "5")), "is of a version other than 1 to 4"),
        (ZoneBytes(offsets: []), "has no offset, or too many"),
        (ZoneBytes(changes: [(5, 0), (5, 0)]), "has times out of order"),
        (ZoneBytes(changes: [(5, 1)]), "names an offset that it does not have"),
        (ZoneBytes(changes: [(.max, 0)]), "has a time beyond year 9999"),
        (ZoneBytes(offsets: [100_000]), "has an offset of more than a day"),
        (ZoneBytes(footer: "CET"), "ends with a rule that cannot be read"),
        (ZoneBytes(footer: "CET-1"), "ends with a rule that contradicts its last offset"),
        (ZoneBytes(leapSeconds: 1), "counts leap seconds, which devices do not"),
    ])
    func faultsAreTold(_ zone: ZoneBytes, _ reason: String) {
        #expect(throws: DamagedZone(reason: reason)) { try zone.rules() }
    }

    @Test func whatIsNoFileOfZonesIsTold() {
        for text in ["", "TZi", "# tzdata\n", "GIF89a", String(repeating: "x", count: 100)] {
            #expect(throws: DamagedZone(reason: "is no TZif file")) {
                try ZoneRules(name: "Test", file: Array(text.utf8))
            }
        }
        #expect(throws: DamagedZone(reason: "has more than 65536 bytes")) {
            try ZoneRules(name: "Test", file: ZoneBytes.berlin.file + [UInt8](repeating: 0, count: 65_536))
        }
    }

    @Test(arguments: [
        "C-1", "CET", "CET-", "CET-25", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
        "CET-1CEST,M3.6.0,M10.5.0",
        "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J5", "CET-1CEST,366,5", "CET-1CEST,M3.5.0/168,M10.5.0", "<CET-1",
        "<CE>-1", "CET-1CEST,M3.5.0,M10.5.0 ", "CET-1:60", "CET-1CEST,M3.5.0,M10.5.0/3,", "CET-0001",
        "CET-1CEST,M3.5.0,M10.5.0/", "é€-1",
    ])
    func rulesThatCannotBeReadAreNone(_ text: String) {
        #expect(ZoneFooter(Array(text.utf8)) == nil)
    }

    @Test func aFileThatIsCutOffAnywhereIsAFault() {
        for zone in [ZoneBytes.berlin, ZoneBytes(version: 0, changes: [(5, 0)])] {
            let file = zone.file
            for length in file.indices {
                #expect(throws: DamagedZone.self, "\(length)") {
                    try ZoneRules(name: "Test", file: Array(file[..<length]))
                }
            }
        }
    }

    /// A damaged file is a fault, or a zone that says something of every time.
    @Test func damageIsNeverMoreThanAFault() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let times = [shown(0, 1, 1), -1, shown(2024, 3, 31, 2, 30), shown(2024, 10, 27, 2, 30), shown(9999, 12, 31)]
        var survivors = 0
        for round in 0..<5000 {
            var file = round % 2 == 0 ? ZoneBytes.berlin.file : ZoneBytes(version: 0, changes: [(5, 0)]).file
            if round % 10 == 9 {
                file = Array("TZif2".utf8) + (0..<300).map { _ in .random(in: 0...255, using: &generator) }
            }
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                guard let place = file.indices.randomElement(using: &generator) else { continue }
                switch Int.random(in: 0...3, using: &generator) {
                case 0: file[place] = [0, 0x7F, 0x80, 0xFF].randomElement(using: &generator) ?? 0
                case 1: file[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
                case 2: file.remove(at: place)
                default: file.insert(.random(in: 0...255, using: &generator), at: place)
                }
            }
            guard let rules = try? ZoneRules(name: "Test", file: file) else { continue }
            survivors += 1
            for time in times {
                let found = rules.reading(of: time, near: time)
                #expect(ZoneRules.offsets.contains(found.offset), "seed \(seed), round \(round)")
            }
        }
        #expect(survivors > 0, "seed \(seed)")
    }

    /// Every zone of the machine can be read; those of the folder `right` count leap seconds, which is told.
    @Test(.enabled(if: hasZones)) func theMachinesZonesAreRead() throws {
        let files = try #require(FileManager.default.enumerator(atPath: Self.folder))
        var count = 0
        for case let name as String in files where ZoneRules.isName(name) && !name.hasPrefix("right/") {
            guard let data = FileManager.default.contents(atPath: "\(Self.folder)/\(name)"),
                data.starts(with: "TZif".utf8)
            else { continue }
            #expect(throws: Never.self, "\(name)") { try ZoneRules(name: name, file: Array(data)) }
            count += 1
        }
        #expect(count > 100)
    }

    /// Foundation has zones of its own, so only such as have not changed their rules lately are compared.
    @Test(
        .enabled(if: hasZones),
        arguments: [
            "Europe/Berlin", "Europe/London", "Europe/Dublin", "America/New_York", "America/Los_Angeles",
            "America/St_Johns", "America/Phoenix", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland",
            "Pacific/Chatham", "Asia/Kolkata", "Asia/Tokyo", "Asia/Kathmandu", "Etc/GMT+5", "UTC",
        ]
    )
    func agreesWithFoundation(_ name: String) throws {
        let data = try #require(FileManager.default.contents(atPath: "\(Self.folder)/\(name)"))
        let rules = try ZoneRules(name: name, file: Array(data))
        let zone = try #require(TimeZone(identifier: name))
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        func check(_ moment: Int64) {
            let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(moment)))
            let found = rules.reading(of: moment + Int64(offset), near: moment)
            #expect(found.offset == offset && found.occurrence != .never, "\(moment), seed \(seed)")
        }
        for _ in 0..<2000 { check(Int64.random(in: shown(1990, 1, 1)...shown(2100, 1, 1), using: &generator)) }
        // And what is close to a change.
        var date = Date(timeIntervalSince1970: TimeInterval(shown(1990, 1, 1)))
        for _ in 0..<100 {
            guard let next = zone.nextDaylightSavingTimeTransition(after: date), next > date,
                next.timeIntervalSince1970 < TimeInterval(shown(2090, 1, 1))
            else { break }
            date = next
            let change = Int64(date.timeIntervalSince1970)
            for seconds in [-7200, -3601, -3600, -1800, -1, 0, 1, 1800, 3599, 3600, 7200] as [Int64] {
                check(change + seconds)
            }
        }
    }
}
