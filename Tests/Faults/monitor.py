# Samples the group's committed offsets while a round runs: for I6, and for how long the work stood still after a fault.

import threading
import time

from kafka.errors import KafkaError

from broker import committed

INTERVAL = 0.2


class Monitor:
    """Samples of (time, offsets by partition)."""

    def __init__(self, broker, group, topic, partitions):
        self.samples = []
        self._broker, self._group, self._topic, self._partitions = broker, group, topic, partitions
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True, name="monitor")
        self._thread.start()

    def _run(self):
        with self._broker.consumer(self._group) as consumer:
            while not self._end.wait(INTERVAL):
                try:
                    self.samples.append((time.monotonic(), committed(consumer, self._topic, self._partitions)))
                except KafkaError:
                    continue

    @property
    def offsets(self):
        return self.samples[-1][1] if self.samples else [0] * self._partitions

    def wait_until(self, reached, limit):
        """Seconds until the offsets satisfy `reached`, None if they do not in time."""
        begin = time.monotonic()
        while (now := time.monotonic()) < begin + limit:
            if self.samples and self.samples[-1][0] >= begin and reached(self.samples[-1][1]):
                return now - begin
            time.sleep(INTERVAL / 2)
        return None

    def wait_while_moving(self, reached, limit):
        """As `wait_until`, but gives up only after `limit` seconds without progress: a busy machine is no fault."""
        begin = time.monotonic()
        while self.wait_until(reached, limit / 3) is None:
            now = time.monotonic()
            past = [offsets for moment, offsets in self.samples if moment <= now - limit]
            if now - begin >= limit and past and sum(past[-1]) >= sum(self.offsets):
                return None
        return time.monotonic() - begin

    def recovery(self, since):
        """Seconds from `since` until every partition has moved on, None if that never came. The feed keeps all of them busy."""
        before = [offsets for moment, offsets in self.samples if moment <= since]
        base = before[-1] if before else [0] * self._partitions
        for moment, offsets in self.samples:
            if moment > since and all(o > b for o, b in zip(offsets, base)):
                return moment - since
        return None

    def stop(self):
        self._end.set()
        self._thread.join(30)
        return [offsets for _, offsets in self.samples]
