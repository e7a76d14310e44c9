# Faults of the input's log: truncated, expired, deleted and made again, with more partitions. What is gone is noted
# as a gap, taken from the brokers' own offsets.

import signal
import time

from confluent_kafka.admin import AlterConfigOpType, ConfigEntry, ConfigResource, ResourceType

from catalogue import fault
from checker import NOTHING, REPLACEMENT, Gap
from stage import SESSION_SECONDS
from watch import NEVER_SECONDS

BACKLOG = 500
MOST_PARTITIONS = 12


def with_backlog(stage, how, act):
    """Lets a backlog grow while the workers are frozen or ended or at work, acts on it, and lets them go on.

    `act` gets the offsets that are committed at that moment.
    """
    if how == "frozen":
        for worker in stage.members:
            worker.signal(signal.SIGSTOP)
    elif how == "ended":
        for worker in stage.members:
            worker.drain()
    before = sum(stage.feed.next)
    end = time.monotonic() + SESSION_SECONDS - 1
    while (
        how != "running" and sum(stage.feed.next) < before + BACKLOG * stage.feed.partitions and time.monotonic() < end
    ):
        time.sleep(0.05)
    try:
        # A commit may have happened that the watch has not seen yet; then the gap is taken for larger than it can be.
        act(stage.watch.read)
    finally:
        for worker in stage.members:
            if how == "frozen":
                worker.signal(signal.SIGCONT)
            elif how == "ended":
                worker.start()


def wait_for_feed(stage):
    """Waits until each partition has a record of the feed, so that recovery means that all of them are read."""
    while min(stage.feed.next) == 0:
        stage.feed.check()
        time.sleep(0.05)


def truncation(how):
    @fault(f"truncated-{how}", "log")
    def act(stage):
        size = 0

        def cut(committed):
            nonlocal size
            stage.end_expiry()
            try:
                for number, end in enumerate(stage.brokers.ends(stage.feed.homes)):
                    first = min(end, committed[number] if number < len(committed) else 0)
                    offset = end if how == "running" else first + (end - first) // 2
                    stage.brokers.truncate(stage.input, number, offset)
            finally:
                size = stage.note_gaps(committed)

        with_backlog(stage, how, cut)
        return f"workers {how}, up to {size} records gone"


def expiry(how):
    @fault(f"expired-{how}", "log")
    def act(stage):
        size = 0

        def expire(committed):
            nonlocal size
            stage.end_expiry()
            ends = list(stage.feed.next)
            set_retention(stage, "1")
            end = time.monotonic() + NEVER_SECONDS
            while sum(stage.brokers.starts(stage.feed.homes)) < sum(ends) and time.monotonic() < end:
                time.sleep(0.2)
            set_retention(stage, None)
            size = stage.note_expiry(committed)

        with_backlog(stage, how, expire)
        return f"workers {how}, up to {size} records gone"


def set_retention(stage, milliseconds):
    entry = ConfigEntry(
        "retention.ms",
        milliseconds,
        incremental_operation=AlterConfigOpType.SET if milliseconds else AlterConfigOpType.DELETE,
    )
    change = ConfigResource(ResourceType.TOPIC, stage.input, incremental_configs=[entry])
    stage.brokers.ask(lambda: stage.brokers.admin.incremental_alter_configs([change])[change].result(20))


def new_topic(how):
    @fault(f"made-again-{how}", "log")
    def act(stage):
        size = 0

        def make_again(committed):
            nonlocal size
            with stage.feed.paused():
                stage.end_expiry()
                ends = list(stage.feed.next)
                gaps = [
                    Gap(stage.feed.generation, number, first, end, NOTHING if how == "ended" else REPLACEMENT)
                    for number, (first, end) in enumerate(zip(committed, ends))
                ]
                stage.note_deletion(gaps)
                size = sum(gap.end - gap.first for gap in gaps)
                stage.brokers.delete(stage.input)
                stage.sleep(0.5, 3)
                stage.brokers.create(stage.input, stage.feed.partitions, **stage.kind.configs)
                stage.feed.turn_over()
                stage.watch.forget()

        with_backlog(stage, how, make_again)
        wait_for_feed(stage)
        return f"workers {how}, up to {size} records gone"


for state in ("running", "frozen", "ended"):
    truncation(state)
for state in ("frozen", "ended"):
    expiry(state)
for state in ("running", "ended"):
    new_topic(state)


@fault("partitions-added", "log")
def partitions_added(stage):
    before = stage.feed.partitions
    partitions = before + stage.random.randint(1, 2)
    if partitions > MOST_PARTITIONS:
        return None
    stage.brokers.grow(stage.input, partitions)
    with stage.feed.paused():
        stage.feed.grow(partitions)
    wait_for_feed(stage)
    return f"{partitions} instead of {before}"
