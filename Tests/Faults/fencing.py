# Which membership of a group is the one that counts. A real broker refuses the offsets of a transaction whose sender is no longer a
# member, or of an earlier generation; noida-db takes them from anybody. This gives the real broker's verdict in its place.

import struct
from dataclasses import dataclass

from frames import Cursor, varint

UNKNOWN_MEMBER_ID, ILLEGAL_GENERATION, FENCED_INSTANCE_ID = 25, 22, 82


@dataclass
class OffsetsRequest:
    """What a TxnOffsetCommit request of version 3 says. `places` holds (topic, [partitions])."""

    name: str
    group: str
    generation: int
    member: str
    instance: str | None
    places: list

    @classmethod
    def read(cls, body):
        cursor = Cursor(body, 8)
        cursor.text(False)
        cursor.tags()
        name, group = cursor.text(True).decode(), cursor.text(True).decode()
        cursor.take(8 + 2)
        generation, member, instance = cursor.int32(), cursor.text(True).decode(), cursor.text(True)
        places = []
        for _ in range(cursor.varint() - 1):
            topic, partitions = cursor.text(True).decode(), []
            for _ in range(cursor.varint() - 1):
                partitions.append(cursor.int32())
                cursor.take(8 + 4)
                cursor.text(True)
                cursor.tags()
            cursor.tags()
            places.append((topic, partitions))
        return cls(name, group, generation, member, instance and instance.decode(), places)

    def answer(self, correlation_id, error):
        """The answer that refuses all of it."""
        body = struct.pack(">i", correlation_id) + b"\0" + struct.pack(">i", 0) + varint(len(self.places) + 1)
        for topic, partitions in self.places:
            body += varint(len(topic) + 1) + topic.encode() + varint(len(partitions) + 1)
            body += b"".join(struct.pack(">ih", partition, error) + b"\0" for partition in partitions) + b"\0"
        return body + b"\0"


class Fencing:
    """Members and generations of all groups."""

    def __init__(self):
        self.refused = 0
        self._generations, self._members, self._instances = {}, {}, {}

    def joined(self, group, member, generation, instance):
        """A rebalance has ended for a member; returns the member whose fixed identity it has taken over, None if there is none."""
        self._generations[group] = max(generation, self._generations.get(group, generation))
        self._members[group, member] = generation
        old = self._instances.get((group, instance)) if instance else None
        if instance:
            self._instances[group, instance] = member
        if old is None or old == member:
            return None
        self.gone(group, old)
        return old

    def gone(self, group, member):
        """A member has left, or was taken out."""
        self._members.pop((group, member), None)

    def refusal(self, request):
        """The error that a real broker answers with, 0 if it takes the offsets."""
        if request.generation < 0 and not request.member and not request.instance:
            return 0
        error = 0
        holder = self._instances.get((request.group, request.instance)) if request.instance else None
        if holder is not None and holder != request.member:
            error = FENCED_INSTANCE_ID
        elif (request.group, request.member) not in self._members:
            error = UNKNOWN_MEMBER_ID
        elif request.generation != self._generations[request.group]:
            error = ILLEGAL_GENERATION
        self.refused += error != 0
        return error
