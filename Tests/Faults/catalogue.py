# The list of faults, filled by the modules that hold them, and which of them a stage plays.

from dataclasses import dataclass
from typing import Callable


@dataclass(frozen=True)
class Fault:
    """A named fault of a kind of stage. `act` takes the stage and returns what it did in a few words, None if there
    was nothing to act on. `copies` says how often it comes among the others; one on the wire needs the frames that
    pass a proxy."""

    name: str
    kind: str
    act: Callable
    copies: int = 1
    is_slow: bool = False
    is_on_wire: bool = False


FAULTS = {}


def fault(name, kind, **options):
    """Adds the function below to the list."""

    def add(function):
        FAULTS[name] = Fault(name, kind, function, **options)
        return function

    return add


def deal(kind, count, random_numbers, names=(), is_short=False, has_proxy=True):
    """`count` faults of a kind: each comes once before one comes again. With `names` only these; a short run has no
    slow ones, one without proxies none on the wire."""
    fitting = [
        fault
        for fault in FAULTS.values()
        if fault.kind == kind
        and (fault.name in names if names else not (is_short and fault.is_slow))
        and (has_proxy or not fault.is_on_wire)
    ]
    dealt = []
    while fitting and len(dealt) < count:
        each_once = random_numbers.sample(fitting, len(fitting))
        more = [fault for fault in fitting for _ in range(fault.copies - 1)]
        dealt += each_once + random_numbers.sample(more, len(more))
    return dealt[:count]
