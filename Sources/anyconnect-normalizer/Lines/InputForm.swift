// What a file begins with that is no log as it stands: compressed files and the UTF-16 of Windows. Pure.

/// A form of input that has to be turned into lines of text first.
enum InputForm: CaseIterable {
    case gzip, zstd, bzip2, xz, zip, utf16, utf16LittleEndian, utf16BigEndian

    /// The form that the first bytes of an input tell; nil for plain text.
    init?(_ bytes: Span<UInt8>) {
        let form = InputForm.allCases.first { form in
            form.marks.contains { mark in
                bytes.count >= mark.count && mark.indices.allSatisfy { mark[$0]?.contains(bytes[$0]) ?? true }
            }
        }
        guard let form else { return nil }
        self = form
    }

    /// So many bytes of an input tell its form.
    static let longestMark = InputForm.allCases.flatMap(\.marks).map(\.count).max() ?? 0

    /// The bytes that it may begin with, nil where any may stand (RFC 1952, RFC 8878, bzip2's header and the number of
    /// its first block, the .xz file format 1.2, PKWARE's APPNOTE.TXT, the byte order marks of Unicode).
    ///
    /// UTF-16 without a mark is known by two letters of ASCII.
    private var marks: [[ClosedRange<UInt8>?]] {
        switch self {
        case .gzip: [exactly(0x1F, 0x8B)]
        case .zstd: [exactly(0x28, 0xB5, 0x2F, 0xFD)]
        // Its first letters alone could begin a line: the fourth is the level.
        case .bzip2: [exactly(0x42, 0x5A, 0x68) + [nil] + exactly(0x31, 0x41, 0x59, 0x26, 0x53, 0x59)]
        case .xz: [exactly(0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00)]
        case .zip: [exactly(0x50, 0x4B, 0x03, 0x04)]
        case .utf16: [exactly(0xFF, 0xFE), exactly(0xFE, 0xFF)]
        case .utf16LittleEndian: [[1...127, 0...0, 1...127, 0...0]]
        case .utf16BigEndian: [[0...0, 1...127, 0...0, 1...127]]
        }
    }

    private func exactly(_ bytes: UInt8...) -> [ClosedRange<UInt8>?] { bytes.map { $0...$0 } }

    /// Whether its tool takes several files.
    var takesSeveralFiles: Bool { self != .zip }

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
            case .zip: ("a zip archive", "unzip -p")
            case .utf16: ("UTF-16, not UTF-8", "iconv -f UTF-16 -t UTF-8")
            case .utf16LittleEndian: ("UTF-16, not UTF-8", "iconv -f UTF-16LE -t UTF-8")
            case .utf16BigEndian: ("UTF-16, not UTF-8", "iconv -f UTF-16BE -t UTF-8")
            }
        return "\(what): \(tool) \(files) | anyconnect-normalizer \(command)"
    }
}
