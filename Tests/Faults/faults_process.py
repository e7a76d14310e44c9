# Faults of the worker's process: killed, frozen, ended, replaced by another with its identity, joined by others, its
# clock set.

import os
import shutil
import signal
import subprocess
import time

from catalogue import fault
from rules import Call
from stage import SESSION_SECONDS
from watch import NEVER_SECONDS

POINTS = ("batch-collected", "transaction-begun", "records-sent", "offsets-sent", "committing", "committed")
REQUESTS = ("AddPartitionsToTxn", "Produce", "AddOffsetsToTxn", "TxnOffsetCommit", "EndTxn")
# What a worker may answer to SIGTERM when its identity is another's, or Kafka cannot be reached: out of time, or try
# again.
GIVEN_UP = (0, 70, 75)


@fault("kill", "process", copies=2)
def kill(stage):
    worker = stage.pick()
    stage.sleep(0, 1)
    worker.kill()
    return worker.name


@fault("kill-at-request", "process", copies=2, is_on_wire=True)
def kill_at_request(stage):
    """kill -9 just before a request of a transaction leaves, or when its answer has come."""
    worker, api, on_answer = stage.pick(), stage.random.choice(REQUESTS), stage.random.random() < 0.5
    rule = stage.proxies.add(Call(worker.name, api, worker.kill, on_answer, stage.random.randrange(3)))
    was_hit = rule.was_hit.wait(NEVER_SECONDS)
    stage.proxies.end(rule)
    return f"{worker.name} at {api}{' answered' if on_answer else ''}" if was_hit else None


def live_to(stage, worker, what):
    """Gives a worker a life that is killed or stopped at a named point of a batch; returns the point, None if that
    never came."""
    if stage.settings.debug_program is None:
        return None
    point = stage.random.choice(POINTS)
    kills = worker.exits.count(-signal.SIGKILL)
    worker.restart(stage.settings.debug_program, FAULT_POINT=f"{point}:{stage.random.randint(1, 4)}:{what}")
    end = time.monotonic() + NEVER_SECONDS
    while time.monotonic() < end:
        if what == "stop" and worker.state == "T" or worker.exits.count(-signal.SIGKILL) > kills:
            return point
        time.sleep(0.02)
    # It must not come to the point later, in the middle of another fault.
    worker.retire()
    worker.start()
    return None


@fault("kill-at-point", "process", copies=2)
def kill_at_point(stage):
    worker = stage.pick()
    point = live_to(stage, worker, "kill")
    return point and f"{worker.name} at {point}"


@fault("freeze-at-point", "process")
def freeze_at_point(stage):
    worker = stage.pick()
    point = live_to(stage, worker, "stop")
    if point is None:
        return None
    stage.sleep(SESSION_SECONDS + 1, SESSION_SECONDS + 3)
    worker.signal(signal.SIGCONT)
    return f"{worker.name} at {point} beyond its session"


def freeze(kind):
    @fault(f"freeze-{kind}", kind)
    def act(stage):
        worker = stage.pick()
        seconds = SESSION_SECONDS + stage.random.uniform(1, 3)
        worker.signal(signal.SIGSTOP)
        time.sleep(seconds)
        worker.signal(signal.SIGCONT)
        return f"{worker.name} for {seconds:.1f} s"


freeze("process")
freeze("members")


@fault("restart", "process", copies=2)
def restart(stage):
    worker = stage.pick()
    stage.sleep(0, 1)
    worker.restart()
    return worker.name


def rival_of(stage, worker, elsewhere):
    """A second process with the identity of a worker, and whether it is a member. One from elsewhere reaches the
    brokers by another name, as from another machine."""
    rival = stage.make_worker(f"{stage.name}-rival{len(stage.extras)}", worker.identity)
    rival.is_unattended = True
    if elsewhere:
        rival.command = [word.replace("127.0.0.1", "localhost") for word in rival.command]
    stage.extras.append(rival)
    rival.start()
    end = time.monotonic() + NEVER_SECONDS
    while not (was_assigned := rival.count("partitions-assigned") > 0) and rival.process.poll() is None:
        if time.monotonic() > end:
            break
        time.sleep(0.05)
    return rival, was_assigned


@fault("rival", "process")
def rival(stage):
    """A second process of the same machine with the same identity must end by itself; the first does not notice."""
    worker = stage.pick()
    if worker.identity is None:
        return None
    second, was_assigned = rival_of(stage, worker, elsewhere=False)
    if was_assigned:
        stage.findings.append(f"{second.name} has become a member with the identity of {worker.name}, which lives")
    if second.process.poll() is None:
        second.drain(allowed=GIVEN_UP)
    return f"{second.name} beside {worker.name}"


@fault("replaced", "process")
def replaced(stage):
    """A second process takes the identity over while the first is frozen; the first goes on afterwards and must give
    way."""
    worker = stage.pick()
    if worker.identity is None:
        return None
    worker.signal(signal.SIGSTOP)
    second, _ = rival_of(stage, worker, elsewhere=True)
    worker.signal(signal.SIGCONT)
    stage.sleep(2, 3)
    if second.process.poll() is None:
        second.drain(allowed=GIVEN_UP)
    return worker.name


@fault("clock", "process")
def clock(stage):
    """The wall clock of one worker is set ahead and back, by an hour and by a day."""
    compiler = shutil.which("clang") or shutil.which("cc")
    if compiler is None:
        return None
    worker = stage.pick()
    library, path = (os.path.join(stage.folder, name) for name in ("clock.so", "clock"))
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "clock.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O", "-o", library, source, "-ldl"], check=True)

    def turn(seconds):
        with open(path + ".new", "w", encoding="ascii") as file:
            file.write(str(seconds))
        os.replace(path + ".new", path)

    turn(0)
    worker.restart(LD_PRELOAD=library, FAULT_CLOCK=path)
    for jump in (3600, -3600, 0, 86400, -86400):
        stage.sleep(1, 1.5)
        turn(jump)
    stage.sleep(2)
    # librdkafka waits by the wall clock: a call that was under way when the clock was set back can last a day longer,
    # and the deadline for draining ends the process then.
    worker.drain(allowed=GIVEN_UP)
    worker.start()
    return worker.name


@fault("storm", "members")
def storm(stage):
    """Workers join and leave without pause."""
    end, joined, count = time.monotonic() + 8, [], 0
    while time.monotonic() < end or joined:
        if joined and (len(joined) > 2 or time.monotonic() >= end or stage.random.random() < 0.45):
            joined.pop(stage.random.randrange(len(joined))).drain()
        else:
            joined.append(stage.make_worker(f"{stage.name}-guest{len(stage.extras)}"))
            stage.extras.append(joined[-1])
            joined[-1].start()
            count += 1
        stage.sleep(0.5, 2)
    return f"{count} guests"


@fault("kill-member", "members", copies=2)
def kill_member(stage):
    return kill(stage)


@fault("kill-all", "members")
def kill_all(stage):
    for worker in stage.members:
        worker.kill()
    return "all workers"


@fault("rolling-workers", "members")
def rolling_workers(stage):
    for worker in stage.members:
        worker.restart()
        stage.sleep(0, 1)
    return "all workers"
