# Faults of the way between one worker and the brokers, made by its proxy.

import time

from catalogue import fault
from frames import GROUP_APIS, TRANSACTION_APIS
from rules import REQUEST, RESPONSE

COORDINATOR_APIS = GROUP_APIS | TRANSACTION_APIS


def end_of_batch(scene):
    """The request that makes a batch final."""
    return "EndTxn" if scene.settings.delivery == "exactly-once" else "OffsetCommit"


def drop(direction):
    def act(scene):
        worker = scene.pick()
        rule = worker.proxy.add("drop", end_of_batch(scene), direction, count=1, skip=scene.random.randrange(3))
        rule.was_hit.wait(15)
        hit = time.monotonic()
        scene.sleep(scene.settings.transaction_seconds + 3)
        return hit if rule.hits else None

    fault(f"F7-{direction}", seconds=14, is_survived=True, is_short=direction == RESPONSE)(act)


drop(REQUEST)
drop(RESPONSE)


@fault("F8-held", seconds=16, is_survived=True, is_short=True)
def hold_the_end(scene):
    worker = scene.pick()
    rule = worker.proxy.add("hold", end_of_batch(scene), REQUEST, count=1, seconds=12, skip=scene.random.randrange(3))
    rule.was_hit.wait(15)
    scene.sleep(13, 15)
    return time.monotonic() if rule.hits else None


def partition(name, seconds, **options):
    """The worker is cut off for a time; what was on its way arrives afterwards, or the connections break."""

    def act(scene):
        worker = scene.pick()
        rule = worker.proxy.add("partition", **options)
        scene.sleep(*seconds)
        if scene.random.random() < 0.5:
            worker.proxy.cut()
        rule.end()
        return time.monotonic()

    fault(f"F15-{name}", seconds=sum(seconds) / 2 + 2, repeats=3, is_survived=True, is_short=name == "both")(act)


partition("both", (3, 14), direction="both")
partition("requests", (3, 12), direction=REQUEST)
partition("responses", (3, 12), direction=RESPONSE)
partition("coordinator", (3, 12), apis=COORDINATOR_APIS, direction="both")


@fault("F15-flapping", seconds=9, repeats=3, is_survived=True)
def flap(scene):
    worker = scene.pick()
    for _ in range(scene.random.randint(4, 8)):
        rule = worker.proxy.add("partition", direction="both")
        scene.sleep(0.1, 1.2)
        worker.proxy.cut()
        rule.end()
        scene.sleep(0.1, 1)
    return time.monotonic()


@fault("F16-delay", seconds=10, is_survived=True)
def delay(scene):
    worker = scene.pick()
    rule = worker.proxy.add("delay", direction="both", seconds=scene.random.uniform(0.05, 0.25), lasts=8)
    scene.sleep(8)
    rule.end()
    return time.monotonic()


def disturb(name, action, count, **options):
    """A few frames are spoilt, of all kinds."""

    def act(scene):
        worker = scene.pick()
        for _ in range(count):
            rule = worker.proxy.add(action, count=1, skip=scene.random.randrange(6), **options)
            rule.was_hit.wait(5)
            scene.sleep(0, 0.5)
            rule.end()
        return time.monotonic()

    fault(f"F17-{name}", seconds=4, repeats=count, is_survived=True, is_short=name in ("reset", "garbage", "commit-answer-garbled"))(act)


disturb("reset", "reset", 3, direction="both")
disturb("reset-after", "reset-after", 3, direction=REQUEST)
disturb("close", "close", 3, direction="both")
disturb("truncated-request", "truncate", 2, direction=REQUEST)
disturb("truncated-response", "truncate", 3, direction=RESPONSE)
disturb("garbage", "garbage", 2, direction=RESPONSE)
disturb("not-kafka", "not-kafka", 2, direction=RESPONSE)
disturb("trickle", "trickle", 6, direction="both")
disturb("commit-answer-garbled", "not-kafka", 2, apis="EndTxn", direction=RESPONSE)
disturb("write-answer-lost", "reset", 2, apis="Produce", direction=RESPONSE)


@fault("F17-half-open", seconds=10, repeats=3, is_survived=True)
def half_open(scene):
    worker = scene.pick()
    rule = worker.proxy.add("partition", direction=RESPONSE)
    scene.sleep(4, 8)
    worker.proxy.cut(reset=False)
    rule.end()
    return time.monotonic()
