// Lines of any length that are as hard to read as could be thought of: none is in a hurry to tell what it is.

struct WorstLine {
    var name: String
    /// Text before what is repeated, the repeated part, and the end.
    private var head: String
    private var part: String
    private var tail: String

    /// The line with so many bytes, or a few more.
    func bytes(_ count: Int) -> [UInt8] {
        var bytes = Array(head.utf8)
        let part = Array(part.utf8)
        while bytes.count + tail.utf8.count < count { bytes += part }
        return bytes + Array(tail.utf8)
    }

    private static let header = "<166>Nov 03 2020 09:50:01 vpn1 : "

    static let all = [
        WorstLine(name: "one letter", head: header + "%ASA-6-302013: ", part: "a", tail: ""),
        WorstLine(name: "blanks", head: header + "%ASA-6-302013: ", part: " ", tail: "x"),
        WorstLine(name: "no tag", head: "", part: "% %A %AS %ASA %ASA- %ASA-6 %ASA-6- ", tail: ""),
        WorstLine(name: "tags without number", head: "", part: "%ASA-6-x", tail: ""),
        WorstLine(name: "many tags", head: header, part: "%ASA-6-302013: ", tail: ""),
        WorstLine(
            name: "a layout that fails at its end",
            head: header + "%ASA-6-302014: Teardown TCP connection 1 for outside:1.2.3.4/5 to inside:6.7.8.9/",
            part: "10 duration 0:00:00 bytes 1 to inside:6.7.8.9/",
            tail: ""
        ),
        WorstLine(
            name: "the end of a hole again and again",
            head: header + "%ASA-6-113005: AAA user authentication Rejected : reason = ",
            part: " : server = ",
            tail: " : user"
        ),
        WorstLine(
            name: "session prefix again and again",
            head: header + "%ASA-4-722051: ",
            part: "Group <a> User <b> IP <1.2.3.4> IPv4 Address <",
            tail: ""
        ),
        WorstLine(
            name: "labels without values",
            head: header + "%ASA-6-999999: ",
            part: "user = , IP = , Group = , reason: ",
            tail: ""
        ),
        WorstLine(
            name: "labels with values",
            head: header + "%ASA-6-113005: ",
            part: "user = a, user IP = 1.2.3.4, Group <b> ",
            tail: ""
        ),
        WorstLine(name: "quotes to escape", head: header + "%ASA-6-113005: x user = ", part: "\"\\", tail: " : y"),
        WorstLine(
            name: "control bytes",
            head: header + "%ASA-6-722051: Group <",
            part: "\u{1}",
            tail: "> User <b> IP <1.2.3.4> Address <1.2.3.4> assigned to session"
        ),
        WorstLine(name: "colons and slashes", head: header + "%ASA-4-106023: Deny tcp src ", part: "a:1/(", tail: ""),
    ]
}
