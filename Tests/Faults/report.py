# What a run tells: a line for each round, then the table of faults, the totals, and what was not exercised.

import collections

# What an exactly-once run has to have seen, so that its green means something (I13), and the events that show it.
EXERCISED = {
    "exactly-once": {
        "an abort": ("attempt-failed",), "a rebalance": ("partitions-revoked", "partitions-lost"), "a fencing": ("fenced",),
        "an unknown outcome": ("outcome-settled",), "a seek back": ("resumed",),
        "a ledger of everything": ("complete-ledgers",),
    },
    "at-least-once": {
        "a rebalance": ("partitions-revoked", "partitions-lost"),
        "a batch given back": ("attempt-failed", "resumed"),
    },
}


def tell_round(outcome, membership):
    """One line, and what is broken."""
    names = ", ".join(f"{name} {seconds:.1f}s{'' if is_own else ' in all'}" if seconds is not None else f"{name} never"
                      for name, seconds, _, is_own in outcome.faults)
    idle = f", found nothing to act on: {', '.join(outcome.idle)}" if outcome.idle else ""
    print(f"{outcome.name}: {outcome.seconds:.0f} s, {outcome.records} records, {membership}, missing {outcome.missing}, "
          f"repeats {outcome.duplicates}, {outcome.memory >> 20} MiB, {names}{idle}", flush=True)
    for line in outcome.broken:
        print(f"    BROKEN {line}", flush=True)
    if outcome.broken:
        print(f"    replay: {outcome.replay}", flush=True)


def tell_run(outcomes, settings, seed, seconds, is_vacuous_allowed):
    """The table and the totals; the exit code."""
    by_fault = collections.defaultdict(list)
    rounds_of = collections.defaultdict(list)
    for outcome in outcomes:
        for name, recovery, aborts, is_own in outcome.faults:
            by_fault[name].append((recovery, aborts, is_own))
        for name in {name for name, *_ in outcome.faults}:
            rounds_of[name].append(outcome)
    # What is missing or repeated belongs to a round, and so to each of its faults.
    print(f"\n{'fault':<28}{'times':>6}{'aborts':>8}{'rounds':>8}{'broken':>8}{'missing':>9}{'repeats':>9}{'worst recovery':>16}")
    for name in sorted(by_fault, key=lambda name: (int(name[1:].split("-")[0]), name)):
        # A recovery that the next fault broke into says nothing about this one.
        own = [recovery for recovery, _, is_own in by_fault[name] if is_own]
        worst = "never" if None in (recovery for recovery, *_ in by_fault[name]) else f"{max(own):.1f} s" if own else "-"
        rounds = rounds_of[name]
        broken, missing, repeats = (sum(map(count, rounds)) for count in (
            lambda outcome: bool(outcome.broken), lambda outcome: outcome.missing, lambda outcome: outcome.duplicates))
        aborts = sum(count for _, count, _ in by_fault[name])
        print(f"{name:<28}{len(by_fault[name]):>6}{aborts:>8}{len(rounds):>8}{broken:>8}{missing:>9}{repeats:>9}{worst:>16}")
    events = sum((outcome.events for outcome in outcomes), collections.Counter())
    requests = sum((outcome.requests for outcome in outcomes), collections.Counter())
    broken = [outcome for outcome in outcomes if outcome.broken]
    print(f"\n{sum(o.records for o in outcomes)} records, {sum(map(len, by_fault.values()))} faults, "
          f"missing {sum(o.missing for o in outcomes)}, repeats {sum(o.duplicates for o in outcomes)}, "
          f"rounds broken {len(broken)} of {len(outcomes)}, most memory {max(o.memory for o in outcomes) >> 20} MiB, "
          f"slowest fresh record {max(o.fresh or 0 for o in outcomes):.1f} s, {seconds / 60:.1f} minutes")
    print("workers' events: " + ", ".join(f"{name} {count}" for name, count in sorted(events.items()) if name != "librdkafka"))
    print("requests: " + ", ".join(f"{name} {count}" for name, count in requests.most_common()))
    print(f"seed {seed}, {settings.delivery}, librdkafka {outcomes[-1].library}")
    lacking = [
        what for what, names in EXERCISED[settings.delivery].items() if not any(events[name] for name in names)
    ]
    if lacking:
        print(f"{'not exercised' if is_vacuous_allowed else 'BROKEN I13 not exercised'}: {', '.join(lacking)}")
    for outcome in broken:
        print(f"broken: {outcome.name}: {outcome.broken[0]}\n    replay: {outcome.replay}")
    return 1 if broken or lacking and not is_vacuous_allowed else 0
