"""Holds the schemas that PROGRAM prints to the events that it makes of every fixture, with several settings: each event
is let through, and what no event is, is refused. Prints faults; exit code 1 if any."""
import json
import subprocess
import sys
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker

program = sys.argv[1]
fixtures = Path("Tests/NormalizationTests/Fixtures")
lines = b"\n".join(path.read_bytes().rstrip(b"\n") for path in sorted(fixtures.glob("*/*.log")))
ID = "d656b196-edb7-45e6-8485-3748a740d002"
IDS = ("customerId", "collectorId", "eventSourceId")
SETTINGS = [
    [],
    ["--time-form", "rfc3339", "--device-severity", "normalized", "--device-vendor", 'A "C"', "--customer-id", ID],
    ["--time-form", "epoch-millis", "--collector-id", ID, "--event-source-id", ID],
]
faults = []


def printed(*arguments, given=None):
    return subprocess.run([program, *arguments], input=given, capture_output=True, check=True).stdout


def validator(schema):
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def let_through(where, rules, value):
    for error in rules.iter_errors(value):
        faults.append(f"{where}: {error.json_path}: {error.message}")


def refuse(where, rules, value):
    if rules.is_valid(value):
        faults.append(f"{where}: let through: {json.dumps(value)}")


def mutations(event, schema):
    """Events that differ from a good one in a way that none does."""
    yield {**event, "destinationIpv6": "2001:0DB8:0000:0000:0000:0000:0000:0007"}
    yield [event]
    for name in schema["required"]:
        yield {key: value for key, value in event.items() if key != name}
    for name, value in event.items():
        others = [None, "", [value], {"value": value}, 1.5, -70_000.5, True]
        others.append(str(value) if isinstance(value, int) else 17)
        rule = schema["properties"][name]
        if isinstance(value, int) and "maximum" in rule:
            others += [-1, 65_536]
        if isinstance(value, str) and rule.keys() & {"const", "enum", "pattern", "anyOf"}:
            others += [value + " ", value.swapcase() + "?", "-"]
        for other in others:
            yield {**event, name: other}
    for name in ("sourceIpv4", "destinationIpv4", "natSourceIP"):
        yield {**event, name: "256.0.2.7"}
    for name in ("sourceIpv6", "natSourceIP"):
        yield {**event, name: "fe80::202:b3ff:fe1e:8329"}


for flags in SETTINGS:
    where = " ".join(["schema", *flags])
    text = printed("schema", *flags)
    if not flags and text != Path("deploy/event.schema.json").read_bytes():
        faults.append("deploy/event.schema.json is not what `anyconnect-normalizer schema` prints")
    schema = json.loads(text)
    rules = validator(schema)
    events = [json.loads(line) for line in printed("normalize", *flags, given=lines).splitlines()]
    if len(events) < lines.count(b"\n") + 1:
        faults.append(f"{where}: not every line of the fixtures is an event")
    whole = {}
    for event in events:
        let_through(f"{where}: {event['eventId']}", rules, event)
        whole |= event
    # Those that only settings and headers give.
    whole |= {name: ID for name in IDS}
    let_through(where, rules, whole)
    for name in schema["properties"].keys() ^ whole.keys():
        faults.append(f"{where}: {name} is in the events or in the schema, not in both")
    for mutation in mutations(whole, schema):
        refuse(where, rules, mutation)

headers = validator(schema["$defs"]["eventHeaders"])
version = schema["$id"].rsplit(":", 1)[1]
let_through("headers of an event", headers, {"trace": "abc", "mapping-version": version})
for mutation in ({}, {"mapping-version": version + "0"}, {"mapping-version": int(version)}):
    refuse("headers of an event", headers, mutation)
headers = validator(schema["$defs"]["deadLetterHeaders"])
letter = {"deviceHost": "vpn1", "trace": None, "source": "asa.raw/0/17", "reason": "no-asa-tag"}
for more in ({}, {"original-size": "300000"}, {"redriven": "2"}, {"reason": "event-too-large"}):
    let_through("headers of a dead letter", headers, letter | more)
for more in ({"reason": "bad"}, {"source": "asa.raw/0"}, {"redriven": "once"}, {"original-size": 5}, {"trace": 5}):
    refuse("headers of a dead letter", headers, letter | more)
for name in ("source", "reason"):
    refuse("headers of a dead letter", headers, {key: value for key, value in letter.items() if key != name})

print("\n".join(faults) or f"schema: {len(SETTINGS)} settings, {len(events)} events each")
sys.exit(1 if faults else 0)
