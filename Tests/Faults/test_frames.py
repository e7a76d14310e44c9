# The proxy's knowledge of frames, on bytes put together here.

import struct
import unittest

import fencing
import frames
import groups
import offsets
import refusals
import sessions


def string(value):
    return struct.pack(">h", len(value)) + value


def request(api_key, version, content, correlation=7):
    return struct.pack(">hhi", api_key, version, correlation) + string(b"client") + content


class Addresses(unittest.TestCase):
    def rewritten(self, api, version, body):
        return frames.rewrite_addresses(api, version, body, lambda host, port: ("proxy", port + 1))

    def test_metadata_4(self):
        def body(host, port):
            brokers = struct.pack(">i", 2) + b"".join(
                struct.pack(">i", n) + string(host) + struct.pack(">i", port + n) + struct.pack(">h", -1) for n in (0, 1))
            return struct.pack(">ii", 7, 0) + brokers + string(b"cluster") + b"the rest"

        self.assertEqual(self.rewritten("Metadata", 4, body(b"broker.example", 9092)), body(b"proxy", 9093))

    def test_metadata_12(self):
        def body(host, port):
            broker = struct.pack(">i", 1) + bytes([len(host) + 1]) + host + struct.pack(">i", port) + b"\x00" + b"\x01\x05\x02ab"
            return struct.pack(">i", 7) + b"\x00" + struct.pack(">i", 0) + b"\x02" + broker + b"the rest"

        self.assertEqual(self.rewritten("Metadata", 12, body(b"broker.example", 9092)), body(b"proxy", 9093))

    def test_find_coordinator_2(self):
        def body(host, port):
            return struct.pack(">iihhi", 7, 0, 0, -1, 1) + string(host) + struct.pack(">i", port)

        self.assertEqual(self.rewritten("FindCoordinator", 2, body(b"broker.example", 9092)), body(b"proxy", 9093))
        self.assertEqual(self.rewritten("FindCoordinator", 2, body(b"", -1)), body(b"", -1))

    def test_a_long_host_needs_two_bytes_of_length(self):
        host = b"h" * 200
        body = struct.pack(">i", 7) + b"\x00" + struct.pack(">i", 0) + b"\x02" + struct.pack(">i", 1)
        body += b"\xc9\x01" + host + struct.pack(">i", 1) + b"\x00\x00"
        self.assertIn(b"\x06proxy", self.rewritten("Metadata", 9, body))

    def test_what_is_cut_off_is_malformed(self):
        body = struct.pack(">iihhi", 7, 0, 0, -1, 1) + string(b"broker") + struct.pack(">i", 9092)
        for length in range(4, len(body)):
            with self.assertRaises(frames.MalformedFrame):
                self.rewritten("FindCoordinator", 2, body[:length])


class Requests(unittest.TestCase):
    def header_and(self, body):
        return frames.request_header(body), body

    def test_header(self):
        header = frames.request_header(request(26, 1, b""))
        self.assertEqual((header.api, header.api_version, header.correlation_id), ("EndTxn", 1, 7))
        with self.assertRaises(frames.MalformedFrame):
            frames.request_header(b"short")

    def test_members(self):
        heartbeat = request(12, 3, string(b"group") + struct.pack(">i", 4) + string(b"member") + struct.pack(">h", -1))
        self.assertEqual(groups.member_of(*self.header_and(heartbeat)), ("group", "member"))
        join = request(11, 5, string(b"group") + struct.pack(">ii", 6000, 9000) + string(b"") + b"more")
        self.assertEqual(groups.member_of(*self.header_and(join)), ("group", ""))
        answer = struct.pack(">iihi", 7, 0, 0, 4) + string(b"range") + string(b"leader") + string(b"member")
        self.assertEqual(groups.membership_given(frames.request_header(join), answer), (0, 4, "member"))
        self.assertIsNone(groups.member_of(*self.header_and(request(0, 7, b""))))

    def test_transactions(self):
        init = request(22, 4, b"\x00" + b"\x04txn" + struct.pack(">i", 15000))
        self.assertEqual(groups.transaction_of(*self.header_and(init)), ("txn", None))
        idempotent = request(22, 4, b"\x00" + b"\x00" + struct.pack(">i", 15000))
        self.assertIsNone(groups.transaction_of(*self.header_and(idempotent)))
        answer = struct.pack(">i", 7) + b"\x00" + struct.pack(">ihqh", 0, 0, 1234, 5)
        self.assertEqual(groups.producer_given(frames.request_header(init), answer), (1234, 5))
        end = request(26, 1, string(b"txn") + struct.pack(">qhb", 1234, 5, 1))
        self.assertEqual(groups.transaction_of(*self.header_and(end)), ("txn", (1234, 5)))


def compact(value):
    return bytes([len(value) + 1]) + value


