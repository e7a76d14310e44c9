# Kafka's frames as far as the proxies need them: the header of a request, how a transaction is to end, and errors in
# the place of an answer's own. Bytes in, values out; errors are written into the frame.

import os
import struct
import sys
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.join(os.path.dirname(HERE), "SimulationTests", "Kafka"))
from wire import Reader  # noqa: E402  The path must be known first.

API_NAMES = {
    0: "Produce",
    1: "Fetch",
    2: "ListOffsets",
    3: "Metadata",
    8: "OffsetCommit",
    9: "OffsetFetch",
    10: "FindCoordinator",
    11: "JoinGroup",
    12: "Heartbeat",
    13: "LeaveGroup",
    14: "SyncGroup",
    17: "SaslHandshake",
    18: "ApiVersions",
    22: "InitProducerId",
    23: "OffsetForLeaderEpoch",
    24: "AddPartitionsToTxn",
    25: "AddOffsetsToTxn",
    26: "EndTxn",
    28: "TxnOffsetCommit",
    36: "SaslAuthenticate",
    # ConsumerGroupHeartbeat, of members that brokers share partitions out to.
    68: "Heartbeat",
}
# The first version of a kind whose fields end with tags.
FLEXIBLE = {"Produce": 9, "AddOffsetsToTxn": 3, "EndTxn": 3}
NOT_LEADER_OR_FOLLOWER, NOT_ENOUGH_REPLICAS = 6, 19


@dataclass(frozen=True, slots=True)
class Request:
    """The header of a request. `api` is the name of its kind, `client` what the sender calls itself, empty if it says
    nothing."""

    api: str
    version: int
    correlation: int
    client: str

    @classmethod
    def read(cls, body):
        """Reads the header, the frame's length already taken off; raises ValueError if there is none."""
        if len(body) < 10:
            raise ValueError(f"a request of {len(body)} bytes")
        key, version, correlation, length = struct.unpack_from(">hhih", body)
        client = body[10 : 10 + max(length, 0)]
        if len(client) < length:
            raise ValueError(f"a client id of {length} bytes in a request of {len(body)}")
        return cls(API_NAMES.get(key, f"Api{key}"), version, correlation, client.decode(errors="replace"))


def correlation_of(body):
    """The number that tells which request an answer belongs to; raises ValueError if there is none."""
    if len(body) < 4:
        raise ValueError(f"an answer of {len(body)} bytes")
    return struct.unpack_from(">i", body)[0]


def is_commit(request, body):
    """Whether an EndTxn request asks for the transaction to be committed and not aborted."""
    return body[-2 if is_flexible(request) else -1] == 1


def is_flexible(request):
    """Whether the fields of this version end with tags, and lengths are of variable size."""
    return request.version >= FLEXIBLE[request.api]


def fail_offsets(request, body):
    """Lets an answer to AddOffsetsToTxn, a bytearray, say that replicas are missing."""
    # The number of the request, the tags of the header, how long the client is to wait.
    struct.pack_into(">h", body, 4 + is_flexible(request) + 4, NOT_ENOUGH_REPLICAS)


def send_back(request, body):
    """Lets an answer to Produce, a bytearray, say that the broker does not lead the partitions."""
    fields = Reader(body, is_flexible(request))

    def topic():
        fields.string()
        fields.array(partition)
        fields.tags()

    def partition():
        # The partition, the error, then the offset, the time, and from version 5 on the log's start.
        struct.pack_into(">h", body, fields.position + 4, NOT_LEADER_OR_FOLLOWER)
        fields.number("ihqqq" if request.version >= 5 else "ihqq")
        if request.version >= 8:
            fields.array(record)
            fields.string()
        fields.tags()

    def record():
        fields.number("i")
        fields.string()
        fields.tags()

    fields.number("i")
    fields.tags()
    fields.array(topic)
