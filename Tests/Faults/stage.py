# What a kind of fault acts on: topics and a group of its own, workers, a feed and a watch. The stages of a round run
# side by side on the same three brokers.

import random
import time
from dataclasses import dataclass, field

import checker
from brokers import HEARTBEAT_MILLISECONDS, SESSION_SECONDS
from checker import NOTHING, Gap
from feed import DEAD_LETTER, EVENT, ROUTED, Feed, kind_of, ruled, rules
from reader import doubles, read
from watch import NEVER_SECONDS, Watch
from worker import Worker

PARTITIONS = 4
TRANSACTION_SECONDS = 10
SHUTDOWN_SECONDS = 60
MEMORY_BUDGET = 400 << 20


@dataclass(frozen=True, eq=False)
class Kind:
    """What a kind of stage has: faults in a round, workers, whether these have fixed identities, a share of the
    records, options of the workers, settings of the input topics, how many of these there are, whether workers know
    them by a pattern, and whether they have rules."""

    name: str
    faults: int
    workers: int
    is_static: bool
    share: int = 2
    options: tuple = ()
    configs: dict = field(default_factory=dict)
    topics: int = 1
    is_pattern: bool = False
    has_rules: bool = False

    @property
    def has_moving_log(self):
        return bool(self.configs)


class Stage:
    """One stage of a round. Faults may add to `gaps`, `findings` and `extras`."""

    def __init__(self, settings, brokers, kind, seed, folder, count, seconds):
        self.settings, self.brokers, self.kind, self.name, self.seed, self.folder = (
            settings,
            brokers,
            kind,
            kind.name,
            seed,
            folder,
        )
        self.random = random.Random(seed)
        self.proxies = brokers.proxies
        self.inputs = [f"{kind.name}.in" + (f".{number}" if kind.topics > 1 else "") for number in range(kind.topics)]
        self.output, self.routed, self.dead_letters, self.group = (
            f"{kind.name}.{part}" for part in ("out", "routed", "dead", "group")
        )
        self.members, self.extras, self.gaps, self.findings = [], [], [], []
        # The gaps of the input topic that was deleted last, and the workers' lives until then.
        self._deleted = [], 0
        # What was committed when records began to expire; brokers remove some still after the setting is gone.
        self._expiring = None
        partitions = max(2, PARTITIONS // kind.topics)
        for topic in self.inputs:
            brokers.create(topic, partitions, **kind.configs)
        # What kind of record each topic holds.
        self.outputs = {self.output: EVENT, self.dead_letters: DEAD_LETTER}
        if kind.has_rules:
            self.outputs[self.routed] = ROUTED
        for topic, outcome in self.outputs.items():
            brokers.create(topic, 1 if outcome == DEAD_LETTER else PARTITIONS)
        self.feed = Feed(brokers, self.inputs, partitions * kind.topics, count, count / seconds)
        self.watch = Watch(self)

    @property
    def workers(self):
        return self.members + self.extras

    @property
    def input(self):
        """The only topic of the input."""
        (topic,) = self.inputs
        return topic

    @property
    def _lives(self):
        return sum(worker.lives for worker in self.members)

    def note_deletion(self, gaps):
        """Adds the gaps of an input topic that is about to be deleted."""
        self.gaps += gaps
        self._deleted = gaps, self._lives

    def note_recovery(self):
        """Asks nothing of workers about a topic that was deleted if one of them has ended by itself meanwhile.

        The next one knows nothing of the old topic, and the brokers have forgotten the group's offsets."""
        gaps, lives = self._deleted
        if self._lives > lives:
            for gap in gaps:
                gap.needs = NOTHING
        self._deleted = [], 0

    def number_of(self, partition):
        """The number among all partitions of one that a log line names as TOPIC[NUMBER]."""
        topic, _, number = partition.rstrip("]").rpartition("[")
        return self.feed.number(topic, int(number))

    def make_worker(self, name, identity=None):
        """A worker of this stage's group, not started yet. Its client id begins with its name."""
        properties = {"client.id": name, **self.brokers.login}
        is_classic = self.settings.group_protocol == "classic"
        if is_classic:
            properties["consumer.session.timeout.ms"] = SESSION_SECONDS * 1000
            properties["consumer.heartbeat.interval.ms"] = HEARTBEAT_MILLISECONDS
        command = [
            self.settings.program,
            "run",
            "--bootstrap-servers",
            self.brokers.addresses,
            "--input-topic",
            f"^{self.name}\\.in\\." if self.kind.is_pattern and is_classic else ",".join(self.inputs),
            "--output-topic",
            self.output,
            "--dead-letter-topic",
            self.dead_letters,
            "--group-id",
            self.group,
            "--delivery",
            self.settings.delivery,
            "--group-protocol",
            self.settings.group_protocol,
            "--transaction-timeout",
            f"{TRANSACTION_SECONDS}s",
            "--shutdown-timeout",
            f"{SHUTDOWN_SECONDS}s",
            *self.kind.options,
        ]
        if self.kind.has_rules:
            command += [word for rule in rules(self.routed) for word in ("--rule", rule)]
        if identity:
            command += ["--group-instance-id", identity]
        for key, value in properties.items():
            command += ["--kafka", f"{key}={value}"]
        worker = Worker(name, command, self.folder, self.settings.environment)
        worker.identity = identity
        return worker

    def start(self):
        for number in range(self.kind.workers):
            name = f"{self.name}-w{number}"
            # Brokers that share partitions out do not let a killed worker back in at once.
            has_identity = self.kind.is_static and self.settings.group_protocol == "classic"
            worker = self.make_worker(name, f"{name}-id" if has_identity else None)
            worker.start()
            self.members.append(worker)
        self.feed.start()
        # In a partition without an offset of the group it is not known what goes before it is read.
        if self.watch.wait(all) is None:
            self.findings.append("not all partitions were committed before the first fault")

    def pick(self):
        return self.random.choice(self.members)

    def sleep(self, low, high=None):
        time.sleep(low if high is None else self.random.uniform(low, high))

    def note_gaps(self, committed):
        """What is not committed and lies before the log's first offset now may be lost; returns how much."""
        starts = self.watch.starts()
        committed = committed + [0] * (len(starts) - len(committed))
        gaps = [
            Gap(self.feed.generation, number, first, end)
            for number, (first, end) in enumerate(zip(committed, starts))
            if first < end
        ]
        self.gaps += gaps
        return sum(gap.end - gap.first for gap in gaps)

    def note_expiry(self, committed):
        """As `note_gaps`, of records that expire; what goes until the log is next touched is noted then."""
        self._expiring = committed
        return self.note_gaps(committed)

    def end_expiry(self):
        """To be called before the log is touched, and at the end."""
        if self._expiring is not None:
            self.note_gaps(self._expiring)
            self._expiring = None

    def settle(self):
        """The time without faults: all input is worked off, and the workers end when they are told to."""
        self.feed.finish()
        ends = self.brokers.ends(self.feed.homes)
        begin = time.monotonic()
        if self.watch.wait(lambda offsets: offsets == ends) is None:
            self.findings.append(
                f"nothing committed for {NEVER_SECONDS} s without faults, at {self.watch.committed} of {ends}"
            )
        seconds = time.monotonic() - begin
        for worker in self.members:
            worker.drain()
        self.watch.stop()
        self.end_expiry()
        return seconds

    def judge(self):
        """The verdict on the stage, with the findings of the faults in it."""
        tally = read(self.brokers, self.feed, self.outputs, ruled if self.kind.has_rules else kind_of)
        if tally.twice:
            tally.allow(doubles(self.brokers, self.inputs))
        is_exactly_once = self.settings.delivery == "exactly-once"
        verdict = tally.verdict(self.feed, self.gaps, is_exactly_once)
        logs = [line for worker in self.workers for line in worker.log()]
        endings = [line for line in logs if line.get("event") == "ended"]
        if is_exactly_once:
            verdict.broken += checker.check_ledgers(endings, verdict, all(worker.is_whole for worker in self.workers))
        told = [
            (self.number_of(line["partition"]), int(line["from"]), int(line["to"]))
            for line in logs
            if line.get("event") == "log-gap"
        ]
        replaced = {self.number_of(line["partition"]) for line in logs if line.get("event") == "log-replaced"}
        verdict.broken += checker.check_told(self.gaps, verdict.gone, told, replaced)
        verdict.broken += self.findings
        verdict.broken += [line for worker in self.workers for line in worker.surprises + worker.check_closing()]
        memory = max((worker.most_memory for worker in self.workers), default=0)
        if memory > MEMORY_BUDGET:
            verdict.broken.append(f"{memory >> 20} MiB in memory, the budget is {MEMORY_BUDGET >> 20}")
        return verdict, tally

    def close(self):
        for worker in self.workers:
            worker.retire()
