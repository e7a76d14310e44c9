# The checker must notice what is lost, repeated, reordered, altered or not told; a rig that cannot fail proves nothing.

import array
import unittest
from collections import Counter
from types import SimpleNamespace

import checker
from checker import NOTHING, REPLACEMENT, Gap, Tally
from feed import DEAD_LETTER, DROPPED, EVENT, ROUTED, TOMBSTONE, key_of, kind_of, message_of, packed, ruled, unpacked
from stage import Stage

COUNT, PARTITIONS = 1000, 2


def a_feed(unacknowledged=()):
    """A feed that has written COUNT records to two partitions of the topic's first generation."""
    return Fed(-1 if number in unacknowledged else packed(0, number % 2, number // 2) for number in range(COUNT))


class Fed:
    """What the checker asks of a feed."""

    def __init__(self, places):
        self.places = array.array("q", places)

    def place(self, number):
        return unpacked(self.places[number])


def tally(numbers):
    """A tally of these records, in this order."""
    result = Tally(COUNT)
    for number in numbers:
        add(result, number)
    return result


def add(result, number, event_id=None):
    kind = kind_of(number)
    if kind != TOMBSTONE:
        is_event = kind == EVENT
        result.add(
            kind,
            number,
            key_of(number, number % PARTITIONS),
            message_of(number) if is_event else "",
            event_id or b"%d" % number if is_event else None,
        )


class Output(unittest.TestCase):
    def counts(self, numbers, gaps=(), feed=None):
        verdict = tally(numbers).verdict(feed or a_feed(), gaps)
        return verdict.missing, verdict.twice, verdict.disordered, len(verdict.broken)

    def test_good(self):
        self.assertEqual(self.counts(range(COUNT)), (0, 0, 0, 0))

    def test_lost(self):
        self.assertEqual(self.counts(number for number in range(COUNT) if number not in (7, 49)), (2, 0, 0, 1))

    def test_twice(self):
        self.assertEqual(self.counts([*range(COUNT), 7, 49]), (0, 2, 0, 1))
        self.assertEqual(tally([*range(COUNT), 7]).verdict(a_feed(), [], is_exactly_once=False).broken, [])

    def test_what_stands_in_the_input_twice_may_come_twice(self):
        result = tally([*range(COUNT), 7, 7, 49])
        result.allow(Counter({7: 1, 8: 1}))
        verdict = result.verdict(a_feed(), [])
        self.assertEqual((verdict.twice, result.twice, verdict.most), (2, [7, 49], COUNT + 2))

    def test_out_of_order(self):
        """8 and 10 have one key; 8 and 9 do not."""
        order = list(range(COUNT))
        order[8], order[9] = order[9], order[8]
        self.assertEqual(self.counts(order), (0, 0, 0, 0))
        order = list(range(COUNT))
        order[8], order[10] = order[10], order[8]
        self.assertEqual(self.counts(order), (0, 0, 1, 1))

    def test_what_was_never_acknowledged_may_be_there_or_not(self):
        feed = a_feed(unacknowledged=(7, 8))
        self.assertEqual(self.counts((number for number in range(COUNT) if number != 7), feed=feed), (0, 0, 0, 0))

    def test_altered_and_made_up(self):
        for kind, number, message in (
            (EVENT, 7, "000000"),
            (EVENT, 49, "113008"),
            (EVENT, -1, ""),
            (EVENT, COUNT, "113008"),
            ("D", 7, ""),
        ):
            result = tally(range(COUNT))
            result.add(kind, number, "key", message)
            self.assertEqual(len(result.verdict(a_feed(), []).broken), 1, (kind, number))

    def test_two_events_with_one_id(self):
        result = tally(range(COUNT - 2))
        add(result, COUNT - 2, event_id=b"5")
        add(result, COUNT - 1)
        self.assertEqual(len(result.verdict(a_feed(), []).broken), 1)

    def test_gone(self):
        """Within a gap records may be missing or there; elsewhere, and of another generation, they may not be
        missing."""
        missing = range(100, 120, 2)
        numbers = [number for number in range(COUNT) if number not in missing]
        self.assertEqual(self.counts(numbers, [Gap(0, 0, 50, 60)]), (0, 0, 0, 0))
        self.assertEqual(self.counts(range(COUNT), [Gap(0, 0, 50, 60)]), (0, 0, 0, 0))
        self.assertEqual(self.counts(numbers, [Gap(0, 0, 50, 59)])[0], 1)
        self.assertEqual(self.counts(numbers, [Gap(0, 1, 50, 60)])[0], 10)
        self.assertEqual(self.counts(numbers, [Gap(1, 0, 50, 60)])[0], 10)


class Rules(unittest.TestCase):
    """What rules drop may not come out, and what they send elsewhere must come out there."""

    def counts(self, numbers, altered=()):
        result = Tally(COUNT, ruled)
        for number in numbers:
            kind = dict(altered).get(number, ruled(number))
            if kind not in (TOMBSTONE, DROPPED):
                name = "" if kind == DEAD_LETTER else message_of(number)
                result.add(kind, number, key_of(number, number % PARTITIONS), name)
        verdict = result.verdict(a_feed(), [])
        return verdict.missing, len(verdict.broken)

    def test_good(self):
        self.assertEqual(self.counts(range(COUNT)), (0, 0))
        self.assertEqual({ruled(number) for number in range(COUNT)}, {EVENT, DEAD_LETTER, TOMBSTONE, DROPPED, ROUTED})

    def test_lost(self):
        self.assertEqual(self.counts(number for number in range(COUNT) if number != 4), (1, 1))
        self.assertEqual(self.counts(number for number in range(COUNT) if number != 1), (0, 0))

    def test_wrong_place(self):
        self.assertEqual(self.counts(range(COUNT), {1: EVENT})[1], 1, "delivered although it was to be dropped")
        self.assertEqual(self.counts(range(COUNT), {4: EVENT})[1], 2, "in the wrong topic, and missing in its own")
        self.assertEqual(self.counts(range(COUNT), {7: ROUTED})[1], 2)


class Told(unittest.TestCase):
    gaps = [Gap(0, 0, 50, 55), Gap(0, 0, 55, 60), Gap(0, 1, 10, 20, REPLACEMENT), Gap(0, 2, 10, 20, NOTHING)]
    gone = [(0, 0, offset) for offset in range(52, 60)]

    def check(self, gone, told, replaced=()):
        return len(checker.check_told(self.gaps, gone, told, set(replaced)))

    def test_exactly(self):
        self.assertEqual(self.check(self.gone, [(0, 52, 60)]), 0)
        self.assertEqual(self.check(self.gone, [(0, 52, 55), (0, 55, 60)]), 0)

    def test_too_little_and_too_much(self):
        self.assertEqual(self.check(self.gone, []), 1)
        self.assertEqual(self.check(self.gone, [(0, 52, 59)]), 1)
        self.assertEqual(self.check(self.gone, [(0, 52, 61)]), 1)
        self.assertEqual(self.check(self.gone, [(1, 52, 60)]), 2)

    def test_a_log_that_was_replaced(self):
        self.assertEqual(self.check([(0, 1, 15)], [], [1]), 0)
        self.assertEqual(self.check([(0, 1, 15)], [], [0]), 1)
        self.assertEqual(self.check(self.gone, [], [0]), 1)
        self.assertEqual(self.check([(0, 2, 15)], []), 0)


class Ledgers(unittest.TestCase):
    def check(self, is_whole, feed=None, gaps=(), **fields):
        verdict = tally(range(COUNT)).verdict(feed or a_feed(), gaps)
        return len(checker.check_ledgers([{"addsUp": "true", **fields}], verdict, is_whole))

    def test_all_and_less_and_more(self):
        self.assertEqual(self.check(True, read="1000"), 0)
        self.assertEqual(self.check(True, read="999"), 1)
        self.assertEqual(self.check(False, read="999"), 0)
        self.assertEqual(self.check(True, read="990", unsettledRecords="10"), 0)
        self.assertEqual(self.check(False, read="1001"), 1)

    def test_one_that_does_not_add_up(self):
        self.assertEqual(self.check(True, read="1000", addsUp="false"), 1)

    def test_what_was_never_acknowledged_may_be_counted(self):
        self.assertEqual(self.check(True, a_feed(unacknowledged=(7,)), read="999"), 0)
        self.assertEqual(self.check(True, a_feed(unacknowledged=(7,)), read="1000"), 0)


class Deletions(unittest.TestCase):
    def test_only_a_worker_that_lives_through_one_must_tell(self):
        for ended, needs in ((0, REPLACEMENT), (1, NOTHING)):
            stage = Stage.__new__(Stage)
            stage.members, stage.gaps = [SimpleNamespace(lives=3)], []
            gap = Gap(0, 0, 10, 20, REPLACEMENT)
            stage.note_deletion([gap])
            self.assertEqual(stage.gaps, [gap])
            stage.members[0].lives += ended
            stage.note_recovery()
            self.assertEqual(gap.needs, needs)
            # A life that ends after it has recovered changes nothing.
            stage.members[0].lives += 1
            stage.note_recovery()
            self.assertEqual(gap.needs, needs)


if __name__ == "__main__":
    unittest.main()
