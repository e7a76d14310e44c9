# One round: three brokers, the stages side by side with their faults one after the other, a time without faults, and
# the verdict.

import collections
import os
import random
import shutil
import sys
import threading
import time
import traceback
from dataclasses import dataclass, field

from confluent_kafka import KafkaException

import catalogue
from brokers import Brokers
from stage import Kind, Stage
from watch import NEVER_SECONDS

KINDS = (
    Kind("process", 11, 2, True),
    Kind("members", 7, 2, False, topics=3, is_pattern=True, has_rules=True),
    Kind("network", 9, 2, True),
    Kind("late", 8, 1, True, 4, ("--batch-time", "500ms")),
    Kind("brokers", 4, 2, False, topics=2),
    Kind("log", 7, 1, True, configs={"segment.bytes": "1048576"}),
)
# About how long the faults of a round take; the feed is paced by it.
ROUND_SECONDS = 110


@dataclass
class Played:
    """A fault as it went. `did` is None if it found nothing to act on, `recovery` None if the backlog was never worked
    off."""

    stage: str
    name: str
    did: str | None = None
    recovery: float | None = None


@dataclass
class Outcome:
    """What a round showed. `verdicts` has each stage's by name."""

    seed: int
    played: list = field(default_factory=list)
    verdicts: dict = field(default_factory=dict)
    broken: list = field(default_factory=list)
    events: collections.Counter = field(default_factory=collections.Counter)
    restarts: int = 0
    memory: int = 0


class Round:
    """Plays a round. `hands` has for each stage that takes part its faults, each with a seed."""

    def __init__(self, settings, seed, folder, hands):
        self.settings, self.seed, self.folder, self.hands = settings, seed, folder, hands
        self.outcome = Outcome(seed)
        self._begin = time.monotonic()

    def say(self, *words):
        # One write for each line, since stages speak at the same time.
        sys.stdout.write(f"{time.monotonic() - self._begin:7.1f} {' '.join(words)}\n")
        sys.stdout.flush()

    def play(self):
        """The outcome; processes and data of the round are gone when it returns or raises."""
        brokers, stages = None, []
        try:
            brokers = Brokers(os.path.join(self.folder, "cluster"), self.settings)
            self.say(f"Apache Kafka {self.settings.kafka} at {brokers.servers}, workers use {brokers.protocol}")
            shares = sum(kind.share for kind in self.hands)
            for kind in self.hands:
                seed = random.Random(f"{self.seed}/{kind.name}").randrange(1 << 31)
                folder = os.path.join(self.folder, kind.name)
                os.makedirs(folder)
                count = self.settings.records * kind.share // shares + 1
                stages.append(Stage(self.settings, brokers, kind, seed, folder, count, ROUND_SECONDS))
            self._side_by_side(self._faults, stages)
            self._side_by_side(self._settle, stages)
            self._side_by_side(self._judge, stages)
            self.outcome.broken += [f"a proxy: {problem}" for problem in brokers.proxies.problems]
        finally:
            for stage in stages:
                stage.close()
            if brokers is not None:
                brokers.close()
        return self.outcome

    def _side_by_side(self, work, stages):
        def carefully(stage):
            try:
                work(stage)
            except Exception as problem:
                traceback.print_exc()
                self.outcome.broken.append(f"{stage.name}: the rig itself: {type(problem).__name__}: {problem}")

        threads = [threading.Thread(target=carefully, args=(stage,), daemon=True, name=stage.name) for stage in stages]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _faults(self, stage):
        stage.start()
        for fault, seed in self.hands[stage.kind]:
            stage.random = random.Random(seed)
            played = Played(stage.name, fault.name)
            begin = time.monotonic()
            try:
                played.did = fault.act(stage)
            except (KafkaException, OSError, RuntimeError) as problem:
                # What the rig cannot do is broken, and the stage goes on: its workers are to be judged nevertheless.
                self.outcome.broken.append(f"{fault.name}@{seed}: the rig itself: {type(problem).__name__}: {problem}")
                self.say(f"    BROKEN {self.outcome.broken[-1]}")
            lasted = time.monotonic() - begin
            self.outcome.played.append(played)
            if played.did is None:
                self.say(f"{fault.name}@{seed}: found nothing to act on")
                continue
            played.recovery = stage.watch.recovered()
            stage.note_recovery()
            recovery = "no recovery" if played.recovery is None else f"recovered in {played.recovery:.1f} s"
            self.say(
                f"{fault.name}@{seed}: {played.did}; took {lasted:.1f} s, {recovery}, "
                f"stood still for {stage.watch.stood(begin):.1f} s; "
                f"readyz: {stage.watch.told(begin)}"
            )
            if played.recovery is None:
                stage.findings.append(
                    f"{fault.name}@{seed}: nothing committed for {NEVER_SECONDS} s, at {stage.watch.committed}; "
                    "the further faults of this stage are left out"
                )
                return

    def _settle(self, stage):
        seconds = stage.settle()
        self.say(f"{stage.name}: worked off in {seconds:.1f} s")

    def _judge(self, stage):
        verdict, tally = stage.judge()
        self.outcome.verdicts[stage.name] = verdict
        for worker in stage.workers:
            self.outcome.events.update(line["event"] for line in worker.log() if "event" in line)
            self.outcome.restarts += worker.restarts
            self.outcome.memory = max(self.outcome.memory, worker.most_memory)
        self.say(
            f"RESULT {stage.name}: {verdict.acknowledged} acknowledged, missing {verdict.missing}, "
            f"twice {verdict.twice}, "
            f"out of order {verdict.disordered}, gone with the log {len(verdict.gone)}"
            + (f", {tally.doubles} twice in the input itself" if tally.doubles else "")
        )
        for line in verdict.broken:
            self.say(f"    BROKEN {stage.name}: {line}")


def deal(settings, seed, names, kinds, is_short):
    """What a round plays: for each kind of stage its faults with a seed each."""
    hands = {}
    for kind in KINDS:
        if kinds and kind.name not in kinds:
            continue
        numbers = random.Random(f"{seed}/{kind.name}/deal")
        faults = catalogue.deal(kind.name, kind.faults, numbers, names, is_short, settings.has_proxy)
        if faults:
            hands[kind] = [(fault, numbers.randrange(1 << 31)) for fault in faults]
    return hands


def exactly(words, settings):
    """The faults that `NAME@SEED,...` names, in this order."""
    hands = {}
    for word in words.split(","):
        name, _, seed = word.partition("@")
        if name not in catalogue.FAULTS or not seed.isdigit():
            raise SystemExit(f"faults: {word} is not NAME@SEED; the names are {', '.join(catalogue.FAULTS)}")
        fault = catalogue.FAULTS[name]
        if fault.is_on_wire and not settings.has_proxy:
            raise SystemExit(f"faults: {name} needs frames that are not encrypted")
        kind = next(kind for kind in KINDS if kind.name == fault.kind)
        hands.setdefault(kind, []).append((fault, int(seed)))
    return hands


def folder_of(base, name):
    path = os.path.join(base, name)
    shutil.rmtree(path, ignore_errors=True)
    os.makedirs(path)
    return path
