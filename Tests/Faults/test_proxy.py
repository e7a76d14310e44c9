# The proxies between a client and a broker that both live in the test: frames, and what rules do to them.

import contextlib
import socket
import struct
import threading
import time
import unittest

from frames import Request, fail_offsets, is_commit, send_back
from proxy import Proxies
from rules import Call, Hole, LateEnd, Refusal, Silence

KEYS = {"Produce": 0, "InitProducerId": 22, "AddPartitionsToTxn": 24, "AddOffsetsToTxn": 25, "EndTxn": 26}
LIMIT = 10


def frame(api, correlation, client=b"w0", content=b""):
    body = struct.pack(">hhih", KEYS[api], 1, correlation, len(client)) + client + content
    return struct.pack(">i", len(body)) + body


class Broker:
    """Answers each request with its correlation id, and notes (api, correlation id) in the order of arrival."""

    def __init__(self):
        self.seen = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        with contextlib.suppress(OSError), connection, connection.makefile("rb") as file:
            while len(head := file.read(4)) == 4:
                request = Request.read(file.read(struct.unpack(">i", head)[0]))
                self.seen.append((request.api, request.correlation))
                connection.sendall(struct.pack(">ii", 4, request.correlation))

    def wait(self, count):
        end = time.monotonic() + LIMIT
        while len(self.seen) < count and time.monotonic() < end:
            time.sleep(0.01)
        return self.seen

    def close(self):
        self._socket.close()


class Client:
    """A connection to the proxies."""

    def __init__(self, proxies):
        self.socket = socket.create_connection(("127.0.0.1", proxies.ports[1]), LIMIT)

    def send(self, *arguments, **options):
        self.socket.sendall(frame(*arguments, **options))

    def answer(self):
        """The correlation id of the next answer, None if the connection has ended."""
        try:
            data = self.socket.recv(8)
        except ConnectionResetError:
            return None
        return struct.unpack(">ii", data)[1] if data else None


class Frames(unittest.TestCase):
    def test_header(self):
        self.assertEqual(Request.read(frame("EndTxn", 7)[4:]), Request("EndTxn", 1, 7, "w0"))
        self.assertEqual(Request.read(struct.pack(">hhih", 999, 1, 7, -1)), Request("Api999", 1, 7, ""))
        for body in (b"", b"\0" * 9, struct.pack(">hhih", 0, 1, 7, 3) + b"w0"):
            with self.assertRaises(ValueError):
                Request.read(body)

    def test_how_a_transaction_ends(self):
        self.assertTrue(is_commit(Request("EndTxn", 2, 1, ""), b"...\1"))
        self.assertFalse(is_commit(Request("EndTxn", 2, 1, ""), b"...\0"))
        self.assertTrue(is_commit(Request("EndTxn", 3, 1, ""), b"...\1\0"))
        self.assertFalse(is_commit(Request("EndTxn", 3, 1, ""), b"...\0\0"))

    def test_a_leader_sends_back_what_two_partitions_hold(self):
        def partition(number, version, is_flexible):
            fields = struct.pack(">ihqq", number, 0, 40, -1) + struct.pack(">q", 0) * (version >= 5)
            if version >= 8:
                fields += b"\1\0" if is_flexible else struct.pack(">ih", 0, -1)
            return fields + b"\0" * is_flexible

        for version in (3, 7, 8, 9):
            is_flexible = version >= 9
            partitions = partition(4, version, is_flexible) + partition(5, version, is_flexible)
            if is_flexible:
                head = struct.pack(">i", 1) + b"\0" + b"\2" + b"\4out" + b"\3"
                end = b"\0" + struct.pack(">i", 0) + b"\0"
            else:
                head = struct.pack(">iih", 1, 1, 3) + b"out" + struct.pack(">i", 2)
                end = struct.pack(">i", 0)
            body = bytearray(head + partitions + end)
            send_back(Request("Produce", version, 1, ""), body)
            size = len(partitions) // 2
            first = struct.unpack_from(">ih", body, len(head))
            second = struct.unpack_from(">ih", body, len(head) + size)
            self.assertEqual((first, second), ((4, 6), (5, 6)), version)
            changed = [at for at, (old, new) in enumerate(zip(head + partitions + end, body)) if old != new]
            self.assertEqual(changed, [len(head) + 5, len(head) + size + 5], version)

    def test_offsets_fail(self):
        for version, size in ((0, 4), (3, 5)):
            body = bytearray(size + 6)
            fail_offsets(Request("AddOffsetsToTxn", version, 1, ""), body)
            self.assertEqual(struct.unpack_from(">h", body, size + 4)[0], 19)


