# Rights that an authorizer gives and takes: the worker is known, but may not do all that it needs.

import itertools
import os
import stat
import subprocess

from brokers import Case
from cases_sasl import PASSWORD, sasl


def given_later(stage):
    """Begins with no right at all; all are then given, and the worker is not touched."""
    environment = sasl(stage, PASSWORD)
    stage.run.administrator.deny(*stage.rights(stage.name))
    stage.start_worker(environment)
    stage.expect_trouble("uthoriz")
    stage.allow(stage.name)
    stage.expect_work(90)
    stage.stop_worker()


def taken_and_given_back(stage):
    """The right to write events is taken while the worker is at work; what came meanwhile goes out once it has the
    right again."""
    stage.start_worker(sasl(stage, PASSWORD))
    stage.expect_work()
    right = [(stage.name, "TOPIC", stage.topics[1], "WRITE")]
    stage.run.administrator.deny(*right)
    stage.write()
    stage.expect_trouble("uthoriz")
    stage.keep_metrics("right-taken")
    stage.run.administrator.allow(*right)
    stage.expect_work(90)
    stage.stop_worker()


def told_by_commands(stage):
    """Each command that meets a missing right says which one, and on what."""
    environment = sasl(stage, PASSWORD)
    stage.run.administrator.deny(*stage.rights(stage.name))
    for code, topic, *command in (
        (78, 0, "diff", "--from", "earliest"),
        (1, 2, "dead-letters", "list"),
        (1, 2, "dead-letters", "redrive", "--yes"),
        (1, 0, "rewind", "--to-earliest", "--yes"),
        (1, 0, "replay", "--from", "earliest", "--yes"),
        (1, 0, "status"),
    ):
        said = stage.refused(environment, *command, codes=[code])
        assert f"a right is missing: Describe on topic '{stage.topics[topic]}'" in said, f"{command}: {said}"


def told_by_doctor(stage):
    """The doctor finds each right that run needs missing, and says by which command it is given; with all of them it
    finds no fault."""
    environment = sasl(stage, PASSWORD)
    said = stage.refused(environment, "doctor", codes=[0])
    assert "FAULT" not in said, said
    for right in stage.rights(stage.name):
        _, kind, name, operation = right
        if operation == "DESCRIBE":
            continue
        stage.run.administrator.deny(right)
        said = stage.refused(environment, "doctor", codes=[1])
        assert f"not allowed: {operation.title()} on {KINDS[kind]} '{name}" in said, f"{right}: {said}"
        assert f"--operation {operation.title()} --{KINDS[kind].replace(' ', '-')} '{name}" in said, f"{right}: {said}"
        assert "at-least-once" not in said, said
        stage.run.administrator.allow(right)


def minimal(stage):
    """With the rights that deploy/kafka/acls gives all commands do their work; without any one of them, one does
    not."""
    environment = sasl(stage, PASSWORD)
    administrator = stage.run.administrator
    administrator.deny(*stage.rights(stage.name))
    scratch = f"{stage.name}.scratch"
    administrator.create_topics([scratch])
    rights = granted(stage, scratch)
    administrator.allow(*rights)
    stage.start_worker(environment)
    stage.expect_work(90)
    administrator.write(stage.topics[0], ["no line of a firewall"])
    stage.expect_work(90)
    stage.stop_worker()
    numbers = itertools.count()

    def commands():
        yield ("doctor", "--scratch-topic", scratch)
        yield ("diff", "--from", "earliest")
        yield ("replay", "--from", "earliest", "--replay-id", str(next(numbers)), "--yes")
        yield ("dead-letters", "list")
        yield ("dead-letters", "redrive", "--yes")

    def complaint(command):
        said = stage.refused(environment, *command, codes=[0, 1, 75, 78])
        return said if "a right is missing" in said or "not allowed" in said else None

    for command in commands():
        assert complaint(command) is None, f"{command}: {complaint(command)}"
    for right in rights:
        _, kind, name, operation, _ = right
        # Without Read or Write brokers do not let it be described either, and that is asked for first.
        named = [f"{word} on {KINDS[kind]} '{name}" for word in (WORDS[operation], "Describe")]
        administrator.deny(right)
        # The first that says so is enough; a replay whose workers want a right waits for it.
        complaints = {}
        for command in commands():
            complaints[command] = complaint(command) or ""
            if any(words in complaints[command] for words in named):
                break
        else:
            raise AssertionError(f"no command names {right}: {complaints}")
        administrator.allow(right)


def granted(stage, scratch):
    """The rights of deploy/kafka/acls, which calls a tool that writes down what it is asked to."""
    tool, notes = stage.path("kafka-acls.sh", '#!/bin/sh\necho "$@" >> "$NOTES"\n'), stage.path("notes")
    os.chmod(tool, os.stat(tool).st_mode | stat.S_IXUSR)
    names = dict(
        zip(
            ("INPUT_TOPIC", "OUTPUT_TOPIC", "DEAD_LETTER_TOPIC", "GROUP_ID", "SCRATCH_TOPIC"),
            (*stage.topics, stage.name, scratch),
        )
    )
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "deploy", "kafka", "acls")
    subprocess.run(
        [script, stage.run.brokers.servers, stage.name],
        check=True,
        env=os.environ | names | {"KAFKA_ACLS": tool, "NOTES": notes},
    )
    rights = []
    with open(notes, encoding="ascii") as file:
        for words in map(str.split, file):
            pairs = list(zip(words, words[1:]))
            begins = ("--resource-pattern-type", "prefixed") in pairs
            for operation in (value for key, value in pairs if key == "--operation"):
                rights += [
                    (stage.name, key[2:].upper().replace("-", "_"), value, OPERATIONS[operation], begins)
                    for key, value in pairs
                    if key in ("--topic", "--group", "--transactional-id")
                ]
    return rights


KINDS = {"TOPIC": "topic", "GROUP": "group", "TRANSACTIONAL_ID": "transactional id"}
OPERATIONS = {"Read": "READ", "Write": "WRITE", "DescribeConfigs": "DESCRIBE_CONFIGS"}
WORDS = {operation: word for word, operation in OPERATIONS.items()}
PLAYS = (given_later, taken_and_given_back, told_by_commands, told_by_doctor, minimal)
CASES = [Case(play, "SASL_PLAINTEXT", "PLAIN") for play in PLAYS]
