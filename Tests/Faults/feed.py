# Writes the input of a round bit by bit while the faults go on, so that there is always something in flight, and notes what was
# written where.

import threading
import time

import lines
import oracle
from writer import Writer

CHUNK = 100
BATCH_BYTES = 500_000
BATCH_RECORDS = 500
TRICKLE_RECORDS = 6000


class Feed:
    """The input topic of a round. `expected` and `tombstones` grow as records are written."""

    def __init__(self, broker, topic, partitions, program, seed, count, rate):
        self.partitions, self.program, self.rate = partitions, program, rate
        # Behind the records of the round comes a trickle, so that a fault never meets a group with nothing to do.
        self.count = count
        self.records = list(lines.records(seed, count + TRICKLE_RECORDS))
        self.outcomes = oracle.predict(program, self.records)
        self.expected, self.tombstones, self.written = {}, 0, 0
        # The places of dead letters without a key.
        self.keyless = set()
        self._writer = Writer(broker.host, broker.port, topic, partitions)
        self._lock = threading.Lock()
        self._hurry = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True, name="feed")
        self.failure = None

    @property
    def ends(self):
        """The offsets after the last record, by partition."""
        with self._lock:
            return list(self._writer.next)

    def start(self):
        self._thread.start()

    def _run(self):
        try:
            for index in range(0, self.count, CHUNK):
                part = slice(index, min(index + CHUNK, self.count))
                self._write(index // CHUNK % self.partitions, self.records[part], self.outcomes[part])
                self._hurry.wait(CHUNK / self.rate)
            for index in range(self.count, len(self.records)):
                if self._hurry.wait(0.03):
                    break
                self._write(index % self.partitions, self.records[index : index + 1], self.outcomes[index : index + 1])
        except (OSError, RuntimeError) as failure:
            self.failure = failure

    def _write(self, partition, records, outcomes):
        with self._lock:
            first = self._writer.next[partition]
            self._writer.write(partition, records)
            for offset, outcome in enumerate(outcomes, first):
                if outcome == oracle.TOMBSTONE:
                    self.tombstones += 1
                else:
                    self.expected[partition, offset] = outcome
                if outcome[0] == "D" and records[offset - first].key is None:
                    self.keyless.add((partition, offset))
            self.written += len(records)

    def insert(self, records, partition):
        """Writes further records at once, in batches that a topic of the usual limit takes."""
        outcomes = oracle.predict(self.program, records)
        first = size = 0
        for index, record in enumerate(records):
            own = len(record.value or b"") + len(record.key or b"")
            if index > first and (size + own > BATCH_BYTES or index - first == BATCH_RECORDS):
                self._write(partition, records[first:index], outcomes[first:index])
                first, size = index, 0
            size += own
        self._write(partition, records[first:], outcomes[first:])

    def hurry(self, limit=120):
        """Writes the rest without pause."""
        self._hurry.set()
        self._thread.join(limit)
        if self.failure or self._thread.is_alive():
            raise RuntimeError(f"the input could not be written: {self.failure}")

    def close(self):
        self._hurry.set()
        self._writer.close()
