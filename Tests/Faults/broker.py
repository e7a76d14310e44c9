# The broker of a run: a noida-db of its own, or the cluster that the command line names. Topics, offsets, and what a real broker
# does by itself and noida-db does not: removing a member whose session has run out.

import os
import shutil
import socket
import struct
import subprocess
import tempfile
import time

from kafka import KafkaConsumer, TopicPartition
from kafka.admin import KafkaAdminClient, NewTopic

from frames import Cursor
from ports import free_port


class Broker:
    """A broker to test against. `address` is HOST:PORT."""

    def __init__(self, address=None):
        self.process, self.folder = None, None
        self.is_noida = address is None
        self.address = address or self._start()
        host, _, port = self.address.rpartition(":")
        self.host, self.port = host, int(port)

    def _start(self):
        import noida_db

        # The package's launcher would leave the server behind, so the server itself is started.
        server = os.path.join(os.path.dirname(noida_db.__file__), "noida-db")
        os.chmod(server, 0o755)
        port = free_port()
        self.folder = tempfile.mkdtemp(prefix="faults-broker-")
        with open(os.path.join(self.folder, "log"), "wb") as log:
            self.process = subprocess.Popen(
                [server, "start", "--only", "kafka", "--host", "127.0.0.1", "--kafka-port", str(port),
                 "--data-dir", self.folder], stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return f"127.0.0.1:{port}"
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.1)
        raise RuntimeError("noida-db did not start")

    def memory(self):
        """Bytes in memory of the broker of our own."""
        if self.process is None:
            return 0
        with open(f"/proc/{self.process.pid}/statm") as file:
            return int(file.read().split()[1]) * 4096

    def stop(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            shutil.rmtree(self.folder, ignore_errors=True)

    def create(self, topics, **configs):
        """Makes topics; `topics` is name: partitions."""
        admin = KafkaAdminClient(bootstrap_servers=self.address)
        try:
            admin.create_topics([NewTopic(name, count, 1, topic_configs=configs) for name, count in topics.items()])
        finally:
            admin.close()
        deadline = time.monotonic() + 30
        with self.consumer() as consumer:
            while any(len(consumer.partitions_for_topic(name) or ()) != count for name, count in topics.items()):
                if time.monotonic() > deadline:
                    raise RuntimeError(f"no topics {list(topics)}")
                time.sleep(0.1)

    def delete(self, topics):
        admin = KafkaAdminClient(bootstrap_servers=self.address)
        try:
            admin.delete_topics(list(topics))
        finally:
            admin.close()

    def consumer(self, group=None):
        """A client for questions; it joins no group."""
        return Closing(KafkaConsumer(bootstrap_servers=self.address, group_id=group, enable_auto_commit=False))

    def evict(self, member):
        """Takes a member out of its group, as a broker does when the session times out."""
        group, name = (part.encode() for part in member)
        self._ask(13, 0, short_text(group) + short_text(name))

    def members(self, group):
        """The ids of a group's members."""
        cursor = Cursor(self._ask(15, 0, struct.pack(">i", 1) + short_text(group.encode())), 4 + 4 + 2)
        for _ in ("group", "state", "kind of protocol", "protocol"):
            cursor.text(False)
        members = set()
        for _ in range(cursor.int32()):
            members.add(cursor.text(False).decode())
            cursor.text(False), cursor.text(False)
            cursor.take(cursor.int32()), cursor.take(cursor.int32())
        return members

    def abort(self, transactional_id):
        """Ends the open transaction of a producer and bumps its epoch, as a broker does when the transaction times out.

        Returns producer id and epoch, which are nobody's.
        """
        answer = self._ask(22, 0, short_text(transactional_id.encode()) + struct.pack(">i", 10_000))
        error, producer, epoch = struct.unpack_from(">hqh", answer, 8)
        return (producer, epoch) if error == 0 else None

    def _ask(self, api_key, version, content):
        body = struct.pack(">hhih", api_key, version, 1, -1) + content
        with socket.create_connection((self.host, self.port), 10) as connection:
            connection.sendall(struct.pack(">i", len(body)) + body)
            size = struct.unpack(">i", received(connection, 4))[0]
            return received(connection, size)


def received(connection, count):
    """So many bytes, however they arrive."""
    data = bytearray()
    while len(data) < count:
        part = connection.recv(count - len(data))
        if not part:
            raise OSError("the broker closed the connection")
        data += part
    return bytes(data)


def short_text(value):
    return struct.pack(">h", len(value)) + value


class Closing:
    """A client that is closed at the end of a `with`."""

    def __init__(self, client):
        self.client = client

    def __enter__(self):
        return self.client

    def __exit__(self, *_):
        self.client.close()


def committed(consumer, topic, partitions):
    """The group's offsets, 0 where there are none yet."""
    return [consumer.committed(TopicPartition(topic, partition)) or 0 for partition in range(partitions)]
