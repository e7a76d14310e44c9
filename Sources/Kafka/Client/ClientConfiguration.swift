// A client's settings as ordered key/value pairs, named as librdkafka names them.
// Knows which look secret; does not know which exist: the library judges that. A value: any thread.

/// The settings of one consumer or producer, under librdkafka's property names.
///
/// Later settings win over earlier ones of the same name. Nothing is checked before a client is made,
/// then everything is checked at once.
public struct ClientConfiguration: Sendable {
    struct Setting: Sendable {
        let key: String
        var value: String
        var isOptional: Bool
    }

    private(set) var settings: [Setting] = []

    /// Starts empty: every property has the library's default.
    public init() {}

    /// Sets a property, or overwrites it; a client refuses it if the library does not know it.
    public mutating func set(_ key: String, _ value: String) { put(Setting(key: key, value: value, isOptional: false)) }

    /// Sets a property that older library versions lack; where it is unknown it is left out.
    public mutating func setIfSupported(_ key: String, _ value: String) {
        put(Setting(key: key, value: value, isOptional: true))
    }

    /// The value set for a property, secret or not; nil if it is left to the library.
    public subscript(key: String) -> String? { settings.first { $0.key == key }?.value }

    var tokenFile: TokenFile? { self[Security.tokenFileKey].map(TokenFile.init) }

    /// The properties set, in order.
    public var keys: [String] { settings.map(\.key) }

    /// The settings in order, fit to be printed: the values of secrets are masked.
    private var printableSettings: [(key: String, value: String)] {
        settings.map { setting in
            (setting.key, Security.isSecret(setting.key) ? Security.mask : setting.value)
        }
    }

    /// Every setting that this version of the library refuses by itself, without a client being made.
    public var faults: [ConfigurationError.Fault] {
        do throws(ConfigurationError) {
            _ = try LibraryConfiguration(self)
            return []
        } catch {
            return error.faults
        }
    }

    private mutating func put(_ setting: Setting) {
        if let index = settings.firstIndex(where: { $0.key == setting.key }) {
            settings[index] = setting
        } else {
            settings.append(setting)
        }
    }
}

extension ClientConfiguration: ExpressibleByDictionaryLiteral {
    /// Sets the properties of a literal in its order.
    public init(dictionaryLiteral elements: (String, String)...) {
        for (key, value) in elements { set(key, value) }
    }
}

extension ClientConfiguration: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `key=value` pairs, secrets masked.
    public var description: String { printableSettings.map { "\($0.key)=\($0.value)" }.joined(separator: " ") }

    /// The same as `description`, so that no debugger or log shows a secret.
    public var debugDescription: String { description }

    /// Reflection sees the masked settings only, so that `dump` shows no secret.
    public var customMirror: Mirror {
        Mirror(self, children: printableSettings.map { (label: $0.key, value: $0.value as Any) })
    }
}
