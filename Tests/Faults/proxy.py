# The way of all workers to the brokers: a port for each broker, which the brokers name in `advertised.listeners`, and
# rules for the frames that pass. One thread with an event loop serves all connections.

import asyncio
import socket
import struct
import threading

from frames import Request, correlation_of

LARGEST_FRAME = 128 << 20


class Proxies:
    """Ports that stand for brokers. `ports` has them by broker id; `targets` takes the brokers' own ports once these
    are known."""

    def __init__(self, count):
        self.targets, self.connections, self.rules, self.problems = {}, set(), [], []
        # The last broker that a client has sent a request of a kind to, by (client id, kind).
        self._met = {}
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True, name="proxies").start()
        self.ports = {broker: self._run(self._listen(broker)) for broker in range(1, count + 1)}

    @property
    def addresses(self):
        return ",".join(f"127.0.0.1:{port}" for port in self.ports.values())

    def add(self, rule):
        """Sets a rule and returns it."""
        self.rules = self.rules + [rule]
        return rule

    def end(self, rule):
        """Ends a rule; what it keeps back goes on."""
        rule.is_over = True
        self.rules = [other for other in self.rules if other is not rule]

    def broker_of(self, client, api):
        """The broker that this client has sent its last request of the kind to, None if there was none."""
        found = [broker for (name, kind), broker in list(self._met.items()) if kind == api and name.startswith(client)]
        return found[-1] if found else None

    def cut(self, client, broker=None):
        """Resets the connections of a client."""

        async def reset():
            for connection in list(self.connections):
                if connection.client.startswith(client) and broker in (None, connection.broker):
                    connection.reset()

        self._run(reset())

    def _run(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(30)

    async def _listen(self, broker):
        server = await asyncio.start_server(
            lambda reader, writer: self._serve(broker, reader, writer), "127.0.0.1", 0, limit=1 << 20
        )
        return server.sockets[0].getsockname()[1]

    async def _serve(self, broker, reader, writer):
        try:
            upstream = await asyncio.open_connection("127.0.0.1", self.targets[broker], limit=1 << 20)
        except OSError:
            writer.transport.abort()
            return
        connection = Connection(broker, writer, upstream[1])
        self.connections.add(connection)
        try:
            await asyncio.gather(
                self._pump(connection, reader, upstream[1], self._request),
                self._pump(connection, upstream[0], writer, self._answer),
            )
        finally:
            self.connections.discard(connection)

    async def _pump(self, connection, reader, writer, goes_on):
        # Reading and writing are apart, so that what is kept back still arrives when its sender has hung up meanwhile.
        frames = asyncio.Queue(16)

        async def read():
            try:
                while True:
                    length = int.from_bytes(await reader.readexactly(4), "big")
                    if length > LARGEST_FRAME:
                        raise ValueError(f"a frame of {length} bytes")
                    await frames.put(bytearray(await reader.readexactly(length)))
            except ValueError as problem:
                self.problems.append(str(problem))
            except (OSError, asyncio.IncompleteReadError):
                pass
            await frames.put(None)

        task = asyncio.create_task(read())
        try:
            while (body := await frames.get()) is not None:
                if await goes_on(connection, body):
                    writer.write(len(body).to_bytes(4, "big") + body)
                    await writer.drain()
        except OSError:
            pass
        except ValueError as problem:
            self.problems.append(str(problem))
        finally:
            task.cancel()
            writer.close()

    async def _request(self, connection, body):
        request = Request.read(body)
        connection.client = request.client
        connection.open[request.correlation] = request
        self._met.pop((request.client, request.api), None)
        self._met[request.client, request.api] = connection.broker
        for rule in self.rules:
            if rule.concerns(connection) and not await rule.request(connection, request, body):
                return False
        return True

    async def _answer(self, connection, body):
        request = connection.open.pop(correlation_of(body), None)
        if request is not None:
            for rule in self.rules:
                if rule.concerns(connection) and not await rule.answer(connection, request, body):
                    return False
        return True


class Connection:
    """One connection of a client and its counterpart to the broker. `client` is known from the first request on."""

    def __init__(self, broker, to_client, to_broker):
        self.broker, self.client, self.open = broker, "", {}
        self._to_client, self._to_broker = to_client, to_broker

    def reset(self):
        """Breaks both sides."""
        self.reset_client()
        self._to_broker.transport.abort()

    def reset_client(self):
        """Breaks the client's side with RST; what it has sent may still go to the broker."""
        sock = self._to_client.get_extra_info("socket")
        if sock is not None and sock.fileno() >= 0:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._to_client.transport.abort()
