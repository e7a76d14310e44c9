# What noida-db lacks: SASL before a connection is let through. PLAIN, SCRAM-SHA-256 and OAUTHBEARER, as a broker's side of Kafka's
# handshake. Stands behind the fault rig's proxy code, which keeps all traffic on one port.

import asyncio
import base64
import hashlib
import hmac
import os
import re
import struct

from proxy import Proxy, reset

API_VERSIONS, HANDSHAKE, AUTHENTICATE = 18, 17, 36
ROUNDS = 4096


def text(value):
    return struct.pack(">h", len(value)) + value


class Refused(Exception):
    """The client has not proven who it is."""


class Gate(Proxy):
    """One port in front of the broker that names itself `name`:`door` (a TLS terminator, or itself if `door` is None).

    `mechanism` None lets everybody in. `passwords` is user: password, `tokens` the set of tokens that are good.
    """

    def __init__(self, loop, broker, sessions, name="localhost", door=None, mechanism=None):
        self.name, self.door, self.mechanism = name, door, mechanism
        self.passwords, self.tokens = {}, set()
        self.let_in, self.refused = [], 0
        super().__init__(loop, broker.host, broker.port, sessions)
        self.own_port = next(port for _, port in self._listeners.values())
        self.listen_host = name

    async def listener(self, host, port):
        own = await super().listener(host, port)
        return self.door or own

    async def _serve(self, host, port, reader, writer):
        try:
            if self.mechanism and self.accepts:
                await self._admit(host, port, reader, writer)
        except Refused:
            self.refused += 1
            await asyncio.sleep(0.1)
            return writer.close()
        except (asyncio.IncompleteReadError, ConnectionError, struct.error):
            return reset(writer)
        await super()._serve(host, port, reader, writer)

    async def _admit(self, host, port, reader, writer):
        step = None
        while True:
            size = struct.unpack(">i", await reader.readexactly(4))[0]
            body = await reader.readexactly(size)
            api, version, number = struct.unpack_from(">hhi", body)
            content = body[8 + 2 + max(0, struct.unpack_from(">h", body, 8)[0]):]

            def answer(payload):
                writer.write(struct.pack(">ii", len(payload) + 4, number) + payload)

            if api == API_VERSIONS:
                answer(await self._versions(host, port, version))
            elif api == HANDSHAKE:
                wanted = content[2:].decode()
                own = self.mechanism.encode()
                answer(struct.pack(">hi", 0 if wanted == self.mechanism else 33, 1) + text(own))
                step = self._dialogue()
                next(step)
            elif api == AUTHENTICATE and step is not None:
                try:
                    reply = step.send(content[4:])
                except Refused as refusal:
                    answer(struct.pack(">h", 58) + text(str(refusal).encode()) + struct.pack(">i", 0) + (bytes(8) if version else b""))
                    await writer.drain()
                    raise
                except StopIteration as end:
                    reply, step = end.value, None
                answer(struct.pack(">hhi", 0, -1, len(reply)) + reply + (bytes(8) if version else b""))
                if step is None:
                    return
            else:
                raise Refused

    async def _versions(self, host, port, version):
        """What the broker can do, and SASL besides."""
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(struct.pack(">ihhih", 10, API_VERSIONS, 0, 1, -1))
        size = struct.unpack(">i", await reader.readexactly(4))[0]
        body = await reader.readexactly(size)
        writer.close()
        count = struct.unpack_from(">i", body, 6)[0]
        ranges = [struct.unpack_from(">hhh", body, 10 + 6 * index) for index in range(count)]
        ranges = [entry for entry in ranges if entry[0] not in (HANDSHAKE, AUTHENTICATE)] + [(HANDSHAKE, 0, 1), (AUTHENTICATE, 0, 1)]
        if version < 3:
            packed = b"".join(struct.pack(">hhh", *entry) for entry in ranges)
            return struct.pack(">hi", 0, len(ranges)) + packed + (bytes(4) if version else b"")
        packed = b"".join(struct.pack(">hhhb", *entry, 0) for entry in ranges)
        assert len(ranges) < 127
        return struct.pack(">hB", 0, len(ranges) + 1) + packed + bytes(5)

    def _dialogue(self):
        """A generator that is sent what the client says, and yields what to answer; raises Refused or returns the last answer."""
        first = yield
        if self.mechanism == "PLAIN":
            _, user, password = first.split(b"\0")
            if self.passwords.get(user.decode()) != password.decode():
                raise Refused("Authentication failed: Invalid username or password")
            self.let_in.append(user.decode())
            return b""
        if self.mechanism == "OAUTHBEARER":
            token = re.search(rb"auth=Bearer ([^\x01]+)", first)[1].decode()
            if token not in self.tokens:
                yield b'{"status":"invalid_token"}'
                raise Refused("Authentication failed: the token is not accepted")
            self.let_in.append(token)
            return b""
        return (yield from self._scram(first))

    def _scram(self, first):
        bare = first.split(b",", 2)[2]
        fields = dict(part.split(b"=", 1) for part in bare.split(b","))
        password = self.passwords.get(fields[b"n"].decode())
        salt, nonce = os.urandom(16), fields[b"r"] + base64.b64encode(os.urandom(12))
        greeting = b"r=" + nonce + b",s=" + base64.b64encode(salt) + b",i=%d" % ROUNDS
        final = yield greeting
        without_proof, proof = final.rsplit(b",p=", 1)
        salted = hashlib.pbkdf2_hmac("sha256", (password or "").encode(), salt, ROUNDS)
        client_key, server_key = (hmac.digest(salted, name, "sha256") for name in (b"Client Key", b"Server Key"))
        everything = b",".join((bare, greeting, without_proof))
        signature = hmac.digest(hashlib.sha256(client_key).digest(), everything, "sha256")
        expected = bytes(left ^ right for left, right in zip(client_key, signature))
        if password is None or not hmac.compare_digest(expected, base64.b64decode(proof)):
            raise Refused("Authentication failed during authentication due to invalid credentials with SASL mechanism SCRAM-SHA-256")
        self.let_in.append(fields[b"n"].decode())
        return b"v=" + base64.b64encode(hmac.digest(server_key, everything, "sha256"))
