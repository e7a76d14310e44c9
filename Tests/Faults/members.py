# Which members of groups a proxy has seen, and when the broker last heard of each. noida-db keeps a member that is gone for ever;
# with this the rig takes it out when its session is over, as a real broker does.

import time

from frames import MalformedFrame, member_given, member_of


class Members:
    """Written by the proxies' thread, read by the scene's."""

    def __init__(self):
        self._heard = {}
        self._joining = {}

    def request(self, header, body, connection):
        """A request has gone to the broker."""
        member = member_of(header, body)
        if member is None:
            return
        if header.api == "LeaveGroup":
            self._heard.pop(member, None)
            return
        if header.api == "JoinGroup":
            self._joining[connection] = member
        if member[1]:
            self._heard[member] = time.monotonic()

    def answer(self, header, body, connection):
        """An answer has come from the broker."""
        if header.api != "JoinGroup" or connection not in self._joining:
            return
        group, _ = self._joining.pop(connection)
        try:
            member = member_given(header, body)
        except MalformedFrame:
            return
        if member:
            self._heard[group, member] = time.monotonic()

    def forget(self, connection):
        """A connection has ended; with it the wait for an answer to JoinGroup."""
        self._joining.pop(connection, None)

    def take_silent(self, seconds):
        """Members not heard of for so long; each is told once. Who waits to join counts as heard."""
        now = time.monotonic()
        waiting = set(self._joining.values())
        silent = [m for m, heard in list(self._heard.items()) if now - heard > seconds and m not in waiting]
        for member in silent:
            self._heard.pop(member, None)
        return silent
