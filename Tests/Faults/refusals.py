# What a topic with a limit of its own refuses. noida-db knows max.message.bytes for the whole broker only; this gives a real broker's
# answer for single topics.

import struct

from frames import Cursor

MESSAGE_TOO_LARGE = 10


def refuse_produce(header, body, limits):
    """The answer to a Produce request of versions 3 to 8 with a batch larger than its topic's limit; None if it is taken."""
    if header.api != "Produce" or not 3 <= header.api_version <= 8:
        return None
    cursor = Cursor(body, 8)
    for _ in range(2):
        cursor.text(False)
    cursor.take(2 + 4)
    # librdkafka sends one batch of one partition in each request.
    if cursor.int32() != 1:
        return None
    topic = cursor.text(False)
    if topic.decode() not in limits or cursor.int32() != 1:
        return None
    partition, size = cursor.int32(), cursor.int32()
    if size <= limits[topic.decode()]:
        return None
    answer = struct.pack(">iih", header.correlation_id, 1, len(topic)) + topic
    answer += struct.pack(">iihqq", 1, partition, MESSAGE_TOO_LARGE, -1, -1)
    if header.api_version >= 5:
        answer += struct.pack(">q", -1)
    if header.api_version >= 8:
        answer += struct.pack(">ih", 0, -1)
    return answer + struct.pack(">i", 0)


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
