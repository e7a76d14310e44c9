// Values of settings from their three sources, flags over environment over file, with every fault kept.
// Knows names and origins, not what a value means. Pure: sources are handed in.

internal import Normalization

/// Where a value came from.
public enum SettingOrigin: Sendable, Equatable {
    case flag
    case environment(String)
    case file(String, line: Int)
    case standard
}

/// Everything that is wrong with the settings.
public struct ConfigurationFaults: Error, CustomStringConvertible, Equatable {
    /// One sentence for each fault.
    public var faults: [String]

    /// Makes the error of a list that is not empty.
    public init(_ faults: [String]) { self.faults = faults }

    /// One line for each fault.
    public var description: String { faults.joined(separator: "\n") }
}

/// Values as text, before they are given types.
public struct SettingValues: Sendable {
    struct Entry: Sendable {
        var value: String
        var origin: SettingOrigin
    }

    let settings: [Setting]
    private var entries: [String: [Entry]] = [:]
    /// What is wrong so far; reading goes on, so that a user sees all of it at once.
    public private(set) var faults: [String] = []

    private let readBytes: @Sendable (String) throws(UnreadableFile) -> [UInt8]
    /// The folder of tzdata.
    var zoneFolder = "/usr/share/zoneinfo"

    /// Starts with the settings that a command knows.
    ///
    /// - Parameters:
    ///   - settings: The settings.
    ///   - readBytes: Reads the file with settings, files that hold a secret, and those of time zones.
    public init(
        _ settings: [Setting],
        readBytes: @escaping @Sendable (String) throws(UnreadableFile) -> [UInt8] = { _ throws(UnreadableFile) in
            throw UnreadableFile("no files are read here")
        }
    ) {
        self.settings = settings
        self.readBytes = readBytes
    }

    /// Reads the file that a setting names; one that cannot be read is a fault.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - shown: The setting as the user knows it.
    /// - Returns: The text, nil if it cannot be read.
    mutating func contents(of path: String, for shown: String) -> String? {
        do throws(UnreadableFile) {
            let bytes = try readBytes(path)
            if let text = String(validating: bytes, as: UTF8.self) { return text }
            fail("\(shown): '\(path)' is not a text in UTF-8")
            return nil
        } catch {
            fail("\(shown): cannot read '\(path)': \(error.reason)")
            return nil
        }
    }

    /// Reads the time zone of a name; one that is not there, or whose file is damaged, is a fault.
    ///
    /// - Parameters:
    ///   - name: The name in tzdata.
    ///   - shown: The setting as the user knows it.
    /// - Returns: The zone, nil if it cannot be read.
    mutating func timeZone(_ name: String, for shown: String) -> ZoneRules? {
        guard ZoneRules.isName(name) else {
            fail("\(shown): '\(name)' is not the name of a time zone such as Europe/Berlin")
            return nil
        }
        let path = "\(zoneFolder)/\(name)"
        do throws(UnreadableFile) {
            let file = try readBytes(path)
            do throws(DamagedZone) {
                return try ZoneRules(name: name, file: file)
            } catch {
                fail("\(shown): '\(path)' is no time zone: it \(error.reason); install the package tzdata again")
            }
        } catch {
            fail(
                "\(shown): no time zone '\(name)': cannot read '\(path)': \(error.reason); "
                    + "correct the name, or install the package tzdata"
            )
        }
        return nil
    }

    /// Takes over what a source gave for settings that no earlier source gave; repeatable ones add up, the earlier
    /// source first.
    mutating func merge(_ seen: [String: [Entry]], describe: (String) -> String) {
        for (name, found) in seen.sorted(by: { $0.key < $1.key }) {
            guard let setting = settings.first(where: { $0.name == name }) else { continue }
            if setting.isRepeatable {
                entries[name, default: []] += found
            } else {
                if found.count > 1 { fail("\(describe(name)) is given \(found.count) times") }
                if entries[name] == nil { entries[name] = found }
            }
        }
    }

    /// The values with those of `assignments`, each `name=value`, in place of what was given for these settings.
    ///
    /// A repeatable setting is replaced as a whole. Only the settings of `known` may be assigned; what is wrong is
    /// noted in the copy's `faults`, which holds nothing else.
    func replacing(_ assignments: [String], of known: [Setting], by name: String) -> SettingValues {
        var values = SettingValues(known, readBytes: readBytes)
        values.zoneFolder = zoneFolder
        for assignment in assignments {
            guard let equals = assignment.firstIndex(of: "=") else {
                values.fail("--\(name): '\(assignment)' is not SETTING=VALUE")
                continue
            }
            let key = String(assignment[..<equals])
            guard let setting = known.first(where: { $0.name == key }) else {
                values.fail("--\(name): " + values.unknown(key, key) { $0.name })
                continue
            }
            let entry = Entry(value: String(assignment[assignment.index(after: equals)...]), origin: .flag)
            if !setting.isRepeatable, values.entries[key] != nil {
                values.fail("--\(name) \(key) is given more than once")
            }
            values.entries[key, default: []].append(entry)
        }
        values.entries.merge(entries) { assigned, _ in assigned }
        return values
    }

    // MARK: - Reading values

    /// The value of a setting, its default where none was given; nil if it has neither.
    public func text(_ setting: Setting) -> String? { entries[setting.name]?.first?.value ?? setting.defaultValue }

    /// Every value of a repeatable setting, the strongest source first.
    public func texts(_ setting: Setting) -> [String] { given(setting).map(\.text) }

    /// Every value that was given for a setting, with where it was given, the strongest source first.
    public func given(_ setting: Setting) -> [(text: String, origin: SettingOrigin)] {
        entries[setting.name]?.map { ($0.value, $0.origin) } ?? []
    }

    /// Where the value of a setting came from.
    public func origin(_ setting: Setting) -> SettingOrigin { entries[setting.name]?.first?.origin ?? .standard }

    /// Whether a switch is on; a value that is neither `true` nor `false` is a fault.
    public mutating func isOn(_ setting: Setting) -> Bool {
        value(setting, .onOff) ?? false
    }

    /// The value of a setting that takes one of its words; another one is a fault.
    public mutating func choice<Value>(_ setting: Setting, _ value: (String) -> Value?) -> Value? {
        self.value(setting, "one of \(setting.words.joined(separator: ", "))", value)
    }

    /// The value of a setting in a form; one that is written in another way is a fault.
    mutating func value<Value>(_ setting: Setting, _ form: SettingForm<Value>) -> Value? {
        guard let expected = form.expected else { return choice(setting, form.read) }
        return value(setting, expected, form.read)
    }

    /// Notes a fault, one time only: two parts of a command may read the same value.
    public mutating func fail(_ fault: String) {
        if !faults.contains(fault) { faults.append(fault) }
    }

    /// The value of a setting as `parse` reads it; a value that it refuses is a fault.
    public mutating func value<Value>(_ setting: Setting, _ expected: String, _ parse: (String) -> Value?) -> Value? {
        guard let text = text(setting) else {
            if setting.isRequired {
                fail("--\(setting.name) (or \(setting.environmentName)) is required: \(setting.placeholder)")
            }
            return nil
        }
        if let value = parse(text) { return value }
        fail("--\(setting.name): '\(text)' is not \(expected)")
        return nil
    }
}

/// A file that cannot be read.
public struct UnreadableFile: Error {
    /// Why, in words for people.
    public let reason: String

    /// Takes the reason, such as what the system says.
    public init(_ reason: String) { self.reason = reason }
}
