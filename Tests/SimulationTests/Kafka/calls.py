# One function for one request about logs and transactions, in the version that librdkafka 2.0 to 2.16 sends or one
# whose answers are the same. Each returns `done`, the name of an error, or what the answer holds.

import batches
from wire import Writer, name_of, until

PRODUCE, FETCH, LIST_OFFSETS, FIND_COORDINATOR = 0, 1, 2, 10
CREATE_TOPICS, DELETE_TOPICS, DELETE_RECORDS, CREATE_PARTITIONS = 19, 20, 21, 37
INIT_PRODUCER_ID, ADD_PARTITIONS, ADD_OFFSETS, END_TXN, TXN_OFFSET_COMMIT, DESCRIBE_TRANSACTIONS = (
    22,
    24,
    25,
    26,
    28,
    65,
)
# What a broker answers until its coordinators have read their logs.
NOT_YET = {"COORDINATOR_LOAD_IN_PROGRESS", "COORDINATOR_NOT_AVAILABLE", "NOT_COORDINATOR"}


def by_topic(pairs):
    """Groups ((topic, partition), value) as ((topic, [(partition, value)])), in order."""
    topics = {}
    for (topic, partition), value in pairs:
        topics.setdefault(topic, []).append((partition, value))
    return list(topics.items())


def first_error(reader):
    """The error that a request about several partitions failed with; what was left out because of others is none."""

    def partition():
        _, code = reader.number("ih")
        reader.tags()
        return code

    def topic():
        reader.string()
        codes = reader.array(partition)
        reader.tags()
        return codes

    codes = [code for each in reader.array(topic) for code in each]
    return name_of(next((code for code in codes if code not in (0, 55)), 0))


# Coordinators and administration


def find_coordinator(connection, key, kind):
    """Makes the coordinators' topics, which are made at first use; kind 0 is a group, 1 a transactional id."""

    def found():
        reader = connection.ask(FIND_COORDINATOR, 2, Writer().string(key).number("b", kind))
        return reader.number("ih")[1] == 0

    until(found, f"no coordinator for {key}")


def create_topic(connection, topic, partitions):
    fields = Writer()
    fields.array([topic], lambda name: fields.string(name).number("ihii", partitions, 1, 0, 0)).number(
        "i?", 30000, False
    )
    reader = connection.ask(CREATE_TOPICS, 2, fields)
    reader.number("ii")
    reader.string()
    return name_of(reader.number("h"))


def delete_topic(connection, topic):
    fields = Writer()
    fields.array([topic], fields.string).number("i", 30000)
    reader = connection.ask(DELETE_TOPICS, 1, fields)
    reader.number("ii")
    reader.string()
    return name_of(reader.number("h"))


def create_partitions(connection, topic, total):
    fields = Writer()
    fields.array([topic], lambda name: fields.string(name).number("ii", total, -1)).number("i?", 30000, False)
    reader = connection.ask(CREATE_PARTITIONS, 0, fields)
    reader.number("ii")
    reader.string()
    return name_of(reader.number("h"))


def delete_records(connection, place, offset):
    fields = Writer()
    fields.array([place], lambda it: fields.string(it[0]).number("iiq", 1, it[1], offset)).number("i", 30000)
    reader = connection.ask(DELETE_RECORDS, 0, fields)
    reader.number("ii")
    reader.string()
    _, _, start, code = reader.number("iiqh")
    return name_of(code) if code else f"offset {start}"


# Logs


def produce_version_2(connection, place, data, transactional_id):
    """Produce of a client of transaction version 2, which adds the partition to the transaction."""
    fields = Writer(flexible=True).string(transactional_id).number("hi", -1, 30000)

    def partition(number):
        fields.number("i", number).blob(data).tags()

    fields.array([place], lambda it: fields.string(it[0]).array([it[1]], partition).tags()).tags()
    reader = connection.ask(PRODUCE, 12, fields)
    reader.varint()
    reader.string()
    reader.varint()
    _, code, first = reader.number("ihq")
    return name_of(code) if code else f"at {first}"


