# The input of a round: syslog lines of an ASA with the record's number as user name, some dead letters and tombstones among them,
# and the records that have broken programs before. The same seed gives the same records.

import random
from dataclasses import dataclass, field

TEMPLATES = (
    "<166>{time} {host} : %ASA-6-113008: AAA transaction status ACCEPT : user = {user}",
    "<166>{time} {host} : %ASA-6-113005: AAA user authentication Rejected : reason = AAA failure : server = 192.168.100.10"
    " : user = {user} : user IP = {address}",
    "<166>{time} {host} : %ASA-6-113004: AAA user authentication Successful : server = 10.9.8.7 : user = {user}",
    "<164>{time} {host} : %ASA-4-113019: Group = VPN-Staff, Username = {user}, IP = {address}, Session disconnected."
    " Session Type: SSL, Duration: 0h:{minute:02}m:07s, Bytes xmt: {number}, Bytes rcv: 4711, Reason: User Requested",
    "<165>{time} {host} : %ASA-5-722033: Group <VPN-Staff> User <{user}> IP <{address}> First TCP SVC connection"
    " established for SVC session.",
    "<164>{time} {host} : %ASA-4-722051: Group <VPN-Staff> User <{user}> IP <{address}> IPv4 Address <10.20.{low}.{high}>"
    " IPv6 address <::> assigned to session",
    "<166>{time} {host} : %ASA-6-716038: Group <VPN-Staff> User <{user}> IP <{address}> Authentication: successful,"
    " Session Type: WebVPN.",
)
DEAD = (b"", b"not syslog at all", b"<13>Jan 01 10:00:00 web1 sshd[1]: accepted", b"%ASA-", b"\xff\xfe\x00\x80")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass
class Record:
    """One input record. `value` None is a tombstone."""

    value: bytes | None
    key: bytes | None = None
    headers: list = field(default_factory=list)
    timestamp: int | None = None
    user: str | None = None


def line(random_numbers, number):
    """A line whose event carries `user<number>`."""
    r = random_numbers.random
    return TEMPLATES[int(r() * len(TEMPLATES))].format(
        time=f"{MONTHS[int(r() * 12)]} {1 + int(r() * 28):02} 2025 {int(r() * 24):02}:{int(r() * 60):02}:{int(r() * 60):02}",
        host=f"vpn{int(r() * 9)}", user=f"user{number}", address=f"198.51.100.{int(r() * 256)}",
        minute=int(r() * 60), number=number, low=int(r() * 256), high=int(r() * 256),
    ).encode()


def records(seed, count, dead=0.02, tombstones=0.002):
    """The records of a round, in the order they are written."""
    numbers = random.Random(seed)
    for number in range(count):
        choice = numbers.random()
        if choice < tombstones:
            yield Record(None, key=b"gone")
        elif choice < tombstones + dead:
            # Half of them with a key, which decides about the partition and so about the order.
            yield Record(numbers.choice(DEAD), key=b"dead%d" % (number % 9) if number % 2 else None)
        else:
            yield Record(line(numbers, number), user=f"user{number}")


def poison(seed, largest=900_000):
    """Records that are odd in each way that a Kafka record can be, with a plain one after each."""
    numbers = random.Random(seed)
    plain = line(numbers, 0)

    def noise(count):
        return numbers.randbytes(count).replace(b"\n", b"\t")

    tag = b"<166>Jan 02 2025 10:00:00 vpn1 : %ASA-6-113008: AAA transaction status ACCEPT : user = "
    odd = [
        Record(b""), Record(None), Record(b"x"), Record(b"<"), Record(b"\0"), Record(b"\0" * 1000), Record(b"\n"),
        Record(b"\r\n"), Record(b"%"), Record(plain[:40]), Record(plain[:-3]), Record(plain + b"\0"), Record(plain + b"\r\n"),
        Record(tag + b"\xc3\x28\xa0\xff"), Record(tag + b"a\0b"), Record(tag + "мир💥".encode()), Record(tag + b"\x1b[31mred"),
        Record(tag + b'"}{"eventId":"forged"}'), Record(tag + b"\\" * 500), Record(tag + b"a" * 200_000),
        Record(tag + b"a" * 300_000), Record(b"%ASA-6-113008: " * 5000), Record(b"(" * 100_000), Record(b"<166>" * 20_000),
        Record(tag + b"b" * (largest - len(tag))), Record(noise(largest)), Record(noise(5000)),
        Record(plain, headers=[(f"header{n}", b"v" * n) for n in range(100)]), Record(plain, headers=[("empty", None)]),
        Record(plain, headers=[("", b"")]), Record(b"no tag", headers=[("source", b"forged/0/0"), ("reason", b"forged")]),
        Record(None, headers=[("only", b"header")]), Record(plain, key=b""), Record(plain, key=b"k" * 10_000),
        Record(plain, timestamp=-1), Record(plain, timestamp=0), Record(plain, timestamp=4_102_444_800_000),
        Record(plain, timestamp=1), Record(plain, timestamp=253_402_300_800_000),
    ]
    for index, record in enumerate(odd):
        yield record
        yield Record(line(numbers, index), user=f"user{index}")
