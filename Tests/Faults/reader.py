# The independent reader: read_committed, straight from the brokers, from the beginning to the end of both output
# topics.

import collections
import re
import time

from confluent_kafka import Consumer, KafkaError, TopicPartition

from brokers import QUIET
from checker import Tally, has_key
from feed import DEAD_LETTER

USER = re.compile(rb'"u(\d+)"')
INPUT = re.compile(rb"(?:\buser = u|Username = u|User <u|no tag at all )(\d+)")
MESSAGE = re.compile(rb'"deviceEventId":"%ASA-\d-(\d{6})"')
EVENT_ID = re.compile(rb'"eventId":"([0-9a-f-]{36})"')
# A transaction that a killed worker has left open ends within its time-out; nothing else may keep the reader.
END_SECONDS = 90


def read(brokers, feed, outputs, kind_of):
    """A Tally of everything in the output topics: kind by topic, and what kind each number must be of. Raises
    RuntimeError if the end of a partition cannot be reached."""
    tally = Tally(len(feed.places), kind_of)
    for topic, kind in outputs.items():
        for message in records(brokers, topic):
            number, name, event_id = parse(kind, message.value())
            key = message.key().decode() if message.key() is not None else None
            if not 0 <= number < tally.count or has_key(feed, number, key):
                tally.add(kind, number, key, name, event_id)
            else:
                tally.strange.append(f"{kind}{number} with key {key}")
    return tally


def doubles(brokers, topics):
    """How often more than once the records of input topics stand in them, by number: a broker that dies can make the
    feed write again what it holds already."""
    numbers = collections.Counter()
    for topic in topics:
        for message in records(brokers, topic):
            match = INPUT.search(message.value() or b"")
            numbers.update([int(match[1])] if match else [])
    return collections.Counter({number: count - 1 for number, count in numbers.items() if count > 1})


def parse(kind, value):
    """Number, message and id of an output record; the number is -1 if it has none."""
    value = value or b""
    if kind == DEAD_LETTER:
        word = value.rsplit(b" ", 1)[-1]
        return int(word) if word.isdigit() else -1, "", None
    user, message, event_id = (pattern.search(value) for pattern in (USER, MESSAGE, EVENT_ID))
    if not (user and message and event_id):
        return -1, "", None
    return int(user[1]), message[1].decode(), event_id[1]


def records(brokers, topic):
    """All committed records, each partition in its order."""
    consumer = Consumer(
        {
            "bootstrap.servers": brokers.servers,
            "group.id": "reader",
            "isolation.level": "read_committed",
            "enable.auto.commit": False,
            "enable.partition.eof": True,
            "queued.max.messages.kbytes": 16384,
            **QUIET,
        }
    )
    ends = dict(enumerate(brokers.ends([(topic, number) for number in range(len(brokers.partitions(topic)))])))
    consumer.assign([TopicPartition(topic, number, 0) for number in ends])
    limit = time.monotonic() + END_SECONDS
    try:
        while ends:
            for message in consumer.consume(5000, 0.5):
                if not message.error():
                    yield message
                    limit = time.monotonic() + END_SECONDS
                elif message.error().code() == KafkaError._PARTITION_EOF and message.offset() >= ends.get(
                    message.partition(), 0
                ):
                    ends.pop(message.partition(), None)
            if time.monotonic() > limit:
                raise RuntimeError(f"the reader has not reached the ends of {topic}: {ends}")
    finally:
        consumer.close()
