# The fault rig: three Apache Kafka brokers, workers, faults, an independent reader, and a verdict. Called by
# .ci/faults.

import argparse
import collections
import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass

import catalogue
import faults_brokers  # noqa: F401
import faults_log  # noqa: F401
import faults_network  # noqa: F401
import faults_process  # noqa: F401
import round

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RELEASE, DEBUG = (os.path.join(ROOT, ".build", kind, "anyconnect-normalizer") for kind in ("release", "debug"))
# Rounds and records of a round: the short form, and what a release is proved with.
SHORT, FULL = (1, 306_000), (13, 780_000)
# So much of what was dealt must have found something to act on, and these events must have been seen, for a run to
# say anything.
LEAST_SHARE = 0.9
EXERCISED = {
    "an abort": ("attempt-failed",),
    "a fencing": ("fenced", "fatal"),
    "a rebalance": ("partitions-revoked",),
    "a seek back": ("resumed",),
}


@dataclass
class Settings:
    """What the rounds are made with. `debug_program` is a build with fault points, None if there is none."""

    program: str
    debug_program: str | None
    records: int
    kafka: str
    mechanism: str
    security: str
    delivery: str
    group_protocol: str
    environment: dict

    @property
    def has_proxy(self):
        """Whether workers reach the brokers through proxies, which read frames."""
        return self.security == "none"


def arguments():
    parser = argparse.ArgumentParser(
        prog=".ci/faults",
        description="Runs workers under faults on three Apache Kafka brokers and "
        "counts what is missing, twice or out of order. BIN names another worker than the release build.",
    )
    parser.add_argument("--short", action="store_true", help="one round, under four minutes")
    parser.add_argument("--seed", type=int, help="the run's seed; printed, random if not given")
    parser.add_argument("--rounds", type=int, help=f"{SHORT[0]} and {FULL[0]} if not given")
    parser.add_argument("--records", type=int, help=f"records of a round; {SHORT[1]} and {FULL[1]} if not given")
    parser.add_argument("--only", default="", metavar="NAME,...", help="only these faults")
    parser.add_argument(
        "--stage", default="", metavar="NAME,...", help=f"only these of {', '.join(kind.name for kind in round.KINDS)}"
    )
    parser.add_argument(
        "--play", metavar="NAME@SEED,...", help="exactly these faults, as an earlier run has printed them"
    )
    parser.add_argument("--kafka", choices=("4.4", "3.9"), default="4.4")
    parser.add_argument(
        "--mechanism", choices=("PLAIN", "SCRAM-SHA-512"), default="PLAIN", help="how workers prove who they are"
    )
    parser.add_argument(
        "--security",
        choices=("none", "tls", "mtls"),
        default="none",
        help="TLS with the mechanism's login, or certificates on both sides; without the faults on the wire",
    )
    parser.add_argument(
        "--delivery", choices=("exactly-once", "at-least-once"), default="exactly-once", help="the promise to check"
    )
    parser.add_argument(
        "--group-protocol",
        choices=("classic", "consumer"),
        default="classic",
        help="who shares out partitions; with consumer, which needs Kafka 4.4 and a KAFKA_LIBRARY that knows it, "
        "without the faults of a worker's identity",
    )
    parser.add_argument("--keep", metavar="FOLDER", help="where the workers' logs are kept")
    parser.add_argument("--list", action="store_true", help="lists the faults")
    return parser.parse_args()


def words(text):
    return [word for word in text.split(",") if word]


