# The list of faults, filled by the modules that hold them. A fault is a function that acts on a scene and returns the moment from
# which the group's recovery counts.

from dataclasses import dataclass
from typing import Callable


@dataclass(frozen=True)
class Fault:
    """A named fault. `seconds` is about how long it takes, `copies` how often it comes among the others, `repeats`
    how many batches it may make come out twice, at least once."""

    name: str
    act: Callable
    seconds: float = 4
    repeats: int = 1
    delivery: str | None = None
    membership: str | None = None
    needs: Callable | None = None
    is_short: bool = False
    copies: int = 1
    # Whether the workers live through it, so that their ledgers must be complete afterwards.
    is_survived: bool = False

    def fits(self, settings, membership):
        """Whether the product and the machine let it happen."""
        return (
            self.delivery in (None, settings.delivery)
            and self.membership in (None, membership)
            and (self.needs is None or self.needs(settings))
        )

    @property
    def number(self):
        return self.name.split("-")[0]


FAULTS = {}


def fault(name, **options):
    """Adds the function below to the list."""

    def add(function):
        FAULTS[name] = Fault(name, function, **options)
        return function

    return add


def chosen(only):
    """The faults that `only` names, by number or whole name; all of them without."""
    if not only:
        return list(FAULTS.values())
    names = [fault for fault in FAULTS.values() if fault.name in only or fault.number in only]
    unknown = [word for word in only if not any(word in (fault.name, fault.number) for fault in names)]
    if unknown:
        raise SystemExit(f"faults: no such fault: {', '.join(unknown)}; there are: {', '.join(FAULTS)}")
    return names


class Deck:
    """Faults in an order of their own for each seed; each comes once before one comes again."""

    def __init__(self, faults, random_numbers, is_short):
        self.faults = [fault for fault in faults for _ in range(1 if is_short else fault.copies)]
        self.random, self.is_short = random_numbers, is_short
        self.cards = []

    def deal(self, count, settings, membership, is_survived=False):
        """The next faults that fit, at most `count`; with `is_survived` only those that workers live through."""
        dealt = []

        def fits(fault):
            return fault.fits(settings, membership) and (fault.is_survived or not is_survived)

        fitting = [fault for fault in self.faults if fits(fault)]
        while fitting and len(dealt) < count:
            cards = [card for card in self.cards if fits(card)]
            if not cards:
                self.cards += self.random.sample(self.faults, len(self.faults))
                continue
            card = min(cards, key=self._turn)
            self.cards.remove(card)
            dealt.append(card)
        return dealt

    def _turn(self, card):
        """Those that fit no other kind of round go first; a short run has one round of each kind."""
        return 0 if card.membership else 1 if self.is_short and not card.is_survived else 2
