# What a topic with a limit of its own refuses. noida-db knows max.message.bytes for the whole broker only; this gives a real broker's
# answer for single topics.

import struct

from frames import Cursor, text

MESSAGE_TOO_LARGE = 10


def refuse_produce(header, body, limits):
    """The answer to a Produce request of versions 3 to 9 with a batch larger than its topic's limit; None if it is taken."""
    if not limits or header.api != "Produce" or not 3 <= header.api_version <= 9:
        return None
    flexible = header.api_version >= 9
    cursor = Cursor(body, 8)
    cursor.text(False)
    if flexible:
        cursor.tags()
    cursor.text(flexible)
    cursor.take(2 + 4)

    def count():
        return cursor.varint() - 1 if flexible else cursor.int32()

    # librdkafka sends one batch of one partition in each request.
    if count() != 1:
        return None
    topic = cursor.text(flexible)
    if topic.decode() not in limits or count() != 1:
        return None
    partition, size = cursor.int32(), count()
    if size <= limits[topic.decode()]:
        return None
    one, tags = (b"\x02", b"\x00") if flexible else (struct.pack(">i", 1), b"")
    answer = struct.pack(">i", header.correlation_id) + tags + one + text(topic, flexible) + one
    answer += struct.pack(">ihqq", partition, MESSAGE_TOO_LARGE, -1, -1)
    if header.api_version >= 5:
        answer += struct.pack(">q", -1)
    if header.api_version >= 8:
        answer += (b"\x01" if flexible else struct.pack(">i", 0)) + text(None, flexible)
    return answer + tags + tags + struct.pack(">i", 0) + tags


def acks_at(header, body):
    """Where a Produce request says whether it wants an answer: after client id and, from version 3 on, transactional id."""
    position = 8
    length = struct.unpack_from(">h", body, position)[0]
    position += 2 + max(length, 0)
    if header.api_version >= 9:
        position += 1
        return position + 1 + max(body[position] - 1, 0)
    if header.api_version >= 3:
        length = struct.unpack_from(">h", body, position)[0]
        position += 2 + max(length, 0)
    return position
