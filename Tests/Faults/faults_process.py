# Faults of the worker's process: killed, stopped, replaced, joined by others, told to end.

import signal
import threading
import time

from catalogue import fault
from rules import REQUEST, RESPONSE
from scene import SESSION_SECONDS, SHUTDOWN_SECONDS

POINTS = ("batch-collected", "transaction-begun", "records-sent", "offsets-sent", "committing", "committed")
TRANSACTION_REQUESTS = ("AddPartitionsToTxn", "Produce", "AddOffsetsToTxn", "TxnOffsetCommit", "EndTxn")
PLAIN_REQUESTS = ("Produce", "OffsetCommit")


def has_points(settings):
    return settings.has_points


@fault("F9-random", seconds=3, is_short=True, copies=3)
def kill_at_random(scene):
    scene.sleep(0, 2)
    scene.pick().kill()
    return time.monotonic()


def kill_around(request, delivery):
    """kill -9 before a request of that kind leaves, after it has left, and before its answer arrives."""

    def act(scene):
        worker = scene.pick()
        action, direction = scene.random.choice((("call", REQUEST), ("call-after", REQUEST), ("call", RESPONSE)))
        was_killed = threading.Event()

        def kill():
            worker.kill()
            was_killed.set()

        rule = worker.proxy.add(action, request, direction, count=1, skip=scene.random.randrange(4), function=kill)
        was_killed.wait(15)
        rule.end()
        # Once the frame is there the kill follows, and must not hit what the next fault does.
        if rule.hits:
            was_killed.wait(15)
        return time.monotonic() if rule.hits else None

    fault(f"F9-{request}" + ("" if delivery == "exactly-once" else "-plain"), seconds=4, delivery=delivery)(act)


for name in TRANSACTION_REQUESTS:
    kill_around(name, "exactly-once")
for name in PLAIN_REQUESTS:
    kill_around(name, "at-least-once")


def kill_at_point(point):
    """The worker kills itself at a named point of its code; debug builds only."""

    def act(scene):
        worker = scene.pick()
        kills = worker.kills
        worker.restart(FAULT_POINT=f"{point}:{scene.random.randint(1, 5)}:kill")
        deadline = time.monotonic() + 20
        while worker.kills == kills and time.monotonic() < deadline:
            time.sleep(0.02)
        if worker.kills > kills:
            return time.monotonic()
        worker.retire()
        worker.start()
        return None

    fault(f"F9-at-{point}", seconds=6, needs=has_points, is_short=point in ("records-sent", "committing"))(act)


for name in POINTS:
    kill_at_point(name)


def stop(worker, seconds):
    worker.signal(signal.SIGSTOP)
    time.sleep(seconds)
    worker.signal(signal.SIGCONT)
    return time.monotonic()


@fault("F10-session", seconds=12, repeats=3, is_survived=True, is_short=True)
def stop_beyond_session(scene):
    scene.sleep(0, 1)
    return stop(scene.pick(), SESSION_SECONDS + scene.random.uniform(1, 3))


@fault("F10-transaction", seconds=18, repeats=3, delivery="exactly-once")
def stop_beyond_transaction(scene):
    worker = scene.pick()
    rule = worker.proxy.add("call", "TxnOffsetCommit", RESPONSE, count=1, function=lambda: worker.signal(signal.SIGSTOP))
    rule.was_hit.wait(15)
    return stop(worker, scene.settings.transaction_seconds + scene.random.uniform(2, 4))


def stops_at(worker, point, number):
    """The worker's next life stands still at a point of its code; whether it has come there."""
    worker.restart(FAULT_POINT=f"{point}:{number}:stop")
    deadline = time.monotonic() + 15
    while state_of(worker) != "T" and time.monotonic() < deadline:
        time.sleep(0.02)
    if state_of(worker) == "T":
        return True
    worker.retire()
    worker.start()
    return False


@fault("F10-at-point", seconds=12, repeats=3, needs=has_points)
def stop_at_point(scene):
    worker = scene.pick()
    if not stops_at(worker, scene.random.choice(POINTS), scene.random.randint(1, 4)):
        return None
    return stop(worker, SESSION_SECONDS + scene.random.uniform(1, 3))


