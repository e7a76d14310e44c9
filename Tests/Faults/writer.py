# Writes records to explicit partitions over a connection of its own to the broker, each batch acknowledged before the next, so
# that partition and offset of every record are known beforehand.

import socket
import struct
import time

from kafka.record.default_records import DefaultRecordBatchBuilder


class Writer:
    """Writes to one topic."""

    def __init__(self, host, port, topic, partitions):
        self.topic = topic.encode()
        self.next = [0] * partitions
        self.connection = socket.create_connection((host, port), 30)
        self.correlation = 0

    def write(self, partition, records):
        """Appends records to a partition. Raises if their offsets are not those that come next."""
        now = int(time.time() * 1000)
        builder = DefaultRecordBatchBuilder(2, 0, False, -1, -1, -1, 1 << 30)
        for offset, record in enumerate(records):
            timestamp = now if record.timestamp is None else record.timestamp
            builder.append(offset, timestamp, record.key, record.value, record.headers)
        batch = bytes(builder.build())
        self.correlation += 1
        body = struct.pack(">hhih", 0, 7, self.correlation, -1) + struct.pack(">hhii", -1, -1, 30000, 1)
        body += struct.pack(">h", len(self.topic)) + self.topic + struct.pack(">iii", 1, partition, len(batch)) + batch
        self.connection.sendall(struct.pack(">i", len(body)) + body)
        answer = self._read(struct.unpack(">i", self._read(4))[0])
        # Correlation id, one topic, its name, one partition: then number, error, base offset.
        error, base = struct.unpack_from(">hq", answer, 4 + 4 + 2 + len(self.topic) + 4 + 4)
        if error != 0 or base != self.next[partition]:
            raise RuntimeError(f"writing to {self.topic.decode()}/{partition}: error {error}, offset {base}")
        self.next[partition] += len(records)

    def _read(self, count):
        data = bytearray()
        while len(data) < count:
            part = self.connection.recv(count - len(data))
            if not part:
                raise RuntimeError("the broker closed the writer's connection")
            data += part
        return bytes(data)

    def close(self):
        self.connection.close()
