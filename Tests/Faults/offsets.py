# Offsets that belong to a transaction which has not ended yet. A real broker answers OffsetFetch for such a partition with
# UNSTABLE_OFFSET_COMMIT, so that whoever takes the partition over waits; noida-db answers with the old offset, after which the same
# records come out twice. This puts the real broker's answer in its place.

import struct
import time

from frames import Cursor

UNSTABLE_OFFSET_COMMIT = 88


def mark_unstable(header, body, is_pending):
    """An OffsetFetch answer of versions 6 to 8 with the pending partitions marked."""
    patched = bytearray(body)
    cursor = Cursor(body, 4)
    cursor.tags()
    cursor.int32()
    for _ in range(cursor.varint() - 1 if header.api_version >= 8 else 1):
        if header.api_version >= 8:
            cursor.text(True)
        for _ in range(cursor.varint() - 1):
            topic = cursor.text(True).decode()
            for _ in range(cursor.varint() - 1):
                partition, offset_at = cursor.int32(), cursor.position
                cursor.take(8 + 4)
                cursor.text(True)
                if is_pending((topic, partition)):
                    struct.pack_into(">q", patched, offset_at, -1)
                    struct.pack_into(">h", patched, cursor.position, UNSTABLE_OFFSET_COMMIT)
                cursor.int16()
                cursor.tags()
            cursor.tags()
        cursor.int16()
        if header.api_version >= 8:
            cursor.tags()
    return bytes(patched)


class PendingOffsets:
    """Pending places by transactional id. `limit` is the time after which a transaction is over in any case."""

    def __init__(self, limit):
        self.limit, self.marked = limit, 0
        self._places, self._since = {}, {}

    def add(self, name, places):
        self._places.setdefault(name, set()).update(places)
        self._since.setdefault(name, time.monotonic())

    def ended(self, name):
        self._places.pop(name, None)
        self._since.pop(name, None)

    def holds(self, place):
        now = time.monotonic()
        for name in [name for name, since in self._since.items() if now - since > self.limit]:
            self.ended(name)
        is_pending = any(place in places for places in self._places.values())
        self.marked += is_pending
        return is_pending
