# Kafka's frames as far as the proxies need them: the header of a request, and how a transaction is to end. Bytes in,
# values out.

import struct
from dataclasses import dataclass

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
}
# The first version of EndTxn whose fields end with tags.
FLEXIBLE_END = 3


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
    return body[-2 if request.version >= FLEXIBLE_END else -1] == 1
