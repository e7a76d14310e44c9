# One function for one request about groups and their offsets, as in calls.py.

from calls import by_topic, first_error
from wire import Writer, name_of

OFFSET_COMMIT, OFFSET_FETCH = 8, 9
JOIN_GROUP, HEARTBEAT, LEAVE_GROUP, SYNC_GROUP, DESCRIBE_GROUPS = 11, 12, 13, 14, 15


def join_group(group, member, session, rebalance, topic):
    """The fields of a JoinGroup request; its answer comes when the group's members are together."""
    metadata = Writer().number("hi", 0, 1).string(topic).blob(b"")
    fields = Writer().string(group).number("ii", session, rebalance).string(member.id).string(member.instance)
    return fields.string("consumer").number("i", 1).string("range").blob(bytes(metadata.bytes))


def sync_group(group, member, assignments):
    """The fields of a SyncGroup request; `assignments` has bytes by member ids, from the leader."""
    fields = Writer().string(group).number("i", member.generation).string(member.id).string(member.instance)
    return fields.array(list(assignments.items()), lambda it: fields.string(it[0]).blob(it[1]))


def heartbeat(connection, group, member):
    fields = Writer().string(group).number("i", member.generation).string(member.id).string(member.instance)
    return name_of(connection.ask(HEARTBEAT, 3, fields).number("ih")[1])


def leave_group(connection, group, member):
    fields = Writer().string(group)
    fields.array([member], lambda it: fields.string(it.id).string(it.instance))
    reader = connection.ask(LEAVE_GROUP, 3, fields)
    code = reader.number("ih")[1]

    def of_member():
        reader.string()
        reader.string()
        return reader.number("h")

    return name_of(code or next(iter(reader.array(of_member)), 0))


def offset_commit(connection, group, member, offsets):
    fields = Writer().string(group).number("i", member.generation).string(member.id).string(member.instance)

    def partition(each):
        fields.number("iqi", each[0], each[1], -1).string(None)

    fields.array(by_topic(offsets), lambda it: fields.string(it[0]).array(it[1], partition))
    reader = connection.ask(OFFSET_COMMIT, 7, fields)
    reader.number("i")
    return first_error(reader)


def offset_fetch(connection, group, place, stable):
    fields = Writer(flexible=True).string(group)
    fields.array([place], lambda it: fields.string(it[0]).array([it[1]], lambda n: fields.number("i", n)).tags())
    reader = connection.ask(OFFSET_FETCH, 7, fields.number("?", stable).tags())
    reader.number("i")
    reader.varint()
    reader.string()
    reader.varint()
    _, offset, _ = reader.number("iqi")
    reader.string()
    code = reader.number("h")
    return name_of(code) if code else "none" if offset < 0 else f"offset {offset}"


def describe_group(connection, group):
    """The state of a group, and its members' ids."""
    fields = Writer()
    reader = connection.ask(DESCRIBE_GROUPS, 0, fields.array([group], fields.string))
    reader.number("ih")
    reader.string()
    state = reader.string()
    reader.string()
    reader.string()

    def member():
        identity = reader.string()
        reader.string()
        reader.string()
        reader.blob()
        reader.blob()
        return identity

    return state, reader.array(member)
