// Host and time of every header form: with and without priority, year, zone, device id, relay.

import Testing

@testable import Normalization

@Suite struct SyslogHeaderTests {
    /// Year, month, day, hour, minute, second as printed; 0 for a year that is not printed.
    struct Stamp: Equatable, Sendable {
        var fields: [Int]
        var utcOffset: Int?

        init(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int, offset: Int? = nil) {
            fields = [year, month, day, hour, minute, second]
            utcOffset = offset
        }

        init(_ time: DeviceTime) {
            fields = [time.year ?? 0, time.month, time.day, time.hour, time.minute, time.second]
            utcOffset = time.utcOffset
        }
    }

    private static let guide = Stamp(2020, 11, 3, 9, 50, 1)

    @Test(
        arguments: [
            ("<166>Nov 03 2020 09:50:01: ", nil, guide),
            ("<166>Nov 03 2020 09:50:01 fw123-vc456 : ", "fw123-vc456", guide),
            ("<166>Nov 03 2020 09:50:01 192.0.2.7 : ", "192.0.2.7", guide),
            ("<166>Nov 03 2020 09:50:01 el.example.com: ", "el.example.com", guide),
            ("Nov  3 09:50:01 dev01: ", "dev01", Stamp(0, 11, 3, 9, 50, 1)),
            ("Nov 03 09:50:01 198.51.100.10 ", "198.51.100.10", Stamp(0, 11, 3, 9, 50, 1)),
            ("Nov 03 09:50:01 2001:db8::53 ", "2001:db8::53", Stamp(0, 11, 3, 9, 50, 1)),
            ("Nov 03 09:50:01 fw1 ", "fw1", Stamp(0, 11, 3, 9, 50, 1)),
            ("<123>asa ", "asa", nil),
            ("<123>", nil, nil),
            ("1604397001.123 ", nil, Stamp(2020, 11, 3, 9, 50, 1, offset: 0)),
            ("1604397001.123 fw1 : ", "fw1", Stamp(2020, 11, 3, 9, 50, 1, offset: 0)),
            ("1604397001123 fw1 ", "fw1", Stamp(2020, 11, 3, 9, 50, 1, offset: 0)),
            ("1604397001, fw1: ", "fw1", Stamp(2020, 11, 3, 9, 50, 1, offset: 0)),
            ("9999999999 fw1 ", "fw1", nil), ("16043970011 fw1 ", "fw1", nil),
            ("<166>Nov 03 2020 09:50:01 fw1 : (Primary) ", "fw1", guide),
            ("<166>Nov 03 2020 09:50:01 fw1 : \u{1B}[31m", "fw1", guide),
            ("", nil, nil),
            (" <166> Nov 03 2020 09:50:01 fw1 : ", "fw1", guide),
            ("<166>2020-11-03T09:50:01Z fw1 : ", "fw1", Stamp(2020, 11, 3, 9, 50, 1, offset: 0)),
            ("<166>2020-11-03T09:50:01Z: ", nil, Stamp(2020, 11, 3, 9, 50, 1, offset: 0)),
            ("2020-11-03T09:50:01Z siem-ftd  ", "siem-ftd", Stamp(2020, 11, 3, 9, 50, 1, offset: 0)),
            (
                "2020-11-03T09:50:01.254798+02:00 local4.err fw1-vpn ", "fw1-vpn",
                Stamp(2020, 11, 3, 9, 50, 1, offset: 7200)
            ),
            ("<166>1 2020-11-03T09:50:01Z fw1 - - - - ", "fw1", Stamp(2020, 11, 3, 9, 50, 1, offset: 0)),
            ("<166>1 2020-11-03T09:50:01-05:00 fw1 asa 99 ", "fw1", Stamp(2020, 11, 3, 9, 50, 1, offset: -18_000)),
            ("<166>1 2020-11-03T09:50:01Z fw1 ASA - ", "fw1", Stamp(2020, 11, 3, 9, 50, 1, offset: 0)),
            (
                "<166>1 2020-11-03T09:50:01Z fw1 - - - [meta sequenceId=\"7\"] ", "fw1",
                Stamp(2020, 11, 3, 9, 50, 1, offset: 0)
            ),
            (
                "<166>1 2020-11-03T09:50:01Z fw1 - - - [a@1 x=\"a]\"][b@1 y=\"q\\] z\"] ", "fw1",
                Stamp(2020, 11, 3, 9, 50, 1, offset: 0)
            ),
            (
                "<166>1 2020-11-03T09:50:01Z - - - - [a@1 x=\"\\]\\\" Nov 04 2021 09:50:01 h \"][b@1 y=\"q r\"] ", nil,
                Stamp(2020, 11, 3, 9, 50, 1, offset: 0)
            ),
            ("<166>Nov 03 2020 09:50:01 [a=\"b] fw1 : ", "fw1", guide),
            ("<166>Nov 03 2020 09:50:01 ASA : ", "ASA", guide),
            ("Nov 03 2020 09:50:01 [192.0.2.7] ", "192.0.2.7", guide),
            ("Nov 03 2020 09:50:01 [] fw1 ", "fw1", guide), ("Nov 03 2020 09:50:01 fw1 [a] b] [", "a", guide),
            ("Nov 03 2020 09:50:01 fw1 [a b=\"c d\"][e f=\"g\"] ", "fw1", guide),
            ("<166>:Nov 03 2020 09:50:01 MSK: ", nil, Stamp(2020, 11, 3, 9, 50, 1, offset: 10_800)),
            ("<166>:Nov 03 09:50:01 MSK 192.0.2.30: ", "192.0.2.30", Stamp(0, 11, 3, 9, 50, 1, offset: 10_800)),
            ("<165>:Nov 03 09:50:01 MSK :", nil, Stamp(0, 11, 3, 9, 50, 1, offset: 10_800)),
            ("<166>:: ", nil, nil),
            (
                "Nov 03 11:50:02 relay.example.com : Nov 03 09:50:01 EDT: ", "relay.example.com",
                Stamp(0, 11, 3, 9, 50, 1, offset: -14_400)
            ),
            (
                "Nov 03 11:50:02 relay.example.com Nov 03 2020 09:50:01 fw1 : ", "fw1", guide
            ),
            (
                "Nov 03 11:50:02 somehost 192.0.2.78/198.51.100.56 :Nov 03 2020 09:50:01 PDT: ",
                "192.0.2.78/198.51.100.56",
                Stamp(2020, 11, 3, 9, 50, 1, offset: -25_200)
            ),
            ("Nov 03 2020 09:50:01 localhost CiscoASA[999]: ", "localhost", guide),
            ("Nov 03 2020 09:50:01 beats asa[1234]: ", "beats", guide),
            ("Nov 03 2020 09:50:01.138: ", nil, guide),
            ("Nov 03 2020 09:50:01.138340591 fw1: ", "fw1", guide),
            ("Nov  03  2020 09:50:01 fw1 ", "fw1", guide),
            ("*Nov 03 2020 09:50:01 fw1: ", "fw1", guide),
            ("Tue Nov 03 2020 09:50:01 fw1: ", "fw1", guide),
            ("Tue, 3 Nov 2020 09:50:01 fw1: ", "fw1", guide),
            ("2020 Nov 03 09:50:01 fw1: ", "fw1", guide),
            ("2020/11/03 09:50:01 fw1: ", "fw1", guide),
            ("Nov 03 09:50:01 2020 fw1: ", "fw1", guide),
            ("[Tue Nov 03 09:50:01 2020] [fw1] ", "fw1", guide),
            ("Nov 03 2020 09:50:01 CLST: ", nil, guide),
            ("Nov 03 2020 09:50:01 CLST fw1 : ", "fw1", guide),
            ("\"<166>Nov 03 2020 09:50:01 fw1 : ", "fw1", guide),
            ("Nov 03 2020 09:50:01 2001:db8::7 : ", "2001:db8::7", guide),
            ("Nov 03 2020 09:50:01 fw-münchen : ", "fw-münchen", guide),
            ("Nov 03 2020 25:50:01 fw1 : ", "fw1", nil),
            ("<166>Nov 03 2020 09:50 fw1 : ", "fw1", nil),
            ("<166>04:12 ", nil, nil),
            ("- ", nil, nil), ("<999999>fw1 ", nil, nil), ("edge_9.2(3): ", "edge_9.2(3)", nil),
            ("Original Address=192.0.2.9 ", "192.0.2.9", nil), ("host=fw1 ", "fw1", nil),
            (#"hostname="fw1" "#, "fw1", nil),
            ("fw1 cisco-asa: ", "fw1", nil), ("fw1 syslog: ", "fw1", nil), ("srchost=fw1 ", nil, nil),
            ("<13><166>Nov 03 2020 09:50:01 fw1 : ", "fw1", guide),
            ("<13>Nov 03 11:50:02 relay <166>Nov 03 2020 09:50:01: ", "relay", guide),
            ("<13>1 2020-11-03T11:50:02Z relay - - - - <166>Nov 03 2020 09:50:01 fw1 : ", "fw1", guide),
            ("<166>1 2020-11-03T09:50:01Z fw1 asa - ID47 ", "fw1", Stamp(2020, 11, 3, 9, 50, 1, offset: 0)),
            (
                "<166>1 2020-11-03T09:50:01Z fw1 asa - ID47 [origin ip=\"192.0.2.7\"] ", "fw1",
                Stamp(2020, 11, 3, 9, 50, 1, offset: 0)
            ),
            ("<166>1 2020-11-03T11:50:02Z relay - - - - Nov 03 2020 09:50:01 fw1 : ", "fw1", guide),
            ("<166>1 - fw1 - - - - ", "fw1", nil), ("<166>1 - - asa - - - ", nil, nil),
            ("Nov 03 2020 09:50:01 fw1 asa: ", "fw1", guide), ("Nov 03 2020 09:50:01 asa: ", "asa", guide),
            ("Nov 03 2020 09:50:01 relay asa : ", "asa", guide), ("Nov 03 2020 09:50:01 fw1 SFIMS : ", "fw1", guide),
            ("2020-11-03T09:50:01Z sensor-1 Alerts ", "sensor-1", Stamp(2020, 11, 3, 9, 50, 1, offset: 0)),
            ("Nov 03 2020 09:50:01 MEZ: ", nil, guide), ("Nov 03 2020 09:50:01 WITA fw1 : ", "fw1", guide),
            ("Nov 03 2020 09:50:01 fw1 : message repeated 2 times: [ ", "fw1", guide),
            ("[2020-11-03T09:50:01.456Z] ", nil, Stamp(2020, 11, 3, 9, 50, 1, offset: 0)),
            ("{\"host\":\"192.0.2.7\",\"message\":\"<166>Nov 03 2020 09:50:01: ", nil, guide),
            ("{\"message\": \"Nov 03 2020 09:50:01 fw1 : ", "fw1", guide),
            ("192.0.2.7:514 : local7.info ", "192.0.2.7", nil),
            ("source=udp:514 _raw=Nov 03 2020 09:50:01 fw1 : ", "fw1", guide),
            ("time=\"2020-11-03T09:50:01Z\" line=\"<166>fw1 : ", "fw1", Stamp(2020, 11, 3, 9, 50, 1, offset: 0)),
            ("CEF:0|Cisco|ASA|9.1|113039|Session started|Low|msg=", nil, nil),
            (
                "Nov 03 2020 09:50:01 fw1 CEF:0|Cisco|ASA|9.1|113039|Session started|Low|dvc=192.0.2.9 msg=", "fw1",
                guide
            ),
            ("LEEF:1.0|Cisco|ASA|9|113039|devTime=Nov 03 2020 09:50:01\tmsg=", nil, guide),
            ("11/03/2020 ", nil, nil), ("2020-11-03 ", nil, nil), ("03.11.2020 ", nil, nil),
            ("11/03/2020 fw1 ", "fw1", nil),
            ("<166>Nov 03 2020 09:50:01 ::ffff:192.0.2.7 ", "::ffff:192.0.2.7", guide),
            ("<166>::Nov 03 2020 09:50:01: ", nil, guide),
            ("Nov 03 2020 09:50:01 fw1 %ASA: ", "fw1", guide), ("Nov 03, 2020 09:50:01 fw1 : ", "fw1", guide),
            ("Nov 03 2020, 09:50:01 fw1 : ", "fw1", guide),
            ("Nov 03, 09:50:01 fw1 : ", "fw1", Stamp(0, 11, 3, 9, 50, 1)),
            ("192.0.2.7 ", "192.0.2.7", nil), ("192-0-2-7 ", "192-0-2-7", nil),
        ] as [(String, String?, Stamp?)]
    )
    func hostAndTimeAreTheOnesNearestToTheTag(_ header: String, _ host: String?, _ stamp: Stamp?) {
        let line = bytes(header)
        let read = SyslogHeader(line.span, to: line.count)
        #expect(text(read.host, of: line) == host)
        #expect(read.time.map(Stamp.init) == stamp)
    }
}
