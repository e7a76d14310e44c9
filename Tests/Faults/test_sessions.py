# What the rig does in a real broker's place about members and transactions: whose time is over, and who has to wait.

import struct
import time
import unittest

import frames
import sessions
from test_frames import compact, request, string

LATER = 0.02


def framed(api, version, content):
    body = request(api, version, content)
    return frames.request_header(body), body


def begin(name=b"tx"):
    return framed(24, 0, string(name) + struct.pack(">qhi", 5, 0, 0))


def end(is_committed, name=b"tx"):
    return framed(26, 1, string(name) + struct.pack(">qhb", 5, 0, is_committed))


def take_over(name=b"tx"):
    return framed(22, 4, b"\0" + compact(name) + struct.pack(">i", 15000))


def join(member, instance=None):
    identity = struct.pack(">h", -1) if instance is None else string(instance)
    return framed(11, 5, string(b"group") + struct.pack(">ii", 6000, 9000) + string(member) + identity)


def joined(member, generation=1):
    return struct.pack(">iihi", 7, 0, 0, generation) + string(b"range") + string(b"leader") + string(member)


class Transactions(unittest.TestCase):
    def setUp(self):
        self.seen = sessions.Sessions(60)
        self.seen.request(*begin(), "connection")
        time.sleep(LATER)

    def test_one_that_is_overdue_is_ended(self):
        (name, since), = self.seen.hold_overdue(LATER / 2)
        self.assertTrue(self.seen.is_held(*end(True)))
        self.assertTrue(self.seen.take_overdue(name, since))
        self.seen.release(name)
        self.assertFalse(self.seen.is_held(*end(True)))
        self.assertEqual(len(self.seen.aborts), 1)

    def test_the_next_one_is_not_ended_in_its_place(self):
        (name, since), = self.seen.hold_overdue(LATER / 2)
        # Was on its way already.
        self.seen.request(*end(True), "connection")
        self.assertFalse(self.seen.take_overdue(name, since))
        self.seen.release(name)
        self.seen.request(*begin(), "connection")
        self.assertFalse(self.seen.take_overdue(name, since))

    def test_all_requests_that_change_it_wait(self):
        self.seen.hold_overdue(LATER / 2)
        produce = framed(0, 7, string(b"tx") + struct.pack(">hii", -1, 30000, 0))
        offsets = framed(28, 3, b"\0" + compact(b"tx"))
        for held in (begin(), end(True), take_over(), produce, offsets):
            self.assertTrue(self.seen.is_held(*held), held[0].api)
        for free in (begin(b"other"), framed(0, 7, struct.pack(">hhii", -1, -1, 30000, 0)), framed(3, 4, b"")):
            self.assertFalse(self.seen.is_held(*free), free[0].api)

    def test_a_producer_takes_over_when_the_end_is_answered(self):
        header, body = end(True)
        self.seen.request(header, body, "connection")
        self.assertTrue(self.seen.is_held(*take_over()))
        self.assertFalse(self.seen.is_held(*take_over(b"other")))
        self.seen.answer(header, struct.pack(">iih", 7, 0, 0), "connection")
        self.assertFalse(self.seen.is_held(*take_over()))


class Members(unittest.TestCase):
    def setUp(self):
        self.seen = sessions.Sessions(60)

    def join(self, connection, member, instance=None):
        header, body = join(b"", instance)
        self.seen.request(header, body, connection)
        self.seen.answer(header, joined(member), connection)

    def test_silent_ones_are_taken_out_once(self):
        self.join("one", b"old")
        time.sleep(LATER)
        self.assertEqual(self.seen.take_silent(60), [])
        self.assertEqual(self.seen.take_silent(LATER / 2), [("group", "old")])
        self.assertEqual(self.seen.take_silent(LATER / 2), [])

    def test_the_former_member_of_an_identity_is_not_taken_out(self):
        self.join("one", b"old", b"instance")
        self.join("two", b"new", b"instance")
        time.sleep(LATER)
        self.assertEqual(self.seen.take_silent(LATER / 2), [("group", "new")])

    def test_who_waits_to_join_is_not_silent_until_its_connection_ends(self):
        self.join("one", b"member")
        self.seen.request(*join(b"member"), "two")
        time.sleep(LATER)
        self.assertEqual(self.seen.take_silent(LATER / 2), [])
        self.seen.forget("two")
        self.assertEqual(self.seen.take_silent(LATER / 2), [("group", "member")])

    def test_a_join_that_is_never_answered_is_found(self):
        self.join("one", b"member")
        self.seen.request(*join(b""), "two")
        time.sleep(LATER)
        self.assertEqual(self.seen.forgotten_joins(60), [])
        self.assertEqual(self.seen.forgotten_joins(LATER / 2), ["two"])
        self.seen.forget("two")
        self.assertEqual(self.seen.forgotten_joins(LATER / 2), [])

    def test_members_that_nobody_knows_are_taken_out_but_for_the_one_that_waits(self):
        old, new = (f"client-{number:036}" for number in range(2))
        self.assertEqual(self.seen.take_strangers("group", [old], LATER / 2), [])
        self.seen.request(*join(b""), "one")
        time.sleep(LATER)
        self.assertEqual(self.seen.take_strangers("group", [old, new], LATER / 2), [("group", old)])
        time.sleep(LATER)
        self.assertEqual(self.seen.take_strangers("group", [new], LATER / 2), [])
        self.seen.forget("one")
        self.assertEqual(self.seen.take_strangers("group", [new], LATER / 2), [("group", new)])


if __name__ == "__main__":
    unittest.main()
