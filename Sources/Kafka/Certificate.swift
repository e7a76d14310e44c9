// What a certificate says of itself, as far as a person needs it to find the right one: whose it is, who issued it, when it is
// good. Verifies nothing: OpenSSL has done that. A value: any thread.

/// The names and dates of an X.509 certificate (RFC 5280).
struct Certificate: Equatable {
    /// Whose it is, as `CN=kafka-1,O=Example`; empty if the subject has neither common name nor organization.
    let subject: String
    /// Who issued it, in the same form.
    let issuer: String
    /// The host names and IPv4 addresses that it is for (`subjectAltName`), at most `mostNames` of them.
    let names: [String]
    /// When it begins to be good, as `2026-01-31T00:00:00Z`.
    let notBefore: String
    /// When it has expired, in the same form.
    let notAfter: String

    private static let mostNames = 5
    private static let longestText = 64
    private static let sequence: UInt8 = 0x30, set: UInt8 = 0x31, octets: UInt8 = 0x04

    /// Reads DER; nil if it is no certificate.
    init?(der: [UInt8]) {
        var outside = DERReader(der[...])
        var certificate = outside.next(Self.sequence)
        guard var body = certificate?.next(Self.sequence) else { return nil }
        if body.nextTag == 0xA0 { _ = body.next() }  // version
        guard body.next() != nil, body.next() != nil,  // serial number, algorithm
            let issuer = body.next(Self.sequence),
            var validity = body.next(Self.sequence),
            let notBefore = validity.next().flatMap(Self.time),
            let notAfter = validity.next().flatMap(Self.time),
            let subject = body.next(Self.sequence)
        else { return nil }
        self.subject = Self.name(subject)
        self.issuer = Self.name(issuer)
        self.notBefore = notBefore
        self.notAfter = notAfter
        names = Self.alternativeNames(body)
    }

    /// The common name and the organization of a `Name`.
    private static func name(_ sets: DERReader) -> String {
        var sets = sets
        var parts: [String] = []
        while let element = sets.next() {
            var attributes = DERReader(element.content)
            while var attribute = attributes.next(sequence) {
                guard let type = attribute.next(), let value = attribute.next() else { continue }
                switch Array(type.content) {
                case [0x55, 0x04, 0x03]: parts.append("CN=\(text(value.content))")
                case [0x55, 0x04, 0x0A]: parts.append("O=\(text(value.content))")
                default: break
                }
            }
        }
        return parts.joined(separator: ",")
    }

    /// The names in the extension 2.5.29.17, if what follows the subject has it.
    private static func alternativeNames(_ body: DERReader) -> [String] {
        var body = body
        while let element = body.next() {
            guard element.tag == 0xA3 else { continue }
            var wrapper = DERReader(element.content)
            guard var extensions = wrapper.next(sequence) else { return [] }
            while var one = extensions.next(sequence) {
                guard let type = one.next(), Array(type.content) == [0x55, 0x1D, 0x11] else { continue }
                if one.nextTag == 0x01 { _ = one.next() }  // critical
                guard var value = one.next(octets), let list = value.next(sequence) else { return [] }
                return names(list)
            }
        }
        return []
    }

    private static func names(_ list: DERReader) -> [String] {
        var list = list
        var names: [String] = []
        while names.count < mostNames, let name = list.next() {
            switch name.tag {
            case 0x82: names.append(text(name.content))
            case 0x87 where name.content.count == 4:
                names.append(name.content.map { "\($0)" }.joined(separator: "."))
            default: break
            }
        }
        return names
    }

    /// Reads UTCTime (two digits of a year, 1950 to 2049) or GeneralizedTime (four).
    private static func time(_ element: (tag: UInt8, content: ArraySlice<UInt8>)) -> String? {
        let year = element.tag == 0x17 ? 2 : element.tag == 0x18 ? 4 : 0
        let digits = element.content.dropLast().map { UnicodeScalar($0) }
        guard year > 0, digits.count == year + 10, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        let all = String(String.UnicodeScalarView(digits))
        func part(_ index: Int) -> Substring { all.dropFirst(year + 2 * index).prefix(2) }
        let century = year == 4 ? "" : all < "5" ? "20" : "19"
        return "\(century)\(all.prefix(year))-\(part(0))-\(part(1))T\(part(2)):\(part(3)):\(part(4))Z"
    }

    /// Printable ASCII as it is, `?` for anything else: whoever made the certificate chose these bytes.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.prefix(longestText).map { (0x20...0x7E).contains($0) ? $0 : 0x3F }, as: UTF8.self)
    }
}
