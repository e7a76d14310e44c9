# Batches of records in Kafka's format 2: written as a producer writes them, and read as a reader sees them.

import struct
import time

from wire import Reader

TRANSACTIONAL, CONTROL = 0x10, 0x20


def _castagnoli(value):
    for _ in range(8):
        value = value >> 1 ^ (0x82F63B78 if value & 1 else 0)
    return value


CASTAGNOLI = [_castagnoli(byte) for byte in range(256)]


def checksum(data):
    value = 0xFFFFFFFF
    for byte in data:
        value = value >> 8 ^ CASTAGNOLI[(value ^ byte) & 0xFF]
    return value ^ 0xFFFFFFFF


def batch(count, producer=(-1, -1), sequence=-1, transactional=False):
    """Records without a key, with the value x."""
    records = bytearray()
    for delta in range(count):
        # Lengths are zigzag: the key is null, the value one byte long, and there are no headers.
        number = bytearray()
        rest = delta << 1
        while rest > 0x7F:
            number.append(rest & 0x7F | 0x80)
            rest >>= 7
        number.append(rest)
        body = b"\0\0" + bytes(number) + b"\x01\x02x\0"
        records += bytes([len(body) << 1]) + body
    # A log begins another segment where times lie far apart, and a fetch reads one segment.
    now = int(time.time() * 1000)
    attributes = TRANSACTIONAL if transactional else 0
    rest = struct.pack(">hiqqqhii", attributes, count - 1, now, now, *producer, sequence, count) + records
    return struct.pack(">qiib", 0, len(rest) + 9, -1, 2) + struct.pack(">I", checksum(rest)) + rest


def read(data, offset, aborted, committed_only):
    """The records from `offset` on as (first, end) for each batch, and the offset after all that was there.

    `aborted` has producer ids and first offsets of aborted transactions; a reader of committed records leaves their
    batches out up to the marker."""
    runs, following, position, open_aborts = [], offset, 0, set()
    waiting = sorted(aborted, key=lambda each: each[1])
    while position + 61 <= len(data):
        reader = Reader(data[position:])
        base, length = reader.number("qi")
        if position + 12 + length > len(data):
            break
        position += 12 + length
        reader.number("ibI")
        attributes, delta, _, _, producer, _, _, _ = reader.number("hiqqqhii")
        end = base + delta + 1
        if end <= offset:
            continue
        following = end
        while waiting and waiting[0][1] <= base:
            open_aborts.add(waiting.pop(0)[0])
        if attributes & CONTROL:
            open_aborts.discard(producer)
        elif not (committed_only and attributes & TRANSACTIONAL and producer in open_aborts):
            runs.append((max(base, offset), end))
    return runs, following
