// swift-tools-version: 6.2
// The command, five library modules, the bench. The only thing taken from outside is librdkafka, by a module map.

import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .define("FAULT_POINTS", .when(configuration: .debug)),
]

let package = Package(
    name: "anyconnect-normalizer",
    products: [
        .executable(name: "anyconnect-normalizer", targets: ["anyconnect-normalizer"]),
        .executable(name: "normalizer-bench", targets: ["normalizer-bench"]),
    ],
    targets: [
        .systemLibrary(name: "CRdKafka", pkgConfig: "rdkafka", providers: [.apt(["librdkafka-dev"])]),
        .systemLibrary(name: "CSystem"),
        .target(name: "Kafka", dependencies: ["CRdKafka"], swiftSettings: settings),
        .target(name: "Normalization", swiftSettings: settings),
        .target(name: "Delivery", dependencies: ["Kafka"], swiftSettings: settings),
        .target(
            name: "Worker",
            dependencies: ["Delivery", "Kafka", "Normalization"],
            swiftSettings: settings
        ),
        .target(
            name: "Operations",
            dependencies: ["Kafka", "Normalization", "Worker"],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "anyconnect-normalizer",
            dependencies: ["Kafka", "Normalization", "Operations", "Worker"],
            swiftSettings: settings
        ),
        .target(name: "CBenchmark"),
        .executableTarget(
            name: "normalizer-bench",
            dependencies: ["CBenchmark", "CSystem", "Kafka", "Normalization", "Worker"],
            swiftSettings: settings
        ),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .target(name: "Simulation", path: "Tests/Simulation", swiftSettings: settings),
        .target(
            name: "Simulator",
            dependencies: ["Delivery", "Kafka", "Simulation", "TestSupport", "Worker"],
            path: "Tests/Simulator",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "simulate",
            dependencies: ["Simulator"],
            path: "Tests/Simulate",
            swiftSettings: settings
        ),
        .target(
            name: "KafkaTestSupport",
            dependencies: ["Kafka", "CRdKafka"],
            path: "Tests/KafkaTestSupport",
            swiftSettings: settings
        ),
        .target(
            name: "WorkerTestSupport",
            dependencies: ["Kafka", "KafkaTestSupport", "Normalization", "Worker"],
            path: "Tests/WorkerTestSupport",
            swiftSettings: settings
        ),
        .testTarget(
            name: "KafkaTests",
            dependencies: ["Kafka", "CRdKafka", "KafkaTestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SimulationTests",
            dependencies: ["Simulation", "TestSupport"],
            exclude: ["Kafka", "Scripts"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "NormalizationTests",
            dependencies: ["Normalization", "TestSupport"],
            exclude: ["Fixtures"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "DeliveryTests",
            dependencies: ["Delivery", "Kafka", "Simulator", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "WorkerTests",
            dependencies: [
                "Delivery", "Kafka", "KafkaTestSupport", "Normalization", "Worker", "WorkerTestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "OperationsTests",
            dependencies: [
                "Kafka", "KafkaTestSupport", "Normalization", "Operations", "Worker", "WorkerTestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["Kafka", "KafkaTestSupport", "TestSupport"],
            swiftSettings: settings
        ),
    ]
)