def main():
    options = arguments()
    if options.list:
        print("\n".join(f"{fault.kind:<10} {fault.name}" for fault in catalogue.FAULTS.values()))
        return 0
    rounds, records = SHORT if options.short or options.play else FULL
    rounds, records = options.rounds or rounds, options.records or records
    program = os.path.abspath(os.environ.get("BIN") or RELEASE)
    if not os.path.exists(program):
        sys.exit(f"faults: there is no {program}")
    library = os.environ.get("KAFKA_LIBRARY")
    settings = Settings(
        program,
        DEBUG if os.path.exists(DEBUG) else None,
        records,
        options.kafka,
        options.mechanism,
        options.security,
        options.delivery,
        options.group_protocol,
        {"LD_LIBRARY_PATH": library} if library else {},
    )
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1 << 31)
    base = options.keep or tempfile.mkdtemp(prefix="faults-")
    # However the run is ended, its processes end with it.
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    begin = time.monotonic()
    print(
        f"faults: seed {seed}, {rounds} rounds of {records} records, {options.delivery}, {program}, logs in {base}",
        flush=True,
    )
    outcomes = []
    for number in range(rounds):
        # The first round's seed is the run's, so that a single round is played again with its own seed.
        own_seed = seed if number == 0 else random.Random(f"{seed}/{number}").randrange(1 << 31)
        hands = (
            round.exactly(options.play, settings)
            if options.play
            else round.deal(settings, own_seed, words(options.only), words(options.stage), options.short)
        )
        if not hands:
            sys.exit("faults: no fault fits these options; --list tells their names")
        print(f"round {number}: seed {own_seed}", flush=True)
        outcomes.append(round.Round(settings, own_seed, round.folder_of(base, f"round-{number}"), hands).play())
    is_chosen = bool(options.play or options.only or options.stage)
    is_usual = (options.delivery, options.group_protocol) == ("exactly-once", "classic")
    is_partial = is_chosen or not is_usual or not settings.has_proxy
    return tell(outcomes, seed, time.monotonic() - begin, is_partial)


def tell(outcomes, seed, seconds, is_partial):
    """The table of faults, the totals and what is broken; the exit code."""
    by_name = collections.defaultdict(list)
    for outcome in outcomes:
        for played in outcome.played:
            by_name[played.name].append(played)
    print(f"\n{'fault':<22}{'times':>6}{'idle':>6}{'median recovery':>18}{'worst':>10}")
    for name, all_played in by_name.items():
        done = [played for played in all_played if played.did is not None]
        times = sorted(float("inf") if played.recovery is None else played.recovery for played in done)
        median, worst = (f"{times[len(times) // 2]:.1f} s", f"{times[-1]:.1f} s") if times else ("-", "-")
        print(f"{name:<22}{len(done):>6}{len(all_played) - len(done):>6}{median:>18}{worst:>10}")
    dealt = [played for outcome in outcomes for played in outcome.played]
    done = [played for played in dealt if played.did is not None]
    verdicts = [verdict for outcome in outcomes for verdict in outcome.verdicts.values()]
    events = sum((outcome.events for outcome in outcomes), collections.Counter())
    broken = [
        f"round with seed {outcome.seed}: {line}"
        for outcome in outcomes
        for line in outcome.broken
        + [f"{name}: {line}" for name, verdict in outcome.verdicts.items() for line in verdict.broken]
    ]
    lacking = [what for what, names in EXERCISED.items() if not any(events[name] for name in names)]
    if not is_partial and (lacking or len(done) < LEAST_SHARE * len(dealt)):
        broken.append(
            f"too little was exercised: {len(done)} of {len(dealt)} faults; lacking: {', '.join(lacking) or 'nothing'}"
        )
    print(
        "\nevents of the workers: "
        + ", ".join(f"{name} {count}" for name, count in sorted(events.items()) if name != "librdkafka")
    )
    print(
        f"{sum(v.acknowledged for v in verdicts)} records, {len(done)} faults, "
        f"missing {sum(v.missing for v in verdicts)}, "
        f"twice {sum(v.twice for v in verdicts)}, out of order {sum(v.disordered for v in verdicts)}, "
        f"gone with the log {sum(len(v.gone) for v in verdicts)}, "
        f"workers started again {sum(o.restarts for o in outcomes)}, "
        f"most memory {max(o.memory for o in outcomes) >> 20} MiB, {seconds / 60:.1f} minutes, seed {seed}"
    )
    print("\n".join(f"BROKEN {line}" for line in broken) or "nothing is broken")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
