# Faults of what the worker reads and of the machine under it: odd records, a backlog, standard streams that cannot be written to, a
# clock that jumps, packets that are lost.

import os
import shutil
import subprocess
import time

import lines
import netns
import oracle
from catalogue import fault
from side import Side


@fault("F18-poison", seconds=3, repeats=0, is_survived=True, is_short=True)
def poison(scene):
    scene.feed.insert(list(lines.poison(scene.random.random())), scene.random.randrange(scene.feed.partitions))
    scene.sleep(2)
    return time.monotonic()


@fault("F19-too-large", seconds=3, repeats=0, is_survived=True)
def too_large(scene):
    """A line that makes an event, between records that do not fit a topic of a million bytes once headers are added."""
    largest = [lines.Record(b"#" * size) for size in (990_000, 999_800, 1_000_000, 1_048_000)]
    scene.feed.insert(largest + [lines.Record(lines.line(scene.random, 0), user="user0")],
                      scene.random.randrange(scene.feed.partitions))
    scene.sleep(2)
    return time.monotonic()


@fault("F19-refused", seconds=12, repeats=0)
def refused_by_the_topic(scene):
    """An output topic that takes less than the worker sends: what does not fit becomes a dead letter, the rest an event."""
    limit = 20_000
    side = Side(scene, f"limit{len(scene.extras)}", **{"max.message.bytes": str(limit)})
    start = b"<166>Jan 02 2025 10:00:00 vpn1 : %ASA-6-113008: AAA transaction status ACCEPT : user = "
    records = [lines.Record(start + (scene.random.randbytes(20_000).hex().encode() if n % 60 == 40 else b"user%d" % n)) for n in range(300)]
    outcomes = oracle.predict(scene.settings.oracle, records)
    for index, record in enumerate(records):
        if len(record.value) > limit:
            outcomes[index] = "D", oracle.raw_digest(record.value)
    side.write(records, outcomes)
    worker = side.start()
    if scene.broker.is_noida:
        worker.proxy.topic_limits[side.scene.output] = limit
    if not side.wait():
        scene.findings.append(f"I9 F19-refused: stuck at {side.committed()} of {side.end}")
    worker.drain()
    scene.findings += [f"F19-refused: {line}" for line in side.verdict(scene.settings.delivery == "exactly-once", 10_000)]
    return time.monotonic()


@fault("F21-out-of-range", seconds=14, repeats=0)
def offset_out_of_range(scene):
    """The group's offset lies behind the end of the log: `error` must stop loudly, `earliest` must read all again."""
    side = Side(scene, f"range{len(scene.extras)}")
    records = list(lines.records(scene.random.random(), 200, tombstones=0))
    side.write(records, oracle.predict(scene.settings.oracle, records))
    worker = side.start()
    if not side.wait():
        scene.findings.append("I9 F21: the records are not through")
    worker.drain()
    side.move(1_000_000)
    worker = side.start("--auto-offset-reset", "error")
    deadline = time.monotonic() + 15
    while worker.process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.1)
    if worker.process.poll() != 75 or not worker.count("fatal"):
        scene.findings.append(f"F21 auto-offset-reset=error: exit code {worker.process.poll()}, fatal logged {worker.count('fatal')}")
    worker.retire()
    side.move(1_000_000)
    worker = side.start("--auto-offset-reset", "earliest")
    if not side.wait():
        scene.findings.append(f"I9 F21 earliest: at {side.committed()} of {side.end}")
    worker.drain()
    if len(side.rows()) != 2 * len(side.expected):
        scene.findings.append(f"F21 earliest: {len(side.rows())} records for {len(side.expected)} read twice")
    scene.findings += [f"F21: {line}" for line in side.verdict(False, len(side.expected)) if not line.startswith("I5")]
    return time.monotonic()


