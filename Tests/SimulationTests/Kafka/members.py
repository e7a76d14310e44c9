# The members of a script's groups. Each has a connection of its own, since a broker holds the answer to JoinGroup back
# and answers nothing else on that connection.

import select
import socket
import struct
from dataclasses import dataclass, field

import group_calls
from wire import Connection, Reader, Writer, name_of, until


@dataclass
class Member:
    """A member as a script knows it. `phase` is the request that is under way, `result` what came of it."""

    id: str = ""
    instance: str = None
    generation: int = -1
    group: str = ""
    topic: str = ""
    connection: Connection = field(default=None, repr=False)
    phase: str = ""
    next_generation: int = -1
    result: str = ""


class Members:
    """All members of a script by name; they answer what brokers ask of them in between."""

    def __init__(self, address, connection, partition_counts):
        self.address, self.connection, self.counts, self.all = address, connection, partition_counts, {}

    def join(self, name, group, topic, instance, session, rebalance):
        """Sends JoinGroup, and waits until the broker has it: it has answered, or waits for the other members."""
        member = self.all.setdefault(name, Member(group=group, instance=instance))
        member.topic = topic
        if member.connection is None:
            member.connection = Connection(self.address, name)
        is_new = not member.id and not instance
        member.connection.send(
            group_calls.JOIN_GROUP, 5, group_calls.join_group(group, member, session, rebalance, topic)
        )
        member.phase, member.result = "join", ""

        def is_known():
            self.serve()
            return member.phase != "join" or (not is_new and self._is_preparing(group))

        until(is_known, f"{name} does not join")
        return member.result if member.result == "MEMBER_ID_REQUIRED" else "sent"

    def answer(self, name):
        """What became of the last JoinGroup."""
        member = self.all[name]

        def is_answered():
            self.serve()
            return not member.phase

        until(is_answered, f"{name} gets no answer")
        if member.result.startswith("#"):
            member.generation = member.next_generation
        return member.result

    def serve(self):
        """Takes the answers that have come, and goes on until no member waits for its assignment."""
        while True:
            waiting = [member for member in self.all.values() if member.phase]
            syncing = any(member.phase == "sync" for member in waiting)
            sockets = {member.connection.socket: member for member in waiting}
            ready = select.select(list(sockets), [], [], 30 if syncing else 0)[0] if sockets else []
            for each in ready:
                self._take(sockets[each])
            if not ready:
                return

    def _take(self, member):
        reader = member.connection.receive()
        if member.phase == "join":
            _, code, generation = reader.number("ihi")
            reader.string()
            leader = reader.string()
            identity = reader.string()
            others = reader.array(lambda: (reader.string(), reader.string(), reader.blob()))
            if code == 79:
                member.id = identity
            if code:
                member.phase, member.result = "", name_of(code)
                return
            member.id, member.next_generation, member.phase = identity, generation, "sync"
            shares = self._assign(member.topic, others) if leader == identity else {}
            kept, member.generation = member.generation, generation
            member.connection.send(group_calls.SYNC_GROUP, 3, group_calls.sync_group(member.group, member, shares))
            member.generation = kept
            return
        code = reader.number("ih")[1]
        member.phase, member.result = "", name_of(code)
        if code == 0:
            member.result = " ".join([f"#{member.next_generation}", *self._partitions(reader.blob())])

    def _assign(self, topic, others):
        """Ranges of the topic's partitions, in the order of instance and member ids."""
        others = sorted(others, key=lambda it: it[1] or it[0])
        share, rest = divmod(self.counts(topic), len(others))
        shares, following = {}, 0
        for place, (identity, _, _) in enumerate(others):
            numbers = range(following, following + share + (place < rest))
            following = numbers.stop
            fields = Writer().number("hi", 0, 1).string(topic).array(list(numbers), lambda n: None)
            fields.number("i" * len(numbers), *numbers).blob(b"")
            shares[identity] = bytes(fields.bytes)
        return shares

    @staticmethod
    def _partitions(data):
        if not data:
            return []
        reader = Reader(data)
        reader.number("h")
        topics = reader.array(lambda: (reader.string(), reader.array(lambda: reader.number("i"))))
        return [f"{number}" for _, numbers in topics for number in numbers]

    def _is_preparing(self, group):
        return group_calls.describe_group(self.connection, group)[0] == "PreparingRebalance"

    def wait_until_gone(self, name):
        """Waits until a member's session is over."""
        member = self.all[name]
        until(lambda: member.id not in group_calls.describe_group(self.connection, member.group)[1], f"{name} stays")

    def close(self):
        for member in self.all.values():
            if member.connection:
                # A reset ends held requests at once.
                member.connection.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                member.connection.socket.close()
