// Identifiers: what text is one, and how an eventId says where the raw line stands.

import Foundation
import TestSupport
import Testing

@testable import Normalization

/// The product's type, where Foundation has one of the same name.
private typealias Identifier = Normalization.UUID

@Suite struct UUIDTests {
    @Test(arguments: [
        "d656b196-edb7-45e6-8485-3748a740d002", "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
    ])
    func textIsReadAndWrittenBack(_ printed: String) throws {
        #expect(try #require(Identifier(printed)).description == printed)
    }

    @Test func upperCaseIsReadAndWrittenLowerCase() throws {
        let id = try #require(Identifier("D656B196-EDB7-45E6-8485-3748A740D002"))
        #expect(id.description == "d656b196-edb7-45e6-8485-3748a740d002")
    }

    @Test(arguments: [
        "", "d656b196", "d656b196edb745e684853748a740d002", "{d656b196-edb7-45e6-8485-3748a740d002}",
        "d656b196-edb7-45e6-8485-3748a740d00", "d656b196-edb7-45e6-8485-3748a740d0022",
        "g656b196-edb7-45e6-8485-3748a740d002",
        "d656b196-edb745e6-8485-3748a740d002-", "d656b196 edb7 45e6 8485 3748a740d002",
        "-656b196-edb7-45e6-8485-3748a740d002d",
    ])
    func anythingElseIsNoIdentifier(_ printed: String) {
        #expect(Identifier(printed) == nil)
    }

    @Test func agreesWithFoundation() throws {
        for _ in 0..<200 {
            let theirs = Foundation.UUID()
            #expect(try #require(Identifier(theirs.uuidString)).description == theirs.uuidString.lowercased())
        }
    }
}

@Suite struct RecordPositionTests {
    /// Corners of all three parts.
    static let positions = [
        RecordPosition(namespace: 0, partition: 0, offset: 0),
        RecordPosition(namespace: 0xFFFF_FFFF_FFFF, partition: 0xF_FFFF, offset: 0x3F_FFFF_FFFF_FFFF),
        RecordPosition(namespace: 0x1234_5678_9ABC, partition: 0xFF, offset: 1),
        RecordPosition(namespace: 1, partition: 0x100, offset: 0x20_0000_0000_0000),
    ]

    @Test(arguments: positions)
    func eventIDSaysWhereTheRecordStands(_ position: RecordPosition) {
        #expect(RecordPosition(eventID: position.eventID) == position)
    }

    @Test(arguments: positions)
    func eventIDIsOfVersion8AndOfTheRFCsVariant(_ position: RecordPosition) {
        let digits = Array(position.eventID.description)
        #expect(digits[14] == "8")
        #expect("89ab".contains(digits[19]))
    }

    @Test func randomPlacesComeBack() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        var seen: Set<Identifier> = []
        for _ in 0..<5000 {
            let position = RecordPosition(
                namespace: generator.next(),
                partition: Int32.random(in: 0...0xF_FFFF, using: &generator),
                offset: Int64.random(in: 0...0x3F_FFFF_FFFF_FFFF, using: &generator)
            )
            #expect(RecordPosition(eventID: position.eventID) == position, "seed \(seed)")
            #expect(seen.insert(position.eventID).inserted, "seed \(seed)")
        }
    }

    @Test(arguments: [
        "d656b196-edb7-45e6-8485-3748a740d002", "00000000-0000-0000-0000-000000000000",
        "d656b196-edb7-85e6-c485-3748a740d002",
    ])
    func identifiersOfOthersHaveNoPlace(_ printed: String) throws {
        #expect(RecordPosition(eventID: try #require(Identifier(printed))) == nil)
    }

    /// FNV-1a of 64 bits, by its published test vectors, cut to the first 48 bits.
    @Test(
        arguments: [("", 0xCBF2_9CE4_8422), ("a", 0xAF63_DC4C_8601), ("foobar", 0x8594_4171_F739)] as [(String, UInt64)]
    )
    func namespaceIsTheBeginningOfTheNamesHash(_ name: String, _ hash: UInt64) {
        #expect(RecordPosition.namespace(of: name) == hash)
    }
}
