# A TCP proxy between one worker and the brokers that knows Kafka's frames: counts requests, rewrites the brokers' addresses so
# that all traffic stays behind it, and applies the rules that are set. One thread with an event loop serves all proxies.

import asyncio
import collections
import random
import socket
import struct
import threading
import time

from actions import apply
from frames import MAX_FRAME, MalformedFrame, addresses_to_rewrite, correlation_id, request_header, rewrite_addresses
from refusals import acks_at, refuse_produce
from rules import REQUEST, RESPONSE, Rule

# A real broker waits before an empty answer to a Fetch; answers below so many bytes are taken for one and kept back for a moment.
EMPTY_FETCH_BYTES = 700
EMPTY_FETCH_SECONDS = 0.04


class Loop:
    """The thread that all proxies run on."""

    def __init__(self):
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True, name="proxies").start()

    def run(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(30)

    def call(self, function):
        """Calls it on the thread, without waiting."""
        self.loop.call_soon_threadsafe(function)


class Proxy:
    """The way of one worker to the brokers."""

    def __init__(self, loop, host, port, sessions, seed=0, listen_host="127.0.0.1"):
        self.loop, self.listen_host = loop, listen_host
        self.random = random.Random(seed)
        self.counts = collections.Counter()
        self.problems = []
        self.rules = []
        self.sessions = sessions
        self.topic_limits = {}
        self.connections = set()
        self.accepts = True
        # When a rule last kept the worker from the brokers.
        self.disturbed_at = 0.0
        self._listeners = {}
        self.port = loop.run(self.listener(host, port))

    @property
    def address(self):
        return f"{self.listen_host}:{self.port}"

    def add(self, *arguments, **options):
        """Sets a rule; see `Rule`."""
        rule = Rule(*arguments, **options)
        self.rules = [old for old in self.rules if not old.is_over] + [rule]
        return rule

    def clear(self):
        """Ends all rules and lets new connections in."""
        for rule in self.rules:
            rule.end()
        self.rules = []
        self.accepts = True

    def cut(self, reset=True):
        """Ends all connections."""
        self.loop.run(self._cut(reset))

    async def _cut(self, reset):
        self.disturbed_at = time.monotonic()
        for connection in list(self.connections):
            connection.abort(reset)

    def close(self):
        self.clear()
        self.loop.run(self._close())

    async def _close(self):
        for server, _ in self._listeners.values():
            server.close()
        await self._cut(True)

    async def listener(self, host, port):
        """The port that stands for a broker; made when the broker is first heard of."""
        if (host, port) not in self._listeners:
            server = await asyncio.start_server(
                lambda reader, writer: self._serve(host, port, reader, writer), self.listen_host, 0
            )
            self._listeners[host, port] = server, server.sockets[0].getsockname()[1]
        return self._listeners[host, port][1]

    async def _serve(self, host, port, reader, writer):
        if not self.accepts:
            return reset(writer)
        try:
            upstream = await asyncio.open_connection(host, port)
        except OSError:
            return reset(writer)
        connection = Connection(self, (reader, writer), upstream)
        self.connections.add(connection)
        try:
            await connection.run()
        finally:
            self.connections.discard(connection)
            self.sessions.forget(connection)


def reset(writer):
    """Ends a connection with RST."""
    sock = writer.get_extra_info("socket")
    if sock is not None and sock.fileno() >= 0:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


class Connection:
    """One connection of the worker and its counterpart to the broker."""

    def __init__(self, proxy, client, broker):
        self.proxy, self.client, self.broker = proxy, client, broker
        self.pending = {}

    def abort(self, is_reset=True):
        for _, writer in (self.client, self.broker):
            reset(writer) if is_reset else writer.close()

    async def run(self):
        await asyncio.gather(self._requests(), self._pump(self.broker[0], self.client[1], RESPONSE))

    async def _requests(self):
        await self._pump(self.client[0], self.broker[1], REQUEST)
        # The broker may keep its side open for as long as it has something to answer.
        self.proxy.sessions.forget(self)

    async def _pump(self, reader, writer, direction):
        # Reading and writing are apart, so that what is kept back still arrives when its sender has hung up meanwhile.
        frames = asyncio.Queue(64)

        async def read():
            try:
                while True:
                    length = struct.unpack(">i", await reader.readexactly(4))[0]
                    if not 0 <= length <= MAX_FRAME:
                        raise MalformedFrame(f"a {direction} of {length} bytes")
                    await frames.put(await reader.readexactly(length))
            except MalformedFrame as problem:
                self.proxy.problems.append(str(problem))
            except (OSError, asyncio.IncompleteReadError):
                pass
            await frames.put(None)

        task = asyncio.create_task(read())
        try:
            while (body := await frames.get()) is not None:
                if not await self._forward(body, writer, direction):
                    break
        except OSError:
            pass
        except MalformedFrame as problem:
            self.proxy.problems.append(str(problem))
        finally:
            task.cancel()
            writer.close()

    async def _forward(self, body, writer, direction):
        """Sends a frame on as the rules say; false if the connection is over."""
        if direction == REQUEST:
            header = request_header(body)
            self.proxy.counts[header.api] += 1
            if not (header.api == "Produce" and struct.unpack_from(">h", body, acks_at(header, body))[0] == 0):
                self.pending[header.correlation_id] = header
        else:
            header = self.pending.pop(correlation_id(body), None)
            if header is not None:
                body = self.proxy.sessions.answer(header, body, self)
            if header is not None and addresses_to_rewrite(header.api, header.api_version):
                body = await self._rewrite(header, body)
        api = header.api if header is not None else None
        if direction == RESPONSE and api == "Fetch" and len(body) < EMPTY_FETCH_BYTES:
            await asyncio.sleep(EMPTY_FETCH_SECONDS)
        after = []
        for rule in list(self.proxy.rules):
            if rule.takes(api, direction):
                body = await apply(rule, body, writer, self)
                if rule.is_disturbance:
                    self.proxy.disturbed_at = time.monotonic()
                if body is None:
                    return rule.action in ("drop", "trickle")
                if rule.action.endswith("-after"):
                    after.append(rule)
        if direction == REQUEST:
            while self.proxy.sessions.is_held(header, body):
                await asyncio.sleep(0.01)
            refusal = self.proxy.sessions.refusal(header, body) or refuse_produce(header, body, self.proxy.topic_limits)
            if refusal is not None:
                self.pending.pop(header.correlation_id, None)
                self.client[1].write(struct.pack(">i", len(refusal)) + refusal)
                return True
            self.proxy.sessions.request(header, body, self)
        writer.write(struct.pack(">i", len(body)) + body)
        await writer.drain()
        for rule in after:
            if rule.function is not None:
                rule.function()
            else:
                self.abort()
        return True

    async def _rewrite(self, header, body):
        known = {}

        def note(host, port):
            known[host, port] = None
            return host, port

        rewrite_addresses(header.api, header.api_version, body, note)
        for host, port in known:
            known[host, port] = self.proxy.listen_host, await self.proxy.listener(host, port)
        return rewrite_addresses(header.api, header.api_version, body, lambda host, port: known[host, port])
