# The independent reader: kafka-python, read_committed, a process of its own. Prints one row for each record of the output topics
# as it sees it, until its standard input is closed and the ends of the topics are reached.
#
#   python reader.py BOOTSTRAP NAMESPACE OUTPUT_TOPIC DEAD_LETTER_TOPIC
#   row: kind partition offset sourcePartition sourceOffset digest, separated by blanks

import select
import subprocess
import sys
import tempfile
import time

from kafka import KafkaConsumer, TopicPartition
from kafka.consumer.fetcher import Fetcher

import oracle


class Records(Fetcher.PartitionRecords):
    """noida-db lists a transaction as aborted for ever, also to a reader that is past its end and would then drop what the same
    producer has committed since; a real broker lists what overlaps with the records it sends. Only the latter is heeded."""

    ended = {}

    def __init__(self, fetch_offset, tp, records, *arguments, aborted_transactions=None, **options):
        ended = Records.ended.setdefault(tp, {})
        if aborted_transactions:
            aborted_transactions = [t for t in aborted_transactions if ended.get(t[0], -1) < t[1]]
        super().__init__(fetch_offset, tp, records, *arguments, aborted_transactions=aborted_transactions, **options)

    def _contains_abort_marker(self, batch):
        is_marker = super()._contains_abort_marker(batch)
        if is_marker:
            Records.ended[self.topic_partition][batch.producer_id] = batch.base_offset
        return is_marker


Fetcher.PartitionRecords = Records


def event_row(record, space):
    match = oracle.EVENT_ID.search(record.value)
    place = oracle.place_of(match.group(1), space) if match else None
    partition, offset = place or (-1, -1)
    return f"E {record.partition} {record.offset} {partition} {offset} {oracle.digest(record.value)}"


def dead_letter_row(record):
    headers = dict(record.headers)
    try:
        _, partition, offset = headers["source"].decode().rsplit("/", 2)
        if "reason" not in headers:
            word = "no-reason"
        elif "original-size" in headers:
            word = oracle.pointer_digest(record.value, int(headers["original-size"]))
        else:
            word = oracle.raw_digest(record.value)
        return f"D {record.partition} {record.offset} {int(partition)} {int(offset)} {word}"
    except (KeyError, ValueError):
        return f"D {record.partition} {record.offset} -1 -1 no-source"


def ends_of(address, places):
    client = KafkaConsumer(bootstrap_servers=address, isolation_level="read_uncommitted", enable_auto_commit=False)
    try:
        return client.end_offsets(places)
    finally:
        client.close()


def run(address, space, output, dead_letters):
    consumer = KafkaConsumer(
        bootstrap_servers=address, isolation_level="read_committed", enable_auto_commit=False,
        auto_offset_reset="earliest", max_partition_fetch_bytes=8 << 20, fetch_max_bytes=32 << 20, fetch_max_wait_ms=200)
    places = [TopicPartition(topic, p) for topic in (output, dead_letters) for p in consumer.partitions_for_topic(topic)]
    consumer.assign(places)
    consumer.seek_to_beginning(*places)
    ends, deadline = None, None
    while True:
        rows = []
        for place, records in consumer.poll(timeout_ms=200, max_records=20000).items():
            if place.topic == output:
                rows += [event_row(record, space) for record in records]
            else:
                rows += [dead_letter_row(record) for record in records]
        if rows:
            print("\n".join(rows), flush=True)
            continue
        if ends is None and select.select([sys.stdin], [], [], 0)[0]:
            # The ends of the logs, not of what is committed: an open transaction is waited for.
            ends, deadline = ends_of(address, places), time.monotonic() + 60
        if ends is not None:
            if all(consumer.position(place) >= ends[place] for place in places):
                break
            if time.monotonic() > deadline:
                behind = {f"{p.topic}/{p.partition}": (consumer.position(p), ends[p]) for p in places}
                sys.exit(f"reader: the ends were not reached: {behind}")
        else:
            # A broker that does not wait for records would be asked without pause.
            time.sleep(0.1)
    print("end", flush=True)


class Reader:
    """A reader as a process."""

    def __init__(self, address, space, output, dead_letters):
        self.rows = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [sys.executable, __file__, address, str(space), output, dead_letters], stdin=subprocess.PIPE, stdout=self.rows)

    def finish(self):
        """Reads to the end; the rows as tuples."""
        self.process.stdin.close()
        status = self.process.wait(120)
        self.rows.seek(0)
        lines = self.rows.read().decode().splitlines()
        if status != 0 or not lines or lines.pop() != "end":
            raise RuntimeError(f"the reader ended with {status}")
        rows = []
        for line in lines:
            kind, *numbers, word = line.split(" ")
            rows.append((kind, *map(int, numbers), word))
        return rows

    def stop(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


if __name__ == "__main__":
    run(sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4])
