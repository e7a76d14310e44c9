# Writes a stage's input straight to the brokers while the faults go on, and notes where each record was acknowledged.
# Records are numbered, and the number says everything of a record, so that nothing but its place has to be kept.

import array
import threading
import time
from contextlib import contextmanager

from confluent_kafka import KafkaError, KafkaException, Producer

from brokers import QUIET

EVENT, DEAD_LETTER, TOMBSTONE = "E", "D", "T"
# What rules make of an event: one for another topic, and one that is not delivered.
ROUTED, DROPPED = "R", "X"
START = "<166>Jan 02 2025 10:00:{second:02} vpn{host} : %ASA-"
TEMPLATES = (
    START + "6-113008: AAA transaction status ACCEPT : user = u{number}",
    START + "6-113004: AAA user authentication Successful : server = 192.0.2.7 : user = u{number}",
    START + "4-113019: Group = VPN-Staff, Username = u{number}, IP = 198.51.100.{second}, Session disconnected."
    " Session Type: SSL, Duration: 0h:01m:07s, Bytes xmt: {number}, Bytes rcv: 4711, Reason: User Requested",
    START + "5-722033: Group <VPN-Staff> User <u{number}> IP <198.51.100.{second}> First TCP SVC connection established"
    " for SVC session.",
    START + "6-716038: Group <VPN-Staff> User <u{number}> IP <198.51.100.{second}> Authentication: successful,"
    " Session Type: WebVPN.",
)
MESSAGES = tuple(text.split("%ASA-")[1][2:8] for text in TEMPLATES)
KEYS = 16
# A tick of the feed, in seconds, and the most records that wait for their acknowledgement.
TICK, MOST_WAITING = 0.05, 100_000


def kind_of(number):
    """What must become of a record."""
    return DEAD_LETTER if number % 50 == 49 else TOMBSTONE if number % 500 == 250 else EVENT


def ruled(number):
    """What must become of a record under `rules`."""
    kind = kind_of(number)
    return {1: DROPPED, 4: ROUTED}.get(number % len(TEMPLATES), kind) if kind == EVENT else kind


def rules(topic):
    """The rules that `ruled` goes by: one of the messages is dropped, one has a topic of its own."""
    return f"drop id={MESSAGES[1]}", f"topic {topic} id={MESSAGES[4]}"


def value_of(number):
    kind = kind_of(number)
    if kind == TOMBSTONE:
        return None
    if kind == DEAD_LETTER:
        return b"no tag at all %d" % number
    return TEMPLATES[number % len(TEMPLATES)].format(number=number, second=number % 60, host=number % 9).encode()


def message_of(number):
    """The six digits of the message that an event must be of."""
    return MESSAGES[number % len(MESSAGES)]


def key_of(number, partition):
    """A key that only one partition of the input has, so that its order is kept when partitions are added."""
    return f"{partition}.{number // 8 % KEYS}"


def packed(generation, partition, offset):
    """A place as one integer."""
    return offset << 16 | partition << 8 | generation


def unpacked(place):
    """Generation, partition and offset, None for the -1 of a record that was not acknowledged."""
    return None if place < 0 else (place & 0xFF, place >> 8 & 0xFF, place >> 16)