def produce(connection, place, data, transactional_id=None):
    fields = Writer().string(transactional_id).number("hi", -1, 30000)
    fields.array([place], lambda it: fields.string(it[0]).number("ii", 1, it[1]).blob(data))
    reader = connection.ask(PRODUCE, 7, fields)
    reader.number("i")
    reader.string()
    _, _, code, first, _, _ = reader.number("iihqqq")
    return name_of(code) if code else f"at {first}"


def fetch(connection, place, offset, committed_only):
    """Records as (first, end) and the offset to read from next, or the name of an error."""
    fields = Writer().number("iiiibii", -1, 0, 0, 1 << 20, committed_only, 0, -1)
    fields.array([place], lambda it: fields.string(it[0]).number("iiiqqi", 1, it[1], -1, offset, -1, 1 << 20))
    reader = connection.ask(FETCH, 11, fields.number("i", 0).string(""))
    reader.number("ihii")
    reader.string()
    _, _, code, _, _, _ = reader.number("iihqqq")
    aborted = reader.array(lambda: reader.number("qq"))
    reader.number("i")
    return name_of(code) if code else batches.read(reader.blob() or b"", offset, aborted, committed_only)


def list_offset(connection, place, bound):
    timestamp = -2 if bound == "start" else -1
    fields = Writer().number("ib", -1, bound == "stable")
    fields.array([place], lambda it: fields.string(it[0]).number("iiq", 1, it[1], timestamp))
    reader = connection.ask(LIST_OFFSETS, 2, fields)
    reader.number("ii")
    reader.string()
    _, _, code, _, offset = reader.number("iihqq")
    return name_of(code) if code else f"offset {offset}"


# Transactions


def init_producer_id(connection, transactional_id, timeout, current=(-1, -1)):
    """The producer's id and epoch, or the name of an error."""
    fields = Writer(flexible=True).string(transactional_id).number("iqh", timeout, *current).tags()
    _, code, *producer = connection.ask(INIT_PRODUCER_ID, 4, fields).number("ihqh")
    return name_of(code) if code else tuple(producer)


def add_partitions(connection, transactional_id, producer, places):
    fields = Writer().string(transactional_id).number("qh", *producer)
    fields.array(
        by_topic((place, None) for place in places),
        lambda it: fields.string(it[0]).array(it[1], lambda each: fields.number("i", each[0])),
    )
    reader = connection.ask(ADD_PARTITIONS, 0, fields)
    reader.number("i")
    return first_error(reader)


def add_offsets(connection, transactional_id, producer, group):
    fields = Writer().string(transactional_id).number("qh", *producer).string(group)
    return name_of(connection.ask(ADD_OFFSETS, 0, fields).number("ih")[1])


def end_txn(connection, transactional_id, producer, commits):
    fields = Writer().string(transactional_id).number("qh?", *producer, commits)
    return name_of(connection.ask(END_TXN, 1, fields).number("ih")[1])


def end_txn_version_2(connection, transactional_id, producer, commits):
    """EndTxn of a client of transaction version 2: the producer's next epoch, or the name of an error."""
    fields = Writer(flexible=True).string(transactional_id).number("qh?", *producer, commits).tags()
    _, code, *following = connection.ask(END_TXN, 5, fields).number("ihqh")
    return name_of(code) if code else tuple(following)


def txn_offset_commit(connection, transactional_id, producer, group, member, offsets, version=3):
    """Version 5 is that of a client of transaction version 2, and adds the group to the transaction."""
    fields = Writer(flexible=True).string(transactional_id).string(group).number("qh", *producer)
    fields.number("i", member.generation).string(member.id).string(member.instance)

    def partition(each):
        fields.number("iqi", each[0], each[1], -1).string(None).tags()

    fields.array(by_topic(offsets), lambda it: fields.string(it[0]).array(it[1], partition).tags()).tags()
    reader = connection.ask(TXN_OFFSET_COMMIT, version, fields)
    reader.number("i")
    return first_error(reader)


def transaction_state(connection, transactional_id):
    fields = Writer(flexible=True)
    fields.array([transactional_id], fields.string).tags()
    reader = connection.ask(DESCRIBE_TRANSACTIONS, 0, fields)
    reader.number("i")
    reader.varint()
    reader.number("h")
    reader.string()
    return reader.string()
