# What the proxies do to frames of chosen clients on the way to and from chosen brokers. A rule is set while the
# proxies run and acts until it is ended. Its methods `request` and `answer` run on the proxies' thread and say
# whether the frame goes on; they may write into it.

import asyncio
import contextlib
import threading

from frames import fail_offsets, is_commit, send_back


class Rule:
    """Lets everything through. `client` is what the client's id begins with, `broker` an id or None for all."""

    def __init__(self, client, broker=None):
        self.client, self.broker = client, broker
        self.is_over = False

    def concerns(self, connection):
        return connection.client.startswith(self.client) and self.broker in (None, connection.broker)

    async def request(self, connection, request, body):
        return True

    async def answer(self, connection, request, body):
        return True

    async def _until_over(self):
        while not self.is_over:
            await asyncio.sleep(0.05)
        return True


class Hole(Rule):
    """Connections stay and nothing goes through either way; what was sent arrives when the rule ends."""

    async def request(self, connection, request, body):
        return await self._until_over()

    answer = request


class Silence(Rule):
    """A half-open connection: requests arrive, and the answers do not until the rule ends."""

    async def answer(self, connection, request, body):
        return await self._until_over()


class Slow(Rule):
    """Each frame takes so many seconds longer."""

    def __init__(self, client, broker, seconds):
        super().__init__(client, broker)
        self.seconds = seconds

    async def request(self, connection, request, body):
        await asyncio.sleep(self.seconds)
        return True

    answer = request


class Refusal(Rule):
    """Each connection is reset as soon as it is used."""

    async def request(self, connection, request, body):
        connection.reset()
        return False


class Call(Rule):
    """Calls a function when the client sends a request of a kind, before it goes on, or after its answer has come;
    one time."""

    def __init__(self, client, api, function, on_answer=False, skip=0):
        super().__init__(client)
        self.api, self.function, self.on_answer, self.skip = api, function, on_answer, skip
        self.was_hit = threading.Event()

    def _hit(self, request, is_answer):
        if request.api == self.api and is_answer == self.on_answer and not self.was_hit.is_set():
            if self.skip > 0:
                self.skip -= 1
            else:
                self.was_hit.set()
                self.function()
        return True

    async def request(self, connection, request, body):
        return self._hit(request, False)

    async def answer(self, connection, request, body):
        return self._hit(request, True)


class LateEnd(Rule):
    """KAFKA-17754: an EndTxn is kept back and its connection towards the client broken, the client's own repetition
    goes through, and the first copy reaches the broker within the next transaction.

    It arrives just before a request of the kind `moment`, which waits for that. A producer that was replaced
    meanwhile changes nothing in it.
    """

    # So long what was sent earlier has time to be answered before the copy arrives, and so long its own answer is
    # waited for.
    BEFORE_SECONDS, AFTER_SECONDS = 0.2, 1.0

    def __init__(self, client, commits, moment):
        super().__init__(client)
        self.commits, self.moment = commits, moment
        self.was_held, self.was_delivered = threading.Event(), threading.Event()
        self.was_renewed = self.was_repeated = False
        self._held, self._is_near, self._was_answered = None, False, False

    async def request(self, connection, request, body):
        if request.api == "EndTxn" and not self.was_held.is_set() and is_commit(request, body) == self.commits:
            self._held = request
            self.was_held.set()
            connection.reset_client()
            await self._until(lambda: self.was_delivered.is_set() or self.is_over)
            return True
        if self.was_held.is_set() and not self.was_delivered.is_set():
            if request.api == "EndTxn":
                self.was_repeated = True
            elif request.api == "InitProducerId":
                self.was_renewed = True
            elif request.api == self.moment and (self.was_repeated or self.was_renewed) and not self._is_near:
                self._is_near = True
                await asyncio.sleep(self.BEFORE_SECONDS)
                self.was_delivered.set()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._until(lambda: self._was_answered or self.is_over), self.AFTER_SECONDS)
        return True

    async def answer(self, connection, request, body):
        self._was_answered |= request is self._held
        return True

    async def _until(self, is_reached):
        while not is_reached():
            await asyncio.sleep(0.005)


class SentBack(Rule):
    """A leader on its way out has appended records when it answers that it leads their partitions no more, and the
    transaction fails before the client sends them to the next one.

    A broker takes records of the next transaction that have the same sequence numbers for these."""

    # The offsets are added before the records are sent, or soon after.
    LIMIT_SECONDS = 2

    def __init__(self, client):
        super().__init__(client)
        self.has_failed = threading.Event()
        self.was_renewed = self._was_sent_back = False

    async def request(self, connection, request, body):
        self.was_renewed |= self.has_failed.is_set() and request.api == "InitProducerId"
        return True

    async def answer(self, connection, request, body):
        if self.has_failed.is_set():
            return True
        if request.api == "Produce":
            send_back(request, body)
            self._was_sent_back = True
        elif request.api == "AddOffsetsToTxn":
            for _ in range(int(self.LIMIT_SECONDS / 0.005)):
                if self._was_sent_back or self.is_over:
                    break
                await asyncio.sleep(0.005)
            if self._was_sent_back:
                fail_offsets(request, body)
                self.has_failed.set()
        return True
