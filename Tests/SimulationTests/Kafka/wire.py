# Kafka's frames and types of fields, as far as the scripts need them: bytes out, bytes in. Python's standard library
# only.

import socket
import struct
import time

ERRORS = {
    1: "OFFSET_OUT_OF_RANGE",
    3: "UNKNOWN_TOPIC_OR_PARTITION",
    14: "COORDINATOR_LOAD_IN_PROGRESS",
    15: "COORDINATOR_NOT_AVAILABLE",
    16: "NOT_COORDINATOR",
    19: "NOT_ENOUGH_REPLICAS",
    22: "ILLEGAL_GENERATION",
    25: "UNKNOWN_MEMBER_ID",
    27: "REBALANCE_IN_PROGRESS",
    36: "TOPIC_ALREADY_EXISTS",
    37: "INVALID_PARTITIONS",
    45: "OUT_OF_ORDER_SEQUENCE_NUMBER",
    46: "DUPLICATE_SEQUENCE_NUMBER",
    47: "INVALID_PRODUCER_EPOCH",
    48: "INVALID_TXN_STATE",
    49: "INVALID_PRODUCER_ID_MAPPING",
    51: "CONCURRENT_TRANSACTIONS",
    55: "OPERATION_NOT_ATTEMPTED",
    59: "UNKNOWN_PRODUCER_ID",
    79: "MEMBER_ID_REQUIRED",
    82: "FENCED_INSTANCE_ID",
    88: "UNSTABLE_OFFSET_COMMIT",
    90: "PRODUCER_FENCED",
    120: "TRANSACTION_ABORTABLE",
}


def name_of(code):
    return "done" if code == 0 else ERRORS.get(code, f"ERROR_{code}")


class Writer:
    """The fields of a request. `flexible` are those of the versions whose strings and arrays have compact lengths."""

    def __init__(self, flexible=False):
        self.flexible, self.bytes = flexible, bytearray()

    def number(self, form, *values):
        self.bytes += struct.pack(">" + form, *values)
        return self

    def varint(self, value):
        while value > 0x7F:
            self.bytes.append(value & 0x7F | 0x80)
            value >>= 7
        self.bytes.append(value)

    def length(self, count, form):
        if self.flexible:
            self.varint(count + 1)
        else:
            self.number(form, count)

    def string(self, text):
        if text is None:
            self.length(-1, "h")
        else:
            self.length(len(text.encode()), "h")
            self.bytes += text.encode()
        return self

    def blob(self, data):
        self.length(len(data), "i")
        self.bytes += data
        return self

    def array(self, items, write):
        """Writes each item by `write(item)`; null for None."""
        self.length(-1 if items is None else len(items), "i")
        for item in items or []:
            write(item)
        return self

    def tags(self):
        if self.flexible:
            self.bytes.append(0)
        return self


class Reader:
    """The fields of an answer."""

    def __init__(self, data, flexible=False):
        self.data, self.position, self.flexible = data, 0, flexible

    def number(self, form):
        value = struct.unpack_from(">" + form, self.data, self.position)
        self.position += struct.calcsize(">" + form)
        return value[0] if len(value) == 1 else value

    def varint(self):
        value = shift = 0
        while True:
            byte = self.data[self.position]
            self.position += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    def length(self, form):
        return self.varint() - 1 if self.flexible else self.number(form)

    def blob(self, form="i"):
        count = self.length(form)
        if count < 0:
            return None
        self.position += count
        return bytes(self.data[self.position - count : self.position])

    def string(self):
        text = self.blob("h")
        return None if text is None else text.decode()

    def array(self, read):
        return [read() for _ in range(max(self.length("i"), 0))]

    def tags(self):
        if self.flexible:
            for _ in range(self.varint()):
                self.varint()
                size = self.varint()
                self.position += size


class Connection:
    """A connection to the one broker. Answers come in the order of the requests."""

    def __init__(self, address, client):
        self.client, self.correlation = client, 0
        host, port = address.rsplit(":", 1)
        self.socket = socket.create_connection((host, int(port)), 60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, api, version, fields):
        self.correlation += 1
        header = Writer().number("hhi", api, version, self.correlation).string(self.client)
        body = bytes(header.bytes) + (b"\0" if fields.flexible else b"") + bytes(fields.bytes)
        self.socket.sendall(struct.pack(">i", len(body)) + body)

    def receive(self, flexible=False):
        size = struct.unpack(">i", self._exactly(4))[0]
        reader = Reader(self._exactly(size), flexible)
        if reader.number("i") != self.correlation:
            raise ValueError("an answer to another request")
        reader.tags()
        return reader

    def ask(self, api, version, fields):
        self.send(api, version, fields)
        return self.receive(fields.flexible)

    def _exactly(self, count):
        data = bytearray()
        while len(data) < count:
            part = self.socket.recv(count - len(data))
            if not part:
                raise ConnectionError("the broker has closed the connection")
            data += part
        return data


def until(condition, what, seconds=60):
    """Waits until `condition()` is true, and returns what it is."""
    end = time.monotonic() + seconds
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.02)
