# One round: a scene, some faults one after the other, a time without faults, and the verdict.

import collections
import os
import time
from dataclasses import dataclass, field

import checker
import lines
from broker import Broker
from scene import PARTITIONS, Scene, folder_of

WORKERS = 3
CATCH_UP_SECONDS = 60
FRESH_SECONDS = 30
RECOVERY_SECONDS = 60


@dataclass
class Outcome:
    """What a round showed. `faults` holds (name, seconds until recovery, transactions given up until the next fault, whether
    the recovery was over before the next fault began); a fault that found nothing to act on is not in it."""

    name: str
    replay: str
    faults: list = field(default_factory=list)
    idle: list = field(default_factory=list)
    broken: list = field(default_factory=list)
    records: int = 0
    missing: int = 0
    duplicates: int = 0
    memory: int = 0
    fresh: float = 0.0
    seconds: float = 0.0
    events: collections.Counter = field(default_factory=collections.Counter)
    requests: collections.Counter = field(default_factory=collections.Counter)
    library: str = "?"


def play(settings, loop, seed, faults, membership, number, replay):
    """Plays one round and judges it."""
    begin = time.monotonic()
    outcome = Outcome(f"round {number}", replay)
    broker = Broker(settings.bootstrap)
    scene = None
    try:
        name = f"faults-{seed & 0xFFFFFF:06x}-{number}"
        scene = Scene(settings, broker, loop, seed, name, folder_of(settings.folder, f"round-{number}"), membership,
                      settings.records, 6 + sum(fault.seconds for fault in faults))
        play_faults(scene, faults, outcome)
        settle(scene, outcome)
        judge(scene, outcome)
    except Exception as problem:
        if settings.is_strict:
            raise
        outcome.broken.append(f"rig: {type(problem).__name__}: {problem}")
    finally:
        if scene is not None:
            scene.close()
        broker.stop()
    outcome.seconds = time.monotonic() - begin
    return outcome


def play_faults(scene, faults, outcome):
    scene.feed.start()
    scene.start_workers(WORKERS)
    if not scene.wait_for_work():
        outcome.broken.append("I9 nothing was committed before the first fault")
        return
    for fault in faults:
        scene.budget_repeats += fault.repeats * (WORKERS if scene.membership == "dynamic" else 1)
        begin = time.monotonic()
        since = fault.act(scene)
        for worker in scene.workers + scene.extras:
            worker.proxy.clear()
        if since is None:
            outcome.idle.append(fault.name)
            continue
        scene.faults.append((fault.name, begin, since))
        # Every second fault or so comes while the group is still at work on the one before.
        if scene.random.random() < 0.6:
            scene.monitor.wait_until(lambda _: scene.monitor.recovery(since) is not None, RECOVERY_SECONDS)


def settle(scene, outcome):
    """The time without faults: everything is worked off, and a fresh record comes through soon."""
    scene.feed.hurry()
    ends = scene.feed.ends
    if scene.monitor.wait_while_moving(lambda offsets: offsets == ends, CATCH_UP_SECONDS) is None:
        outcome.broken.append(f"I9 {CATCH_UP_SECONDS} s without faults and without progress at {scene.monitor.offsets} of {ends}")
    else:
        for partition in range(PARTITIONS):
            scene.feed.insert([lines.Record(lines.line(scene.random, 0), user="user0")], partition)
        ends = scene.feed.ends
        outcome.fresh = scene.monitor.wait_until(lambda offsets: offsets == ends, FRESH_SECONDS)
        if outcome.fresh is None:
            outcome.broken.append(f"I9 a fresh record was not through in {FRESH_SECONDS} s")
    # A killed worker without a fixed identity leaves a transaction that only time ends.
    for _ in range(10 * scene.settings.transaction_seconds + 50):
        if not scene.sessions.open_transactions:
            break
        time.sleep(0.1)
    ends = [begin for _, begin, _ in scene.faults[1:]] + [time.monotonic()]
    for (name, begin, since), end in zip(scene.faults, ends):
        seconds = scene.monitor.recovery(since)
        is_own = seconds is not None and since + seconds <= end
        outcome.faults.append((name, seconds, sum(begin <= moment < end for moment in scene.sessions.aborts), is_own))
        if seconds is None or seconds > RECOVERY_SECONDS:
            outcome.broken.append(f"I10 {name}: no recovery in {RECOVERY_SECONDS} s ({seconds})")
    for worker in scene.workers:
        worker.drain()


def judge(scene, outcome):
    settings = scene.settings
    samples = scene.monitor.stop()
    concurrent = scene.reader.finish()
    final = scene.new_reader().finish()
    exactly_once = settings.delivery == "exactly-once"
    verdict = checker.check_output(scene.feed.expected, final, exactly_once,
                                   scene.budget_repeats * settings.batch_records, scene.feed.keyless)
    workers = scene.workers + scene.extras
    own = [worker for worker in workers if not worker.is_aside]
    endings = [line for worker in own for line in worker.log() if line.get("event") == "ended"]
    was_killed = any(worker.kills or worker.has_lost_log or set(worker.exits) - {0, 75} for worker in own)
    others = [
        checker.check_concurrent(concurrent, final),
        checker.check_offsets(samples, scene.feed.ends),
        checker.check_ledgers(endings, scene.feed.expected, scene.feed.tombstones, was_killed),
    ]
    outcome.broken += verdict.broken + [line for other in others for line in other.broken]
    outcome.broken += scene.findings
    outcome.broken += [surprise for worker in workers for surprise in worker.surprises]
    outcome.broken += [f"proxy of {worker.name}: {problem}" for worker in workers for problem in worker.proxy.problems]
    if outcome.broken:
        with open(os.path.join(scene.folder, "rows"), "w") as file:
            file.writelines(f"{' '.join(map(str, row))}\n" for row in final)
    outcome.missing, outcome.duplicates, outcome.records = verdict.missing, verdict.duplicates, scene.feed.written
    outcome.memory = max(worker.most_memory for worker in workers)
    if outcome.memory > settings.memory_budget:
        outcome.broken.append(f"I11 {outcome.memory >> 20} MiB in memory, the budget is {settings.memory_budget >> 20}")
    outcome.events.update(scene.counts())
    outcome.events["complete-ledgers"] = int(not was_killed)
    outcome.events["evictions"], outcome.events["transaction-timeouts"] = scene.evictions, scene.timeouts
    outcome.events["unstable-offsets"] = scene.sessions.pending.marked
    outcome.events["zombies-refused"] = scene.sessions.fencing.refused
    outcome.events["restarts"] += sum(status in (70, 75) for worker in workers for status in worker.exits)
    for worker in workers:
        outcome.requests.update(worker.proxy.counts)
    started = [line for log in scene.logs().values() for line in log if line.get("event") == "started"]
    outcome.library = started[0].get("librdkafka", "?") if started else "?"
