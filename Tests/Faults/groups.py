# What requests and answers say of group members and of transactions: who it is, and which epoch. Bytes in, values out.

from frames import Cursor


def member_of(header, body):
    """Group and member id that a group request names, None for other requests; a first JoinGroup has no member id yet."""
    if header.api not in ("JoinGroup", "SyncGroup", "Heartbeat", "LeaveGroup") or header.api_version > 5:
        return None
    cursor = Cursor(body, 8)
    cursor.text(False)
    group = cursor.text(False)
    if header.api == "JoinGroup":
        cursor.take(8 if header.api_version >= 1 else 4)
    elif header.api != "LeaveGroup":
        cursor.int32()
    return group.decode(), cursor.text(False).decode()


def instance_of(header, body):
    """The fixed identity that a JoinGroup request of version 5 names, None if it names none."""
    if header.api_version < 5:
        return None
    cursor = Cursor(body, 8)
    cursor.text(False)
    cursor.text(False)
    cursor.take(8)
    cursor.text(False)
    instance = cursor.text(False)
    return instance and instance.decode()


def client_of(body):
    """The client id that a request names."""
    return (Cursor(body, 8).text(False) or b"").decode()


def membership_given(header, body):
    """Error, generation and member id of an answer to JoinGroup."""
    cursor = Cursor(body, 4)
    if header.api_version >= 2:
        cursor.int32()
    error, generation = cursor.int16(), cursor.int32()
    cursor.text(False)
    cursor.text(False)
    return error, generation, (cursor.text(False) or b"").decode()


def transaction_of(header, body):
    """Transactional id and (producer id, epoch) that a request of a transaction names; None for other requests."""
    if header.api not in ("InitProducerId", "AddPartitionsToTxn", "AddOffsetsToTxn", "EndTxn"):
        return None
    cursor = Cursor(body, 8)
    cursor.text(False)
    flexible = header.api_version >= (2 if header.api == "InitProducerId" else 3)
    if flexible:
        cursor.tags()
    name = cursor.text(flexible)
    if name is None:
        return None
    if header.api == "InitProducerId":
        return name.decode(), None
    return name.decode(), (cursor.int64(), cursor.int16())


def transactional_id_of(header, body):
    """The transactional id that any request names which can change a transaction; None for other requests."""
    if header.api == "Produce" and header.api_version >= 3:
        flexible = header.api_version >= 9
    elif header.api == "TxnOffsetCommit":
        flexible = header.api_version >= 3
    else:
        transaction = transaction_of(header, body)
        return transaction and transaction[0]
    cursor = Cursor(body, 8)
    cursor.text(False)
    if flexible:
        cursor.tags()
    name = cursor.text(flexible)
    return name and name.decode()


def is_abort(header, body):
    """Whether an EndTxn request asks for the transaction to be given up."""
    return body[-2 if header.api_version >= 3 else -1] == 0


def producer_given(header, body):
    """Producer id and epoch that the answer to InitProducerId gives out; None if it gives none."""
    cursor = Cursor(body, 4)
    if header.api_version >= 2:
        cursor.tags()
    cursor.int32()
    return (cursor.int64(), cursor.int16()) if cursor.int16() == 0 else None