@fault("F24-backlog", seconds=8, repeats=3, is_survived=True)
def backlog(scene):
    """All workers down, a backlog of tens of thousands of records, all workers up."""
    for worker in scene.workers:
        worker.drain()
    for partition in range(scene.feed.partitions):
        for part in range(5):
            scene.feed.insert(list(lines.records(scene.random.random(), 2000)), partition)
    for worker in scene.workers:
        worker.start()
    return time.monotonic()


def with_streams(name, open_streams):
    """One life of a worker with standard output and error as given, then another as always."""

    def act(scene):
        worker = scene.pick()
        worker.drain()
        worker.has_lost_log = True
        with open_streams(worker):
            worker.start()
            scene.sleep(5)
            worker.drain()
        worker.stdout_to, worker.stderr_to, worker.prefix = None, None, []
        worker.start()
        return time.monotonic()

    fault(f"F25-{name}", seconds=7)(act)


class full:
    """Streams that take nothing, as on a full disk."""

    def __init__(self, worker):
        self.worker = worker

    def __enter__(self):
        self.file = open("/dev/full", "wb")
        self.worker.stdout_to = self.worker.stderr_to = self.file

    def __exit__(self, *_):
        self.file.close()


class closed(full):
    """No streams at all."""

    def __enter__(self):
        self.worker.prefix = ["sh", "-c", 'exec "$@" >&- 2>&-', "sh"]

    def __exit__(self, *_):
        pass


class broken_pipe(full):
    """A pipe that nobody reads from any more."""

    def __enter__(self):
        read, write = os.pipe()
        os.close(read)
        self.file = os.fdopen(write, "wb")
        self.worker.stdout_to = self.worker.stderr_to = self.file


with_streams("full", full)
with_streams("closed", closed)
with_streams("pipe", broken_pipe)


def compiler(_=None):
    return shutil.which("clang") or shutil.which("cc")


@fault("F26-clock", seconds=14, needs=compiler)
def clock_jumps(scene):
    """The wall clock of one worker is set ahead and back by an hour and by a day."""
    library, path = os.path.join(scene.folder, "clock.so"), os.path.join(scene.folder, "clock")
    source = os.path.join(os.path.dirname(__file__), "clock.c")
    subprocess.run([compiler(), "-shared", "-fPIC", "-O", "-o", library, source, "-ldl"], check=True)

    def turn(seconds):
        with open(path + ".new", "w") as file:
            file.write(str(seconds))
        os.replace(path + ".new", path)

    turn(0)
    worker = scene.pick()
    worker.restart(LD_PRELOAD=library, FAULT_CLOCK=path)
    for jump in (3600, -3600, 0, 86400, -86400):
        scene.sleep(1.5, 2)
        turn(jump)
    jumped = time.monotonic()
    scene.monitor.wait_until(lambda _: scene.monitor.recovery(jumped) is not None, 20)
    scene.findings += [] if scene.monitor.recovery(jumped) else ["I9 F26-clock: no progress 20 s after the clock was set back"]
    # librdkafka waits by the wall clock: a call of the lane's that was under way when it was set back can last a day longer. The
    # deadline for draining ends the process then, with 70.
    worker.drain(allowed=(0, 70))
    worker.start()
    return jumped


@fault("F16-loss", seconds=14, needs=lambda settings: netns.is_there() and settings.own_broker, membership="static")
def packet_loss(scene):
    """One life of a worker in a network of its own that loses segments and carries little."""
    worker = scene.pick()
    worker.drain()
    with netns.LossyNetwork(loss=scene.random.choice((0.02, 0.05)), rate="8mbit") as network:
        stranger = scene.make_worker(f"{worker.name}-lossy{len(scene.extras)}", worker.identity, listen_host=network.host)
        stranger.prefix = network.command
        scene.extras.append(stranger)
        stranger.start()
        scene.sleep(9, 11)
        stranger.drain(allowed=(0, 70, 75))
    worker.start()
    return time.monotonic()
