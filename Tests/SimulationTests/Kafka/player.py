# Plays a script on a broker. What the words of a script mean is said in Scripts/README.md.

from dataclasses import dataclass

import batches
import calls
import group_calls
from members import Member, Members
from wire import until

# How often a race with the writing of markers is tried.
ATTEMPTS = 100
# The producer id of those that the script has not made.
UNKNOWN_PRODUCER = 999_999_999


@dataclass
class Producer:
    """A producer as a script knows it."""

    transactional_id: str
    id: int
    epoch: int

    @property
    def identity(self):
        return self.id, self.epoch


class Player:
    """One script's names. Topics, groups and transactional ids get `suffix`, so that each script has its own."""

    def __init__(self, address, connection, suffix):
        self.connection, self.suffix = connection, suffix
        self.producers, self.letters, self.partition_counts, self.renamed = {}, {}, {}, {}
        self.attempts = 0
        self.members = Members(address, connection, lambda topic: self.partition_counts[topic])

    def play(self, line):
        """Carries out a line without its answer, and returns the answer."""
        self.members.serve()
        word, *arguments = line.split()
        operation = getattr(self, "_" + word.replace("-", "_"))

        def answered():
            answer = operation(*arguments)
            return answer if answer not in calls.NOT_YET else None

        return until(answered, f"{line}: the coordinator does not come")

    def close(self):
        self.members.close()
        for topic in self.partition_counts:
            calls.delete_topic(self.connection, topic)

    # Names

    def _own(self, name):
        return f"{self.renamed.get(name, name)}{self.suffix}"

    def _place(self, text):
        topic, _, number = text.rpartition("-")
        return self._own(topic), int(number)

    def _offset_of(self, text):
        place, offset = text.split("@")
        return self._place(place), int(offset)

    def _producer(self, text):
        """`p`, `p+1` or `p+-1` for another epoch of it, `p@t` for another transactional id with it."""
        name, _, transactional_id = text.partition("@")
        name, _, raised = name.partition("+")
        known = self.producers.get(name, Producer(None, UNKNOWN_PRODUCER, 0))
        owner = self._own(transactional_id) if transactional_id else known.transactional_id
        return Producer(owner, known.id, known.epoch + int(raised or 0))

    def _member(self, text):
        """`m`, `m#2` for another generation of it, `none` for who is in no group."""
        name, _, generation = text.partition("#")
        known = self.members.all.get(name, Member(id="" if name == "none" else name))
        return Member(known.id, known.instance, int(generation) if generation else known.generation)

    # Topics and logs

    def _topic(self, name, partitions):
        topic = self._own(name)
        answer = calls.create_topic(self.connection, topic, int(partitions))
        if answer == "done":
            self._wait_for_partitions(topic, int(partitions))
        return answer

    def _partitions(self, name, total):
        answer = calls.create_partitions(self.connection, self._own(name), int(total))
        if answer == "done":
            self._wait_for_partitions(self._own(name), int(total))
        return answer

    def _wait_for_partitions(self, topic, count):
        self.partition_counts[topic] = count
        for number in range(count):
            until(lambda: calls.list_offset(self.connection, (topic, number), "end").startswith("offset"), topic)

    def _drop(self, name):
        topic = self._own(name)
        answer = calls.delete_topic(self.connection, topic)
        until(lambda: calls.list_offset(self.connection, (topic, 0), "end").startswith("UNKNOWN_TOPIC"), topic)
        return answer

    def _append(self, place, count):
        return calls.produce(self.connection, self._place(place), batches.batch(int(count[1:])))

    def _produce(self, producer, place, sequence, count, kind=""):
        by = self._producer(producer)
        if kind == "v2":
            data = batches.batch(int(count[1:]), by.identity, int(sequence), True)
            return calls.produce_version_2(self.connection, self._place(place), data, by.transactional_id)
        is_transactional = kind != "plain"
        data = batches.batch(int(count[1:]), by.identity, int(sequence), is_transactional)
        return calls.produce(
            self.connection, self._place(place), data, by.transactional_id if is_transactional else None
        )

    def _fetch(self, place, offset, kind=""):
        answer = calls.fetch(self.connection, self._place(place), int(offset), kind != "uncommitted")
        if isinstance(answer, str):
            return answer
        return " ".join([f"{first}..<{end}" for first, end in answer[0]] + [f"next {answer[1]}"])

    def _offset(self, place, bound):
        return calls.list_offset(self.connection, self._place(place), bound)

    def _delete(self, place, offset):
        return calls.delete_records(self.connection, self._place(place), int(offset))

    # Transactions

    def _init(self, name, transactional_id, *options):
        choices = dict(zip(options[::2], options[1::2]))
        owner = None if transactional_id == "-" else self._own(transactional_id)
        current = self._producer(choices["as"]).identity if "as" in choices else (-1, -1)
        answer = calls.init_producer_id(self.connection, owner, int(choices.get("timeout", 60000)), current)
        if isinstance(answer, str):
            return answer
        return self._named(name, owner, answer)

    def _named(self, name, owner, identity):
        """Gives a producer its name, which it keeps when it gets another epoch."""
        self.producers[name.partition("+")[0]] = Producer(owner, *identity)
        letter = self.letters.setdefault(identity[0], chr(ord("A") + len(self.letters)))
        return f"producer {letter}/{identity[1]}"

    def _add(self, producer, *places):
        by = self._producer(producer)
        return calls.add_partitions(
            self.connection, by.transactional_id, by.identity, [self._place(it) for it in places]
        )

    def _offsets(self, producer, group):
        by = self._producer(producer)
        return calls.add_offsets(self.connection, by.transactional_id, by.identity, self._own(group))

    def _txn_commit(self, producer, group, member, *offsets):
        by = self._producer(producer)
        version = 5 if offsets[-1] == "v2" else 3
        return calls.txn_offset_commit(
            self.connection,
            by.transactional_id,
            by.identity,
            self._own(group),
            self._member(member),
            [self._offset_of(it) for it in offsets if it != "v2"],
            version,
        )

    def _end(self, producer, result, kind=""):
        by = self._producer(producer)
        if kind == "v2":
            answer = calls.end_txn_version_2(self.connection, by.transactional_id, by.identity, result == "commit")
            return answer if isinstance(answer, str) else self._named(producer, by.transactional_id, answer)
        return calls.end_txn(self.connection, by.transactional_id, by.identity, result == "commit")

    def _settle(self, producer):
        return self._wait_for_state(producer, ("PrepareCommit", "PrepareAbort"))

    def _expire(self, producer):
        return self._wait_for_state(producer, ("Ongoing", "PrepareCommit", "PrepareAbort"))

    def _rush(self, result, *line):
        """What is answered while the markers of a transaction of `p` are to be written to all partitions of `many`.

        They are not written yet where the coordinator says so after the answer; otherwise it is another one's turn.
        """
        many = [(self._own("many"), number) for number in range(self.partition_counts[self._own("many")])]
        for _ in range(ATTEMPTS):
            self.attempts += 1
            self.renamed["t"] = f"t-{self.attempts}"
            self._init("p", "t")
            owner, by = self._own("t"), self.producers["p"].identity
            self._required("done", calls.add_partitions(self.connection, owner, by, many))
            if result == "fence":
                self._required("CONCURRENT_TRANSACTIONS", self._init("q", "t"))
            else:
                self._required("done", self._end("p", result))
            answer = self.play(" ".join(line))
            if calls.transaction_state(self.connection, owner) in ("PrepareCommit", "PrepareAbort"):
                return answer
        return "markers are always written already"

    @staticmethod
    def _required(expected, answer):
        if answer != expected:
            raise ValueError(f"{answer} instead of {expected}")

    def _wait_for_state(self, producer, others):
        owner = self._producer(producer).transactional_id
        until(lambda: calls.transaction_state(self.connection, owner) not in others, f"{owner} stays as it is")
        return "done"

    # Groups

    def _join(self, name, group, topic, *options):
        choices = dict(zip(options[::2], options[1::2]))
        times = int(choices.get("session", 10000)), int(choices.get("rebalance", 20000))
        return self.members.join(name, self._own(group), self._own(topic), choices.get("as"), *times)

    def _answer(self, name):
        return self.members.answer(name)

    def _beat(self, group, member):
        return group_calls.heartbeat(self.connection, self._own(group), self._member(member))

    def _leave(self, group, member):
        return group_calls.leave_group(self.connection, self._own(group), self._member(member))

    def _gone(self, name):
        self.members.wait_until_gone(name)
        return "done"

    def _commit(self, group, member, *offsets):
        return group_calls.offset_commit(
            self.connection, self._own(group), self._member(member), [self._offset_of(it) for it in offsets]
        )

    def _committed(self, group, place, kind=""):
        answer = group_calls.offset_fetch(self.connection, self._own(group), self._place(place), kind == "stable")
        return answer

    def _forgotten(self, group, place):
        until(lambda: self._committed(group, place) == "none", f"{place} is not forgotten")
        return "none"
