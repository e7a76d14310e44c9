# Which faults a short run deals: all that its verdict asks for, whatever the seed.

import random
import types
import unittest

import faults_network  # noqa: F401
import faults_process  # noqa: F401
import faults_surroundings  # noqa: F401
from catalogue import FAULTS, Deck

SETTINGS = types.SimpleNamespace(delivery="exactly-once", has_points=True, own_broker=True)


def deal(seed):
    """The three rounds of a short run; the last one is for complete ledgers."""
    deck = Deck([fault for fault in FAULTS.values() if fault.is_short], random.Random(seed), True)
    return [deck.deal(5, SETTINGS, ("static", "dynamic")[number % 2], number == 2) for number in range(3)]


class ShortRun(unittest.TestCase):
    def test_what_each_run_has_to_show(self):
        for seed in range(200):
            rounds = deal(seed)
            names = {fault.name for faults in rounds for fault in faults}
            self.assertIn("F10-fenced", names, seed)
            self.assertTrue(names & {"F7-response", "F17-commit-answer-garbled"}, seed)
            self.assertTrue(all(fault.is_survived for fault in rounds[2]), seed)

    def test_no_fault_comes_twice(self):
        for seed in range(200):
            names = [fault.name for faults in deal(seed) for fault in faults]
            self.assertEqual(len(names), len(set(names)), (seed, names))


if __name__ == "__main__":
    unittest.main()
