"""The goals of the product's speed, judged by the figures of one run of normalizer-bench.

A ratio is a figure against another of the same run, so it means the same on every machine; absolute figures are never
compared.
"""

import json
import sys

STORED = ".ci/bench-ratios.json"
DELIVERIES = ("at least once", "exactly once")

# For each goal: its number, what it says, and the figures that must lie within bounds (name, least, most).
GOALS = [
    ("P1", "normalize against liblognorm, lines/s/core: at least 10x", [("peer/normalize to liblognorm", 10, None)]),
    ("P2", "run at least once against pass-through: at least 0.95",
     [("worker/at least once to pass-through", 0.95, None)]),
    ("P3", "run exactly once against the same pass-through: at least 0.85",
     [("worker/exactly once to pass-through", 0.85, None)]),
    ("P4", "processor time of run against pass-through: at most 1.25x",
     [(f"worker/{delivery} to pass-through, processor", None, 1.25) for delivery in DELIVERIES]),
    ("P5", "allocations a line, warm: none", [("normalize/busy day, allocations", None, 0)]),
    ("P6", "peak memory over a long backlog: at most 256 MiB, flat",
     [(f"memory/{delivery}, {what}", None, most) for delivery in ("at-least-once", "exactly-once")
      for what, most in (("peak", 256), ("second half to first", 1.1))]),
    ("P7", "start to first event without the wait for partitions: under 200 ms; catalogue: under 10 ms",
     [(f"start-up/{delivery}, all but the wait", None, 200) for delivery in ("at-least-once", "exactly-once")]
     + [("catalogue/compile", None, 10)]),
    ("P8", "2,000 messages against 8: within 5 %", [("catalogue/2000 to 8", 0.95, None)]),
    ("P9", "worst 64 KiB: linear, at most 50x an ordinary byte",
     [("worst/worst of all, to an ordinary byte", None, 50), ("worst/cost of a byte, 64 KiB to 32 KiB", None, 1.2)]),
]

# The ratios that are compared with stored ones: whether more is better, and how much worse is noise.
RATIOS = {
    "peer/normalize to liblognorm": (True, 0.10),
    "worker/at least once to pass-through": (True, 0.15),
    "worker/exactly once to pass-through": (True, 0.15),
    "worker/at least once to pass-through, processor": (False, 0.15),
    "worker/exactly once to pass-through, processor": (False, 0.15),
    "catalogue/2000 to 8": (True, 0.05),
    "worst/worst of all, to an ordinary byte": (False, 0.25),
    "worst/cost of a byte, 64 KiB to 32 KiB": (False, 0.15),
}


def text(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def is_within(value, least, most):
    return (least is None or value >= least) and (most is None or value <= most)


def print_goals(figures):
    """Prints the table; a goal whose figures were not measured is said to be so."""
    print(f"\n{'':4} {'goal':92} {'figure':>30}  met")
    for number, goal, bounds in GOALS:
        values = [figures.get(name) for name, _, _ in bounds]
        if None in values:
            print(f"{number:4} {goal:92} {'not measured':>30}  -")
            continue
        is_met = all(is_within(figures[name], least, most) for name, least, most in bounds)
        print(f"{number:4} {goal:92} {', '.join(text(value) for value in values):>30}  {'yes' if is_met else 'NO'}")


def compare(figures):
    """Prints the ratios beside the stored ones; returns whether none is worse beyond its tolerance."""
    with open(STORED) as file:
        stored = json.load(file)
    is_fine = True
    print(f"\n{'ratio':52} {'stored':>8} {'now':>8}")
    for name, (more_is_better, tolerance) in RATIOS.items():
        if name not in stored:
            print(f"{name:52} {'not stored':>17}")
            continue
        if name not in figures:
            print(f"{name:52} {'not measured':>17}")
            is_fine = False
            continue
        before, now = stored[name], figures[name]
        is_worse = now < before * (1 - tolerance) if more_is_better else now > before * (1 + tolerance)
        is_fine = is_fine and not is_worse
        print(f"{name:52} {before:8.3f} {now:8.3f}{'  WORSE' if is_worse else ''}")
    return is_fine


def store(figures):
    """Stores the ratios that were measured, and leaves the others as they are."""
    with open(STORED) as file:
        ratios = json.load(file)
    measured = {name: round(figures[name], 3) for name in RATIOS if name in figures}
    with open(STORED, "w") as file:
        json.dump(ratios | measured, file, indent=2)
        file.write("\n")
    print(f"\n{len(measured)} of {len(RATIOS)} ratios written to {STORED}")


def main(path, *actions):
    with open(path) as file:
        run = json.load(file)
    figures = {figure["name"]: figure["median"] for figure in run["figures"]}
    print_goals(figures)
    if "--store" in actions:
        store(figures)
    if "--compare" in actions and not compare(figures):
        sys.exit(1)


main(*sys.argv[1:])