class Rules(unittest.TestCase):
    def setUp(self):
        self.broker, self.proxies = Broker(), Proxies(1)
        self.proxies.targets[1] = self.broker.port
        self.addCleanup(self.broker.close)
        self.client = self.connect()

    def connect(self):
        client = Client(self.proxies)
        self.addCleanup(client.socket.close)
        return client

    def test_what_no_rule_concerns_goes_through(self):
        self.proxies.add(Refusal("other"))
        self.proxies.add(Hole("w0", broker=2))
        self.client.send("Produce", 1)
        self.assertEqual(self.client.answer(), 1)
        self.assertEqual(self.proxies.broker_of("w0", "Produce"), 1)
        self.assertIsNone(self.proxies.broker_of("w0", "EndTxn"))

    def test_a_hole_delivers_at_its_end_though_the_client_has_gone(self):
        rule = self.proxies.add(Hole("w0"))
        self.client.send("Produce", 1)
        self.client.socket.close()
        other = self.connect()
        other.send("Produce", 2, client=b"w1")
        self.assertEqual(other.answer(), 2)
        self.assertEqual(self.broker.seen, [("Produce", 2)])
        self.proxies.end(rule)
        self.assertEqual(self.broker.wait(2)[1], ("Produce", 1))

    def test_half_open(self):
        rule = self.proxies.add(Silence("w0"))
        self.client.send("Produce", 1)
        self.assertEqual(self.broker.wait(1), [("Produce", 1)])
        self.client.socket.settimeout(0.2)
        with self.assertRaises(TimeoutError):
            self.client.answer()
        self.proxies.end(rule)
        self.client.socket.settimeout(LIMIT)
        self.assertEqual(self.client.answer(), 1)

    def test_refused_and_cut(self):
        self.proxies.add(Refusal("w0"))
        self.client.send("Produce", 1)
        self.assertIsNone(self.client.answer())
        other = self.connect()
        other.send("Produce", 2, client=b"w1")
        self.assertEqual(other.answer(), 2)
        self.proxies.cut("w1")
        self.assertIsNone(other.answer())
        self.assertEqual(self.broker.seen, [("Produce", 2)])

    def test_a_call_at_the_second_answer(self):
        calls = []
        rule = self.proxies.add(
            Call("w0", "Produce", lambda: calls.append(len(self.broker.seen)), on_answer=True, skip=1)
        )
        for number in range(3):
            self.client.send("Produce", number)
            self.assertEqual(self.client.answer(), number)
        self.assertTrue(rule.was_hit.is_set())
        self.assertEqual(calls, [2])

    def test_a_late_commit(self):
        """An abort goes by; the commit is held, comes again, and arrives before the next transaction's offsets."""
        rule = self.proxies.add(LateEnd("w0", True, "AddOffsetsToTxn"))
        self.client.send("EndTxn", 1, content=b"\0")
        self.assertEqual(self.client.answer(), 1)
        self.client.send("EndTxn", 2, content=b"\1")
        self.assertIsNone(self.client.answer())
        again = self.connect()
        for number, (api, content) in enumerate(
            (("EndTxn", b"\1"), ("AddPartitionsToTxn", b""), ("AddOffsetsToTxn", b"")), 3
        ):
            again.send(api, number, content=content)
            self.assertEqual(again.answer(), number)
        self.assertTrue(rule.was_repeated)
        self.assertEqual([correlation for _, correlation in self.broker.wait(5)], [1, 3, 4, 2, 5])


if __name__ == "__main__":
    unittest.main()
