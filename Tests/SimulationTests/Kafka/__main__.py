"""Plays the scripts of the simulated brokers on Apache Kafka, and compares the answers line by line.

  python3 Tests/SimulationTests/Kafka SERVER [--brokers WHICH] [--print] [SCRIPT...]

SERVER is the address of a cluster of one broker, as `Tests/Brokers/cluster start` prints it. WHICH is what the brokers
are if they are not of the newest release and transaction version: `3.9` or `below TV2`. --print prints the scripts with
Kafka's answers in the place of theirs. Ends with 1 if an answer differs.
"""

import argparse
import glob
import os
import sys
import time

import calls
from player import Player
from wire import Connection

SCRIPTS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Scripts")


def expected_of(answers, brokers):
    """A line's answer: the first, or the one that is said to be these brokers'. Those of 3.9 are below version 2."""
    first, *others = answers.strip().split(" | ")
    named = dict(other.split(": ", 1) for other in others)
    return named.get(brokers) or (named.get("below TV2") if brokers else None) or first


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("server")
    parser.add_argument("scripts", nargs="*")
    parser.add_argument("--brokers", choices=["3.9", "below TV2"])
    parser.add_argument("--print", action="store_true")
    options = parser.parse_intermixed_args()
    connection = Connection(options.server, "scripts")
    suffix = f"-{time.time_ns():x}"
    calls.find_coordinator(connection, "group" + suffix, 0)
    calls.find_coordinator(connection, "id" + suffix, 1)
    scripts = options.scripts or sorted(glob.glob(os.path.join(SCRIPTS, "*.txt")))
    if options.brokers:
        scripts = [path for path in scripts if not os.path.basename(path).startswith("v2-")]
    lines, differences = 0, 0
    for number, path in enumerate(scripts):
        player = Player(options.server, connection, f"{suffix}-{number}")
        try:
            for line in open(path, encoding="utf-8").read().splitlines():
                request, _, answers = line.partition(" -> ")
                if not request or request.startswith("#"):
                    answer = None
                else:
                    lines += 1
                    answer = player.play(request)
                if options.print:
                    print(line if answer is None else f"{request} -> {answer}", flush=True)
                elif answer is not None and answer != expected_of(answers, options.brokers):
                    differences += 1
                    print(f"{os.path.basename(path)}: {request} -> {answer}, and not {answers.strip()}")
        finally:
            player.close()
    if not options.print:
        print(f"{len(scripts)} scripts, {lines} operations, {differences} answers that differ")
    sys.exit(differences > 0)


main()
