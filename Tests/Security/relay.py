# What stands between a case's clients and its listener, so that connections can be broken as a network does: TCP relays
# of one loop.

import asyncio
import threading


class Loop:
    """An event loop on a thread of its own."""

    def __init__(self):
        self.own = asyncio.new_event_loop()
        threading.Thread(target=self.own.run_forever, daemon=True, name="relays").start()

    def do(self, coroutine):
        """Runs a coroutine there and waits for its result."""
        return asyncio.run_coroutine_threadsafe(coroutine, self.own).result(30)

    def close(self):
        self.own.call_soon_threadsafe(self.own.stop)


class Relay:
    """Passes on what comes to one port of loopback, its own from the beginning, to another, `target`, once that is
    known, unless it is held. `accepted` counts the connections so far. Any thread."""

    def __init__(self, loop):
        self.target, self.accepted = None, 0
        self._loop, self._open = loop, set()
        self._way = asyncio.Event()
        self._way.set()
        self._server = loop.do(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = self._server.sockets[0].getsockname()[1]

    def hold(self):
        """Lets nothing through; connections stay, and new ones are accepted."""
        self._loop.own.call_soon_threadsafe(self._way.clear)

    def release(self):
        """Lets everything through that was held."""
        self._loop.own.call_soon_threadsafe(self._way.set)

    def cut(self):
        """Breaks all connections; new ones are accepted."""
        self._loop.do(self._cut())

    async def _cut(self):
        for writer in list(self._open):
            writer.transport.abort()

    async def _serve(self, reader, writer):
        self.accepted += 1
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.transport.abort()
            return
        await asyncio.gather(self._pass(reader, far_writer), self._pass(far_reader, writer))

    async def _pass(self, reader, writer):
        """One direction; its end is that of the connection that it leads to."""
        self._open.add(writer)
        try:
            while data := await reader.read(65536):
                await self._way.wait()
                writer.write(data)
                await writer.drain()
        except OSError:
            pass
        finally:
            self._open.discard(writer)
            writer.close()