class GivenUp(unittest.TestCase):
    def end(self, is_committed, version=1):
        name = string(b"tx") if version < 3 else b"\0\x03tx"
        content = name + struct.pack(">qhb", 5, 0, is_committed) + (b"\0" if version >= 3 else b"")
        body = request(26, version, content)
        return frames.request_header(body), body

    def test_what_an_end_asks_for(self):
        for version in (1, 3):
            self.assertTrue(groups.is_abort(*self.end(False, version)))
            self.assertFalse(groups.is_abort(*self.end(True, version)))

    def test_only_what_was_open_is_given_up(self):
        seen = sessions.Sessions(60)
        add = request(24, 0, string(b"tx") + struct.pack(">qhi", 5, 0, 0))
        begin = frames.request_header(add), add
        for end, aborts in ((self.end(True), 0), (self.end(False), 1)):
            seen.request(*begin, None)
            seen.request(*end, None)
            self.assertEqual(len(seen.aborts), aborts)
        seen.request(*self.end(False), None)
        self.assertEqual(len(seen.aborts), 1)


class RealBrokersAnswers(unittest.TestCase):
    """What the rig answers where noida-db would not do as a real broker does."""

    def offsets_request(self, generation, member, instance=None):
        content = b"\x00" + compact(b"txn") + compact(b"group") + struct.pack(">qh", 1234, 5) + struct.pack(">i", generation)
        content += compact(member) + (compact(instance) if instance else b"\x00")
        content += b"\x02" + compact(b"topic") + b"\x02" + struct.pack(">iqi", 3, 77, -1) + b"\x00" + b"\x00" + b"\x00" + b"\x00"
        return fencing.OffsetsRequest.read(request(28, 3, content))

    def test_zombies_are_refused(self):
        members = fencing.Fencing()
        members.joined("group", "old", 4, "instance")
        self.assertEqual(members.refusal(self.offsets_request(4, b"old", b"instance")), 0)
        members.joined("group", "other", 5, None)
        self.assertEqual(members.refusal(self.offsets_request(4, b"old", b"instance")), fencing.ILLEGAL_GENERATION)
        members.joined("group", "new", 6, "instance")
        self.assertEqual(members.refusal(self.offsets_request(6, b"old", b"instance")), fencing.FENCED_INSTANCE_ID)
        self.assertEqual(members.refusal(self.offsets_request(6, b"old")), fencing.UNKNOWN_MEMBER_ID)
        members.gone("group", "new")
        self.assertEqual(members.refusal(self.offsets_request(6, b"new")), fencing.UNKNOWN_MEMBER_ID)
        self.assertEqual(members.refusal(self.offsets_request(-1, b"")), 0)

    def test_the_refusal_names_the_partition(self):
        answer = self.offsets_request(4, b"old").answer(9, 25)
        self.assertEqual(answer, struct.pack(">i", 9) + b"\x00" + bytes(4) + b"\x02" + compact(b"topic") + b"\x02"
                         + struct.pack(">ih", 3, 25) + b"\x00\x00\x00")

    def test_offsets_of_an_open_transaction_are_unstable(self):
        def answer(offset, error):
            return struct.pack(">i", 7) + b"\x00" + bytes(4) + b"\x02" + compact(b"topic") + b"\x02" \
                + struct.pack(">iqi", 3, offset, -1) + b"\x01" + struct.pack(">h", error) + b"\x00\x00" + bytes(2) + b"\x00"

        header = frames.RequestHeader(9, 7, 7)
        pending = offsets.PendingOffsets(60)
        pending.add("txn", {("topic", 3)})
        self.assertEqual(offsets.mark_unstable(header, answer(77, 0), pending.holds), answer(-1, 88))
        pending.ended("txn")
        self.assertEqual(offsets.mark_unstable(header, answer(77, 0), pending.holds), answer(77, 0))

    def test_a_topic_with_a_limit(self):
        def produce(size):
            return request(0, 7, struct.pack(">hhii", -1, -1, 30000, 1) + string(b"topic") + struct.pack(">iii", 1, 2, size) + bytes(size))

        header = frames.request_header(produce(1))
        self.assertIsNone(refusals.refuse_produce(header, produce(100), {"topic": 100}))
        self.assertIsNone(refusals.refuse_produce(header, produce(101), {"other": 100}))
        answer = refusals.refuse_produce(header, produce(101), {"topic": 100})
        self.assertEqual(struct.unpack_from(">iih5siih", answer), (7, 1, 5, b"topic", 1, 2, 10))
        self.assertEqual(len(answer), 4 + 4 + 7 + 4 + 4 + 2 + 24 + 4)
        self.assertEqual(refusals.acks_at(header, produce(1)), 8 + 8 + 2)

    def test_a_topic_with_a_limit_in_version_9(self):
        content = b"\x00" + compact(b"txn") + struct.pack(">hi", -1, 30000) + b"\x02" + compact(b"topic") + b"\x02"
        content += struct.pack(">i", 2) + b"\x66" + bytes(101) + b"\x00\x00\x00"
        body = request(0, 9, content)
        header = frames.request_header(body)
        self.assertIsNone(refusals.refuse_produce(header, body, {"topic": 101}))
        answer = refusals.refuse_produce(header, body, {"topic": 100})
        self.assertEqual(answer, struct.pack(">i", 7) + b"\x00\x02" + compact(b"topic") + b"\x02"
                         + struct.pack(">ihqqq", 2, 10, -1, -1, -1) + b"\x01\x00" + b"\x00\x00" + bytes(4) + b"\x00")
        self.assertEqual(struct.unpack_from(">h", body, refusals.acks_at(header, body))[0], -1)


if __name__ == "__main__":
    unittest.main()