class Feed:
    """Writes `count` records at `rate` a second, and a trickle after them until `finish`.

    The partitions of several topics are counted as one, in turns: number 3 of two topics is partition 1 of the second.
    `places` has for each number -1 until it is acknowledged, then offset, partition and generation of the topics as
    one integer.
    """

    def __init__(self, brokers, topics, partitions, count, rate):
        self.topics, self.partitions, self.count, self.rate = topics, partitions, count, rate
        self.places = array.array("q")
        self.generation = 0
        self.next = [0] * partitions
        self._servers = brokers.servers
        self._producer = self._connect()
        self._lock = threading.Lock()
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True, name="feed")

    def _connect(self):
        return Producer(
            {
                "bootstrap.servers": self._servers,
                "linger.ms": 10,
                "enable.idempotence": True,
                "message.timeout.ms": 300_000,
                # A broker that lags behind may have told an old number of partitions.
                "topic.metadata.refresh.interval.ms": 2000,
                "compression.type": "lz4",
                "queue.buffering.max.messages": 2 * MOST_WAITING,
                **QUIET,
            }
        )

    def home(self, number):
        """Topic and partition that a number among all partitions stands for."""
        return self.topics[number % len(self.topics)], number // len(self.topics)

    def number(self, topic, partition):
        """The number among all partitions."""
        return partition * len(self.topics) + self.topics.index(topic)

    @property
    def homes(self):
        """Topic and partition of all partitions that there are."""
        return [self.home(number) for number in range(self.partitions)]

    def start(self):
        self._thread.start()

    def _run(self):
        while not self._is_over.wait(TICK):
            written = len(self.places)
            rate = self.rate if written < self.count else self.rate / 5
            with self._lock:
                if len(self._producer) < MOST_WAITING:
                    self._write(max(1, int(rate * TICK)))
                self._producer.poll(0)

    def _write(self, count):
        for _ in range(count):
            number = len(self.places)
            self.places.append(-1)
            partition = number % self.partitions
            try:
                topic, own = self.home(partition)
                self._producer.produce(
                    topic,
                    value_of(number),
                    key_of(number, partition),
                    own,
                    on_delivery=lambda error, message, number=number: error or self._acknowledged(number, message),
                )
            except KafkaException as error:
                if error.args[0].code() != KafkaError._UNKNOWN_PARTITION:
                    raise
                # A broker that has just come back does not know all partitions yet: the record is written later.
                self.places.pop()
                self._producer.poll(TICK)
                return

    def _acknowledged(self, number, message):
        partition, offset = self.number(message.topic(), message.partition()), message.offset()
        if offset is None:
            # The broker had it already and has forgotten where: as good as not acknowledged.
            return
        self.places[number] = packed(self.generation, partition, offset)
        self.next[partition] = max(self.next[partition], offset + 1)

    @contextmanager
    def paused(self):
        """Within it nothing is written, and everything that was written has been acknowledged."""
        with self._lock:
            if self._producer.flush(120):
                raise RuntimeError(f"records for {self.topics[0]} were not acknowledged within 120 s")
            yield

    def turn_over(self):
        """The topic was made again: offsets begin at 0. To be called while paused."""
        self.generation += 1
        self.next = [0] * self.partitions
        self._producer = self._connect()

    def grow(self, partitions):
        """Writes to added partitions too. To be called while paused."""
        self.next += [0] * (partitions - self.partitions)
        self.partitions = partitions
        self._producer = self._connect()

    def check(self):
        """Raises RuntimeError if nothing is written any more although it ought to be."""
        if not self._thread.is_alive() and not self._is_over.is_set():
            raise RuntimeError(f"the feed of {self.topics[0]} has ended by itself")

    def finish(self, limit=180):
        """Writes the rest without pause, and waits for all acknowledgements."""
        self.check()
        self._is_over.set()
        self._thread.join()
        end = time.monotonic() + limit
        while (left := self.count - len(self.places)) > 0 and time.monotonic() < end:
            self._write(min(left, 1000))
            while len(self._producer) >= MOST_WAITING and time.monotonic() < end:
                self._producer.poll(0.1)
        try:
            left = self._producer.flush(max(1, end - time.monotonic()))
        except KafkaException as error:
            raise RuntimeError(f"the feed of {self.topics[0]}: {error}") from error
        if left:
            raise RuntimeError(f"{left} records for {self.topics[0]} were not acknowledged within {limit} s")

    def place(self, number):
        """Generation, partition and offset of a record, None if it was not acknowledged."""
        return unpacked(self.places[number])
