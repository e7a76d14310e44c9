"""Writes a test for promtool: which alerts fire on pages of metrics that the security cases have left, if nothing
changes for half an hour. check-alerts.py FOLDER TEST."""
import re
import sys
from pathlib import Path

RULES = Path("deploy/observe/alerts.yml").resolve()
MINUTES = 30
# By page: the alerts that fire within five minutes, and those that do in the end.
EXPECTED = {
    "working": ([], []),
    "aborted-tail": ([], []),
    "right-taken": (["WaitingForOperator"], ["NoCommits", "NotReady", "PartitionStuck", "PausedTooLong"]),
    "missing-topic": (["Obstacle"], ["NotReady"]),
    "leader-away": (["LagUnknown", "Obstacle"], ["NotReady"]),
}


def series(page):
    """The samples of a page that rules ask for, unchanged for the whole time."""
    rules = RULES.read_text()
    yield 'up{job="normalizer",instance="w1"}', 1
    for name, labels, value in re.findall(r"^(\w+)(?:\{(.*)\})? (\S+)$", page, re.M):
        # promtool has no word for a number that is none, which compares like a series that is not there.
        if value != "NaN" and re.search(rf"\b{name}\b", rules):
            yield f'{name}{{job="normalizer",instance="w1"{"," + labels if labels else ""}}}', value


def test(name, page):
    lines = [f"  - name: {name}", "    interval: 1m", "    input_series:"]
    lines += [f"      - {{ series: '{each}', values: '{value}x{MINUTES}' }}" for each, value in series(page)]
    lines += ["    promql_expr_test:"]
    soon, late = EXPECTED[name]
    for minutes, alerts in ((4, soon), (MINUTES, soon + late)):
        lines += ["      - expr: group by (alertname) (ALERTS{alertstate='firing'})"]
        lines += [f"        eval_time: {minutes}m", "        exp_samples:"]
        lines += [f"""          - {{ labels: '{{alertname="Normalizer{alert}"}}', value: 1 }}""" for alert in alerts]
    return lines


def main():
    pages = {path.name: path.read_text() for path in Path(sys.argv[1]).iterdir()}
    if pages.keys() != EXPECTED.keys():
        sys.exit(f"pages of {', '.join(sorted(EXPECTED))} are wanted, there are {', '.join(sorted(pages))}")
    lines = [f"rule_files: [{RULES}]", "evaluation_interval: 1m", "tests:"]
    for name, page in sorted(pages.items()):
        lines += test(name, page)
    Path(sys.argv[2]).write_text("\n".join(lines) + "\n")


main()
