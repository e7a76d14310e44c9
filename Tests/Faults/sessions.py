# Which group members and which open transactions the proxies of a scene have seen, and when the broker last heard of each. noida-db
# keeps both for ever; with this the rig ends them when their time is over, as a real broker does.

import threading
import time

from fencing import Fencing, OffsetsRequest
from frames import MalformedFrame
from groups import (
    client_of, instance_of, is_abort, member_of, membership_given, producer_given, transaction_of, transactional_id_of,
)
from offsets import PendingOffsets, mark_unstable

# An EndTxn with a broken connection is never seen to be answered; by then it is.
ENDING_SECONDS = 1


class Sessions:
    """Written by the proxies' thread, read by the scene's."""

    def __init__(self, transaction_seconds, is_needed=True):
        self.is_needed = is_needed
        self.pending = PendingOffsets(transaction_seconds + 2)
        self.fencing = Fencing()
        # When a transaction was given up: by its producer, by the next one of its name, or because its time was over.
        self.aborts = []
        self._ending = {}
        self._heard = {}
        self._joining, self._leaving = {}, {}
        self._listed, self._strangers = {}, {}
        self._open = {}
        self._held = set()
        self._epochs = {}
        self._initializing = {}
        self._lock = threading.Lock()

    def request(self, header, body, connection):
        """A request has gone to the broker."""
        with self._lock:
            member, transaction = member_of(header, body), transaction_of(header, body)
            if member is not None:
                self._member(header, body, member, connection)
            elif transaction is not None:
                self._transaction(header, body, *transaction, connection)

    def refusal(self, header, body):
        """The answer to a request that a real broker would refuse, None if it would not."""
        if not self.is_needed or header.api != "TxnOffsetCommit" or header.api_version != 3:
            return None
        with self._lock:
            offsets = OffsetsRequest.read(body)
            error = self.fencing.refusal(offsets)
            if error:
                return offsets.answer(header.correlation_id, error)
            self.pending.add(offsets.name, {(topic, number) for topic, numbers in offsets.places for number in numbers})
            return None

    def _member(self, header, body, member, connection):
        if header.api == "LeaveGroup":
            # It counts once it is answered: behind a JoinGroup that waits it may never be read.
            self._leaving[connection, header.correlation_id] = member
            return
        if header.api == "JoinGroup":
            self._joining[connection] = member, instance_of(header, body), client_of(body), time.monotonic()
        if member[1]:
            self._heard[member] = time.monotonic()

    def _transaction(self, header, body, name, producer, connection):
        if header.api == "InitProducerId":
            self._initializing[connection] = name
            self._given_up(name)
        elif producer >= self._epochs.get(name, producer):
            # A producer that another one has replaced is refused by the broker, whatever it asks for.
            self._epochs[name] = producer
            if header.api == "EndTxn":
                if is_abort(header, body):
                    self._given_up(name)
                self._open.pop(name, None)
                self._ending[connection, header.correlation_id] = name, time.monotonic()
            else:
                self._open.setdefault(name, time.monotonic())

    def answer(self, header, body, connection):
        """An answer has come from the broker; the answer that a real broker would have given."""
        if not self.is_needed:
            return body
        with self._lock:
            try:
                if header.api == "OffsetFetch" and 6 <= header.api_version <= 8:
                    return mark_unstable(header, body, self.pending.holds)
                self.pending.ended(self._ending.pop((connection, header.correlation_id), (None,))[0])
                if header.api == "LeaveGroup":
                    member = self._leaving.pop((connection, header.correlation_id))
                    self._heard.pop(member, None)
                    self.fencing.gone(*member)
                elif header.api == "JoinGroup" and connection in self._joining:
                    (group, _), instance, *_ = self._joining.pop(connection)
                    error, generation, member = membership_given(header, body)
                    if member:
                        self._heard[group, member] = time.monotonic()
                    if error == 0:
                        # Whoever had the same fixed identity before is no member any more.
                        self._heard.pop((group, self.fencing.joined(group, member, generation, instance)), None)
                elif header.api == "InitProducerId" and connection in self._initializing:
                    self.replaced(self._initializing.pop(connection), producer_given(header, body))
            except (MalformedFrame, KeyError):
                pass
        return body

    def replaced(self, name, producer):
        """A transactional id has a new producer."""
        self.pending.ended(name)
        if producer is not None:
            self._epochs[name] = producer

    def forget(self, connection):
        """A connection has ended, and with it the wait for answers."""
        with self._lock:
            self._joining.pop(connection, None)
            self._initializing.pop(connection, None)

    def take_silent(self, seconds):
        """Members not heard of for so long; each is told once. Who waits to join counts as heard."""
        with self._lock:
            now = time.monotonic()
            waiting = {member for member, *_ in self._joining.values()}
            silent = [m for m, heard in self._heard.items() if now - heard > seconds and m not in waiting]
            for member in silent:
                del self._heard[member]
                self.fencing.gone(*member)
            return silent

    def take_strangers(self, group, members, seconds):
        """Those of a group's members that no worker has known of for so long: their JoinGroup was answered to a broken connection."""
        with self._lock:
            now = time.monotonic()
            self._listed = {name: self._listed.get(name, now) for name in members}
            unknown = [name for name in members if (group, name) not in self._heard]
            self._strangers = {name: self._strangers.get(name, now) for name in unknown}
            # The newest of a client is one that waits for its first answer. noida-db's names are the client's and a UUID.
            waiting = {client for (_, name), _, client, _ in self._joining.values() if not name}
            newest = {name[:-37]: name for name in sorted(unknown, key=self._listed.get) if name[:-37] in waiting}
            return [(group, name) for name in unknown
                    if now - self._strangers[name] > seconds and name != newest.get(name[:-37])]

    def forgotten_joins(self, seconds):
        """Connections with a JoinGroup that is not answered for so long. One that comes at the very moment at which noida-db ends a
        rebalance keeps all others waiting until max.poll.interval.ms is over; a real broker counts it to the next one."""
        with self._lock:
            now = time.monotonic()
            return [connection for connection, (*_, since) in self._joining.items() if now - since > seconds]

    def hold_overdue(self, seconds):
        """Transactions that have been open for so long, as (transactional id, since when). What their producers ask for is kept
        back until `release`: a broker ends a transaction at one moment, before or after any request, and never the next one."""
        with self._lock:
            now = time.monotonic()
            overdue = [(name, since) for name, since in self._open.items() if now - since > seconds]
            self._held.update(name for name, _ in overdue)
            return overdue

    def take_overdue(self, name, since):
        """Whether a transaction that was overdue is still open now that the requests under way are answered; told once."""
        with self._lock:
            is_open = self._open.get(name) == since
            if is_open:
                self._given_up(name)
            return is_open

    def release(self, name):
        """Lets the requests of a transaction through again."""
        with self._lock:
            self._held.discard(name)

    def is_held(self, header, body):
        """Whether a request has to wait: its transaction is being ended, by time or by its own producer, and the next one takes over
        only then. noida-db would do both at once."""
        with self._lock:
            if header.api == "InitProducerId":
                now, name = time.monotonic(), transactional_id_of(header, body)
                ending = {ended for ended, since in self._ending.values() if now - since < ENDING_SECONDS}
                return name is not None and name in ending | self._held
            return bool(self._held) and transactional_id_of(header, body) in self._held

    def _given_up(self, name):
        if self._open.pop(name, None) is not None:
            self.aborts.append(time.monotonic())

    @property
    def open_transactions(self):
        return len(self._open)
