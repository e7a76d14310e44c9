# The invariants: what was read from the output topics against what must be there. Pure: rows and predictions in, findings out.

import collections
from dataclasses import dataclass, field

TOLD = 3


@dataclass
class Verdict:
    """What is wrong, a line each, and counts for the table."""

    broken: list = field(default_factory=list)
    missing: int = 0
    duplicates: int = 0

    def complain(self, invariant, what, cases):
        """Notes a broken invariant, with the first cases."""
        cases = list(cases)
        if cases:
            more = f" and {len(cases) - TOLD} more" if len(cases) > TOLD else ""
            self.broken.append(f"{invariant} {what}: {len(cases)}: {', '.join(map(str, cases[:TOLD]))}{more}")


def check_output(expected, rows, is_exactly_once, allowed_duplicates=0, keyless=frozenset()):
    """I1 to I5 on the rows of the final reader. `expected` is (partition, offset): (kind, digests with
    bars between), without tombstones; `keyless` are the places of dead letters without a key."""
    verdict = Verdict()
    seen = collections.defaultdict(collections.Counter)
    altered, unknown, wrong_kind = [], [], []
    for kind, out_partition, out_offset, partition, offset, word in rows:
        place = partition, offset
        if place not in expected:
            unknown.append(f"{kind} {out_partition}@{out_offset} from {partition}@{offset}")
            continue
        seen[place][kind] += 1
        if expected[place][0] != kind:
            wrong_kind.append(f"{partition}@{offset} is {kind}, not {expected[place][0]}")
        elif word not in expected[place][1].split("|"):
            altered.append(f"{partition}@{offset} at {kind} {out_partition}@{out_offset}")
    missing = [f"{p}@{o} ({expected[p, o][0]})" for p, o in expected if (p, o) not in seen]
    repeated = {place: sum(kinds.values()) - 1 for place, kinds in seen.items() if sum(kinds.values()) > 1}
    verdict.missing = len(missing)
    verdict.duplicates = sum(repeated.values())
    verdict.complain("I1", "missing", missing)
    if is_exactly_once:
        verdict.complain("I2", "repeated", (f"{p}@{o} x{n + 1}" for (p, o), n in repeated.items()))
    elif verdict.duplicates > allowed_duplicates:
        verdict.broken.append(f"I2 {verdict.duplicates} repeats, allowed {allowed_duplicates}")
    verdict.complain("I3", "both event and dead letter", (f"{p}@{o}" for (p, o), k in seen.items() if len(k) > 1))
    verdict.complain("I4", "altered", altered)
    verdict.complain("I4", "of unknown origin", unknown)
    verdict.complain("I4", "of the wrong kind", wrong_kind)
    # Sent again, a record without a key may go to another partition than the first time: at least once, those have no order.
    in_order = [row for row in rows if row[3:5] in expected and (is_exactly_once or row[3:5] not in keyless)]
    verdict.complain("I5", "out of order", disorder(in_order, is_exactly_once))
    return verdict


def disorder(rows, is_exactly_once):
    """Rows that come after a later record of the same input partition in the same output partition.

    At least once, a repeat may step back; a record that comes for the first time may not.
    """
    last = {}
    known = set()
    for kind, out_partition, out_offset, partition, offset, _ in sorted(rows, key=lambda row: (row[0], row[1], row[2])):
        way = kind, out_partition, partition
        is_repeat = (way, offset) in known
        known.add((way, offset))
        if offset <= last.get(way, -1) and (is_exactly_once or not is_repeat):
            yield f"{partition}@{offset} after {partition}@{last[way]} in {kind} {out_partition}@{out_offset}"
        last[way] = max(offset, last.get(way, -1))


def check_concurrent(concurrent, final):
    """I7: who read while the faults went on has seen what is there at the end, in the same places, and nothing else."""
    verdict = Verdict()
    early, late = ({row[:3]: row for row in rows} for rows in (concurrent, final))
    verdict.complain("I7", "read twice at one place", [None] * (len(concurrent) - len(early)))
    verdict.complain("I7", "seen early and gone later", (early[place] for place in early.keys() - late.keys()))
    verdict.complain("I7", "not seen early", (late[place] for place in late.keys() - early.keys()))
    verdict.complain("I7", "changed", (early[place] for place in early.keys() & late.keys() if early[place] != late[place]))
    return verdict


def check_offsets(samples, ends):
    """I6: committed offsets never go back and stand at the end of the log at last."""
    verdict = Verdict()
    steps = (f"{old} to {new}" for old, new in zip(samples, samples[1:]) if any(n < o for o, n in zip(old, new)))
    verdict.complain("I6", "went back", steps)
    last = samples[-1] if samples else None
    if last != ends:
        verdict.broken.append(f"I6 committed {last}, the log ends at {ends}")
    return verdict


def check_ledgers(endings, expected, tombstones, was_killed):
    """I14: each worker's closing line adds up; all together have counted everything once, where none was killed, and nothing more
    than that in any case. What a worker could not settle, as it says itself, may be missing."""
    verdict = Verdict()
    verdict.complain("I14", "does not add up", (e for e in endings if e.get("addsUp") != "true"))
    verdict.complain("I14", "has gaps", (e for e in endings if e.get("gaps", "0") != "0"))
    unsettled = total(endings, "unsettledRecords")
    for name, wanted in (
        ("read", len(expected) + tombstones), ("tombstones", tombstones),
        ("events", sum(kind == "E" for kind, _ in expected.values())),
        ("deadLetters", sum(kind == "D" for kind, _ in expected.values())),
    ):
        got = total(endings, name)
        if got > wanted or got < wanted - unsettled and not was_killed:
            verdict.broken.append(f"I14 the workers count {name}={got}, there are {wanted}, unsettled {unsettled}")
    return verdict


def total(endings, name):
    """A count of all closing lines together."""
    return sum(int(ending.get(name, 0)) for ending in endings)
