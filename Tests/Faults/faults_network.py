# Faults of the way between one worker and one chosen broker: nothing goes through, half of it, slowly, or not at all.

import signal
import time

import rules
from catalogue import fault
from stage import SESSION_SECONDS
from watch import NEVER_SECONDS

# A broker by what the worker asks it for.
ROLES = {
    "group coordinator": "Heartbeat",
    "transaction coordinator": "EndTxn",
    "input leader": "Fetch",
    "output leader": "Produce",
}


def target(stage):
    """A worker, and what a broker is for it with that broker's id, which is None if the worker never meets it."""
    worker, role = stage.pick(), stage.random.choice(list(ROLES))
    end = time.monotonic() + NEVER_SECONDS
    # A worker that has just got partitions may not have sent a request of each kind yet.
    while (broker := stage.proxies.broker_of(worker.name, ROLES[role])) is None and time.monotonic() < end:
        time.sleep(0.1)
    return worker, role, broker


def way(name, make, seconds, cuts):
    """A fault that sets a rule for some time. `cuts` says whether connections break before it, and with what chance
    after it."""

    def act(stage):
        worker, role, broker = target(stage)
        if broker is None:
            return None
        lasts = stage.random.uniform(*seconds)
        rule = stage.proxies.add(make(worker.name, broker))
        if cuts[0]:
            stage.proxies.cut(worker.name, broker)
        time.sleep(lasts)
        is_cut = stage.random.random() < cuts[1]
        if is_cut:
            stage.proxies.cut(worker.name, broker)
        stage.proxies.end(rule)
        return f"{role} {broker} for {worker.name}, {lasts:.1f} s{', connections cut' if is_cut else ''}"

    fault(name, "network", is_on_wire=True)(act)


way("hole", rules.Hole, (3, 9), (False, 0.5))
way("half-open", rules.Silence, (3, 9), (False, 0.7))
way("slow", lambda client, broker: rules.Slow(client, broker, 0.15), (4, 8), (False, 0))
way("refuse", rules.Refusal, (2, 7), (True, 0))


@fault("cut-off", "network", is_on_wire=True)
def cut_off(stage):
    """No broker at all can be reached."""
    worker, lasts = stage.pick(), stage.random.uniform(3, 10)
    rule = stage.proxies.add(rules.Hole(worker.name))
    time.sleep(lasts)
    stage.proxies.end(rule)
    return f"{worker.name}, {lasts:.1f} s"


@fault("flapping", "network", is_on_wire=True)
def flapping(stage):
    worker, role, broker = target(stage)
    times = stage.random.randint(4, 8)
    for _ in range(times):
        stage.proxies.cut(worker.name, broker)
        stage.sleep(0.1, 0.8)
    return f"{role} {broker or 'all'} for {worker.name}, {times} times"


@fault("long-hole", "network", is_on_wire=True, is_slow=True)
def long_hole(stage):
    worker, role, broker = target(stage)
    if broker is None:
        return None
    lasts = stage.random.uniform(30, 70)
    rule = stage.proxies.add(rules.Hole(worker.name, broker))
    time.sleep(lasts)
    stage.proxies.end(rule)
    return f"{role} {broker} for {worker.name}, {lasts:.1f} s"


# What the first copy arrives before.
MOMENTS = ("Produce", "AddOffsetsToTxn", "TxnOffsetCommit")


def late(stage, worker, commits, provoke=lambda: None):
    """Plays a late EndTxn; what was seen, None if the worker sent none or the first copy found no next transaction."""
    moment = stage.random.choice(MOMENTS)
    rule = stage.proxies.add(rules.LateEnd(worker.name, commits, moment))
    try:
        provoke()
        # A worker that has lost its session within a transaction may have nothing to abort.
        if not stage.watch.comes_before(4, rule.was_held) or not stage.watch.comes_before(8, rule.was_delivered):
            return None
        # The transaction that the copy may have ended comes to its own end.
        stage.watch.wait_for_more()
    finally:
        stage.proxies.end(rule)
    how = "producer renewed" if rule.was_renewed else "same producer"
    return f"{worker.name}, {how}, arrived before {moment} of the next transaction"


@fault("late-commit", "late", is_on_wire=True, copies=3)
def late_commit(stage):
    return late(stage, stage.pick(), True)


@fault("late-abort", "late", is_on_wire=True, copies=2)
def late_abort(stage):
    """The abort comes from a worker that was frozen within a transaction for longer than its session."""
    worker = stage.pick()

    def freeze():
        rule = stage.proxies.add(rules.Call(worker.name, "AddPartitionsToTxn", lambda: worker.signal(signal.SIGSTOP)))
        was_hit = rule.was_hit.wait(NEVER_SECONDS)
        stage.proxies.end(rule)
        if was_hit:
            time.sleep(SESSION_SECONDS + 2)
            worker.signal(signal.SIGCONT)

    return late(stage, worker, False, freeze)


@fault("late-commit-kill", "late", is_on_wire=True)
def late_commit_kill(stage):
    """As a late commit, and the worker is killed soon after it."""
    worker = stage.pick()
    seen = late(stage, worker, True)
    worker.kill()
    return seen and f"{seen}, then killed"


@fault("sent-back", "late", is_on_wire=True, copies=2)
def sent_back(stage):
    """Records that a leader has appended and sent back, in a transaction that is aborted."""
    worker = stage.pick()
    rule = stage.proxies.add(rules.SentBack(worker.name))
    try:
        if not stage.watch.comes_before(4, rule.has_failed):
            return None
        # The records come again.
        stage.watch.wait_for_more()
    finally:
        stage.proxies.end(rule)
    return f"{worker.name}, {'producer renewed' if rule.was_renewed else 'same producer'}"
