# A small stage beside the round's: topics, a group and a worker of its own, for faults that need a topic or offsets that the round
# cannot have.

import copy
import time

from kafka import OffsetAndMetadata, TopicPartition

import checker
import oracle
from broker import committed
from writer import Writer


class Side:
    """One input partition, one worker at a time."""

    def __init__(self, scene, name, **output_configs):
        self.scene = copy.copy(scene)
        stem = f"{scene.input.rsplit('.', 1)[0]}.{name}"
        self.scene.input, self.scene.output, self.scene.dead_letters, self.scene.group = (
            f"{stem}.{part}" for part in ("in", "out", "dead", "group"))
        self.scene.extras = scene.extras
        self.topics = [self.scene.input, self.scene.output, self.scene.dead_letters]
        scene.broker.create({self.scene.input: 1, self.scene.dead_letters: 1})
        scene.broker.create({self.scene.output: 1}, **output_configs)
        self.expected, self.lives = {}, 0
        self.end = 0

    def write(self, records, outcomes):
        writer = Writer(self.scene.broker.host, self.scene.broker.port, self.scene.input, 1)
        writer.next[0] = self.end
        for record, outcome in zip(records, outcomes):
            writer.write(0, [record])
            if outcome != oracle.TOMBSTONE:
                self.expected[0, self.end] = outcome
            self.end += 1
        writer.close()

    def start(self, *options):
        self.lives += 1
        worker = self.scene.make_worker(f"{self.scene.group}-{self.lives}", options=options)
        worker.is_unattended = worker.is_aside = True
        self.scene.extras.append(worker)
        worker.start()
        return worker

    def committed(self):
        with self.scene.broker.consumer(self.scene.group) as consumer:
            return committed(consumer, self.scene.input, 1)[0]

    def wait(self, limit=40):
        """Whether the end of the input is committed in time."""
        deadline = time.monotonic() + limit
        while time.monotonic() < deadline:
            if self.committed() == self.end:
                return True
            time.sleep(0.2)
        return False

    def move(self, offset):
        """Moves the group's offset; it must have no members."""
        with self.scene.broker.consumer(self.scene.group) as consumer:
            place = TopicPartition(self.scene.input, 0)
            consumer.commit({place: OffsetAndMetadata(offset, "", -1)})

    def rows(self):
        return self.scene.new_reader().finish()

    def verdict(self, is_exactly_once, allowed_duplicates=0):
        return checker.check_output(self.expected, self.rows(), is_exactly_once, allowed_duplicates).broken
