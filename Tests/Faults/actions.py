# What a proxy's rules do to a frame on its way.

import asyncio
import struct

NOT_KAFKA = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"


async def apply(rule, body, writer, connection):
    """Does what the rule says; the frame to go on with, None if there is none."""
    match rule.action:
        case "drop":
            return None
        case "hold" | "delay":
            await asyncio.sleep(rule.seconds)
        case "partition":
            while not rule.is_over:
                await asyncio.sleep(0.05)
        case "reset" | "close":
            connection.abort(rule.action == "reset")
            return None
        case "truncate":
            writer.write(struct.pack(">i", len(body)) + body[: len(body) // 2])
            await writer.drain()
            connection.abort(False)
            return None
        case "garbage":
            return connection.proxy.random.randbytes(len(body))
        case "not-kafka":
            writer.write(NOT_KAFKA)
            await writer.drain()
            connection.abort(False)
            return None
        case "trickle":
            for byte in struct.pack(">i", len(body)) + body[:300]:
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(0.002)
            writer.write(body[300:])
            await writer.drain()
            return None
        case "call":
            rule.function()
    return body
