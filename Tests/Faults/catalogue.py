# The list of faults, filled by the modules that hold them. A fault is a function that acts on a scene and returns the moment from
# which the group's recovery counts.

from dataclasses import dataclass
from typing import Callable


@dataclass(frozen=True)
class Fault:
    """A named fault. `seconds` is about how long it takes; `repeats` how many batches it may make come out twice, at least once."""

    name: str
    act: Callable
    seconds: float = 4
    repeats: int = 1
    delivery: str | None = None
    membership: str | None = None
    needs: Callable | None = None
    is_short: bool = False
    weight: float = 1

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
