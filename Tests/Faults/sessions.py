# Which group members and which open transactions the proxies of a scene have seen, and when the broker last heard of each. noida-db
# keeps both for ever; with this the rig ends them when their time is over, as a real broker does.

import threading
import time

from fencing import Fencing, OffsetsRequest
from frames import MalformedFrame
from groups import instance_of, is_abort, member_of, membership_given, producer_given, transaction_of
from offsets import PendingOffsets, mark_unstable


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
        self._open = {}
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
            self._joining[connection] = member, instance_of(header, body)
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
                self._ending[connection, header.correlation_id] = name
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
                self.pending.ended(self._ending.pop((connection, header.correlation_id), None))
                if header.api == "LeaveGroup":
                    member = self._leaving.pop((connection, header.correlation_id))
                    self._heard.pop(member, None)
                    self.fencing.gone(*member)
                elif header.api == "JoinGroup" and connection in self._joining:
                    (group, _), instance = self._joining.pop(connection)
                    error, generation, member = membership_given(header, body)
                    if member:
                        self._heard[group, member] = time.monotonic()
                    if error == 0:
                        self.fencing.joined(group, member, generation, instance)
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
            waiting = {member for member, _ in self._joining.values()}
            silent = [m for m, heard in self._heard.items() if now - heard > seconds and m not in waiting]
            for member in silent:
                del self._heard[member]
                self.fencing.gone(*member)
            return silent

    def take_overdue(self, seconds):
        """Transactional ids whose transaction has been open for so long; each is told once."""
        with self._lock:
            now = time.monotonic()
            overdue = [name for name, since in self._open.items() if now - since > seconds]
            for name in overdue:
                self._given_up(name)
            return overdue

    def _given_up(self, name):
        if self._open.pop(name, None) is not None:
            self.aborts.append(time.monotonic())

    @property
    def open_transactions(self):
        return len(self._open)
