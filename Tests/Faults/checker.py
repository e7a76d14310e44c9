# The verdict on what a read_committed reader found: missing, twice, out of order by key, altered. Pure: values in,
# findings out.

from dataclasses import dataclass, field, replace

from feed import DEAD_LETTER, DROPPED, TOMBSTONE, key_of, kind_of, message_of

TOLD = 3


# What workers have to say of a gap: its range; that the log is another one, if the topic was deleted under them, whose
# end they cannot know; or nothing, if they did not live then, or not until they could tell, and the brokers have
# forgotten the group's offsets too.
RANGE, REPLACEMENT, NOTHING = "range", "replacement", "nothing"


@dataclass
class Gap:
    """Records that may have gone from the brokers unread: of a generation of the topic and a partition, the offsets
    from `first` up to and without `end`. `needs` is what workers have to say of them."""

    generation: int
    partition: int
    first: int
    end: int
    needs: str = RANGE

    def holds(self, place):
        generation, partition, offset = place
        return (generation, partition) == (self.generation, self.partition) and self.first <= offset < self.end


@dataclass
class Verdict:
    """Counts, and a line for each thing that is wrong. `gone` has places of missing records that lie in a gap;
    `least` and `most` say how many records can have been read, which is not certain for those in a gap that leave
    nothing in the output, and for records that were never acknowledged."""

    acknowledged: int = 0
    least: int = 0
    most: int = 0
    missing: int = 0
    twice: int = 0
    disordered: int = 0
    gone: list = field(default_factory=list)
    broken: list = field(default_factory=list)

    def complain(self, what, cases):
        """Adds a line with the first cases, if there are any."""
        if cases:
            more = f" and {len(cases) - TOLD} more" if len(cases) > TOLD else ""
            self.broken.append(f"{len(cases)} {what}: {', '.join(map(str, cases[:TOLD]))}{more}")


class Tally:
    """Takes the output's records in the order of each partition; `verdict` judges them by what must become of each
    number."""

    def __init__(self, count, kind_of=kind_of):
        self.count, self.kind_of = count, kind_of
        self.seen = bytearray(count)
        self.twice, self.disordered, self.strange, self.ids = [], [], [], set()
        self.same_ids = self.doubles = 0
        self._last = {}

    def add(self, kind, number, key, message="", event_id=None):
        """One record: what kind of topic it lies in, its number, its key, and of an event the message's six digits
        and its id."""
        if (
            not 0 <= number < self.count
            or self.kind_of(number) != kind
            or kind != DEAD_LETTER
            and message_of(number) != message
        ):
            self.strange.append(f"{kind}{number}")
            return
        if self.seen[number]:
            self.twice.append(number)
        elif self._last.get((kind, key), -1) > number:
            self.disordered.append(f"{number} after {self._last[kind, key]} of key {key}")
        self.seen[number] = min(255, self.seen[number] + 1)
        self._last[kind, key] = max(number, self._last.get((kind, key), -1))
        if event_id is not None:
            self.same_ids += event_id in self.ids
            self.ids.add(event_id)

    def allow(self, doubles):
        """Takes back what came twice because it stands in the input so often more."""
        left = doubles.copy()
        kept = []
        for number in self.twice:
            if left[number] > 0:
                left[number] -= 1
            else:
                kept.append(number)
        self.twice, self.doubles = kept, doubles.total()

    def verdict(self, feed, gaps, is_exactly_once=True):
        """Judges what was added against what the feed knows as acknowledged. Returns a Verdict."""
        verdict = Verdict(most=self.doubles)
        missing = []
        for number in range(len(feed.places)):
            place = feed.place(number)
            if place is None:
                verdict.most += 1
                continue
            verdict.acknowledged += 1
            # These leave nothing in the output that would say whether they were read.
            is_silent = self.kind_of(number) in (TOMBSTONE, DROPPED)
            in_gap = any(gap.holds(place) for gap in gaps)
            is_gone = in_gap and not self.seen[number]
            verdict.least += not is_gone
            verdict.most += is_silent or not is_gone
            if not self.seen[number] and not is_silent:
                if in_gap:
                    verdict.gone.append(place)
                else:
                    missing.append(f"{number} at {place[1]}@{place[2]}" + (f" of topic {place[0]}" if place[0] else ""))
        verdict.missing, verdict.twice, verdict.disordered = len(missing), len(self.twice), len(self.disordered)
        verdict.complain("missing", missing)
        verdict.complain("out of order", self.disordered)
        verdict.complain("altered, of the wrong kind or never written", self.strange)
        if is_exactly_once:
            verdict.complain("twice", self.twice)
            # A record that comes twice has its id twice, and that is told already. A topic that was made again has the
            # offsets of the old one, and ids are made of them: workers tell of that by `log-replaced`.
            places = (feed.place(number) for number in range(len(feed.places)))
            again = sum(1 for place in places if place is not None and place[0])
            if self.same_ids > len(self.twice) + again:
                verdict.broken.append(f"{self.same_ids - len(self.twice)} events have the id of another record's event")
        return verdict


def has_key(feed, number, key):
    """Whether a record came out with the key that it went in with; one that was not acknowledged has no known key."""
    place = feed.place(number)
    return place is None or key == key_of(number, place[1])


def check_told(gaps, gone, told, replaced):
    """What workers said is gone against what is, both by partition: `told` has (partition, first, end), `replaced`
    the partitions whose log was found to be another one. Returns a line for each thing that is wrong."""
    broken = []

    def is_told(place):
        _, partition, offset = place
        return any(number == partition and first <= offset < end for number, first, end in told) or any(
            gap.holds(place) and (gap.needs == NOTHING or gap.needs == REPLACEMENT and partition in replaced)
            for gap in gaps
        )

    untold = [place for place in gone if not is_told(place)]
    if untold:
        broken.append(
            f"{len(untold)} records are gone with the log and no worker says so, first {untold[0][1]}@{untold[0][2]}"
        )
    for partition, first, end in told:
        if not any(gap.partition == partition and gap.first <= first and end <= gap.end for gap in merged(gaps)):
            broken.append(
                f"a worker says that {first} to {end} of partition {partition} are gone, the brokers had more of them"
            )
    return broken


def merged(gaps):
    """The gaps with those that touch each other as one."""
    result = []
    for gap in sorted(gaps, key=lambda gap: (gap.generation, gap.partition, gap.first)):
        last = result[-1] if result else None
        if last and (last.generation, last.partition) == (gap.generation, gap.partition) and gap.first <= last.end:
            result[-1] = replace(last, end=max(last.end, gap.end))
        else:
            result.append(gap)
    return result


def check_ledgers(endings, verdict, is_whole):
    """The closing lines of a stage's workers against what came out; `is_whole` says that no worker ended without one.

    Returns a line for each thing that is wrong.
    """
    broken = [f"a ledger that does not add up: {ending}" for ending in endings if ending.get("addsUp") != "true"]
    read, unsettled = (sum(int(ending.get(name, 0)) for ending in endings) for name in ("read", "unsettledRecords"))
    if read > verdict.most:
        broken.append(f"the ledgers say {read} read, at most {verdict.most} can have been")
    if is_whole and read + unsettled < verdict.least:
        broken.append(f"the ledgers say {read} read and {unsettled} unsettled, there were {verdict.least}")
    return broken
