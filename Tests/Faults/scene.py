# What a round plays on: topics and a group of its own, workers behind their proxies, the feed, the monitor, the reader. Faults act
# on a scene.

import os
import random
import shutil
import struct
import threading
import time

import oracle
from feed import Feed
from frames import MalformedFrame
from monitor import Monitor
from proxy import Proxy
from reader import Reader
from sessions import Sessions
from worker import Worker

PARTITIONS = 4
SESSION_SECONDS = 6
# Time that a worker has to drain.
SHUTDOWN_SECONDS = 10


class Scene:
    """One round's stage."""

    def __init__(self, settings, broker, loop, seed, name, folder, membership, records, seconds):
        self.settings, self.broker, self.loop, self.folder = settings, broker, loop, folder
        self.random = random.Random(seed)
        self.membership = membership
        self.input, self.output, self.dead_letters, self.group = (f"{name}.{part}" for part in ("in", "out", "dead", "group"))
        self.workers, self.extras = [], []
        self.sessions = Sessions(settings.transaction_seconds, broker.is_noida)
        self.evictions, self.timeouts = 0, 0
        self.faults, self.findings = [], []
        self.budget_repeats = 0
        broker.create({self.input: PARTITIONS, self.output: PARTITIONS, self.dead_letters: 2})
        rate = max(500, records / max(seconds, 1))
        self.feed = Feed(broker, self.input, PARTITIONS, settings.oracle, seed, records, rate)
        self.monitor = Monitor(broker, self.group, self.input, PARTITIONS)
        self.reader = self.new_reader()
        self._end = threading.Event()
        if broker.is_noida:
            threading.Thread(target=self._expire, daemon=True, name="sessions").start()

    def new_reader(self):
        return Reader(self.broker.address, oracle.namespace(self.input), self.output, self.dead_letters)

    def command(self, name, address, identity=None, options=()):
        """The command line of a worker."""
        settings = self.settings
        properties = {
            "consumer.session.timeout.ms": SESSION_SECONDS * 1000, "consumer.heartbeat.interval.ms": 500,
            "consumer.max.poll.interval.ms": 45000, "client.id": name, "reconnect.backoff.max.ms": 1000,
            # An answer that never comes is noticed after this time; a minute is the library's default.
            "socket.timeout.ms": min(10, settings.transaction_seconds) * 1000,
        }
        command = [
            settings.program, "run", "--bootstrap-servers", address, "--input-topic", self.input, "--output-topic",
            self.output, "--dead-letter-topic", self.dead_letters, "--group-id", self.group, "--batch-records",
            str(settings.batch_records), "--batch-time", "100ms", "--shutdown-timeout", f"{SHUTDOWN_SECONDS}s",
            "--log-level", "debug" if settings.debug_log else "info",
        ]
        if settings.has_delivery:
            command += ["--delivery", settings.delivery, "--memory-limit", "256MiB"]
            if settings.delivery == "exactly-once":
                command += ["--transaction-timeout", f"{settings.transaction_seconds}s"]
                command += ["--transactional-id-prefix", f"{self.group}"]
            if identity:
                command += ["--group-instance-id", identity]
        elif identity:
            properties["consumer.group.instance.id"] = identity
        for key, value in properties.items():
            command += ["--kafka", f"{key}={value}"]
        return command + list(options)

    def make_worker(self, name, identity=None, options=(), listen_host="127.0.0.1"):
        proxy = Proxy(self.loop, self.broker.host, self.broker.port, self.sessions, self.random.random(), listen_host)
        worker = Worker(name, self.command(name, proxy.address, identity, options), proxy, self.folder,
                        self.settings.worker_environment)
        worker.identity = identity
        return worker

    def start_workers(self, count):
        for number in range(count):
            name = f"w{number}"
            identity = f"{self.group}-{name}" if self.membership == "static" else None
            worker = self.make_worker(name, identity)
            self.workers.append(worker)
            worker.start()

    def pick(self):
        return self.random.choice(self.workers)

    def sleep(self, low, high=None):
        time.sleep(low if high is None else self.random.uniform(low, high))

    def _expire(self):
        """What a real broker does by itself when a session or a transaction times out."""
        while not self._end.wait(0.3):
            try:
                strangers = self.sessions.take_strangers(self.group, self.broker.members(self.group), SESSION_SECONDS)
                for member in self.sessions.take_silent(SESSION_SECONDS) + strangers:
                    self.broker.evict(member)
                    self.evictions += 1
                for connection in self.sessions.forgotten_joins(SESSION_SECONDS + 3):
                    self.loop.call(connection.abort)
                for name, since in self.sessions.hold_overdue(self.settings.transaction_seconds):
                    self._end_transaction(name, since)
            except (OSError, struct.error, MalformedFrame):
                pass

    def _end_transaction(self, name, since):
        try:
            # What has gone to the broker already is answered within this time.
            time.sleep(0.1)
            if self.sessions.take_overdue(name, since):
                self.sessions.replaced(name, self.broker.abort(name))
                self.timeouts += 1
        finally:
            self.sessions.release(name)

    def wait_for_work(self, limit=180):
        """Waits until the group has committed something."""
        return self.monitor.wait_until(lambda offsets: sum(offsets) > 0, limit) is not None

    def logs(self):
        return {worker.name: worker.log() for worker in self.workers + self.extras}

    def counts(self):
        """How often the workers logged each event."""
        totals = {}
        for fields in self.logs().values():
            for line in fields:
                if "event" in line:
                    totals[line["event"]] = totals.get(line["event"], 0) + 1
        return totals

    def close(self):
        self._end.set()
        for worker in self.workers + self.extras:
            worker.retire()
            worker.proxy.close()
        self.reader.stop()
        self.feed.close()
        if self.broker.process is None:
            self.broker.delete([self.input, self.output, self.dead_letters])


def folder_of(base, name):
    path = os.path.join(base, name)
    shutil.rmtree(path, ignore_errors=True)
    os.makedirs(path)
    return path
