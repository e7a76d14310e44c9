# The proxy's knowledge of frames, on bytes put together here.

import struct
import unittest

import frames
import groups


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


if __name__ == "__main__":
    unittest.main()
