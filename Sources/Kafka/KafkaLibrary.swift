// Which librdkafka runs, what it was built with, and which of its known flaws it has.
// Asked at run time: the library loaded may be another than the one compiled against. Any thread.

internal import CRdKafka

/// The librdkafka this process has loaded.
public enum KafkaLibrary {
    /// A version of librdkafka, without its release-candidate part.
    public struct Version: Comparable, Hashable, Sendable, CustomStringConvertible {
        /// The first number.
        public let major: Int
        /// The second number.
        public let minor: Int
        /// The third number.
        public let patch: Int

        /// Names a version.
        public init(_ major: Int, _ minor: Int, _ patch: Int) {
            self.major = major
            self.minor = minor
            self.patch = patch
        }

        /// Reads the form of `rd_kafka_version`: `0xMMmmrrpp`.
        init(hexadecimal number: Int32) {
            let bits = UInt32(bitPattern: number)
            self.init(Int(bits >> 24), Int(bits >> 16 & 0xFF), Int(bits >> 8 & 0xFF))
        }

        /// Orders by major, minor, patch.
        public static func < (left: Version, right: Version) -> Bool {
            (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
        }

        /// `2.0.2`.
        public var description: String { "\(major).\(minor).\(patch)" }
    }

    /// The version as numbers (`rd_kafka_version`).
    public static var version: Version { Version(hexadecimal: rd_kafka_version()) }

    /// The version as the library spells it, with suffixes (`rd_kafka_version_str`).
    public static var versionText: String {
        // SAFETY: static text of the library.
        unsafe String(cString: rd_kafka_version_str())
    }

    /// What the library was built with, such as `ssl`, `sasl_scram`, `zstd` (property `builtin.features`).
    public static var features: [String] {
        LibraryConfiguration().value(of: "builtin.features").split(separator: ",").map(String.init)
    }

    /// Whether the library has a property of this name (`rd_kafka_conf_set`).
    public static func hasProperty(_ name: String) -> Bool {
        LibraryConfiguration().set(name, "").result != RD_KAFKA_CONF_UNKNOWN
    }

    /// The known flaws and gaps of the library that is loaded.
    public static var behavior: Behavior { Behavior(of: version) }

    /// What a version of librdkafka is known to do, each with the release that changed it.
    public struct Behavior: Hashable, Sendable {
        /// SASL sessions are not renewed; brokers that limit them cut connections (until 2.2.0).
        public let lacksReauthentication: Bool
        /// `cooperative-sticky` may rebalance without end (until 2.6.1).
        public let cooperativeStickyMayLoop: Bool
        /// Brokers of exactly 4.0.0 refuse this client's group requests (until 2.11.0).
        public let failsOnKafka400: Bool
        /// Brokers of Kafka 4 take a right password for wrong by SCRAM (until 2.6.1, issue 4895).
        public let scramFailsOnKafka4: Bool
        /// A full queue of fetched records is looked at again only after a second (until 2.2.0).
        public let restsWithFullQueue: Bool
        /// Groups whose partitions the brokers share out (KIP-848) are not to be relied on (until 2.15.0).
        public let lacksConsumerProtocol: Bool

        /// Judges a version.
        public init(of version: Version) {
            lacksReauthentication = version < Version(2, 2, 0)
            cooperativeStickyMayLoop = version < Version(2, 6, 1)
            failsOnKafka400 = version < Version(2, 11, 0)
            scramFailsOnKafka4 = version < Version(2, 6, 1)
            restsWithFullQueue = version < Version(2, 2, 0)
            lacksConsumerProtocol = version < Version(2, 15, 0)
        }
    }
}
