# The checker must notice what is lost, repeated, reordered or altered; a rig that cannot fail proves nothing.

import unittest

import checker
import oracle

EXPECTED = {(p, o): ("D" if o % 10 == 9 else "E", f"word{p}.{o}") for p in range(2) for o in range(50)}


def good_rows():
    """Each record once, in order; the two input partitions mixed in two output partitions."""
    nexts, rows = {}, []
    for (partition, offset), (kind, word) in EXPECTED.items():
        out = offset % 2 if kind == "E" else 0
        place = nexts.get((kind, out), 0)
        nexts[kind, out] = place + 1
        rows.append((kind, out, place, partition, offset, word))
    return rows


def letters(verdict):
    return sorted({line.split()[0] for line in verdict.broken})


class Output(unittest.TestCase):
    def check(self, rows, exactly_once=True, **options):
        return checker.check_output(EXPECTED, rows, exactly_once, **options)

    def test_good(self):
        self.assertEqual(self.check(good_rows()).broken, [])
        self.assertEqual(self.check(good_rows(), False).broken, [])

    def test_lost(self):
        verdict = self.check([row for row in good_rows() if row[3:5] != (1, 20)])
        self.assertEqual((letters(verdict), verdict.missing), (["I1"], 1))

    def test_repeated(self):
        rows = good_rows()
        kind, out, _, partition, offset, word = rows[20]
        rows.append((kind, out, 1000, partition, offset, word))
        verdict = self.check(rows)
        self.assertEqual((letters(verdict), verdict.duplicates), (["I2", "I5"], 1))
        self.assertEqual(self.check(rows, False, allowed_duplicates=1).broken, [])
        self.assertEqual(letters(self.check(rows, False, allowed_duplicates=0)), ["I2"])

    def test_reordered(self):
        rows = good_rows()
        first, second = rows[2], rows[4]
        rows[2], rows[4] = first[:2] + (second[2],) + first[3:], second[:2] + (first[2],) + second[3:]
        self.assertEqual(letters(self.check(rows)), ["I5"])
        self.assertEqual(letters(self.check(rows, False)), ["I5"])

    def test_sent_again_to_another_partition(self):
        """Two dead letters, sent twice: first one to each partition, then the other way round."""
        places = (0, 9), (0, 19)
        rows = [row for row in good_rows() if row[3:5] not in places]
        for out, (first, second) in enumerate((places, places[::-1])):
            rows += [("D", out + 1, n, *place, EXPECTED[place][1]) for n, place in enumerate((first, second))]
        self.assertEqual(letters(self.check(rows, False, allowed_duplicates=2)), ["I5"])
        self.assertEqual(self.check(rows, False, allowed_duplicates=2, keyless=set(places)).broken, [])
        self.assertEqual(letters(self.check(rows, keyless=set(places))), ["I2", "I5"])

    def test_altered(self):
        rows = good_rows()
        rows[7] = rows[7][:5] + ("other",)
        self.assertEqual(letters(self.check(rows)), ["I4"])

    def test_of_the_wrong_kind_and_in_both_topics(self):
        rows = good_rows()
        rows[7] = ("D", 1, 0) + rows[7][3:]
        self.assertEqual(letters(self.check(rows)), ["I4"])
        self.assertEqual(letters(self.check(good_rows() + [rows[7]])), ["I2", "I3", "I4"])

    def test_made_up(self):
        self.assertEqual(letters(self.check(good_rows() + [("E", 0, 1000, -1, -1, "word")])), ["I4"])


class Others(unittest.TestCase):
    def test_a_reader_during_the_faults_that_saw_something_else(self):
        rows = good_rows()
        self.assertEqual(checker.check_concurrent(rows, rows).broken, [])
        for concurrent, final in ((rows, rows[1:]), (rows[1:], rows), (rows + rows[:1], rows),
                                  ([rows[0][:5] + ("other",)] + rows[1:], rows)):
            self.assertEqual(letters(checker.check_concurrent(concurrent, final)), ["I7"])

    def test_offsets(self):
        self.assertEqual(checker.check_offsets([[0, 0], [3, 0], [5, 5]], [5, 5]).broken, [])
        self.assertEqual(letters(checker.check_offsets([[0, 0], [3, 0], [2, 5], [5, 5]], [5, 5])), ["I6"])
        self.assertEqual(letters(checker.check_offsets([[0, 0], [5, 4]], [5, 5])), ["I6"])

    def test_ledgers(self):
        ending = {"addsUp": "true", "read": "101", "events": "90", "deadLetters": "10", "tombstones": "1", "gaps": "0"}
        self.assertEqual(checker.check_ledgers([ending], EXPECTED, 1, False).broken, [])
        self.assertEqual(letters(checker.check_ledgers([ending], EXPECTED, 2, False)), ["I14"])
        # A worker that was killed has told nothing, but the others may not tell of more than there is.
        less, more = {**ending, "read": "60", "events": "49"}, {**ending, "events": "91"}
        self.assertEqual(checker.check_ledgers([less], EXPECTED, 1, True).broken, [])
        self.assertEqual(letters(checker.check_ledgers([more], EXPECTED, 1, True)), ["I14"])
        # One that could not settle a commit has told so.
        unsettled = {**less, "unsettledRecords": "41"}
        self.assertEqual(checker.check_ledgers([unsettled], EXPECTED, 1, False).broken, [])
        self.assertEqual(letters(checker.check_ledgers([{**unsettled, "unsettledRecords": "40"}], EXPECTED, 1, False)), ["I14"])
        self.assertEqual(letters(checker.check_ledgers([{**ending, "addsUp": "false"}], EXPECTED, 1, True)), ["I14"])

    def test_event_ids(self):
        # README's example: partition 0, offset 1 of a namespace.
        place = oracle.place_of(b"35aebc79-a74f-8000-8000-000000000001", 0x35AEBC79A74F)
        self.assertEqual(place, (0, 1))
        self.assertIsNone(oracle.place_of(b"35aebc79-a74f-8000-8000-000000000001", 1))
        # Partition 0x12345, offset 0x6789: twelve bits of the partition before the variant, eight behind it.
        self.assertEqual(oracle.place_of(b"35aebc79-a74f-8123-9140-000000006789", 0x35AEBC79A74F), (0x12345, 0x6789))


if __name__ == "__main__":
    unittest.main()
