# Kafka's frames as far as the proxy needs them: the header of a request, and the addresses of brokers in the answers to
# Metadata and FindCoordinator. Bytes in, values out; no sockets.

import struct
from dataclasses import dataclass

API_NAMES = {
    0: "Produce", 1: "Fetch", 2: "ListOffsets", 3: "Metadata", 8: "OffsetCommit", 9: "OffsetFetch",
    10: "FindCoordinator", 11: "JoinGroup", 12: "Heartbeat", 13: "LeaveGroup", 14: "SyncGroup", 18: "ApiVersions",
    19: "CreateTopics", 22: "InitProducerId", 23: "OffsetForLeaderEpoch", 24: "AddPartitionsToTxn",
    25: "AddOffsetsToTxn", 26: "EndTxn", 28: "TxnOffsetCommit", 36: "SaslAuthenticate", 60: "DescribeCluster",
}
GROUP_APIS = {"FindCoordinator", "JoinGroup", "SyncGroup", "Heartbeat", "LeaveGroup", "OffsetCommit", "OffsetFetch"}
TRANSACTION_APIS = {"InitProducerId", "AddPartitionsToTxn", "AddOffsetsToTxn", "TxnOffsetCommit", "EndTxn"}
MAX_FRAME = 128 * 1024 * 1024


class MalformedFrame(Exception):
    """A frame that does not hold what its kind must hold."""


@dataclass(frozen=True)
class RequestHeader:
    """The first bytes of every request."""

    api_key: int
    api_version: int
    correlation_id: int

    @property
    def api(self):
        return API_NAMES.get(self.api_key, f"Api{self.api_key}")


def request_header(body):
    """Reads the header of a request, the frame's length already taken off."""
    if len(body) < 8:
        raise MalformedFrame(f"a request of {len(body)} bytes")
    return RequestHeader(*struct.unpack_from(">hhi", body))


def correlation_id(body):
    """The number that tells which request an answer belongs to."""
    if len(body) < 4:
        raise MalformedFrame(f"a response of {len(body)} bytes")
    return struct.unpack_from(">i", body)[0]


class Cursor:
    """Reads the fields of a message one after the other."""

    def __init__(self, body, position=0):
        self.body = body
        self.position = position

    def take(self, count):
        end = self.position + count
        if count < 0 or end > len(self.body):
            raise MalformedFrame(f"{count} bytes at {self.position} of {len(self.body)}")
        self.position, start = end, self.position
        return bytes(self.body[start:end])

    def int16(self):
        return struct.unpack(">h", self.take(2))[0]

    def int32(self):
        return struct.unpack(">i", self.take(4))[0]

    def int64(self):
        return struct.unpack(">q", self.take(8))[0]

    def varint(self):
        value = shift = 0
        while True:
            byte = self.take(1)[0]
            value |= (byte & 0x7F) << shift
            if not byte & 0x80:
                return value
            shift += 7
            if shift > 35:
                raise MalformedFrame("a number without end")

    def text(self, flexible):
        """A string, None for null."""
        length = self.varint() - 1 if flexible else self.int16()
        return None if length < 0 else self.take(length)

    def tags(self):
        for _ in range(self.varint()):
            self.varint()
            self.take(self.varint())


def varint(value):
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def text(value, flexible):
    if value is None:
        return b"\0" if flexible else b"\xff\xff"
    return (varint(len(value) + 1) if flexible else struct.pack(">h", len(value))) + value


def addresses_to_rewrite(api, version):
    """Whether the answer to such a request names brokers."""
    return api == "Metadata" and 0 <= version <= 12 or api == "FindCoordinator" and 0 <= version <= 3


def rewrite_addresses(api, version, body, replace):
    """The same answer with every (host, port) put through `replace`; an empty host, which means none, stays."""
    cursor = Cursor(body)
    cursor.take(4)
    pieces = []
    copied = 0

    def address(flexible):
        nonlocal copied
        pieces.append(bytes(body[copied : cursor.position]))
        host, port = cursor.text(flexible), cursor.int32()
        if host:
            new_host, new_port = replace(host.decode(), port)
            host, port = new_host.encode(), new_port
        pieces.append(text(host, flexible) + struct.pack(">i", port))
        copied = cursor.position

    if api == "Metadata":
        flexible = version >= 9
        if flexible:
            cursor.tags()
        if version >= 3:
            cursor.int32()
        count = cursor.varint() - 1 if flexible else cursor.int32()
        for _ in range(max(count, 0)):
            cursor.int32()
            address(flexible)
            if version >= 1:
                cursor.text(flexible)
            if flexible:
                cursor.tags()
    else:
        flexible = version >= 3
        if flexible:
            cursor.tags()
        if version >= 1:
            cursor.int32()
        cursor.int16()
        if version >= 1:
            cursor.text(flexible)
        cursor.int32()
        address(flexible)
    pieces.append(bytes(body[copied:]))
    return b"".join(pieces)