def state_of(worker):
    try:
        with open(f"/proc/{worker.process.pid}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0]
    except OSError:
        return "X"


def rival_of(scene, worker):
    """A second process with the same identity, which nobody starts again."""
    rival = scene.make_worker(f"{worker.name}-rival{len(scene.extras)}", worker.identity)
    rival.is_unattended = True
    scene.extras.append(rival)
    rival.start()
    return rival


def end_rival(rival, worker):
    # Whose identity is taken back may be about to end by itself.
    worker.proxy.disturbed_at = time.monotonic()
    if rival.process.poll() is None:
        rival.drain(allowed=(0, 70, 75))


@fault("F10-replaced", seconds=12, repeats=3, membership="static", is_short=True)
def stop_and_replace(scene):
    worker = scene.pick()
    worker.signal(signal.SIGSTOP)
    rival = rival_of(scene, worker)
    rival.wait_for("partitions-assigned", limit=15)
    scene.sleep(1, 3)
    worker.signal(signal.SIGCONT)
    scene.sleep(2, 4)
    end_rival(rival, worker)
    return time.monotonic()


@fault("F10-fenced", seconds=8, delivery="exactly-once", membership="static", needs=has_points, is_short=True)
def replace_within_a_transaction(scene):
    """A worker stands still in an open transaction and another one takes its identity over: what it sends then must be refused."""
    worker = scene.pick()
    fenced = worker.count("fenced")
    if not stops_at(worker, "transaction-begun", scene.random.randint(1, 3)):
        return None
    rival = rival_of(scene, worker)
    rival.wait_for("partitions-assigned", limit=15)
    worker.signal(signal.SIGCONT)
    if not worker.wait_for("fenced", more_than=fenced, limit=15):
        scene.findings.append(f"F10-fenced: {worker.name} has not noticed that its identity was taken over")
    scene.sleep(1, 2)
    end_rival(rival, worker)
    return time.monotonic()


@fault("F14-rival", seconds=8, repeats=3, membership="static", is_short=True)
def run_a_rival(scene):
    worker = scene.pick()
    rival = rival_of(scene, worker)
    rival.wait_for("partitions-assigned", limit=15)
    scene.sleep(3, 6)
    end_rival(rival, worker)
    return time.monotonic()


@fault("F13-storm", seconds=14, repeats=30, is_survived=True, membership="dynamic", is_short=True)
def storm(scene):
    end = time.monotonic() + 12
    joined = []
    while time.monotonic() < end or joined:
        if joined and (len(joined) > 4 or time.monotonic() >= end or scene.random.random() < 0.45):
            joined.pop(scene.random.randrange(len(joined))).drain()
        else:
            joiner = scene.make_worker(f"joiner{len(scene.extras)}")
            scene.extras.append(joiner)
            joiner.start()
            joined.append(joiner)
        scene.sleep(1, 3)
    return time.monotonic()


@fault("F13-static", seconds=12, repeats=6, membership="static")
def static_storm(scene):
    end = time.monotonic() + 10
    while time.monotonic() < end:
        worker = scene.pick()
        worker.restart() if scene.random.random() < 0.5 else worker.kill()
        scene.sleep(1, 3)
    return time.monotonic()


@fault("F23-phase", seconds=5, is_survived=True, is_short=True)
def end_in_each_phase(scene):
    worker = scene.pick()
    exactly_once = scene.settings.delivery == "exactly-once"
    request = scene.random.choice((TRANSACTION_REQUESTS if exactly_once else PLAIN_REQUESTS) + ("Fetch", "JoinGroup"))
    rule = worker.proxy.add("call", request, scene.random.choice((REQUEST, RESPONSE)), count=1,
                            skip=scene.random.randrange(3), function=lambda: None)
    if request == "JoinGroup":
        worker.restart()
    rule.was_hit.wait(10)
    worker.drain(SHUTDOWN_SECONDS + 5)
    worker.start()
    return time.monotonic()


@fault("F23-cut-off", seconds=16)
def end_while_cut_off(scene):
    worker = scene.pick()
    worker.proxy.add("partition", direction="both", lasts=SHUTDOWN_SECONDS + 8)
    scene.sleep(0.5, 2)
    worker.drain(SHUTDOWN_SECONDS + 5, allowed=(0, 70, 75))
    worker.proxy.clear()
    worker.start()
    return time.monotonic()


@fault("F23-twice", seconds=5)
def end_twice(scene):
    worker = scene.pick()
    worker.proxy.add("partition", direction="both", lasts=6)
    scene.sleep(0.5, 1)
    worker.terminate_twice()
    worker.proxy.clear()
    worker.start()
    return time.monotonic()
