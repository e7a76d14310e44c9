# The fault rig: workers, faults, an independent reader, and a verdict. Called by .ci/faults.

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

import faults_network  # noqa: F401
import faults_process  # noqa: F401
import faults_surroundings  # noqa: F401
import report
from catalogue import FAULTS, Deck, chosen
from proxy import Loop
from round import play

# Each round of so many, and of a shorter run the last, has only faults that workers live through: then their ledgers must hold
# every record.
LEDGER_ROUNDS = 4
# A run of fewer rounds is for a look at some faults, and need not show everything.
LEAST_ROUNDS = 3
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def arguments():
    parser = argparse.ArgumentParser(prog=".ci/faults", description="Runs workers under faults and checks what comes out.")
    parser.add_argument("--seed", type=int, help="the run's seed; printed, random if not given")
    parser.add_argument("--rounds", type=int, help="how many rounds")
    parser.add_argument("--records", type=int, help="records of a round")
    parser.add_argument("--faults-per-round", type=int, help="faults of a round")
    parser.add_argument("--delivery", choices=("exactly-once", "at-least-once"), help="the promise to check")
    parser.add_argument("--only", default="", help="faults by number or name, with commas between")
    parser.add_argument("--play", default="", help="exactly these faults, in this order, in each round")
    parser.add_argument("--membership", choices=("static", "dynamic"), help="for all rounds")
    parser.add_argument("--transaction-timeout", type=int, default=10, metavar="SECONDS", help="of the workers; 10 if not given")
    parser.add_argument("--bootstrap-servers", metavar="HOST:PORT", help="a broker; one is started if none is given")
    parser.add_argument("--program", default=os.path.join(ROOT, ".build/debug/anyconnect-normalizer"))
    parser.add_argument("--short", action="store_true", help="at most four minutes: what CI runs")
    parser.add_argument("--long", action="store_true", help="about an hour: what a release is proved with")
    parser.add_argument("--keep", metavar="FOLDER", help="where the workers' logs are kept")
    parser.add_argument("--debug-log", action="store_true", help="workers log each batch")
    parser.add_argument("--list", action="store_true", help="lists the faults")
    parser.add_argument("--strict", action="store_true", help="a fault of the rig itself ends the run")
    return parser.parse_args()


class Settings:
    """What a run is made with."""

    def __init__(self, options):
        size = (3, 8000, 5) if options.short else (52, 60_000, 6) if options.long else (4, 20_000, 5)
        self.rounds = options.rounds or size[0]
        self.records = options.records or size[1]
        self.faults_per_round = options.faults_per_round or size[2]
        self.program = os.path.abspath(options.program)
        released = os.path.join(ROOT, ".build/release/anyconnect-normalizer")
        self.oracle = released if os.path.exists(released) else self.program
        text = subprocess.run([self.program, "help", "run"], capture_output=True, text=True).stdout
        self.has_delivery = "--delivery" in text
        self.delivery = options.delivery or ("exactly-once" if self.has_delivery else "at-least-once")
        if self.delivery == "exactly-once" and not self.has_delivery:
            sys.exit("faults: this worker knows no --delivery")
        # The variable that makes a worker end itself at a named point is in debug builds only.
        self.has_points = self.has_delivery and "/debug/" in self.program
        self.batch_records = 2000
        self.transaction_seconds = options.transaction_timeout
        self.memory_budget = 400 << 20
        self.membership = options.membership
        self.bootstrap = options.bootstrap_servers
        self.own_broker = self.bootstrap is None
        self.debug_log = options.debug_log
        self.is_strict = options.strict
        self.folder = options.keep or tempfile.mkdtemp(prefix="faults-")
        library = os.environ.get("KAFKA_LIBRARY")
        path = ":".join(filter(None, (library, os.environ.get("LD_LIBRARY_PATH"))))
        self.worker_environment = {"LD_LIBRARY_PATH": path} if path else {}


def main():
    options = arguments()
    words = [word for word in options.only.split(",") if word]
    faults = chosen(words)
    settings = Settings(options)
    if options.short and not words:
        faults = [fault for fault in faults if fault.is_short]
    if options.list:
        for fault in faults:
            print(fault.name)
        return 0
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1 << 31)
    print(f"faults: seed {seed}, {settings.delivery}, {settings.rounds} rounds of {settings.records} records, "
          f"{os.path.relpath(settings.program, ROOT)}, logs in {settings.folder}", flush=True)
    # However the run is ended, its processes end with it.
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    loop = Loop()
    outcomes = []
    stopped = 0
    begin = time.monotonic()
    deck = Deck(faults, random.Random(seed), options.short)
    ledger_rounds = min(settings.rounds, LEDGER_ROUNDS) if settings.rounds >= LEAST_ROUNDS else None
    for number in range(settings.rounds):
        # The first round's seed is the run's, so that a single round is replayed with its own seed.
        own_seed = seed if number == 0 else random.Random(f"{seed}/{number}").randrange(1 << 31)
        membership = settings.membership or ("static", "dynamic")[number % 2]
        picked = [FAULTS[name] for name in options.play.split(",") if name] \
            or deck.deal(settings.faults_per_round, settings, membership, bool(ledger_rounds) and (number + 1) % ledger_rounds == 0)
        replay = f".ci/faults --seed {own_seed} --rounds 1 --records {settings.records} --delivery {settings.delivery} " \
                 f"--membership {membership} --play {','.join(fault.name for fault in picked)}"
        if not picked:
            print(f"round {number}: none of these faults fits {membership} members, this worker and this machine", flush=True)
            continue
        try:
            outcome = play(settings, loop, own_seed, picked, membership, number, replay)
        except SystemExit as end:
            # What was played until then is told nevertheless.
            print(f"round {number} was ended by signal {end.code - 128} and does not count", flush=True)
            stopped = end.code
            break
        outcomes.append(outcome)
        report.tell_round(outcome, membership)
    if not outcomes:
        return stopped or 1
    is_vacuous_allowed = bool(words or options.play) or settings.rounds < LEAST_ROUNDS
    return report.tell_run(outcomes, settings, seed, time.monotonic() - begin, is_vacuous_allowed) or stopped


if __name__ == "__main__":
    sys.exit(main())
