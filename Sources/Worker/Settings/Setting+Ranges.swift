// Settings of the commands that go back in time: where to, how far, and whether really. Declarations only.

extension Setting {
    /// What users can say where a place in each partition is asked for; Operations reads it.
    public static let placeWords =
        "a place: earliest, latest, a time such as 2026-11-20T09:00:00Z or -2h, or offset:N"
    package static let toDateTime = Setting(
        "to-datetime",
        "TIME",
        "Go to the first record at or after this time: 2026-11-20T09:00:00Z, or -2h for two hours ago; UTC if it "
            + "states no zone."
    )
    package static let toOffset = Setting("to-offset", "N", "Go to this offset, the same in every partition.")
    package static let toEarliest = flag("to-earliest", "Go to the oldest record.")
    package static let toLatest = flag("to-latest", "Go behind the newest record.")
    package static let shiftBy = Setting(
        "shift-by",
        "N",
        "Go on by so many records in every partition; back if negative, for instance -100."
    )
    package static let partitions = Setting("partitions", "LIST", "Only these partitions, for instance 0,2,5-8.")
    package static let dryRun = flag("dry-run", "Show the plan and end.")
    package static let yes = flag("yes", "Do not ask before the plan is carried out.")
    package static let id = Setting("id", "EVENT_ID", isRequired: true, "The eventId to locate.")
    package static let fetch = flag("fetch", "Read the raw record from Kafka, and explain it.")

    package static let from = Setting("from", "PLACE", isRequired: true, "Where the range begins, \(placeWords).")
    package static let to = Setting(
        "to",
        "PLACE",
        default: "latest",
        "Where the range ends, itself not included, \(placeWords)."
    )
    package static let rate = Setting("rate", "N", "Read no more than so many records a second in each lane.")
    package static let replayID = Setting(
        "replay-id",
        "NAME",
        "Name under which progress is kept; made of the range, topics and partitions if not given."
    )
    package static let restart = flag(
        "restart",
        "Start from the beginning, although an earlier replay of this name is done or under way."
    )

    package static let scratchTopic = Setting(
        "scratch-topic",
        "TOPIC",
        "Topic for a transaction to try; its records mean nothing."
    )

    package static let action = Setting(
        "action",
        "list|show|redrive",
        isRequired: true,
        "What to do with dead letters; may stand as the first argument, without its flag."
    )
    package static let place = Setting(
        "place",
        "PARTITION/OFFSET",
        "The dead letter to show; may stand as the second argument, without its flag."
    )
    package static let reason = Setting(
        "reason",
        "WORD,...",
        "Only dead letters with one of these reasons, for instance too-long,no-asa-tag; redrive leaves the others as "
            + "they are."
    )
    package static let all = flag("all", "List from the beginning of the topic, not from where the last redrive ended.")
    package static let limit = Setting("limit", "N", default: "0", "List the first N dead letters one by one, too.")
    package static let raw = flag(
        "raw",
        "Print whole values, byte for byte, instead of their escaped beginnings. Lines hold names of users."
    )

    package static let file = Setting("file", "FILE", "Lines of a file in place of a topic; - for standard input.")
    package static let with = Setting(
        "with",
        "SETTING=VALUE",
        isRepeatable: true,
        "Compare with the events that this setting gives, for instance time-form=rfc3339, not with those in the output "
            + "topic; only what decides about events. Can be repeated."
    )
    package static let sample = Setting(
        "sample",
        "1/N",
        default: "1/1",
        "Compare one record in N, always the same ones: they are chosen by their eventIds."
    )
    package static let samples = Setting(
        "samples",
        "N",
        default: "3",
        "Samples of each difference, or of what a report finds."
    )

    package static let timeout = Setting(
        "timeout",
        "DURATION",
        default: "15s",
        "Time for each answer of the cluster; then the command ends with 75 and says who does not answer."
    )
    package static let interval = Setting("interval", "DURATION", default: "2s", "Time between two looks at the group.")
    package static let watch = flag("watch", "Go on looking until SIGINT or SIGTERM.")

    /// What reaches a topic and a group.
    public static let ofConnection = [config, bootstrapServers, inputTopic, groupID, kafka, timeout]
    /// Words that stand for a setting elsewhere, with the setting's own name and what is different about it.
    static let otherNames = [
        "by": "shift-by, which counts back with a negative number", "to-time": "to-datetime", "group": "group-id",
        "topic": "input-topic",
        "bootstrap-server": "bootstrap-servers", "brokers": "bootstrap-servers", "broker-list": "bootstrap-servers",
    ]
    static let ofRanges = [
        toDateTime, toOffset, toEarliest, toLatest, shiftBy, timeout, interval, watch, partitions, dryRun, yes, id,
        fetch, from, to, rate, replayID,
        restart, action, place, reason, all, limit, raw, file, with, sample, samples,
        scratchTopic,
    ]
}
