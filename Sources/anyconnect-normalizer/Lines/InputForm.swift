// What a file begins with that is no log as it stands: compressed files and the UTF-16 of Windows exports. Pure.

/// A form of input that has to be turned into lines of text first.
enum InputForm: CaseIterable {
    case gzip, zstd, bzip2, xz, utf16LittleEndian, utf16BigEndian

    /// The form that these first bytes of an input are the mark of; nil for plain text.
    init?(_ bytes: Span<UInt8>) {
        let form = InputForm.allCases.first { form in
            let mark = form.mark
            return bytes.count >= mark.count && mark.indices.allSatisfy { mark[$0] == nil || mark[$0] == bytes[$0] }
        }
        guard let form else { return nil }
        self = form
    }

    /// So many bytes of an input tell its form.
    static let longestMark = InputForm.allCases.map(\.mark.count).max() ?? 0

    /// The bytes that it begins with, nil where any may stand (RFC 1952, RFC 8878, bzip2's header and the number of its
    /// first block, the .xz file format 1.2, the byte order marks of Unicode).
    private var mark: [UInt8?] {
        switch self {
        case .gzip: [0x1F, 0x8B]
        case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
        // Its first letters alone could begin a line: the fourth is the level.
        case .bzip2: [0x42, 0x5A, 0x68, nil, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59]
        case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        }
    }

    /// What is the matter with files of this form, and what to type to have them read.
    ///
    /// - Parameters:
    ///   - files: The files' names, as a shell takes them.
    ///   - command: What is typed behind the program's name to read the lines from a pipe.
    /// - Returns: What the files are, and the command that makes lines of text of them.
    func advice(_ files: String, command: String) -> String {
        let (what, tool) =
            switch self {
            case .gzip: ("compressed with gzip", "gzip -dc")
            case .zstd: ("compressed with zstd", "zstd -dc")
            case .bzip2: ("compressed with bzip2", "bzip2 -dc")
            case .xz: ("compressed with xz", "xz -dc")
            case .utf16LittleEndian, .utf16BigEndian: ("UTF-16, not UTF-8", "iconv -f UTF-16 -t UTF-8")
            }
        return "\(what): \(tool) \(files) | anyconnect-normalizer \(command)"
    }
}
